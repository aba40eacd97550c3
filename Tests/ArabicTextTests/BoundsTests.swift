import ArabicText
import TestSupport
import Testing

/// What nobody may do with a text: each must stop the program, in release builds as well, before a byte
/// outside the text is read.
private enum Misuse {
  static let text = DecodedText("سلام عليكم\nأهلا\n")
  static let longer = DecodedText(String(repeating: "سطر طويل\n", count: 40))
  static let outside = TextSpan(.zero, text.end + 1)
  static let before = TextSpan(TextOffset(-1), .zero)
  static let pattern = FoldedPattern("سلام")

  static let all: [@Sendable () -> Void] = [
    { _ = TextSpan(TextOffset(3), TextOffset(2)) },
    { _ = text.string(in: outside) },
    { _ = text.string(in: before) },
    { _ = text.string(in: TextSpan(utf8: 0..<3)) },
    { _ = text.string(in: TextSpan(utf8: 1..<4)) },
    {
      var backward = TextSpan(utf8: 0..<4)
      backward.lower = TextOffset(6)
      _ = text.string(in: backward)
    },
    { _ = text[byte: text.end] },
    { _ = text[byte: TextOffset(-1)] },
    { _ = text.scalars(in: outside) },
    { _ = text.scalars(in: before) },
    { _ = text.scalar(at: text.end + 1) },
    { _ = text.scalar(at: TextOffset(-1)) },
    { _ = text.scalar(before: text.end + 1) },
    { _ = text.paragraphs(in: outside) },
    { _ = text.paragraph(after: longer.paragraph(at: longer.end)) },
    { _ = text.paragraph(at: longer.end, after: text.paragraph(at: .zero)) },
    { _ = text.stretches(of: outside, size: 4) },
    { _ = FoldedText(text, in: outside, by: .search) },
    { _ = pattern?.matches(in: text, span: outside) },
    { _ = pattern.map(PatternPrefilter.init)?.firstCandidate(in: text, outside) },
    { _ = Tokenizer.tokens(of: text, in: outside) },
    { _ = SentenceSplitter.sentences(of: text, in: outside) },
  ]
}

@Suite struct BoundsTests {
  @Test(arguments: Misuse.all.indices)
  func `what lies outside a text stops the program`(number: Int) async {
    await #expect(processExitsWith: .failure) { [number = number as Int] in
      Misuse.all[number]()
    }
  }

  @Test(arguments: Fuzz.seeds(20))
  func `a text of any bytes has the boundaries that reading it meets`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = DecodedText(copying: random.bytes(300))
    var boundaries = Set(text.scalars(in: text.span).map(\.offset))
    boundaries.insert(text.end)
    for position in -3...text.utf8Count + 3 {
      let offset = TextOffset(position)
      #expect(text.isScalarBoundary(offset) == boundaries.contains(offset))
    }
  }

  @Test(arguments: Fuzz.seeds(20))
  func `every passage of a text of any bytes can be read`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = DecodedText(copying: random.bytes(60))
    let whole = Array(text.scalars(in: text.span))
    for lower in 0...text.utf8Count {
      for upper in lower...text.utf8Count {
        let span = TextSpan(utf8: lower..<upper)
        guard text.contains(span) else { continue }
        let scalars = whole.filter { span.contains($0.offset) }.map(\.value)
        #expect(text.string(in: span).unicodeScalars.map(\.value) == scalars)
      }
    }
  }

  @Test func `a line of ill-formed bytes is cut between what decodes alone`() {
    let text = DecodedText(
      copying: (0..<100 * 1024).map { [0xF0, 0x90, 0x80, 0x80, 0x80, 0x80][$0 % 6] as UInt8 })
    let paragraphs = Array(text.paragraphs(in: text.span))
    #expect(paragraphs.count > 2)
    #expect(paragraphs.allSatisfy { text.contains($0.content) })
  }
}
