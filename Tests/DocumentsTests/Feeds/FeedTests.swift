import ArabicText
import Documents
import TestSupport
import Testing

/// Feeds are their items, one under the other.
@Suite struct FeedTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let rss = """
    <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss SYSTEM "file:///etc/passwd">
    <rss version="2.0"><channel><title>أخبار الأفق</title><link>https://example.org</link>
    <item><title>القطار &amp;amp; المدينة</title><link>https://example.org/1</link><pubDate>Sun, 01 Mar 2026</pubDate>
    <description>موجز الخبر.</description>
    <content:encoded xmlns:content="c"><![CDATA[<p>أول الكلام.</p><p>ثانيه <a href="/x">هنا</a>.</p>]]></content:encoded></item>
    <item><title>خبر ثان</title><description>&lt;b&gt;كلام&lt;/b&gt; مختصر.</description></item>
    </channel></rss>
    """

  private static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom"><title>أخبار الأفق</title>
    <entry><title type="html">القطار &amp;amp; المدينة</title><link href="https://example.org/1"/>
    <updated>2026-03-01</updated><author><name>هند سالم</name></author>
    <content type="html">&lt;p&gt;أول الكلام.&lt;/p&gt;</content></entry></feed>
    """

  private func load(_ feed: some Collection<UInt8>) throws -> Document {
    try DocumentLoader.load(path: try folder.file(feed, "feed"))
  }

  private func lines(_ document: Document) -> [String] {
    document.text.string(in: document.text.span).split(separator: "\n").map(String.init)
  }

  @Test func `a feed whose own elements have a prefix is read as one without`() throws {
    func feed(_ prefix: String) -> String {
      let binding = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)"
      let words = [
        (
          "feed \(binding)=\"http://www.w3.org/2005/Atom\"",
          "<*title>أخبار الميناء</*title><*entry><*id>1</*id><*title>سفينة جديدة</*title><*updated>2026-01-02T00:00:00Z</*updated><*author><*name>هند سالم</*name></*author><*content type=\"html\">&lt;p&gt;وصلت السفينة.&lt;/p&gt;</*content></*entry>"
        )
      ]
      let mark = prefix.isEmpty ? "" : "\(prefix):"
      return "<?xml version=\"1.0\"?><\(mark)\(words[0].0)>"
        + words[0].1.replacing("<*", with: "<\(mark)").replacing("</*", with: "</\(mark)")
        + "</\(mark)feed>"
    }
    let plain = try DocumentLoader.document(ofStream: Array(feed("").utf8), isWhole: true)
    for prefix in ["atom", "a", "ns0"] {
      let document = try DocumentLoader.document(ofStream: Array(feed(prefix).utf8), isWhole: true)
      #expect(
        document.text.string(in: document.text.span) == plain.text.string(in: plain.text.span))
      #expect(document.structure == plain.structure)
    }
    #expect(plain.text.string(in: plain.text.span).contains("وصلت السفينة."))
  }

  @Test func `bodies have any prefix, and markup that is text once too often is markup`() throws {
    let document = try load(
      """
      <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:a10="http://www.w3.org/2005/Atom">
      <channel><title>أخبار</title><item><title>خبر أول</title><description>موجز.</description>
      <c:encoded>&lt;p&gt;أول الكلام كله.&lt;/p&gt;</c:encoded><a10:updated>2026-03-01</a10:updated></item>
      <item><title>خبر ثان</title><description>&amp;lt;p&amp;gt;كلام ثان.&amp;lt;/p&amp;gt;</description></item>
      <item><title>خبر ثالث</title><description>تكتب &amp;lt;p&amp;gt; هكذا، &lt;b&gt;دائما&lt;/b&gt;.</description></item>
      </channel></rss>
      """.utf8)
    #expect(
      document.lines == [
        "أخبار", "خبر أول", "2026-03-01", "أول الكلام كله.", "خبر ثان", "كلام ثان.", "خبر ثالث",
        "تكتب <p> هكذا، دائما.",
      ])
  }

  @Test func `items stand under headings, with the fullest words that they have`() throws {
    let document = try load(Self.rss.utf8)
    #expect(
      lines(document) == [
        "أخبار الأفق", "القطار & المدينة", "Sun, 01 Mar 2026", "أول الكلام.", "ثانيه هنا.",
        "خبر ثان",
        "كلام مختصر.",
      ])
    let structure = try #require(document.structure)
    #expect(structure.format == "feed" && structure.title == "أخبار الأفق")
    #expect(
      structure.headings.map { document.text.string(in: $0.span) } == [
        "القطار & المدينة", "خبر ثان",
      ])
    #expect(structure.links.map(\.target) == ["https://example.org/1", "/x"])
  }

  @Test(arguments: [
    "<itunes:summary>أول الكلام.\nثانيه.</itunes:summary><media:description>صورة</media:description>",
    "<media:group><media:title>x</media:title><media:description>أول الكلام.\nثانيه.</media:description></media:group>",
    "<itunes:subtitle>أول الكلام.&lt;br&gt;ثانيه.</itunes:subtitle>",
  ])
  func `what is said of a sound or a film is its text where there is no other`(body: String) throws
  {
    func feed(_ body: String) -> String {
      "<rss xmlns:itunes=\"i\" xmlns:media=\"m\"><channel><item><title>حلقة</title><itunes:author>هند</itunes:author>\(body)</item></channel></rss>"
    }
    #expect(lines(try load(feed(body).utf8)) == ["حلقة", "هند", "أول الكلام.", "ثانيه."])
    let other = feed(body + "<description>كلام آخر.</description>")
    #expect(lines(try load(other.utf8)) == ["حلقة", "هند", "كلام آخر."])
  }

  @Test func `Atom is read as RSS is`() throws {
    #expect(
      lines(try load(Self.atom.utf8)) == [
        "أخبار الأفق", "القطار & المدينة", "2026-03-01 · هند سالم", "أول الكلام.",
      ])
  }

  @Test(arguments: [("", " xmlns=\"http://www.w3.org/1999/xhtml\""), ("h:", "")])
  func `elements that stand in an item as they are make lines and links`(
    prefix: String, space: String
  ) throws {
    let first = "<\(prefix)p>أول الكلام &lt; ثانيه.</\(prefix)p>"
    let second = "<\(prefix)p>وهو <\(prefix)a href=\"/x?a&amp;b\">هنا</\(prefix)a>.</\(prefix)p>"
    let content = "<\(prefix)div\(space)>\(first)\(second)</\(prefix)div>"
    let feed = Self.atom.replacing(
      "<content type=\"html\">&lt;p&gt;أول الكلام.&lt;/p&gt;",
      with: "<content type=\"xhtml\" xmlns:h=\"h\">\(content)")
    let document = try load(feed.utf8)
    #expect(lines(document).suffix(2) == ["أول الكلام < ثانيه.", "وهو هنا."])
    #expect(document.structure?.links.last?.target == "/x?a&b")
  }

  @Test func `the charset is that of the declaration`() throws {
    let feed = Self.rss.replacing("utf-8", with: "windows-1256")
    let document = try load(Samples.encoded(feed, "windows-1256"))
    #expect(lines(document).first == "أخبار الأفق")
    #expect(document.charset == "windows-1256")
  }

  @Test func `a feed that declares entities is a feed, and none of them grows`() throws {
    let type = "<!DOCTYPE rss [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;\"> ] >"
    let feed = Self.rss.replacing(#"<!DOCTYPE rss SYSTEM "file:///etc/passwd">"#, with: type)
    let document = try load(feed.replacing("خبر ثان", with: "خبر &b; ثان").utf8)
    #expect(document.structure?.format == "feed")
    #expect(!document.text.string(in: document.text.span).contains("xxxxxxxxxx"))
  }

  @Test func `a hundred thousand items are not too many`() throws {
    let items = (1...100_000).map { "<item><title>\($0)</title></item>" }.joined()
    let feed = "<rss><channel><title>ع</title>\(items)</channel></rss>"
    let document = try load(feed.utf8)
    #expect(document.structure?.headings.count == 100_000)
    #expect(lines(document).last == "100000")
  }

  @Test func `a feed without items says so, and one whose items are too deep says that`() throws {
    let title = "<title>أخبار</title>"
    let item = "<item><title>خبر</title></item>"
    for feed in [
      "<rss><channel>\(title)</channel></rss>", "<feed xmlns=\"a\">\(title)</feed>",
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"أخبار\", \"items\": []}",
    ] {
      let path = try folder.file(feed.utf8, "none.xml")
      #expect(throws: DocumentError.noItems(path)) { try DocumentLoader.load(path: path) }
    }
    let open = String(repeating: "<x>", count: 1200)
    let close = String(repeating: "</x>", count: 1200)
    let deep = try folder.file(
      "<rss><channel>\(title)\(open)\(item)\(close)</channel></rss>".utf8, "deep.xml")
    #expect(throws: DocumentError.tooDeep(deep, levels: 1000)) {
      try DocumentLoader.load(path: deep)
    }
    let half = try load("<rss><channel>\(title)\(item)\(open)\(item)\(close)</channel></rss>".utf8)
    #expect(lines(half) == ["أخبار", "خبر"])
    #expect(half.structure?.warnings == [.deep(levels: 1000)])
    // What is deep in a body is read as that of a page.
    let body = try load(
      "<rss><channel><item><title>خبر</title><description>\(open)كلام\(close)</description></item></channel></rss>"
        .utf8)
    #expect(lines(body) == ["خبر", "كلام"] && body.structure?.warnings == [])
    let arrays = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
    let json = try folder.file(
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": \(arrays)}".utf8, "deep.json")
    #expect(throws: DocumentError.tooDeep(json, levels: 512)) {
      try DocumentLoader.load(path: json)
    }
  }

  @Test func `items whose text is in another file are told, and how many there are`() throws {
    let item = "<entry><title>خبر</title><content src=\"a.html\" type=\"text/html\"/></entry>"
    let whole = "<entry><title>خبر</title><content src=\"\">كلام</content></entry>"
    let document = try load("<feed><title>أخبار</title>\(item)\(whole)\(item)</feed>".utf8)
    #expect(document.structure?.warnings == [.textElsewhere(count: 2)])
    #expect(document.structure?.links.first?.target == "a.html")
    #expect(document.structure?.itemCount == 3)
  }

  @Test(arguments: [
    "<urlset xmlns=\"a\"><url><loc>https://x/1</loc></url></urlset>",
    "<?xml version=\"1.0\"?>\n<!-- a --><sitemapindex></sitemapindex>", "<urlset/>",
  ])
  func `the addresses of a site are no feed`(list: String) throws {
    let path = try folder.file(list.utf8, "sitemap.xml")
    #expect(throws: DocumentError.sitemap(path)) { try DocumentLoader.load(path: path) }
    #expect(DocumentError.sitemap(path).exitCode == 65)
    #expect(try DocumentLoader.load(path: path, extent: .plainText).structure == nil)
  }

  @Test(arguments: [
    "<feed/>", "<rss version=\"2.0\"/>", "<rdf:RDF/>",
    "<rss><channel><title>أخبار</title><item/><item><title> </title></item></channel></rss>",
    "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"أخبار\", \"items\": [1, null, {}, []]}",
  ])
  func `a feed whose items have no words has none`(feed: String) throws {
    let path = try folder.file(feed.utf8, "none.xml")
    #expect(throws: DocumentError.noItems(path)) { try DocumentLoader.load(path: path) }
  }

  @Test(arguments: ["title", "description", "content:encoded"])
  func `words of an item that stand too deep are told`(name: String) throws {
    let open = String(repeating: "<x>", count: 997)
    let close = String(repeating: "</x>", count: 997)
    func feed(_ first: String) -> String {
      "<rss><channel>\(first)\(open)<item><\(name)>خبر</\(name)></item>\(close)</channel></rss>"
    }
    let path = try folder.file(feed("").utf8, "deep.xml")
    #expect(throws: DocumentError.tooDeep(path, levels: 1000)) {
      try DocumentLoader.load(path: path)
    }
    let half = try load(feed("<item><title>أول</title></item>").utf8)
    #expect(lines(half) == ["أول"] && half.structure?.warnings == [.deep(levels: 1000)])
  }

  @Test func `a feed that ends inside an item says so, and one that is only odd does not`() throws {
    let item = "<item><title>خبر</title><description>كلام"
    let cut = try load("<rss><channel><title>أخبار</title>\(item)".utf8)
    #expect(lines(cut) == ["أخبار", "خبر", "كلام"])
    #expect(cut.structure?.warnings == [.endsEarly])
    let odd = try load(
      "<rss><channel><title>أخبار</title>\(item)&nbsp;& آخر</description></item></channel></rss>"
        .utf8)
    #expect(odd.structure?.warnings == [])
  }

  @Test func `what is cut is read up to there`() throws {
    let whole = Array(Self.rss.utf8)
    for length in stride(from: 200, to: whole.count, by: 97) {
      let document = try? load(whole.prefix(length))
      #expect(document == nil || document?.structure?.format == "feed")
    }
  }
}
