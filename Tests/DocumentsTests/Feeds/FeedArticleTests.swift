import ArabicText
import Testing

@testable import Documents

/// The items of a list are articles by themselves.
struct FeedArticleTests {
  private func authors(_ list: String) throws -> [[String]] {
    let document = try DocumentLoader.document(ofStream: Array(list.utf8), isWhole: true)
    return FeedArticle.all(in: document, ["feed", "jsonl"]).map {
      $0.document.structure?.authors ?? []
    }
  }

  @Test func `an item of a feed has its own author`() throws {
    let items = ["<dc:creator>ليلى الحداد</dc:creator>", "", "<author>سامر العلي</author>"].map {
      "<item><title>خبر</title>\($0)<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><description>كلام.</description></item>"
    }
    let feed = "<rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>أخبار</title>"
    #expect(
      try authors(feed + items.joined() + "</channel></rss>") == [
        ["ليلى الحداد"], [], ["سامر العلي"],
      ])
  }

  @Test func `an article of a list in JSON has its own author`() throws {
    let lines = [
      #"{"title": "أول", "author": "ليلى الحداد", "text": "كلام."}"#,
      #"{"title": "ثان", "text": "كلام."}"#,
    ]
    #expect(try authors(lines.joined(separator: "\n")) == [["ليلى الحداد"], []])
  }
}
