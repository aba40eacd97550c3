import ArabicText
import Testing

@testable import Documents

/// Headings of a PDF by the size of their letters, and paragraphs by what is free between them.
struct PDFHeadingsTests {
  /// A block of lines of `words`, each `size` high and `step` below the one before, from `top` on.
  private struct Part {
    var lines: [String]
    var top: Double
    var size = 12.0
    var step = 16.0
  }

  /// The text of a page of `parts`, and its structure.
  private func read(_ parts: [Part]) throws -> ExtractedText {
    let output = parts.map { $0.lines.joined(separator: "\n") }.joined(separator: "\n") + "\n\u{0C}"
    var boxes = "<page width=\"600\" height=\"800\">\n"
    for part in parts {
      boxes += "<block xMin=\"50\" yMin=\"0\" xMax=\"550\" yMax=\"0\">\n"
      for (number, line) in part.lines.enumerated() {
        let top = part.top + Double(number) * part.step
        let words = line.split(separator: " ")
        let width = 500.0 * Double(line.count) / 60
        let box = "yMin=\"\(top)\" xMax=\"550\" yMax=\"\(top + part.size)\""
        boxes += "<line xMin=\"\(550 - width)\" \(box)>\n"
        for (index, word) in words.enumerated() {
          let right = 550 - Double(index) * width / Double(words.count)
          boxes +=
            "<word xMin=\"\(right - width / Double(words.count) + 3)\" yMin=\"\(top)\" xMax=\"\(right)\" yMax=\"\(top + part.size)\">\(word)</word>\n"
        }
        boxes += "</line>\n"
      }
    }
    let layout = PDFBoxes(Array(boxes.utf8))
    let arranged = PDFColumns.arranged(Array(output.utf8), by: layout)
    return try PDFDocument.text(of: arranged, "a.pdf")
  }

  private static let full = "هذا سطر طويل من كلام البيان يملأ عرض الصفحة كله من أولها إلى"
  private static let paragraph = [full, full, "آخرها."]

  private func lines(_ text: ExtractedText) -> [String] {
    String(decoding: text.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `a headline of two lines is one, and the title; headings are none of the text`() throws
  {
    let text = try read([
      Part(lines: ["بيان صادر عن اجتماع الوزراء", "في العاصمة"], top: 20, size: 15, step: 18),
      Part(lines: Self.paragraph, top: 70),
      Part(lines: ["التوصيات الأولى"], top: 125, size: 14),
      Part(lines: Self.paragraph, top: 150),
    ])
    #expect(text.structure.title == "بيان صادر عن اجتماع الوزراء في العاصمة")
    #expect(text.structure.blocks.map(\.kind) == [.heading(level: 1), .heading(level: 2)])
    #expect(lines(text).count == 4 && lines(text)[2] == "التوصيات الأولى")
  }

  @Test func `paragraphs end where more is free than between lines`() throws {
    let text = try read([
      Part(lines: [Self.full, Self.full], top: 20), Part(lines: [Self.full, Self.full], top: 62),
      Part(lines: [Self.full, "وآخر."], top: 104),
    ])
    #expect(lines(text).count == 3)
    #expect(text.structure.blocks.isEmpty && text.structure.title == nil)
  }

  @Test func `where most lines are large none is a heading`() throws {
    let text = try read([
      Part(lines: Self.paragraph + Self.paragraph, top: 20, size: 12),
      Part(lines: Self.paragraph + [Self.full, Self.full], top: 140, size: 15, step: 20),
    ])
    #expect(text.structure.blocks.isEmpty)
  }
}
