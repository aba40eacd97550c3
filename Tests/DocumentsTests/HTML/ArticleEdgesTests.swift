import ArabicText
import Testing

@testable import Documents

/// The first and the last lines of an article are its own, however short they are, unless they are labels.
@Suite struct ArticleEdgesTests {
  private static let title = InventedPages.title
  private static let body = InventedPages.paragraphs.map { "<p>\($0)</p>" }.joined()

  private func lines(_ body: String) throws -> [String] {
    let page =
      "<!DOCTYPE html><html><head><title>\(Self.title)</title></head><body>\(body)</body></html>"
    let document = try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
    return document.text.string(in: document.text.span).split(separator: "\n").map(String.init)
  }

  /// The article with `first` before and `last` behind its paragraphs, in `element`.
  private func article(_ element: String, first: String = "", last: String = "") -> String {
    let inner = "<h1>\(Self.title)</h1>\(first)\(Self.body)\(last)"
    return element.isEmpty ? inner : "<\(element)>\(inner)</\(element)>"
  }

  @Test(
    arguments: ["article", "div class=post", ""],
    [
      "عاجل", "الواحة - رام الله", "القاهرة -", "عدن (وكالة الواحة):", "انتهى اللقاء.", "(انتهى)",
      "ر.س/ك.خ",
    ])
  func `a short paragraph at either end belongs to the article`(element: String, line: String)
    throws
  {
    let (all, paragraph) = ([Self.title] + InventedPages.paragraphs, "<p>\(line)</p>")
    var first = all
    first.insert(line, at: 1)
    #expect(try lines(article(element, first: paragraph)) == first)
    #expect(try lines(article(element, last: paragraph)) == all + [line])
  }

  @Test func `a list, a table and the subhead of a section at the ends are kept`() throws {
    let list = "<p>وهذه أسماء الفائزين:</p><ul><li>سالم العلي</li><li>هدى الخطيب</li></ul>"
    #expect(
      try lines(article("article", last: list)).suffix(3)
        == ["وهذه أسماء الفائزين:", "• سالم العلي", "• هدى الخطيب"])
    let table = "<table><tr><td>سالم</td><td>12</td></tr><tr><td>هدى</td><td>14</td></tr></table>"
    #expect(
      try lines(article("article", last: table)).suffix(2) == ["سالم | 12", "هدى | 14"])
    let section = "<section><h2>أسباب التأخير</h2>\(Self.body)</section>"
    #expect(
      try lines("<article><h1>\(Self.title)</h1>\(section)</article>").dropFirst().first
        == "أسباب التأخير")
  }

  @Test(arguments: [
    "<p>طباعة</p>", "<p>شارك الخبر</p>", "<p>1 مارس 2026</p>", "<p class=author>هند سالم</p>",
    "<span class=date>الأحد</span>", "<p>كلمات مفتاحية: قطار، نقل</p>", "<p><a href=/t>نقل</a></p>",
    "<div class=meta><p>هند سالم</p></div>", "<p>--&gt;</p>",
  ])
  func `labels at either end are none of the article`(label: String) throws {
    let all = [Self.title] + InventedPages.paragraphs
    #expect(try lines(article("article", first: label)) == all)
    #expect(try lines(article("article", last: label)) == all)
  }
}
