import ArabicText
import TestSupport
import Testing

@Suite struct DecodingTests {
  private func values(_ text: DecodedText) -> [UInt32] {
    text.scalars(in: text.span).map(\.value)
  }

  @Test(arguments: 0..<20)
  func `well-formed text decodes as the standard library does`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let string = random.text(500)
    #expect(values(DecodedText(string)) == string.unicodeScalars.map(\.value))
  }

  @Test(arguments: 0..<50)
  func `ill-formed text is cut into maximal subparts`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = random.bytes(200)
    let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
    #expect(values(DecodedText(copying: bytes)) == expected)
  }

  @Test(arguments: 0..<50)
  func `reading backward cuts ill-formed text where reading forward does`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = DecodedText(copying: random.bytes(200))
    let forward = Array(text.scalars(in: text.span))
    var backward: [PlacedScalar] = []
    var offset = text.end
    while let scalar = text.scalar(before: offset) {
      backward.append(scalar)
      offset = scalar.offset
    }
    #expect(backward.reversed() == forward)
  }

  @Test func `there is no scalar before the start and none at the end`() {
    let text = DecodedText("ا")
    #expect(text.scalar(before: .zero) == nil)
    #expect(text.scalar(at: text.end) == nil)
    #expect(text.scalar(before: text.end)?.value == 0x627)
  }

  @Test func `a written replacement character is one scalar both ways`() {
    let text = DecodedText("ا\u{FFFD}ب")
    #expect(text.scalar(before: TextOffset(5))?.length == 3)
    #expect(values(text) == [0x627, 0xFFFD, 0x628])
  }
}
