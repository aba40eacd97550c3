import ArabicText
import CInterfaceData
import Documents
import Glibc
import TestSupport

/// A long text for measuring: a corpus over and over, its paragraphs shuffled, with signs to wait for.
struct LongText {
  /// A word near the end, as the text spells it, and as one types it who does not care for spelling.
  static let word = "إسطرلابات"
  static let typedWord = "اسطرلابات"
  /// Stands below the word.
  static let hitSign = "QZXKJVW"
  /// Ends the text.
  static let endSign = "WVJKXZQ"

  /// The paragraphs of the file at `path`, or of the article that comes with Rawi.
  static func corpus(_ path: String?) throws -> [[UInt8]] {
    let text: DecodedText
    if let path {
      text = try DocumentLoader.load(path: path).text
    } else {
      let data = rawi_sample_article()
      text = DecodedText(copying: UnsafeBufferPointer(start: data.bytes, count: data.count))
    }
    return text.paragraphs(in: text.span).filter { !$0.content.isEmpty }.map { paragraph in
      text.withUTF8 { Array($0[paragraph.content.utf8]) }
    }
  }

  /// Writes a file of `megabytes` to `path`.
  static func write(_ megabytes: Int, of corpus: [[UInt8]], to path: String) throws {
    var generator = SeededGenerator(seed: 1)
    guard let file = fopen(path, "w") else { throw FileProblem(call: "fopen", number: errno) }
    defer { fclose(file) }
    var written = 0
    func put(_ bytes: [UInt8]) {
      fwrite(bytes, 1, bytes.count, file)
      fputs("\n\n", file)
      written += bytes.count + 2
    }
    while written < megabytes * 1_000_000 - 20_000 {
      put(corpus[Int.random(in: 0..<corpus.count, using: &generator)])
    }
    put(Array(word.utf8))
    put(Array(hitSign.utf8))
    while written < megabytes * 1_000_000 {
      put(corpus[Int.random(in: 0..<corpus.count, using: &generator)])
    }
    put(Array(endSign.utf8))
  }
}
