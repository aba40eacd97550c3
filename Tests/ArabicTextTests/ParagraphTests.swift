import ArabicText
import TestSupport
import Testing

@Suite struct ParagraphTests {
  private func forward(_ text: DecodedText) -> [Paragraph] { Array(text.paragraphs(in: text.span)) }

  private func backward(_ text: DecodedText) -> [Paragraph] {
    guard text.utf8Count > 0 else { return [] }
    var found = [text.paragraph(at: text.end)]
    while let first = found.last, let before = text.paragraph(before: first) {
      found.append(before)
    }
    return found.reversed()
  }

  @Test(arguments: [
    ("ا\nب", ["ا", "ب"]), ("ا\r\nب\r\n", ["ا", "ب"]), ("ا\n\nب\n", ["ا", "", "ب"]), ("\n", [""]),
    ("ا", ["ا"]), ("", []),
  ])
  func `line breaks end paragraphs and are no part of them`(string: String, expected: [String]) {
    let text = DecodedText(string)
    #expect(forward(text).map { text.string(in: $0.content) } == expected)
  }

  @Test(arguments: 0..<30)
  func `going backward meets the same paragraphs as going forward`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = DecodedText(random.text(600))
    #expect(backward(text) == forward(text))
  }

  @Test(arguments: 0..<10)
  func `every offset lies in the paragraph that is found for it`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = DecodedText(random.text(300))
    let paragraphs = forward(text)
    for paragraph in paragraphs {
      for byte in stride(from: paragraph.start.utf8, to: paragraph.next.utf8, by: 3) {
        #expect(text.paragraph(at: TextOffset(byte)) == paragraph)
      }
    }
    #expect(text.paragraph(at: text.end) == paragraphs.last)
  }

  @Test func `a line of 100 KB is cut at spaces into pieces that join to the line`() {
    let text = DecodedText(String(repeating: "كلمة ", count: 100 * 1024 / 9))
    let pieces = forward(text)
    #expect(pieces.count > 1 && backward(text) == pieces)
    #expect(pieces.dropFirst().allSatisfy { $0.continuesLine })
    #expect(pieces.allSatisfy { $0.content.utf8Count <= Paragraph.longestPiece })
    #expect(pieces.map { text.string(in: $0.content) }.joined() == text.string(in: text.span))
    #expect(pieces.dropLast().allSatisfy { text.string(in: $0.content).hasSuffix(" ") })
  }

  @Test func `a line of 100 KB without a space is cut between scalars`() {
    let text = DecodedText(String(repeating: "م", count: 50 * 1024))
    let pieces = forward(text)
    #expect(pieces.count > 1 && backward(text) == pieces)
    #expect(pieces.allSatisfy { $0.content.utf8Count % 2 == 0 })
  }
}
