import ArabicText
import Documents
import TestSupport
import Testing

/// The article is found, however a page is made.
@Suite struct ArticleTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load(
    _ page: String, _ name: String = "page.html", extent: Extent = .article
  ) throws -> Document {
    try DocumentLoader.load(path: try folder.file(page.utf8, name), extent: extent)
  }

  private func lines(_ document: Document) -> [String] {
    document.text.string(in: document.text.span).split(separator: "\n").map(String.init)
  }

  @Test(arguments: InventedPages.ways.indices)
  func `the article is its headline and its paragraphs, whatever the markup`(way: Int) throws {
    let document = try load(InventedPages.ways[way].page)
    #expect(
      lines(document) == [InventedPages.title] + InventedPages.paragraphs,
      "\(InventedPages.ways[way].name)")
    #expect(document.structure?.isWhole == false)
    #expect(document.structure?.warnings == [])
  }

  @Test func `the head tells title, author, date and site, without the site in the title`() throws {
    let structure = try #require(try load(InventedPages.ways[0].page).structure)
    #expect(structure.title == InventedPages.title)
    #expect(structure.authors == ["هند سالم"])
    #expect(structure.date == "2026-03-01T10:00:00Z")
    #expect(structure.source == "جريدة الأفق")
    #expect(structure.format == "html")
  }

  @Test func `the whole page has the menus too, and no scripts or hidden words`() throws {
    let text = lines(try load(InventedPages.ways[8].page, extent: .wholePage)).joined(
      separator: "\n")
    #expect(text.contains("الرياضة") && text.contains("جميع الحقوق"))
    #expect(!text.contains("برنامج") && !text.contains("مخفي"))
  }

  @Test func `a page without an article shows all its words and says so`() throws {
    let links = (1...20).map { "<li><a href=\"/\($0)\">خبر رقم \($0)</a></li>" }.joined()
    let document = try load("<html><body><ul>\(links)</ul></body></html>")
    #expect(lines(document).count == 20)
    #expect(document.structure?.warnings == [.noArticle])
    #expect(document.structure?.isWhole == true)
  }

  @Test func `a page whose words come by a script is refused with a message`() throws {
    let path = try folder.file(
      "<html><body><div id=root></div><script>render()</script></body></html>".utf8, "page.html")
    #expect(throws: DocumentError.noWords(path)) { try DocumentLoader.load(path: path) }
  }

  @Test func `headings, quotations, items and links stand where their words do`() throws {
    let body =
      "<article><h1>\(InventedPages.title)</h1><p>\(InventedPages.lead)</p><h2>أصوات الركاب</h2>"
      + "<blockquote>\(InventedPages.second)</blockquote><ul><li>محطة الشمال، وهي الأكبر بين المحطات كلها.</li>"
      + "<li>محطة <a href=\"https://example.org/a\">الجنوب</a> القديمة، وقد جددت قبل عام.</li></ul><p>\(InventedPages.third)</p></article>"
    let document = try load(InventedPages.page(body))
    let structure = try #require(document.structure)
    let found = structure.blocks.map { ($0.kind, document.text.string(in: $0.span)) }
    #expect(
      found.map(\.0) == [
        .heading(level: 1), .heading(level: 2), .quotation, .item(depth: 1), .item(depth: 1),
      ])
    #expect(found[1].1 == "أصوات الركاب")
    #expect(found[2].1 == InventedPages.second)
    #expect(found[3].1.hasPrefix("• محطة الشمال"))
    let link = try #require(structure.links.first)
    #expect(document.text.string(in: link.span) == "الجنوب")
    #expect(link.target == "https://example.org/a")
    for block in structure.blocks { #expect(structure.block(at: block.span.lower) == block) }
  }

  @Test func `the rows of a table are lines with bars between the cells`() throws {
    let table =
      "<table><tr><th>المدينة</th><th>السكان</th></tr><tr><td>صور</td><td>60 ألفا</td></tr></table>"
    let text = lines(try load("<html><body>\(table)</body></html>", extent: .wholePage))
    #expect(text == ["المدينة | السكان", "صور | 60 ألفا"])
  }

  @Test func `a note knows the extractor and its version with the text`() throws {
    let document = try load(InventedPages.ways[0].page)
    let extractor = try #require(document.structure?.extractor)
    var next = extractor
    next.version += 1
    let hash = DocumentLoader.contentHash(of: document.text, by: extractor)
    #expect(document.contentHash == hash)
    #expect(DocumentLoader.contentHash(of: document.text, by: next) != hash)
    #expect(DocumentLoader.contentHash(of: document.text) != hash)
  }

  @Test func `items have their numbers, what goes on with one has none, and typed lines stay`()
    throws
  {
    let page = """
      <html><body><ol start="3"><li><p>أول</p><p>تابع</p></li><li>ثان<ul><li>داخل</li></ul></li></ol>
      <pre>سطر
        <b>ثان</b>

      ثالث</pre></body></html>
      """
    let document = try load(page, extent: .wholePage)
    #expect(
      lines(document) == ["3. أول", "  تابع", "4. ثان", "  • داخل", "سطر", "  ثان", "ثالث"])
    let kinds = try #require(document.structure).blocks.map(\.kind)
    #expect(kinds.suffix(3).allSatisfy { $0 == .code } && kinds.count == 7)
  }
}
