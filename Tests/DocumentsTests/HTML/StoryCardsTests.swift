import ArabicText
import TestSupport
import Testing

@testable import Documents

/// Cards of other stories, lists of links and lines of authors around and in an article.
@Suite struct StoryCardsTests {
  private static let body = InventedPages.paragraphs.map { "<p>\($0)</p>" }.joined()

  private func document(_ body: String) throws -> Document {
    let title = InventedPages.title
    let page =
      "<!DOCTYPE html><html><head><title>\(title)</title></head><body><h1>\(title)</h1>\(body)</body></html>"
    return try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
  }

  private func text(_ body: String) throws -> String {
    let document = try document(body)
    return document.text.string(in: document.text.span)
  }

  private static let cards = (1...8).map { number in
    "<div><h3><a href=/\(number)>خبر آخر عن بلدة رقم \(number)</a></h3><p>قال رئيس بلدة أخرى، في اجتماع عام، إن الشارع سيفتح قريبا \(number).</p></div>"
  }.joined()

  private static let article =
    InventedPages.title + "\n" + InventedPages.paragraphs.joined(separator: "\n") + "\n"

  @Test(arguments: [
    body + cards, "<div>\(body)</div><div>\(cards)</div>",
    "\(body)<section><h2>أخبار المدن</h2>\(cards)</section>",
    "<div>\(InventedPages.paragraphs[0])</div><img src=a>"
      + InventedPages.paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined() + cards,
  ])
  func `cards that lead to other stories are no part of an article`(page: String) throws {
    #expect(try text(page) == Self.article)
  }

  @Test func `subheads that are links stay, and so do two parts`() throws {
    let parts = (1...4).map {
      "<h3><a href=/\($0)>جزء من المقال رقم \($0)</a></h3><p>ويقول المقال في هذا الجزء، وهو الجزء رقم \($0)، إن الخط طويل.</p>"
    }
    let flat = try text("<div>\(Self.body)\(parts.joined())</div>")
    for number in 1...4 { #expect(flat.contains("وهو الجزء رقم \(number)")) }
    let two = try text("<div>\(Self.body)<div>\(parts[0])</div><div>\(parts[1])</div></div>")
    for number in 1...2 { #expect(two.contains("وهو الجزء رقم \(number)")) }
  }

  private func withList(_ announcement: String) -> String {
    let items = ["ورشة الخزف", "ورشة النحاس", "ورشة السجاد"].map {
      "<li><a href=/\($0)>\($0)</a></li>"
    }.joined()
    return
      "<div><p>\(InventedPages.paragraphs[0])</p><p>\(announcement)</p><ul>\(items)</ul><p>\(InventedPages.paragraphs[1])</p><p>\(InventedPages.paragraphs[2])</p></div>"
  }

  @Test func `a list of links that a sentence announces is a part of the article`() throws {
    let text = try text(withList("وهذه عناوين الورش كلها:"))
    #expect(text.contains("وهذه عناوين الورش كلها:\n• ورشة الخزف\n• ورشة النحاس\n• ورشة السجاد\n"))
  }

  @Test func `a list of links to other stories is none`() throws {
    #expect(!(try text(withList("اقرأ أيضا على موقعنا:"))).contains("ورشة النحاس"))
  }

  @Test(arguments: [
    "<p class=byline>بقلم: رامي سعادة</p>", "<span rel=author>رامي سعادة</span>",
    "<span itemprop=author>https://x.com/a.png</span><p class=byline>بقلم: رامي سعادة</p>",
    "<div class=\"post-author\">بقلم رامي سعادة</div>",
  ])
  func `the author and the date are read below the headline`(byline: String) throws {
    let document = try document(
      "<div>\(byline)<time datetime=2026-11-30>اليوم</time>\(Self.body)</div><div class=comments><p class=author>زائر</p></div>"
    )
    #expect(document.structure?.authors == ["رامي سعادة"])
    #expect(document.structure?.date == "2026-11-30")
  }

  @Test func `those of comments do not count`() throws {
    let document = try document(
      "<div>\(Self.body)</div><div class=comments><p class=author>زائر كريم</p><time datetime=2026-12-01>غدا</time></div>"
    )
    #expect(document.structure?.authors == [])
    #expect(document.structure?.date == nil)
  }
}
