import ArabicText
import Documents
import TestSupport
import Testing

/// Feeds that are not well-formed lose nothing that can be read.
@Suite struct FaultyFeedTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A feed of two items, with `title` and `body` in the first.
  private static func feed(_ title: String, _ body: String) -> String {
    """
    <?xml version="1.0"?><rss version="2.0"><channel><title>أخبار</title>
    <item><title>\(title)</title><link>https://example.org/?a=1&amp;b=2</link>
    <description>\(body)</description></item>
    <item><title>شركة &amp; شركة</title><description>&lt;p&gt;أول &lt;b&gt;الكلام&lt;/b&gt;&lt;/p&gt;&lt;p&gt;ثانيه &amp;laquo;هنا&amp;raquo;&lt;/p&gt;</description></item>
    </channel></rss>
    """
  }

  private static let last = ["شركة & شركة", "أول الكلام", "ثانيه «هنا»"]

  private func load(_ feed: String, before: [UInt8] = []) throws -> Document {
    try DocumentLoader.load(path: try folder.file(before + Array(feed.utf8), "feed.xml"))
  }

  private func lines(_ document: Document) -> [String] {
    document.text.string(in: document.text.span).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("خبر", "كلام", ["خبر", "كلام"]),
    (
      "بحث & تطوير AT&T و R&D", "5 < 7 & 9 > 8 ]]> 6",
      ["بحث & تطوير AT&T و R&D", "5 < 7 & 9 > 8 ]]> 6"]
    ),
    (
      "مصر&nbsp;والسودان &laquo;نص&raquo;", "قال&nbsp;الوزير &eacute;",
      ["مصر والسودان «نص»", "قال الوزير é"]
    ),
    (
      "خبر &unknown; و&", "كلام&#0;&#x1F;&#xD800;آخر &; &#147;نص&#x94;",
      ["خبر &unknown; و&", "كلام\u{FFFD}\u{FFFD}آخر &; “نص”"]
    ),
    ("خبر\u{8}", "كلا\u{1}م\u{B}آخر\u{FFFF}", ["خبر", "كلام آخر\u{FFFD}"]),
    (
      "<b>خبر</b>", "<p>أول<br>ثان</p><img src=x.png><p>ثالث &amp; رابع",
      ["خبر", "أول", "ثان", "ثالث & رابع"]
    ),
    ("خبر", "<p>أول</p><p>ثان <![CDATA[<b>ثالث</b>]]>", ["خبر", "أول", "ثان ثالث"]),
    (
      "<![CDATA[خبر & <i>مهم</i>]]>", "<![CDATA[<p>كلام\u{2} & </description> آخر]]>",
      ["خبر & مهم", "كلام & آخر"]
    ),
  ])
  func `what is wrong in one item is lost neither there nor behind`(
    title: String, body: String, expected: [String]
  ) throws {
    let document = try load(Self.feed(title, body))
    #expect(lines(document) == ["أخبار"] + expected + Self.last)
    #expect(document.structure?.links.first?.target == "https://example.org/?a=1&b=2")
    #expect(document.structure?.warnings == [])
  }

  @Test(arguments: ["\n\n  ", "\u{FEFF}", " \u{FEFF}\n", "<!-- a -- b -->\n"])
  func `a feed may begin with what is not allowed before its declaration`(before: String) throws {
    let document = try load(Self.feed("خبر", "كلام"), before: Array(before.utf8))
    #expect(document.structure?.format == "feed")
    #expect(lines(document) == ["أخبار", "خبر", "كلام"] + Self.last)
  }

  @Test func `bytes that are no UTF-8 are one sign each, and nothing else`() throws {
    let parts = Self.feed("خ@بر", "كلام").split(separator: "@").map { Array($0.utf8) }
    let path = try folder.file(parts[0] + [0xFF, 0xC7] + parts[1], "feed.xml")
    let document = try DocumentLoader.load(path: path)
    #expect(lines(document) == ["أخبار", "خ\u{FFFD}\u{FFFD}بر", "كلام"] + Self.last)
  }

  @Test func `an entity that a feed declares as words is these words, and no other grows`() throws {
    let type = """
      <!DOCTYPE rss [<!ENTITY n "جريدة الغد"><!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;"><!ENTITY t "أ <b>ب</b>">
      <!ENTITY f SYSTEM "file:///etc/passwd">]>
      """
    let feed = Self.feed("&n;", "نص &b; &f; &t;").replacing("?><rss", with: "?>\(type)<rss")
    #expect(lines(try load(feed)) == ["أخبار", "جريدة الغد", "نص &b; &f; &t;"] + Self.last)
  }

  @Test func `a feed whose items are not closed says that it is faulty`() throws {
    let feed = Self.feed("خبر", "كلام").replacing(
      "</description></item>\n<item>", with: "</description></channel>\n<item>")
    let document = try load(feed)
    #expect(lines(document).starts(with: ["أخبار", "خبر", "كلام"]))
    #expect(document.structure?.warnings.isEmpty == false)
  }
}
