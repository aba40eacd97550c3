import ArabicText
import Documents
import TestSupport
import Testing

/// Articles in JSON stand one under the other, each under a heading.
@Suite struct ArticleListTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let lines = #"""
    {"id": "a1", "title": "خبر أول", "date": "2026-03-01", "text": "أول الكلام.\nثانيه & ثالثه."}

    {"id": 7, "url": "https://example.org/7", "content": "<p>كلام <b>مهم</b>.</p>"}
    {"id": "cut", "text": "كلام
    {"id": "empty", "summary": "موجز"}
    {"headline": "خبر أخير", "authors": [{"name": "هند"}, "سالم"], "body": "نص \u0627\u0644\u062e\u0628\u0631."}
    """#

  @Test func `the number of an article is none of its text, by which notes are found again`() throws
  {
    let lines = ["\"id\": \"a1\", ", "\"id\": \"b2\", ", ""].map {
      "{\($0)\"title\": \"خبر\", \"text\": \"كلام.\"}"
    }
    let texts = try lines.map { try folder.load($0.utf8, "news.jsonl").lines }
    #expect(Set(texts) == [["خبر", "كلام."]])
  }

  @Test func `an article with half of a pair or too deep a member is read all the same`() throws {
    let deep = String(repeating: "[", count: 9000) + String(repeating: "]", count: 9000)
    for (json, words) in [
      (#"{"title": "خبر", "text": "كلام \ud800 كثير"}"#, "كلام \u{FFFD} كثير"),
      (#"{"title": "خبر", "raw": \#(deep), "text": "كلام"}"#, "كلام"),
    ] {
      #expect(try folder.load(json.utf8, "news.jsonl").lines == ["خبر", words])
    }
  }

  @Test func `each line is an article, and one that is none is told and left out`() throws {
    let document = try folder.load(Self.lines.utf8, "news.jsonl")
    #expect(
      document.lines == [
        "خبر أول", "2026-03-01", "أول الكلام.", "ثانيه & ثالثه.", "7", "كلام مهم.",
        "خبر أخير", "هند، سالم", "نص الخبر.",
      ])
    let structure = try #require(document.structure)
    #expect(structure.format == "jsonl")
    #expect(
      structure.headings.map { document.text.string(in: $0.span) } == ["خبر أول", "7", "خبر أخير"])
    #expect(structure.links.map(\.target) == ["https://example.org/7"])
    #expect(structure.warnings == [.badItems(count: 2, first: .line(4))])
  }

  @Test(arguments: [
    #"{"status": "ok", "articles": [{"title": "خبر", "publishedAt": "2026-03-01", "source": {"name": "الوادي"}, "content": "كلام."}, {"title": "آخر", "content": "ثان."}]}"#,
    #"{"response": {"total": 2, "tags": ["أ", "ب", "ج"], "results": [{"title": {"rendered": "خبر"}, "created_at": "2026-03-01", "source": "الوادي", "content": {"rendered": "<p>كلام.</p>"}}, {"title": "آخر", "text": "ثان."}]}}"#,
  ])
  func `an object that holds a list of articles is that list`(json: String) throws {
    let document = try folder.load(json.utf8, "answer.json")
    #expect(document.lines == ["خبر", "2026-03-01", "كلام.", "آخر", "ثان."])
    #expect(document.structure?.warnings == [])
  }

  @Test func `an export of a channel is its messages, and runs of one are one text`() throws {
    let json = #"""
      {"name": "أخبار الميناء", "type": "public_channel", "messages": [
        {"id": 1, "type": "service", "date": "2026-03-01T09:00:00", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2026-03-01T10:00:00", "from": "الميناء", "text": "وصلت السفينة.\nوعاد العمل."},
        {"id": 3, "type": "message", "date": "2026-03-01T11:00:00", "from": "الميناء",
         "text": [{"type": "bold", "text": "عاجل:"}, " أغلق الطريق ", {"type": "link", "text": "هنا"}, ".\nللصيانة."]}]}
      """#
    let document = try folder.load(json.utf8, "result.json")
    #expect(
      document.lines == [
        "2", "2026-03-01T10:00:00 · الميناء", "وصلت السفينة.", "وعاد العمل.", "3",
        "2026-03-01T11:00:00 · الميناء", "عاجل: أغلق الطريق هنا.", "للصيانة.",
      ])
    #expect(document.structure?.title == "أخبار الميناء")
    #expect(document.structure?.warnings == [.badItems(count: 1, first: .item(1))])
  }

  @Test func `an article with a list in it is one article`() throws {
    let json = #"{"title": "خبر", "text": "كلام.", "comments": [{"text": "تعليق."}]}"#
    #expect(try folder.load(json.utf8, "a.json").lines == ["خبر", "كلام."])
  }

  @Test func `a member is taken that is named`() throws {
    let line = #"{"id": "a", "text": "غير المطلوب", "lead": "المطلوب"}"#
    let document = try folder.load(line.utf8, "a", Extent(.article, field: "lead"))
    #expect(document.lines == ["a", "المطلوب"])
    #expect(throws: DocumentError.self) {
      try folder.load(line.utf8, "b", Extent(.article, field: "none"))
    }
  }

  @Test(arguments: [
    "[\n {\"title\": \"خبر\",\n  \"text\": \"كلام.\"},\n {\"text\": \"ثان.\"}\n]",
    "{\n  \"title\": \"خبر\",\n  \"text\": \"كلام.\"\n}\n{\n \"text\": \"ثان.\"}",
  ])
  func `an array, or objects over several lines, are read as well`(json: String) throws {
    #expect(try folder.load(json.utf8, "a.json").lines == ["خبر", "كلام.", "2", "ثان."])
  }

  @Test(arguments: [
    #"{"text": ["أول.", "ثان."]}"#, #"{"body": {"content": [{"text": "أول."}, "ثان.", 3]}}"#,
    #"{"text": null, "article": {"body": "أول.\nثان."}}"#,
  ])
  func `a text may be a list of paragraphs, or an object that holds one`(json: String) throws {
    #expect(try folder.load(json.utf8, "a.json").lines == ["أول.", "ثان."])
  }

  @Test(arguments: ["{bad json", "null", "[]", "{\"id\": 1", "z"])
  func `a list whose first line is none is a list all the same`(line: String) throws {
    let document = try folder.load("\(line)\n{\"id\": 2, \"text\": \"كلام.\"}\n".utf8, "a.jsonl")
    #expect(document.lines == ["2", "كلام."])
    #expect(document.structure?.warnings == [.badItems(count: 1, first: .line(1))])
  }

  @Test func `a file without an article says so`() throws {
    let path = try folder.file("{\"a\": 1}\n{\"a\": 2}".utf8, "a.jsonl")
    #expect(throws: DocumentError.noArticles(path, field: nil)) {
      try DocumentLoader.load(path: path)
    }
    #expect(DocumentError.noArticles("x", field: nil).exitCode == 65)
  }

  @Test(arguments: ["{ كلام بين قوسين }", "[1] هامش «text» في أول النص", "{\"a\": \"b\"}"])
  func `a text with brackets is a text`(text: String) throws {
    #expect(try folder.load(text.utf8, "a.txt").structure == nil)
  }

  @Test func `a feed in JSON is a feed`() throws {
    let feed = #"""
      {"version": "https://jsonfeed.org/version/1.1", "title": "أخبار & آراء", "items": [
      {"id": "1", "url": "https://example.org/1", "title": "خبر < آخر", "date_published": "2026-03-01",
       "authors": [{"name": "هند"}], "content_html": "<p>أول.</p><p>ثان.</p>"},
      {"id": "2", "content_text": "كلام\nوكلام"}]}
      """#
    let document = try folder.load(feed.utf8, "feed.json")
    #expect(
      document.lines == [
        "أخبار & آراء", "خبر < آخر", "2026-03-01 · هند", "أول.", "ثان.", "2", "كلام", "وكلام",
      ])
    #expect(document.structure?.format == "feed")
    let cut = try folder.file(feed.utf8.prefix(200), "cut.json")
    let error = #expect(throws: DocumentError.self) { try DocumentLoader.load(path: cut) }
    if case .notJSON(cut, let byte)? = error { #expect(byte > 150) } else { Issue.record("\(cut)") }
  }
}
