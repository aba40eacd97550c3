import ArabicText
import TestSupport
import Testing

/// A text that is edited at random and knows of each byte which one it was at the start.
private struct EditedText {
  private(set) var bytes: [UInt8]
  /// For each byte its place in the text at the start; `nil` for one that was put in.
  private(set) var origins: [Int?]

  init(_ string: String) {
    bytes = Array(string.utf8)
    origins = bytes.indices.map(\.self)
  }

  /// Puts in, takes out or replaces some scalars.
  mutating func edit(with words: String, using random: inout SeededGenerator) {
    let start = boundary(Int.random(in: 0...bytes.count, using: &random))
    let length = Bool.random(using: &random) ? 0 : Int.random(in: 0...40, using: &random)
    let end = boundary(min(bytes.count, start + length))
    bytes.replaceSubrange(start..<max(start, end), with: words.utf8)
    origins.replaceSubrange(start..<max(start, end), with: words.utf8.map { _ in nil })
  }

  private func boundary(_ position: Int) -> Int {
    var position = position
    while position > 0, position < bytes.count, bytes[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }

  /// Where the bytes `range` of the text at the start stand now; `nil` where they stand no longer
  /// together.
  func place(of range: Range<Int>) -> Range<Int>? {
    guard let start = origins.firstIndex(of: range.lowerBound), start + range.count <= origins.count
    else { return nil }
    let now = start..<start + range.count
    return zip(origins[now], range).allSatisfy { $0 == $1 } ? now : nil
  }
}

/// Passages carried over from one version of a text to the next, after 100,000 edits.
@Suite struct TextChangeFuzzTests {
  /// A word of `letters` letters, some with marks.
  private func word(_ letters: Int, using random: inout SeededGenerator) -> String {
    var word = String.UnicodeScalarView()
    for _ in 0..<letters {
      for range: ClosedRange<UInt32> in [0x621...0x63A, 0x64B...0x652] {
        guard range.lowerBound == 0x621 || Int.random(in: 0..<4, using: &random) == 0,
          let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random))
        else { continue }
        word.append(scalar)
      }
    }
    return String(word)
  }

  /// Words of `letters` letters between spaces and line breaks of both kinds.
  private func text(words: Int, of letters: Int, using random: inout SeededGenerator) -> String {
    (0..<words).map { _ in
      let end = [" ", " ", " ", "، ", "\n", "\r\n"].randomElement(using: &random) ?? " "
      return word(letters, using: &random) + end
    }.joined()
  }

  private func randomSpan(_ text: DecodedText, using random: inout SeededGenerator) -> TextSpan {
    let lower = Int.random(in: 0...text.utf8Count, using: &random)
    let upper = Int.random(in: lower...min(text.utf8Count, lower + 60), using: &random)
    return TextSpan(utf8: lower..<upper)
  }

  @Test(arguments: Fuzz.seeds(40))
  func `a passage that is carried over has the same bytes and cuts no letter`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var text = EditedText(random.text(120))
    for _ in 0..<300 {
      let old = DecodedText(copying: text.bytes)
      for _ in 0..<Int.random(in: 1...16, using: &random) {
        text.edit(with: random.text(Int.random(in: 0...8, using: &random)), using: &random)
      }
      if text.bytes.count > 600 { text = EditedText(random.text(60)) }
      let new = DecodedText(copying: text.bytes)
      let change = TextChange(from: old, to: new)
      for _ in 0..<4 {
        let span = randomSpan(old, using: &random)
        #expect(new.isScalarBoundary(change.offset(span.lower)))
        guard let found = change.span(span) else { continue }
        #expect(new.contains(found) && old.contains(span))
        #expect(old.string(in: span) == new.string(in: found))
      }
    }
  }

  @Test(arguments: Fuzz.seeds(40))
  func `a passage of words that stand once is carried over to those very words`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var carried = 0
    for _ in 0..<60 {
      let string = text(words: 40, of: 7, using: &random)
      let old = DecodedText(string)
      var text = EditedText(string)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        text.edit(with: word(Int.random(in: 0...9, using: &random), using: &random), using: &random)
      }
      let change = TextChange(from: old, to: DecodedText(copying: text.bytes))
      for _ in 0..<20 {
        let span = randomSpan(old, using: &random)
        guard span.utf8Count >= 12, let found = change.span(span) else { continue }
        #expect(found.utf8 == text.place(of: span.utf8))
        carried += 1
      }
    }
    #expect(carried > 100)
  }

  @Test(arguments: Fuzz.seeds(20))
  func `a passage far from every change is always carried over`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<60 {
      let string = text(words: 40, of: 7, using: &random)
      let old = DecodedText(string)
      var text = EditedText(string)
      for _ in 0..<3 { text.edit(with: word(5, using: &random), using: &random) }
      let change = TextChange(from: old, to: DecodedText(copying: text.bytes))
      for _ in 0..<20 {
        let span = randomSpan(old, using: &random)
        let around = max(0, span.lower.utf8 - 100)..<min(old.utf8Count, span.upper.utf8 + 100)
        guard old.contains(span), let place = text.place(of: around) else { continue }
        let lower = place.lowerBound + span.lower.utf8 - around.lowerBound
        #expect(change.span(span) == TextSpan(utf8: lower..<lower + span.utf8Count))
      }
    }
  }
}
