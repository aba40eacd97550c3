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
}
