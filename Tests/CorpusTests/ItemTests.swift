import Annotations
import ArabicAnalysis
import ArabicText
import Glibc
import Foundation
import Platform
import Synchronization
import TestSupport
import Testing

@testable import Library

/// Feeds and JSON Lines in a folder: each of their articles is a document.
struct ItemTests {
  private let folder: TemporaryFolder
  private let root: String

  private static let feed = """
    <?xml version="1.0"?><rss version="2.0"><channel><title>وكالة الأنباء</title>
    <item><title>خبر أول</title><pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate>
    <description>قال محمود عباس إن «السلام قريب».</description></item>
    <item><title>خبر ثان</title><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>
    <description>وصل الوزير إلى باريس.</description></item></channel></rss>
    """

  private static let lines = """
    {"id": 1, "title": "سطر أول", "text": "مطر في دمشق"}
    {"id": 2, "title": "سطر ثان", "text": "شمس في باريس", "date": "2026-11-01"}
    """

  init() throws {
    folder = try TemporaryFolder()
    root = try folder.folder("news")
    _ = try folder.file("news/feed.xml", Self.feed.utf8)
    _ = try folder.file("news/lines.jsonl", Self.lines.utf8)
  }

  @Test func `a note on an article of a list is found when its words have changed`() throws {
    let store = try AnnotationStore(path: folder.path + "/annotations.sqlite")
    let path = root + "/lines.jsonl"
    let whole = try FolderDocuments(root, .init()).whole("lines.jsonl")
    let article = try #require(FolderFiles.articles(in: whole).last)
    let text = AnchoredText(article.text, contentHash: try #require(article.contentHash))
    let words = article.text.string(in: article.text.span)
    let start = words[..<(try #require(words.range(of: "باريس")).lowerBound)].unicodeScalars.count
    let noted = try #require(text.anchor(start: start, end: start + 5))
    _ = try store.annotations(
      of: text, place: path + "#2",
      key: ItemKey.make(try #require(FilePath.real(path)), try #require(article.itemKey))
    ).perform([.add(Annotation(anchor: noted, note: "مهم"))], summary: "add")
    let notes = try LibraryNotes(store, of: root)
    func found() throws -> [FoundDocument] {
      var request = FindRequest()
      request.note = FindQuery("مهم")
      return try catalogue().find(request, .init(), notes: notes).documents
    }
    #expect(try found().map(\.place.number) == [2])
    // Another has come before it, and it was mended.
    let edited = Self.lines.replacing("سطر ثان", with: "سطر ثان معدل")
    let lines = [#"{"id": 3, "title": "سطر ثالث", "text": "ريح في باريس"}"#, edited]
    _ = try folder.file("news/lines.jsonl", lines.joined(separator: "\n").utf8)
    #expect(try found().map(\.place.number) == [3])
    #expect(try found().flatMap(\.passages).map(\.found) == ["باريس"])
  }

  @Test
  func `the list has the notes of what was edited, and knows what was renamed before it is opened`()
    throws
  {
    let store = try AnnotationStore(path: folder.path + "/annotations.sqlite")
    func note(_ text: DecodedText, _ hash: String, _ path: String, key: String? = nil) throws {
      let text = AnchoredText(text, contentHash: hash)
      let noted = try #require(text.anchor(start: 0, end: 7))
      _ = try store.annotations(of: text, path: key == nil ? path : nil, place: path, key: key)
        .perform([.add(Annotation(anchor: noted, note: "مهم"))], summary: "add")
    }
    func unseen() throws -> [DocumentReading] {
      let notes = try LibraryNotes(
        AnnotationStore(path: folder.path + "/annotations.sqlite"), of: root)
      let files = FolderDocuments(root, .init())
      return try catalogue().unseen(by: notes, files).map(\.value)
    }
    let story =
      "جسر جديد على النهر\n\nقال الوزير إن الجسر يصل قريتين ويفتح في الربيع أمام السيارات.\n"
    _ = try folder.file("news/a.txt", story.utf8)
    let document = try FolderDocuments(root, .init()).whole("a.txt")
    try note(document.text, try #require(document.contentHash), root + "/a.txt")
    let lines = """
      {"id": 5, "title": "سوق الخضار ينتقل", "text": "ينتقل سوق الخضار إلى طرف المدينة بعد رمضان."}
      {"id": 6, "title": "ريح", "text": "ريح في باريس"}
      """
    _ = try folder.file("news/lines.jsonl", lines.utf8)
    let whole = try FolderDocuments(root, .init()).whole("lines.jsonl")
    let article = try #require(FolderFiles.articles(in: whole).first)
    let list = try #require(FilePath.real(root + "/lines.jsonl"))
    try note(
      article.text, try #require(article.contentHash), list + "#1",
      key: ItemKey.make(list, try #require(article.itemKey)))
    #expect(try unseen().isEmpty)
    // The list is edited, the file renamed.
    _ = try folder.file("news/lines.jsonl", lines.replacing("رمضان", with: "العيد").utf8)
    #expect(rename(root + "/a.txt", root + "/b.txt") == 0)
    let edited = try unseen()
    #expect(edited.map(\.notes) == [1] && edited.map(\.isOpened) == [false])
    #expect(edited.first?.words.contains("مهم") == true)
    // Both are known now: nothing is to be looked for again.
    #expect(try unseen().isEmpty)
    _ = try folder.file("news/b.txt", story.replacing("الربيع", with: "الشتاء").utf8)
    #expect(try unseen().map(\.notes) == [1])
    // Another article in its place has none.
    _ = try folder.file(
      "news/b.txt",
      "حفل في المدينة\n\nغنت الفرقة أغاني قديمة أمام جمهور كبير جاء من كل الأحياء مساء الجمعة.\n"
        .utf8)
    #expect(try unseen().isEmpty)
  }

  @Test func `the items of a long feed are known part by part, and all in the end`() throws {
    let items = (1...600).map {
      "<item><title>خبر \($0)</title><description>كلام \($0).</description></item>"
    }
    let path = try folder.folder("long")
    _ = try folder.file(
      "long/feed.xml", "<rss><channel><title>أخبار</title>\(items.joined())</channel></rss>".utf8)
    let catalogue = try Catalogue(of: path, in: folder.path + "/long-cache", version: "1")
    var told: [Catalogue.Progress] = []
    let isCut = Mutex(true)
    // It is ended behind the first part, and goes on the next time.
    try catalogue.scan(
      .init(), jobs: 2, isCancelled: { isCut.withLock { $0 } }, tell: { told.append($0) })
    #expect(told == [.init(done: 256, total: 600)])
    #expect(try catalogue.find(FindRequest(), .init()).total == 256)
    isCut.withLock { $0 = false }
    try catalogue.scan(.init(), jobs: 2, tell: { told.append($0) })
    #expect(told.last == .init(done: 600, total: 600))
    #expect(try catalogue.find(FindRequest(), .init()).total == 600)
    #expect(try !catalogue.scan(.init(), jobs: 2))
  }

  private func catalogue() throws -> Catalogue {
    let catalogue = try Catalogue(of: root, in: folder.path + "/cache", version: "1")
    try catalogue.scan(.init(), jobs: 2)
    return catalogue
  }

  private func find(_ words: String) throws -> [FoundDocument] {
    var request = FindRequest()
    request.words = FindQuery(words)
    return try catalogue().find(request, .init()).documents
  }

  @Test(arguments: [String.Encoding.utf8, .utf16LittleEndian])
  func `a bad element of an array is told, and a good one in UTF-16 is not`(
    encoding: String.Encoding
  ) throws {
    let list = "\u{FEFF}[{\"text\": \"برق في حلب\"},\n {\"text\": 3},\n {\"text\": \"رعد في حمص\"}]"
    _ = try folder.file("news/list.json", try #require(list.data(using: encoding)))
    let catalogue = try catalogue()
    #expect(try find("حمص").map(\.place.name) == ["list.json#2"])
    let failures = catalogue.failures(in: "list.json", .init())
    #expect(
      failures == [
        .noArticle(.item(2), .noText(["text", "content", "body", "article", "maintext"]))
      ])
  }

  @Test func `each article is listed by itself, with its own date`() throws {
    let list = try catalogue().list()
    #expect(
      Set(list.map(\.place.name))
        == ["feed.xml#1", "feed.xml#2", "lines.jsonl#1", "lines.jsonl#2"])
    let first = try #require(list.first { $0.place.name == "feed.xml#1" })
    #expect(first.title == "خبر أول")
    #expect(first.source == "وكالة الأنباء")
    #expect(first.time.iso == "2026-11-22T10:00:00.000Z")
    #expect(list.first { $0.place.name == "lines.jsonl#2" }?.time.iso.prefix(10) == "2026-11-01")
  }

  @Test func `an article of a list has the source that it tells itself`() throws {
    let feed = Self.feed.replacing(
      "<item><title>خبر ثان",
      with: "<item><source url=\"https://a.example\">الصحيفة</source><title>خبر ثان")
    _ = try folder.file("news/feed.xml", feed.utf8)
    let lines = #"""
      {"title": "سطر أول", "text": "مطر في دمشق", "source": "الإذاعة"}
      {"title": "سطر ثان", "text": "شمس في باريس", "source": {"id": null, "name": "القناة"}}
      """#
    _ = try folder.file("news/lines.jsonl", lines.utf8)
    let sources = try catalogue().list().map { "\($0.place.name) \($0.source ?? "")" }
    #expect(
      Set(sources) == [
        "feed.xml#1 وكالة الأنباء", "feed.xml#2 الصحيفة", "lines.jsonl#1 الإذاعة",
        "lines.jsonl#2 القناة",
      ])
    var request = FindRequest()
    request.sources = ["القناة"]
    #expect(try catalogue().find(request, .init()).documents.map(\.place.name) == ["lines.jsonl#2"])
  }

  @Test func `articles of the same words have each its own source and day`() throws {
    let days = ["2026-01-05T12:30:00+03:00", "2026-06-05T12:30:00+03:00"]
    for (number, source) in ["الأولى", "الثانية"].enumerated() {
      let page = """
        <!DOCTYPE html><html lang="ar"><head><title>مطر</title>
        <meta property="og:site_name" content="\(source)">
        <meta property="article:published_time" content="\(days[number])"></head>
        <body><article><h1>مطر</h1><p>هطل مطر غزير في دمشق وريفها أمس.</p></article></body></html>
        """
      _ = try folder.file("news/same\(number).html", page.utf8)
    }
    var request = FindRequest()
    for (number, source) in ["الأولى", "الثانية"].enumerated() {
      request.sources = [source]
      let found = try catalogue().find(request, .init()).documents
      #expect(found.map(\.path) == ["same\(number).html"])
      #expect(found.first?.copies.count == 1)
      #expect(found.first?.time.iso.prefix(10) == ["2026-01-05", "2026-06-05"][number])
    }
    request.sources = ["الأولى", "الثانية"]
    #expect(try catalogue().find(request, .init()).documents.isEmpty)
  }

  @Test func `an article that tells no date has the day of its file`() throws {
    var times = [
      timeval(tv_sec: 1_795_176_000, tv_usec: 0), timeval(tv_sec: 1_795_176_000, tv_usec: 0),
    ]
    #expect(utimes(root + "/lines.jsonl", &times) == 0)
    let shelf = try catalogue().shelf(withNames: false)
    #expect(
      shelf.map { "\($0.time.iso.prefix(10)) \($0.title)" } == [
        "2026-11-23 خبر ثان", "2026-11-22 خبر أول", "2026-11-20 سطر أول", "2026-11-01 سطر ثان",
      ])
  }

  @Test func `lines that are no articles are told with their numbers, and those that are stay`()
    throws
  {
    let lines = #"""
      {"title": "سطر أول", "text": "مطر في دمشق"}
      {"title": "سطر ثان", "text": "شمس

      {"title": "سطر رابع"}
      {"title": "سطر خامس", "text": ""}
      {"title": "سطر سادس", "text": "ريح في باريس"}
      """#
    _ = try folder.file("news/lines.jsonl", lines.utf8)
    let catalogue = try catalogue()
    #expect(try find("باريس").map(\.place.name).contains("lines.jsonl#2"))
    #expect(try catalogue.unread().map(\.path) == ["lines.jsonl"])
    let failures = catalogue.failures(in: "lines.jsonl", .init())
    #expect(failures.count == 3)
    #expect(failures.last == .empty(.line(5)))
    guard case .noArticle(.line(2), .form) = failures[0],
      case .noArticle(.line(4), .noText) = failures[1]
    else {
      Issue.record("\(failures)")
      return
    }
    // One article that is left is the file itself, and what is mended is told no more.
    _ = try folder.file("news/lines.jsonl", "{\"text\": \"\"}\n{\"text\": \"برق\"}".utf8)
    #expect(try self.catalogue().unread().map(\.path) == ["lines.jsonl"])
    _ = try folder.file("news/lines.jsonl", Self.lines.utf8)
    #expect(try self.catalogue().unread().isEmpty)
  }

  @Test func `what is found tells a date only where the article does`() throws {
    let found = try find("دمشق") + find("باريس")
    #expect(found.map(\.place.name) == ["lines.jsonl#1", "feed.xml#2", "lines.jsonl#2"])
    #expect(found.map(\.isDated) == [false, true, true])
  }

  @Test func `what is found stands where it does in the text of the file`() throws {
    let found = try find("باريس")
    #expect(found.map(\.place.name) == ["feed.xml#2", "lines.jsonl#2"])
    let item = try #require(found.first)
    let whole = try DocumentText.scalars(of: root + "/feed.xml")
    let range = try #require(item.passages.first?.range)
    #expect(String(String.UnicodeScalarView(whole[range])) == "باريس")
  }

  @Test func `one article of a file is analysed anew where it alone has changed`() throws {
    func analyzed() throws -> Int {
      let count = Mutex(0)
      try catalogue().analyze("k", .init(), jobs: 2) { document, _ in
        count.withLock { $0 += 1 }
        return Analyzer(tagger: nil).analyze(document)
      }
      return count.withLock { $0 }
    }
    #expect(try analyzed() == 4)
    _ = try folder.file(
      "news/lines.jsonl", (Self.lines + "\n{\"title\": \"سطر ثالث\", \"text\": \"ريح\"}").utf8)
    #expect(try analyzed() == 1)
    var request = FindRequest()
    request.speakers = ["عباس"]
    #expect(
      try catalogue().find(request, .init()).documents.map(\.place.name) == ["feed.xml#1"])
  }
}

private enum DocumentText {
  /// The text of the file at `path`, as a reader shows it.
  static func scalars(of path: String) throws -> [Unicode.Scalar] {
    let root = FilePath.folder(of: path)
    let name = FilePath.name(of: path)
    let documents = try FolderDocuments(root, .init()).all(in: name)
    let last = try #require(documents.last)
    // The text before the last item has no word of it; blanks stand for it.
    let text = last.document.text.string(in: last.document.text.span)
    return Array(repeating: " ", count: last.start) + Array(text.unicodeScalars)
  }
}
