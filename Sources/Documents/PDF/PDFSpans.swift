/// The spans of a PDF that replace several signs by letters (`ActualText`, ISO 32000-1, 14.9.4), each with its first
/// sign alone.
///
/// LibreOffice puts a letter and the signs above it, a hamza or vowels that the font has as signs of their own, into
/// such a span and moves each to its place. Poppler takes the width of all from the end of the last one, which has
/// none, and so sees a gap behind the letter: `ال أربعة`. The letters of the span are those of its text in any case.
enum PDFSpans {
  /// The numbers of a matrix, which moves what follows.
  private static let numbersOfMatrix = 6

  /// `content` without what is drawn in a span behind its first sign; `nil` where there is no such span.
  ///
  /// Only where the span is followed by a place of its own: what moves on by the width of its signs stays.
  ///
  /// - Complexity: O(*n*).
  static func withFirstSigns(_ content: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    content.withUnsafeBufferPointer { bytes in
      var (place, kept) = (0, 0)
      while let text = PDFStreams.find("/ActualText", in: bytes, from: place),
        let open = PDFStreams.find("BDC", in: bytes, from: text),
        let close = PDFStreams.find("\nEMC", in: bytes, from: open)
      {
        place = close + 4
        guard let second = matrices(in: bytes[open + 3..<close]).dropFirst().first,
          isPlaced(bytes[place...])
        else { continue }
        result += bytes[kept..<second]
        kept = close + 1
      }
      if kept > 0 { result += bytes[kept...] }
    }
    return result.isEmpty ? nil : result
  }

  /// Where the matrices of `bytes` begin.
  private static func matrices(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [Int] {
    var result: [Int] = []
    var numbers: [Int] = []
    for word in bytes.split(whereSeparator: { $0 <= 0x20 }) {
      if isNumber(word) {
        numbers.append(word.startIndex)
      } else {
        if word.elementsEqual("Tm".utf8), numbers.count == numbersOfMatrix {
          result.append(numbers[0])
        }
        numbers = []
      }
    }
    return result
  }

  /// Whether what follows begins with a place of its own, or is the end of the text.
  private static func isPlaced(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let words = bytes.prefix(200).split(maxSplits: numbersOfMatrix + 1) { $0 <= 0x20 }
    guard let first = words.first else { return true }
    return first.elementsEqual("ET".utf8)
      || words.dropFirst(numbersOfMatrix).first?.elementsEqual("Tm".utf8) == true
  }

  private static func isNumber(_ word: some Sequence<UInt8>) -> Bool {
    word.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
  }
}
