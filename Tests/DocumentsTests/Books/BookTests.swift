import ArabicText
import Documents
import TestSupport
import Testing

/// Books become their chapters.
@Suite(
  .enabled("libarchive13 is installed") { StoredArchive.isInstalled("libarchive.so.13") })
struct BookTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The members of a book of two chapters and a page that is not part of the reading.
  ///
  /// - Parameter isNew: whether its contents are those of EPUB 3; else those of EPUB 2.
  /// - Returns: the names and what they hold.
  static func members(isNew: Bool = true) -> [(name: String, content: [UInt8])] {
    let contents =
      isNew
      ? "<item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\" media-type=\"application/xhtml+xml\"/>"
      : "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
    let page = "media-type=\"application/xhtml+xml\""
    let parts = [
      ("mimetype", "application/epub+zip"),
      (
        "META-INF/container.xml",
        "<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>"
      ),
      (
        "OPS/book.opf",
        """
        <package><metadata xmlns:dc="d"><dc:language>ar</dc:language><dc:title id="t">The Book</dc:title>
        <meta refines="#t" property="alternate-script" xml:lang="ar">الكتاب</meta>
        <dc:creator id="a">سلمى</dc:creator><dc:creator id="b">هند</dc:creator>
        <meta refines="#b" property="role">trl</meta><dc:date>2020</dc:date></metadata><manifest>\(contents)
        <item id="c2" href="text/two.xhtml" \(page)/><item id="c1" href="text/%D8%A3.xhtml" \(page)/>
        <item id="x" href="extra.xhtml" \(page)/><item id="i" href="i.png" media-type="image/png"/></manifest>
        <spine toc="ncx"><itemref idref="nav"/><itemref idref="c1"/><itemref idref="x" linear="no"/>
        <itemref idref="c2"/><itemref idref="i"/></spine></package>
        """
      ),
      (
        "OPS/nav.xhtml",
        """
        <html xmlns:epub="e"><body><nav epub:type="landmarks"><ol><li><a href="extra.xhtml">معالم</a></li></ol></nav>
        <nav epub:type="toc"><ol><li><a href="text/%D8%A3.xhtml">الفصل الأول</a></li>
        <li><a href="text/two.xhtml">الفصل الثاني</a><ol><li><a href="text/two.xhtml#s">مبحث</a></li></ol></li></ol></nav>
        </body></html>
        """
      ),
      (
        "OPS/toc.ncx",
        """
        <ncx><navMap><navPoint><navLabel><text>الفصل الأول</text></navLabel><content src="text/%D8%A3.xhtml"/></navPoint>
        <navPoint><navLabel><text>الفصل الثاني</text></navLabel><content src="text/two.xhtml"/>
        <navPoint><navLabel><text>مبحث</text></navLabel><content src="text/two.xhtml#s"/></navPoint></navPoint></navMap></ncx>
        """
      ),
      (
        "OPS/text/أ.xhtml",
        """
        <?xml version="1.0" encoding="utf-8"?><html><head><title>x</title></head><body><h1>الفصل الأول</h1>
        <p>\(OfficeSamples.first)</p><a id="p"/><p class="menu">\(OfficeSamples.second)</p></body></html>
        """
      ),
      (
        "OPS/text/two.xhtml",
        "<html><body><p>كلام بلا&nbsp;عنوان.</p><p id=\"s\">مبحث</p><p>وبعده كلام.</p></body></html>"
      ),
      ("OPS/extra.xhtml", "<html><body><p>ملحق</p></body></html>"),
    ]
    return parts.map { ($0.0, Array($0.1.utf8)) }
  }

  private func load(_ members: [(name: String, content: [UInt8])]) throws -> Document {
    try DocumentLoader.load(path: try folder.file(StoredArchive(members).bytes, "book.epub"))
  }

  @Test(arguments: [true, false])
  func `chapters stand in the order of reading, under the headings of the contents`(
    isNew: Bool
  ) throws {
    let document = try load(Self.members(isNew: isNew))
    let text = document.text.string(in: document.text.span)
    #expect(
      text.split(separator: "\n").map(String.init) == [
        "الكتاب", "الفصل الأول", OfficeSamples.first, OfficeSamples.second, "الفصل الثاني",
        "كلام بلا عنوان.", "مبحث", "وبعده كلام.", "ملحق",
      ])
    let structure = try #require(document.structure)
    #expect(structure.headings.map(\.kind) == [2, 2, 3].map { .heading(level: $0) })
    #expect(structure.format == "epub" && structure.title == "الكتاب")
    #expect(structure.authors == ["سلمى"] && structure.date == "2020" && structure.language == "ar")
    #expect(structure.isWhole && structure.warnings.isEmpty)
  }

  @Test(arguments: [
    (
      "OPS/nav.xhtml",
      "<html xmlns:epub=\"e\"><body><nav epub:type=\"toc\"><ol><li><span>القسم</span><ol><li><a href=\"text/two.xhtml\">الفصل الثاني</a></li></ol></li></ol></nav></body></html>"
    ),
    (
      "OPS/toc.ncx",
      "<ncx><navMap><navPoint><navLabel><text>القسم</text></navLabel><navPoint><navLabel><text>الفصل الثاني</text></navLabel><content src=\"text/two.xhtml\"/></navPoint></navPoint></navMap></ncx>"
    ),
  ])
  func `a part that leads nowhere stands before its first chapter`(
    name: String, contents: String
  ) throws {
    let members = Self.members(isNew: name == "OPS/nav.xhtml").map {
      $0.name == name ? (name: name, content: Array(contents.utf8)) : $0
    }
    let document = try load(members)
    let headings = try #require(document.structure).headings
    #expect(
      headings.map { document.text.string(in: $0.span) }.suffix(2) == ["القسم", "الفصل الثاني"])
  }

  @Test func `items of numbered lists have their numbers`() throws {
    let page =
      "<html><body><ol start=\"3\"><li>بند</li><li>ثان</li></ol><ul><li>نقطة</li></ul></body></html>"
    let document = try load(
      Self.members(exchanging: "OPS/text/two.xhtml", for: Array(page.utf8)))
    for line in ["3. بند", "4. ثان", "• نقطة"] { #expect(document.lines.contains(line)) }
  }

  @Test func `of several contents that nothing points at the first one counts, each time`() throws {
    let others = (1...9).map {
      "<item id=\"n\($0)\" href=\"n\($0).ncx\" media-type=\"application/x-dtbncx+xml\"/>"
    }
    let members = Self.members(isNew: false).flatMap { member in
      let text = String(decoding: member.content, as: UTF8.self)
      let (head, title) = ("<manifest><item id=\"ncx\"", "الفصل الثاني</text>")
      switch member.name {
      case "OPS/book.opf":
        let named = text.replacing(" toc=\"ncx\"", with: "")
          .replacing("</manifest>", with: others.joined() + "</manifest>")
        #expect(named.contains(head) && named != text)
        return [(name: member.name, content: Array(named.utf8))]
      case "OPS/toc.ncx":
        return [member]
          + (1...9).map { number in
            let other = text.replacing(title, with: "فصل \(number)</text>")
            return (name: "OPS/n\(number).ncx", content: Array(other.utf8))
          }
      default: return [member]
      }
    }
    #expect(try load(members).lines.contains("الفصل الثاني"))
  }

  @Test func `a book with locked pages is told, and what is not locked is read`() throws {
    let pages = ["OPS/text/two.xhtml", "OPS/text/%D8%A3.xhtml", "OPS/extra.xhtml"]
    for locked in [["OPS/f.otf"], [pages[0]], pages] {
      let data = locked.map {
        "<e:EncryptedData xmlns:e=\"e\"><e:CipherReference URI=\"\($0)\"/></e:EncryptedData>"
      }
      let locks = "<encryption>\(data.joined())</encryption>"
      let members = Self.members() + [("META-INF/encryption.xml", Array(locks.utf8))]
      let path = try folder.file(StoredArchive(members).bytes, "book.epub")
      if locked == pages {
        #expect(throws: DocumentError.locked(path)) { try DocumentLoader.load(path: path) }
      } else {
        let document = try DocumentLoader.load(path: path)
        #expect(document.lines.contains("الفصل الأول"))
        #expect(document.lines.contains("مبحث") == (locked != [pages[0]]))
        #expect(
          document.structure?.warnings
            == (locked == [pages[0]] ? [.lockedPages(count: 1, first: pages[0])] : []))
      }
    }
  }

  /// The book with one of its members exchanged or, for `nil`, taken away.
  private static func members(
    exchanging name: String, for content: [UInt8]?
  ) -> [(name: String, content: [UInt8])] {
    members().compactMap { member in
      guard member.name == name else { return member }
      return content.map { (name, $0) }
    }
  }

  @Test(arguments: [
    nil, [], [UInt8](repeating: 0, count: 3000), Array("%PDF-1.4 كلام".utf8),
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Array("كلام بلا علامات < ولا > صفحة".utf8),
    (0..<3000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 11) },
  ])
  func `a page that is missing or none is left out and told`(content: [UInt8]?) throws {
    let name = "OPS/text/two.xhtml"
    let document = try load(Self.members(exchanging: name, for: content))
    #expect(
      document.lines == [
        "الكتاب", "الفصل الأول", OfficeSamples.first, OfficeSamples.second, "ملحق",
      ])
    #expect(document.structure?.warnings == [.lostPages(count: 1, first: name)])
  }

  @Test func `a page of a picture is a page, and one in UTF-16`() throws {
    let name = "OPS/text/two.xhtml"
    let picture = "<html><body><img src=\"i.png\"/></body></html>"
    let wide = "<html><body><p>كلام</p></body></html>"
    let units: [[UInt8]] = wide.utf16.map { [UInt8($0 & 255), UInt8($0 >> 8)] }
    for content in [Array(picture.utf8), [0xFF, 0xFE] + units.joined()] {
      let document = try load(Self.members(exchanging: name, for: content))
      #expect(document.structure?.warnings == [])
    }
  }

  @Test(arguments: [
    "../../etc/passwd", "..%2F..%2F..%2Fetc/passwd", "file:///etc/passwd",
    "https://example.org/page.xhtml", "/../../etc/passwd", "a/../../../x",
  ])
  func `a book that names files outside of itself gets nothing of them, and says so`(
    reference: String
  ) throws {
    var members = Self.members()
    let package = String(decoding: members[2].content, as: UTF8.self)
      .replacing("<itemref idref=\"x\" linear=\"no\"/>", with: "")
    members[2].content = Array(
      package.replacing("text/two.xhtml", with: reference).utf8)
    let document = try load(members)
    #expect(document.lines.first == "الكتاب" && document.lines.contains(OfficeSamples.first))
    #expect(document.structure?.warnings.count == 1)
    members[2].content = Array(
      package.replacing("text/two.xhtml", with: reference)
        .replacing("text/%D8%A3.xhtml", with: reference + "x").utf8)
    let path = try folder.file(StoredArchive(members).bytes, "book.epub")
    #expect(throws: DocumentError.leadsOutside(path)) { try DocumentLoader.load(path: path) }
    members[1].content = Array(
      "<container><rootfiles><rootfile full-path=\"\(reference)\"/></rootfiles></container>".utf8)
    let other = try folder.file(StoredArchive(members).bytes, "other.epub")
    #expect(throws: DocumentError.leadsOutside(other)) { try DocumentLoader.load(path: other) }
  }

  @Test func `a book without its package is damaged`() throws {
    let path = try folder.file(StoredArchive(Array(Self.members().prefix(2))).bytes, "book.epub")
    #expect(throws: DocumentError.damaged(path)) { try DocumentLoader.load(path: path) }
  }
}
