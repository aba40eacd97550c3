import Annotations
import ArabicText
import Corrections
import Documents
import Interface
import Library
import Platform
import ReaderRuntime

/// Folders of articles and several files, which are a reading room.
extension ReadCommand {
  /// Whether a list of articles was named: folders, or several files that are there; what is not there beside a folder is
  /// told in its list.
  var isRoom: Bool {
    guard !sample, !files.isEmpty else { return false }
    if files.allSatisfy(FolderFiles.isFolder) { return true }
    return files.count > 1 && !files.contains("-") && !files.contains(Self.follow)
      && files.allSatisfy { file in
        FolderFiles.isFolderOrFile(file)
          || PathCalls.status(of: file) == nil && files.contains(where: FolderFiles.isFolder)
      }
  }

  /// Whether `document`, which alone was named, holds several articles.
  func holdsArticles(_ document: Document, from source: ArticleSource) -> Bool {
    // A stream has given all that it had.
    guard files.count == 1, let path = source.path, FolderFiles.isFolderOrFile(path) else {
      return false
    }
    return FolderFiles.articles(in: document).count > 1
  }

  /// How many files and folders the name of a reading room tells.
  private static let mostNames = 3

  /// What the reading room is called.
  var roomName: String {
    let names = FolderFiles.apart(files).map { FilePath.name(of: FilePath.real($0) ?? $0) }
    let more = names.count > Self.mostNames ? ["…"] : []
    return (names.prefix(Self.mostNames) + more).joined(separator: " + ")
  }

  /// The library that the file at `path` is in: the innermost folder around it that was opened as one before.
  func library(
    around path: String, _ analysis: AnalysisSetup, _ extent: Extent
  ) -> FoundShelf? {
    let root = Catalogue.root(
      around: path, in: UserFolder.cache.path(of: "libraries", ProcessEnvironment.variables),
      way: CatalogueWay.of(encoding, lines, self.extent))
    return root.map {
      FoundShelf(shelf: shelf([$0], analysis, extent), name: FilePath.name(of: $0))
    }
  }

  /// What finds out what is in folders and files.
  func shelf(_ paths: [String], _ analysis: AnalysisSetup, _ extent: Extent) -> FolderShelf {
    let environment = ProcessEnvironment.variables
    var reading = Corpus.Reading()
    reading.encoding = encoding
    reading.extent = extent
    reading.wrapped = lines.wrapped
    return FolderShelf(
      paths,
      FolderShelf.Setup(
        folder: UserFolder.cache.path(of: "libraries", environment),
        way: CatalogueWay.of(encoding, lines, self.extent), version: Version.text,
        reading: reading, jobs: OpenLibrary.jobs, key: { [model] in model.key },
        analyzer: {
          var pipeline = analysis.pipeline()
          pipeline.usesAllProcessors = false
          let analyses = pipeline
          return { analyses.analyze($0, corrections: $1) }
        },
        notes: { root in
          guard let store = try? AnnotationStore(toRead: DataFolder(environment: environment))
          else { return nil }
          return try? LibraryNotes(store, of: root)
        },
        readings: {
          let store = try? AnnotationStore(toRead: DataFolder(environment: environment))
          return (try? store?.places.all()) ?? [:]
        },
        request: { FindLine.request($0) },
        // Nothing is told on a terminal that shows the screen.
        same: { [model] in model.sameNames(tellsProblems: false) },
        lessons: model.ownNames == .on ? (try? NotesStore.folder()).map(SameNamesFile.init) : nil))
  }
}
