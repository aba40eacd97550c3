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
    ("ا", ["ا"]), ("", []), ("ا\rب\r", ["ا", "ب"]), ("ا\n\rب", ["ا", "", "ب"]),
    ("ا\u{85}ب", ["ا", "ب"]), ("ا\u{2028}ب\u{2029}ت", ["ا", "ب", "ت"]),
    ("ا\u{B}ب\u{C}ت", ["ا", "ب", "ت"]), ("«ا»\u{A0}م\u{2026}", ["«ا»\u{A0}م\u{2026}"]),
  ])
  func `line breaks end paragraphs and are no part of them`(string: String, expected: [String]) {
    let text = DecodedText(string)
    #expect(forward(text).map { text.string(in: $0.content) } == expected)
  }

  @Test(arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}"])
  func `a line break is found wherever it stands in a long text`(lineBreak: String) {
    for before in [0, 1, 60, 61, 62, 63, 64, 65, 130, 32 * 1024 - 2, 32 * 1024 - 1, 32 * 1024] {
      let text = DecodedText(String(repeating: "x", count: before) + lineBreak + "ب")
      let paragraphs = forward(text)
      #expect(paragraphs.map { text.string(in: $0.content) }.last == "ب", "\(before)")
      #expect(paragraphs.first?.content.utf8Count == before)
      #expect(paragraphs.count == 2)
      #expect(backward(text) == paragraphs)
    }
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

  @Test func `a paragraph further on is the one that is found from the start`() {
    var random = SeededGenerator(seed: 5)
    let line = String(repeating: "كلمة ", count: 100 * 1024 / 9)
    let text = DecodedText([random.text(300), line, random.text(80), "\n"].joined(separator: "\n"))
    let paragraphs = forward(text)
    for (number, paragraph) in paragraphs.enumerated() where number % 3 == 0 {
      for later in paragraphs.dropFirst(number + 1) where !later.content.isEmpty {
        let offset = later.content.upper - 1
        #expect(text.paragraph(at: offset, after: paragraph) == later)
      }
      #expect(text.paragraph(at: paragraph.start, after: paragraph) == nil)
    }
  }

  @Test(arguments: [1, 40, 1000, 1_000_000])
  func `stretches are whole lines and join to the text`(size: Int) {
    var random = SeededGenerator(seed: 6)
    let text = DecodedText(random.text(2000))
    let stretches = text.stretches(of: text.span, size: size)
    #expect(stretches.flatMap { Array(text.paragraphs(in: $0)) } == forward(text))
    #expect(stretches.dropLast().allSatisfy { $0.utf8Count > size })
    #expect(text.stretches(of: TextSpan(.zero, .zero), size: size).isEmpty)
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
