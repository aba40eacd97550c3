import ArabicText
@testable import Documents
import TestSupport
import Testing

/// Pages that are made to hurt.
@Suite struct HostilePageTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func text(_ page: String) throws -> String {
    let document = try DocumentLoader.load(path: try folder.file(page.utf8, "page.html"))
    return document.text.string(in: document.text.span)
  }

  @Test(arguments: [
    ("<div>", "</div>", 200_000), ("<ul><li>", "", 200_000), ("<span>", "</span>", 200_000),
    // The parser closes and opens these again and again.
    ("<b><p>", "", 20_000),
  ])
  func `what stands deep in elements is there`(open: String, close: String, count: Int) throws {
    let page =
      "<html><body>" + String(repeating: open, count: count) + InventedPages.second
      + String(repeating: close, count: count)
    #expect(try text(page).contains(InventedPages.second))
  }

  @Test(arguments: [2100, 20_000])
  func `a tag of very many attributes loses some of them, and no word`(count: Int) throws {
    let tag = "<p hidden=\"a>b\" " + (1...count).map { "a\($0)" }.joined(separator: " ")
    for end in [">", " title=\"a > b\">", "/>"] {
      let page =
        "<html><body>\(tag.replacing("hidden=", with: "class="))\(end)\(InventedPages.paragraphs[0])</p><p>\(InventedPages.second)</p></body></html>"
      let document = try DocumentLoader.load(path: try folder.file(page.utf8, "page.html"))
      let text = document.text.string(in: document.text.span)
      #expect(text.contains(InventedPages.second) && text.contains(InventedPages.paragraphs[0]))
      #expect(!text.contains("a > b"))
    }
    // The end of the file in such a tag.
    let cut = try DocumentLoader.load(
      path: try folder.file("<p>\(InventedPages.second)</p>\(tag)".utf8, "page.html"))
    #expect(cut.text.string(in: cut.text.span).contains(InventedPages.second))
  }

  @Test func `words in quotation marks are one attribute, however many they are`() throws {
    let value = String(repeating: "كلمة > ", count: 3000)
    let page = "<html><body><p title=\"\(value)\">\(InventedPages.second)</p></body></html>"
    #expect(try text(page).contains(InventedPages.second))
  }

  @Test func `a title of very many parts is left as it is`() {
    let title = String(repeating: "جزء | ", count: 5000)
    #expect(HTMLMetadata.withoutSite(title, "الموقع") == title)
  }

  @Test func `entities are not expanded, and nothing is fetched`() throws {
    let definitions = (1...12).map {
      "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);\">"
    }
    let page =
      "<!DOCTYPE html [<!ENTITY e0 \"xxxxxxxxxx\"><!ENTITY f SYSTEM \"file:///etc/passwd\">\(definitions.joined())]>"
      + "<html><body><p>\(InventedPages.second) &e12; &f;</p></body></html>"
    let text = try text(page)
    #expect(text.utf8.count < 4000)
    #expect(!text.contains("root:"))
  }

  @Test(arguments: [MarkupParser.Kind.html, .xml])
  func `a page that takes too long is read as far as the time goes`(kind: MarkupParser.Kind) throws
  {
    let page = "<r>" + String(repeating: "<p>كلام</p>", count: 5000) + "</r>"
    let (whole, cut) = try Array(page.utf8).withUnsafeBufferPointer { bytes in
      (
        try MarkupParser.parse(bytes, as: kind, within: .seconds(60)),
        try MarkupParser.parse(bytes, as: kind, within: .zero)
      )
    }
    #expect(!whole.isLate && whole.elements("p").count { _ in true } == 5000)
    #expect(cut.isLate && cut.warnings == [.late])
    #expect((1..<5000).contains(cut.elements("p").count { _ in true }))
  }

  @Test func `bytes of zero and broken letters do not end a page`() throws {
    var page = Array("<html><body><p>أول الكلام هنا، وهذا كلام طويل بعده.".utf8)
    page += [0, 0xFF, 0xD8] + Array("</p><p>\(InventedPages.second)</p></body></html>".utf8)
    let document = try DocumentLoader.load(path: try folder.file(page, "page.html"))
    let text = document.text.string(in: document.text.span)
    #expect(text.contains(InventedPages.second) && text.contains("أول الكلام"))
  }

  @Test func `any page is read or refused with a message`() throws {
    for seed in Fuzz.seeds(150) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let way = InventedPages.ways.randomElement(using: &generator)?.page ?? ""
      let bytes = generator.mutated(Array(way.utf8))
      do {
        let path = try folder.file(Array("<html>".utf8) + bytes, "page.html")
        let document = try DocumentLoader.load(path: path)
        let structure = try #require(document.structure)
        for block in structure.blocks {
          #expect(document.text.span.contains(block.span), "seed \(seed)")
          // Whole letters.
          #expect(document.text.scalarBoundary(atOrBefore: block.span.lower) == block.span.lower)
        }
        for link in structure.links {
          #expect(document.text.span.contains(link.span), "seed \(seed)")
        }
      } catch let error as DocumentError {
        #expect(!error.description.isEmpty)
      }
    }
  }
}
