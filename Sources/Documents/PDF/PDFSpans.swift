/// The spans of a PDF that replace several signs by letters (`ActualText`, ISO 32000-1, 14.9.4), each with the one of
/// them that stands on the line.
///
/// LibreOffice puts a letter and the signs above it, a hamza or vowels that the font has as signs of their own, into
/// such a span and moves each to its place. Poppler takes the width of all from the end of the last one, which may have
/// none, and so sees a gap behind the letter: `ال أربعة`. The letters of the span are those of its text in any case.
enum PDFSpans {
  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// A matrix that moves what follows: where it begins, and the height to which it moves it.
  private struct Matrix {
    var start: Int
    var height: Bytes
  }

  private static let numbersOfMatrix = 6
  /// How many bytes in front of a span or behind it are looked at for the height of its line.
  private static let reach = 200

  /// `content` with one sign in each such span; `nil` where there is none.
  ///
  /// Only where the span is followed by a place of its own: what moves on by the width of its signs stays.
  ///
  /// - Complexity: O(*n*).
  static func withSignsOnLine(_ content: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    content.withUnsafeBufferPointer { bytes in
      var (place, kept) = (0, 0)
      while let text = PDFStreams.find("/ActualText", in: bytes, from: place),
        let open = PDFStreams.find("BDC", in: bytes, from: text),
        let close = PDFStreams.find("\nEMC", in: bytes, from: open)
      {
        place = close + 4
        let signs = matrices(in: bytes[open + 3..<close])
        guard signs.count > 1, let line = heights(around: text..<place, in: bytes),
          let sign = signs.firstIndex(where: { sign in
            line.contains { $0.elementsEqual(sign.height) }
          })
        else { continue }
        let end = sign + 1 < signs.count ? signs[sign + 1].start : close + 1
        result += bytes[kept..<signs[0].start]
        result += bytes[signs[sign].start..<end]
        kept = close + 1
      }
      if kept > 0 { result += bytes[kept...] }
    }
    return result.isEmpty ? nil : result
  }

  /// The matrices of `bytes`.
  private static func matrices(in bytes: Bytes) -> [Matrix] {
    var result: [Matrix] = []
    var numbers: [Bytes] = []
    for word in bytes.split(whereSeparator: { $0 <= 0x20 }) {
      if isNumber(word) {
        numbers.append(word)
      } else {
        if word.elementsEqual("Tm".utf8), numbers.count == numbersOfMatrix {
          result.append(Matrix(start: numbers[0].startIndex, height: numbers[5]))
        }
        numbers = []
      }
    }
    return result
  }

  /// The heights of what stands before and behind a span; `nil` where what follows has no place of its own and is not
  /// the end of the text.
  private static func heights(
    around span: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [Bytes]? {
    let before = matrices(in: bytes[max(0, span.lowerBound - reach)..<span.lowerBound])
    let words = bytes[span.upperBound...].prefix(reach)
      .split(maxSplits: numbersOfMatrix + 1) { $0 <= 0x20 }
    let isPlaced = words.dropFirst(numbersOfMatrix).first?.elementsEqual("Tm".utf8) == true
    guard isPlaced || words.first?.elementsEqual("ET".utf8) != false else { return nil }
    return isPlaced ? [words[numbersOfMatrix - 1]] : before.suffix(1).map(\.height)
  }

  private static func isNumber(_ word: some Sequence<UInt8>) -> Bool {
    word.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
  }
}
