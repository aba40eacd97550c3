import ArabicText
import Testing

@testable import Documents

/// Styles of one's own are known by their names.
struct WordStyleTests {
  @Test(arguments: [
    ("heading 2", 2), ("عنوان رئيسي", 1), ("العنوان الفرعي", 2), ("عنوان 3", 3), ("عنوان ٢", 2),
    ("العنوان", 1), ("Title", 1),
  ])
  func `a style that is called a heading is one`(name: String, level: Int) {
    #expect(WordStyles.Properties(named: name).level == level)
  }

  @Test func `others are none`() {
    #expect(WordStyles.Properties(named: "نص العنوان").block == nil)
    #expect(WordStyles.Properties(named: "عادي").block == nil)
    #expect(WordStyles.Properties(named: "اقتباس").block == .quotation)
  }

  @Test func `a document without a title has the heading that it begins with`() {
    func title(_ lines: [(String, DocumentStructure.Block.Kind?)], told: String? = nil) -> String? {
      var text = ExtractedText(
        DocumentStructure(format: "docx", extractor: .init("docx", version: 1)))
      text.structure.title = told
      for (line, kind) in lines { text.append(line.utf8, kind) }
      text.takeTitle()
      return text.structure.title
    }
    #expect(title([("بيان  الهيئة", .heading(level: 1)), ("كلام", nil)]) == "بيان الهيئة")
    #expect(title([("بيان", .heading(level: 1))], told: "آخر") == "آخر")
    #expect(title([("بيان", .heading(level: 2)), ("كلام", nil)]) == nil)
    #expect(title([("كلام", nil), ("بيان", .heading(level: 1))]) == nil)
  }
}
