import ArabicText
import ArgumentParser
import CBuiltInData
import Glibc

/// What to read.
struct InputOptions: ParsableArguments {
  @Argument(help: "The article; without it, or as -, standard input.")
  var file: String?

  @Flag(help: "Read the article that comes with Rawi.")
  var sample = false

  /// Loads the document.
  func document() throws -> Document {
    if sample { return Self.sampleArticle }
    guard let file, let stream = fopen(file, "r") else { throw ExitCode(66) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
      bytes += buffer[..<count]
    }
    return Document(text: DecodedText(copying: bytes), name: file)
  }

  private static var sampleArticle: Document {
    let data = rawi_sample_article()
    let bytes = UnsafeBufferPointer(start: data.bytes, count: data.count)
    return Document(text: DecodedText(mapped: bytes) {}, name: "sample.txt")
  }
}
