import ArabicText
import ArgumentParser
import CInterfaceData
import Documents

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

  /// Loads the document.
  func document() throws(DocumentError) -> Document {
    if sample { return Self.sampleArticle }
    if let file, file != "-" { return try DocumentLoader.load(path: file, encoding: encoding) }
    return try DocumentLoader.load(standardInput: 0, encoding: encoding)
  }

  static var sampleArticle: Document {
    let data = rawi_sample_article()
    let bytes = UnsafeBufferPointer(start: data.bytes, count: data.count)
    return Document(text: DecodedText(mapped: bytes) {}, name: "sample.txt")
  }
}
