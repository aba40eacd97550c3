import ArabicText
import TestSupport
import Testing

@Suite struct OffsetTests {
  @Test(arguments: 0..<20)
  func `byte and scalar offsets convert both ways`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let string = random.text(3000)
    let text = DecodedText(string)
    let counter = ScalarCounter(text)
    #expect(counter.count == string.unicodeScalars.count)
    for _ in 0..<50 {
      let scalars = ScalarOffset(Int.random(in: 0...counter.count, using: &random))
      let offset = counter.textOffset(of: scalars)
      #expect(offset.map(counter.scalarOffset(of:)) == scalars)
    }
  }

  @Test func `a scalar offset past the end has no byte offset`() {
    let counter = ScalarCounter(DecodedText("سلام"))
    #expect(counter.textOffset(of: ScalarOffset(4)) == TextOffset(8))
    #expect(counter.textOffset(of: ScalarOffset(5)) == nil)
    #expect(counter.textOffset(of: ScalarOffset(-1)) == nil)
  }

  @Test func `spans know overlap, intersection and union`() {
    let first = TextSpan(utf8: 0..<5)
    let second = TextSpan(utf8: 3..<8)
    #expect(first.overlaps(second))
    #expect(first.intersection(second) == TextSpan(utf8: 3..<5))
    #expect(first.union(second) == TextSpan(utf8: 0..<8))
    #expect(!first.overlaps(TextSpan(utf8: 5..<6)))
    #expect(first.intersection(TextSpan(utf8: 5..<6)) == nil)
    #expect(first.contains(TextOffset(0)) && !first.contains(TextOffset(5)))
  }
}
