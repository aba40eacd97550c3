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
      without one, or as -, standard input.
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
    let corpus = Corpus(files, reading, holdsLines: lines)
    if let path = corpus.onlyFile, files == [path] {
      let document = try extent.document(path, encoding: encoding, wrapped: wrapping.wrapped)
      return Corpus.isList(document) ? .corpus(corpus) : .document(document)
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
    } else if lines || holdsLines {
      return .corpus(Corpus(standardInput: reader, reading))
    }
    if DocumentLoader.holdsArticles(reader.pending, reading.extent) {
      return try list(begun: reader.pending, reading)
    }
    let document = try extent.document(
      nil, encoding: encoding, wrapped: wrapping.wrapped, begun: reader.pending)
    return items ? .corpus(Corpus(items: document)) : .document(document)
  }

  /// The articles in JSON that are piped in, one or several.
  private func list(begun: [UInt8], _ reading: Corpus.Reading) throws -> Source {
    let plain = try DocumentLoader.load(
      standardInput: STDIN_FILENO, encoding: encoding, extent: .plainText, begun: begun)
    let text = plain.text.string(in: plain.text.span)
    let document = try DocumentLoader.document(
      ofStream: Array(text.utf8), isWhole: true, encoding: "utf-8", extent: reading.extent)
    return Corpus.isList(document) ? .corpus(Corpus(list: text, reading)) : .document(document)
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
