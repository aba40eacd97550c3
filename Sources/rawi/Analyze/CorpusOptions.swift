import ArabicText
import ArgumentParser
import Documents
import Glibc
import Interface
import Library
import Platform
import ReaderRuntime

/// What to analyse: one document, or many.
struct CorpusOptions: ParsableArguments {
  @Argument(
    help: """
      The articles: files, folders with all that lies in them, and files of JSON Lines, an article a line; \
      one of several in a file by its number behind #, as feed.xml#2; without one, or as -, standard input.
      """, completion: .file())
  var files: [String] = []

  @Flag(help: "Take the article that comes with Rawi.")
  var sample = false

  @Option(
    help: ArgumentHelp(
      "The charset of the articles, as windows-1256; without it, it is recognised.",
      valueName: "charset"))
  var encoding: String?

  @OptionGroup var wrapping: WrappedOption

  @OptionGroup var extent: ExtentOption

  @Flag(
    help: """
      Take each line for an article in JSON, whatever the first ones are; without it, a file or standard input \
      is read so where half of its first lines are articles.
      """)
  var lines = false

  @Flag(help: "Take each item of a feed for an article of its own, whose id is its address.")
  var items = false

  /// What there is to analyse.
  enum Source {
    case document(Document)
    case corpus(Corpus)
  }

  /// Finds out what there is, and reads what is one document.
  ///
  /// - Throws: `DocumentError` or `ConfigurationError`.
  func source() throws -> Source {
    let reading = try reading()
    if sample { return .document(.sample) }
    if files.isEmpty || files == ["-"] { return try standardInput(reading) }
    if files.count == 1, ListedArticle(files[0]) != nil {
      return .document(
        try extent.document(files[0], encoding: encoding, wrapped: wrapping.wrapped))
    }
    let corpus = Corpus(files, reading, holdsLines: lines)
    if let path = corpus.onlyFile, files == [path] {
      let file = try extent.file(path, encoding: encoding)
      if let list = try file.list() { return .corpus(Corpus(list: list, from: path, reading)) }
      return .document(try extent.document(of: file, wrapped: wrapping.wrapped))
    }
    return .corpus(corpus)
  }

  private func standardInput(_ reading: Corpus.Reading) throws -> Source {
    guard isatty(STDIN_FILENO) == 0 else { throw DocumentError.terminal }
    var reader = LineReader(STDIN_FILENO)
    let holdsLines: Bool
    do throws(ReadingFailure) {
      holdsLines = try reader.beginsWithRecord(field: extent.field)
    } catch {
      throw DocumentError.failed("standard input", error.number)
    }
    if try UnpackedFile.rewindsStandardInput(reader.pending) {
      if lines || Corpus.holdsLines(STDIN_FILENO, name: "standard input", reading) {
        return .corpus(Corpus(packedStandardInput: reading))
      }
      reader = LineReader(STDIN_FILENO)
    } else if holdsLines || lines && !DocumentLoader.isWide(reader.pending, encoding: encoding) {
      return .corpus(Corpus(standardInput: reader, reading))
    }
    let file = try extent.file(nil, encoding: encoding, begun: reader.pending)
    if let list = try file.list(isLines: lines) { return .corpus(Corpus(list: list, reading)) }
    let document = try extent.document(of: file, wrapped: wrapping.wrapped)
    return items ? .corpus(Corpus(items: document)) : .document(document)
  }

  private func reading() throws -> Corpus.Reading {
    var reading = Corpus.Reading()
    reading.encoding = encoding
    reading.extent = extent.extent(try ConfigurationFile.configuration())
    reading.wrapped = wrapping.wrapped
    reading.dividesFeeds = items
    return reading
  }
}
