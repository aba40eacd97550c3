import ArabicText
import ArgumentParser
import Documents
import Glibc
import Interface
import Library
import Reader
import ReaderRuntime

/// What to read.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "The article; without it, or as -, standard input.", completion: .file())
  var file: String?

  @Flag(help: "Take the article that comes with Rawi.")
  var sample = false

  @Option(
    help: ArgumentHelp(
      "The charset of the article, as windows-1256; without it, it is recognised.",
      valueName: "charset"))
  var encoding: String?

  @OptionGroup var lines: WrappedOption

  @OptionGroup var extent: ExtentOption

  /// Loads the document, and tells on standard error what has to be known of how it was read.
  ///
  /// - Throws: `DocumentError` or `ConfigurationError`.
  func document() throws -> Document {
    if sample { return .sample }
    return try extent.document(file, encoding: encoding, wrapped: lines.wrapped)
  }
}

/// How much of a file is taken.
struct ExtentOption: ParsableArguments {
  @Flag(help: "Take all words of a page of the web, and not the article in it alone.")
  var wholePage = false

  @Option(
    help: ArgumentHelp(
      "Of articles in JSON the member that holds the text; without it, text, content, body, article or "
        + "maintext.", valueName: "name"))
  var field: String?

  /// What is to be read, and by what.
  func extent(_ configuration: Configuration) -> Extent {
    Extent(
      wholePage ? .wholePage : .article, field: field, converters: configuration.converters)
  }

  /// Loads the document in `file`; without one, or of `-`, standard input.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - encoding: its charset; `nil` where it is to be recognised.
  ///   - wrapped: whether broken lines are joined.
  /// - Returns: the document; what has to be known of how it was read is told.
  /// - Throws: `DocumentError` or `ConfigurationError`.
  func document(_ file: String?, encoding: String?, wrapped: HardWrap.Choice) throws -> Document {
    guard let file, let listed = ListedArticle(file) else {
      return try document(of: try self.file(file, encoding: encoding), wrapped: wrapped)
    }
    let whole = try document(of: try self.file(listed.path, encoding: encoding), wrapped: wrapped)
    guard var article = FolderFiles.article(listed.number, in: whole, at: listed.path) else {
      throw NoListedArticle(
        number: listed.number, path: listed.path, count: FolderFiles.count(of: whole))
    }
    article.name = FolderFiles.place(listed.number, in: article.name)
    return article
  }

  /// Reads `file`; without one, or of `-`, standard input, of which `begun` was read before.
  func file(_ file: String?, encoding: String?, begun: [UInt8] = []) throws -> ReadFile {
    let extent = extent(try ConfigurationFile.configuration())
    guard let file, file != "-" else {
      return try ReadFile(
        standardInput: STDIN_FILENO, encoding: encoding, extent: extent, begun: begun)
    }
    return try ReadFile(file, encoding: encoding, extent: extent, silence: .told(of: file))
  }

  /// The document of `file`; what has to be known of how it was read is told.
  func document(of file: consuming ReadFile, wrapped: HardWrap.Choice) throws -> Document {
    let document = try file.document(wrapped: wrapped)
    for warning in document.structure?.warnings ?? [] {
      Failure.tell(Phrase(.inFile, .text(document.name), .phrase(warning.phrase)))
    }
    return document
  }
}
