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

  @Test(arguments: [
    (
      "<rss><channel><item><guid>g 7</guid><title>خبر</title><description>كلام.</description></item></channel></rss>",
      "g 7"
    ),
    (
      "<rss><channel><item><link>https://a.example/7</link><title>خبر</title><description>كلام.</description></item></channel></rss>",
      "https://a.example/7"
    ),
    (
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>urn:7</id><link href=\"https://a.example/7\"/><title>خبر</title><summary>كلام.</summary></entry></feed>",
      "urn:7"
    ),
    (
      #"{"version": "https://jsonfeed.org/version/1.1", "title": "ت", "items": [{"id": "j7", "url": "https://a.example/7", "title": "خبر", "content_text": "كلام."}]}"#,
      "j7"
    ),
    (
      #"[{"id": 7, "title": "أول", "text": "كلام."}, {"id": 8, "title": "ثان", "text": "كلام."}]"#,
      "7"
    ),
    (
      #"[{"url": "https://a.example/7", "title": "أول", "text": "كلام."}, {"title": "ثان", "text": "كلام."}]"#,
      "https://a.example/7"
    ),
  ])
  func `an article of a list knows what it calls itself`(list: String, key: String) throws {
    let document = try DocumentLoader.document(ofStream: Array(list.utf8), isWhole: true)
    #expect(FeedArticle.all(in: document, ["feed", "jsonl"]).first?.document.itemKey == key)
  }

  @Test(arguments: [
    // A number, an address that several have.
    (
      "<rss><channel><item><guid>g</guid><title>أ</title><description>كلام.</description></item><item><guid>g</guid><title>ب</title><description>كلام.</description></item><item><guid>h</guid><title>ج</title><description>كلام.</description></item></channel></rss>",
      ["g أ", "g ب", "h"]
    ),
    (
      "<rdf:RDF><channel/><item rdf:about=\"a\"><title>أ</title><description>كلام.</description></item><item rdf:about=\"a\"><title>أ</title><description>كلام.</description></item></rdf:RDF>",
      [nil, nil]
    ),
    (
      #"{"version": "https://jsonfeed.org/version/1.1", "title": "ت", "items": [{"id": "j", "title": "أ", "content_text": "كلام."}, {"id": "j", "title": "ب", "content_text": "كلام."}]}"#,
      ["j أ", "j ب"]
    ),
    (
      "{\"id\": 1, \"title\": \"أ\", \"text\": \"كلام.\"}\n{\"id\": \"1\", \"title\": \"ب\", \"text\": \"كلام.\"}\n{\"id\": 2, \"title\": \"ج\", \"text\": \"كلام.\"}",
      ["1 أ", "1 ب", "2"]
    ),
    (
      #"[{"url": "https://a.example/", "title": "أ", "text": "كلام."}, {"url": "https://a.example/", "title": "أ", "text": "كلام."}]"#,
      [nil, nil]
    ),
    // The page of the feed itself.
    (
      "<rss><channel><link>https://a.example</link><item><link>https://a.example/</link><title>أ</title><description>كلام.</description></item></channel></rss>",
      ["https://a.example/ أ"]
    ),
    // Nothing but a title; a number is none.
    (
      "{\"title\": \"أ\", \"text\": \"كلام.\"}\n{\"title\": \"ب\", \"text\": \"كلام.\"}\n{\"text\": \"كلام آخر.\"}",
      ["أ", "ب", nil]
    ),
    // With a day and a title of its own.
    (
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>i</id><title>أ</title><published>2026-11-29T10:00:00Z</published><summary>كلام.</summary></entry><entry><id>i</id><title>أ</title><published>2026-11-30T10:00:00Z</published><summary>كلام.</summary></entry><entry><id>i</id><title>أ</title><published>2026-11-30T10:00:00Z</published><summary>كلام آخر.</summary></entry></feed>",
      ["i أ 2026-11-29T10:00:00Z", nil, nil]
    ),
  ])
  func `what several articles of a list call themselves names none of them`(
    list: String, keys: [String?]
  ) throws {
    let document = try DocumentLoader.document(ofStream: Array(list.utf8), isWhole: true)
    #expect(FeedArticle.all(in: document, ["feed", "jsonl"]).map(\.document.itemKey) == keys)
  }

  @Test func `an article of a list in JSON has its own author`() throws {
    let lines = [
      #"{"title": "أول", "author": "ليلى الحداد", "text": "كلام."}"#,
      #"{"title": "ثان", "text": "كلام."}"#,
    ]
    #expect(try authors(lines.joined(separator: "\n")) == [["ليلى الحداد"], []])
  }
}
