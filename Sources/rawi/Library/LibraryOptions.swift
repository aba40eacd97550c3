import Annotations
import ArgumentParser
import Corrections
import Documents
import Glibc
import Interface
import Library
import Platform
import ReaderRuntime

/// How the documents of a library are read.
struct LibraryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The charset of the articles, as windows-1256; without it, it is recognised.",
      valueName: "charset"))
  var encoding: String?

  @OptionGroup var lines: WrappedOption

  @OptionGroup var extent: ExtentOption

  @Flag(help: "Forget what is known of the folder, and read all of its files again.")
  var rebuild = false

  /// How files are read.
  ///
  /// - Throws: `ConfigurationError`.
  func reading() throws(ConfigurationError) -> Corpus.Reading {
    var reading = Corpus.Reading()
    reading.encoding = encoding
    reading.extent = extent.extent(try ConfigurationFile.configuration())
    reading.wrapped = lines.wrapped
    return reading
  }

  /// Answers `question` of the libraries in `folders`, which it has to bring up to date, and tells what has to be
  /// known of their catalogues; it is asked again where one had to be made anew.
  ///
  /// - Throws: ``NoLibrary``, `ConfigurationError` and what `question` throws.
  func ask<Answer>(
    _ folders: [String], _ question: ([OpenLibrary]) throws -> Answer
  ) throws -> Answer {
    var libraries: [OpenLibrary] = []
    for folder in folders { libraries.append(try catalogue(of: folder)) }
    defer { for library in libraries { library.tellNotices() } }
    return try Catalogue.mending(libraries.map(\.catalogue)) { try question(libraries) }
  }

  /// The same of one library.
  func ask<Answer>(
    _ folder: String, _ question: (OpenLibrary) throws -> Answer
  ) throws -> Answer {
    try ask([folder]) { try question($0[0]) }
  }

  /// The catalogue of the folder `root`, as an earlier run has left it.
  private func catalogue(of root: String) throws -> OpenLibrary {
    guard let status = PathCalls.status(of: root), status.st_mode & S_IFMT == S_IFDIR else {
      throw NoLibrary(path: root)
    }
    guard Folder.canBeListed(root) else { throw DocumentError(opening: root, errno) }
    // Every file alone would be refused for it.
    if let encoding, !Charset(encoding).isKnown { throw DocumentError.unknownEncoding(encoding) }
    let reading = try reading()
    let walk = EarlyWalk.walk(through: root)
    let way = CatalogueWay.of(encoding, lines, extent)
    let catalogue = try Catalogue(
      of: root, in: UserFolder.cache.path(of: "libraries", ProcessEnvironment.variables),
      way: way, version: Version.text)
    if rebuild { try catalogue.rebuild() }
    return OpenLibrary(
      catalogue: catalogue, reading: reading, walk: walk, notes: StoredCorrections.library(of: root)
    )
  }
}

/// A library that is open.
struct OpenLibrary {
  /// What is known of it.
  let catalogue: Catalogue
  /// How its files are read.
  let reading: Corpus.Reading
  /// A look through its folder, which has begun.
  let walk: FolderWalk
  /// What the person has written and corrected.
  let notes: LibraryNotes?

  static var jobs: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Takes in what has changed.
  ///
  /// - Returns: whether anything has.
  @discardableResult
  func scan() throws(StoreError) -> Bool {
    try withProgress { tell throws(StoreError) in
      try catalogue.scan(reading, jobs: Self.jobs, walk: walk, tell: tell)
    }
  }

  /// Analyses what was not analysed as `model` says.
  func analyze(_ model: ModelOptions) throws {
    let key = model.key
    if isAnalysed(by: key) { return }
    try? catalogue.adopt(key)
    if isAnalysed(by: key) { return }
    var pipeline = try model.pipeline()
    pipeline.usesAllProcessors = false
    let analyses = pipeline
    let outdated = (try? catalogue.outdated(key)) ?? 0
    if outdated > 0 { Failure.tell(Phrase(.analysedAnew, .number(outdated))) }
    try withProgress { tell throws(StoreError) in
      try catalogue.analyze(
        key, reading, jobs: Self.jobs, notes: notes,
        by: { analyses.analyze($0, corrections: $1) }, tell: tell)
    }
  }

  /// Whether nothing is to be analysed, so that neither model nor lists of names are needed.
  ///
  /// What is wrong with the catalogue is found and mended by the analysis.
  private func isAnalysed(by key: AnalysisKey) -> Bool {
    (try? catalogue.pending(key, notes)) == 0
  }

  /// What is asked for, of articles that are analysed by `model` where that is needed.
  func find(_ request: FindRequest, _ model: ModelOptions) throws -> Findings {
    // Nearly always nothing has changed; the answer is found while the folder is looked through.
    let isReady = !request.needsAnalysis || isAnalysed(by: model.key)
    let answer = isReady ? try catalogue.find(request, reading, notes: notes) : nil
    let hasChanged = try scan()
    if let answer, !hasChanged { return answer }
    if request.needsAnalysis { try analyze(model) }
    return try catalogue.find(request, reading, notes: notes)
  }

  /// Tells that some files could not be read, so that who finds nothing knows that it may stand there.
  func tellUnread() throws {
    let count = try catalogue.unread().count
    if count > 0 { Failure.tell(Phrase(.filesUnread, .number(count))) }
  }

  /// Tells what has to be known of the catalogue.
  fileprivate func tellNotices() {
    for notice in catalogue.notices { Failure.tell(notice.phrase) }
  }

  private func withProgress<Result>(
    _ body: ((Catalogue.Progress) -> Void) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    var progress: CorpusProgress?
    defer { progress?.end() }
    return try body { step in
      if progress == nil {
        progress = CorpusProgress(of: step.total, isShown: StandardError.isTerminal)
      }
      progress?.step(failures: 0)
    }
  }
}

/// How files are read, as catalogues of one folder are told apart by it.
enum CatalogueWay {
  /// The way that these options say.
  static func of(_ encoding: String?, _ lines: WrappedOption, _ extent: ExtentOption) -> String {
    "\(encoding ?? "") \(lines.wrapped) \(extent.wholePage) \(extent.field ?? "")"
  }
}

/// Something that is no folder, and so no library.
struct NoLibrary: UserFacingError {
  /// What was named.
  var path: String

  /// What is wrong and what to do, in no language yet.
  var phrase: Phrase { Phrase(.noLibrary, .path(path)) }

  /// 66: there is nothing to read.
  var exitCode: Int32 { EX_NOINPUT }
}

extension ModelOptions {
  /// What tells an analysis by these options from one by others: the model, and the lists that are used.
  var key: AnalysisKey {
    let model = name
    let folder = ownNames == .on ? try? NotesStore.folder() : nil
    let taught = folder.map { folder in
      UserList.allCases.map { UserListFile($0, in: folder).path }
    }
    var lists: [String] = []
    var way = [model, Self.state(of: model)]
    if let names {
      let content = Self.content(of: names)
      lists.append(content ?? "")
      // A stream can be read once alone.
      if content == nil { way += [names, Self.state(of: names)] }
    }
    lists += (taught ?? []).map { Self.content(of: $0) ?? "" }
    return AnalysisKey(way: way.joined(separator: "\t"), lists: lists)
  }

  /// The text of the list at `path`; `nil` where that is no file that can be read.
  private static func content(of path: String) -> String? {
    (try? WholeFile.bytes(of: path, limit: 64 << 20, kinds: .regular)).map(UserListText.decoded)
  }

  /// The size of the file at `path` and when it was changed.
  private static func state(of path: String) -> String {
    PathCalls.status(of: path).map { "\($0.st_size) \($0.st_mtim.tv_sec) \($0.st_mtim.tv_nsec)" }
      ?? ""
  }
}
