import ArabicText
import ArgumentParser
import Documents
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

  /// Loads the document.
  func document() throws(DocumentError) -> Document {
    if sample { return .sample }
    if let file, file != "-" {
      return try DocumentLoader.load(path: file, encoding: encoding, wrapped: lines.wrapped)
    }
    return try DocumentLoader.load(standardInput: 0, encoding: encoding, wrapped: lines.wrapped)
  }
}
