import ArabicText
import Testing

@testable import Documents

/// Pages for printing, and labels by which an article says who wrote it and when.
@Suite struct PrintViewTests {
  private static let title = InventedPages.title
  private static let body = InventedPages.paragraphs.map { "<p>\($0)</p>" }.joined()

  private func document(_ head: String, _ body: String) throws -> Document {
    let page = "<html><head>\(head)</head><body>\(body)</body></html>"
    return try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
  }

  private func lines(_ document: Document) -> [String] {
    document.text.string(in: document.text.span).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    "طباعة", "نسخة للطباعة", "Print", "Untitled Document", "تفاصيل الخبر", "print_123.aspx",
  ])
  func `a title that says nothing is none, and the first heading is the headline`(title: String)
    throws
  {
    let page =
      "<img src=logo.gif><hr><h2>\(Self.title)</h2><small>الأحد 29-11-2026 | هند سالم</small><hr>"
    for paragraphs in [InventedPages.paragraphs, Array(InventedPages.paragraphs.prefix(1))] {
      let text = paragraphs.map { "<p>\($0)</p>" }.joined()
      let document = try document(
        "<title>\(title)</title>",
        page + text + "<hr><small>رابط الخبر: http://example.com/news/123</small>")
      #expect(lines(document) == [Self.title] + paragraphs)
      #expect(document.structure?.title == Self.title)
    }
  }

  @Test(arguments: ["كتبت: هند سالم", "تحرير: هند سالم", "إعداد : هند سالم"])
  func `a name behind a colon is that of the author, and none of the text`(line: String) throws {
    let paragraphs = InventedPages.paragraphs
    let text =
      "<div class=sub>\(paragraphs[0])</div><p class=by>\(line)</p><div class=txt><p>\(paragraphs[1])</p><p>\(paragraphs[2])</p></div>"
    let document = try document(
      "<title>\(Self.title)</title>", "<div class=s><h1>\(Self.title)</h1>\(text)</div>")
    #expect(document.structure?.authors == ["هند سالم"])
    #expect(lines(document) == [Self.title] + paragraphs)
  }

  @Test(arguments: ["كتب: لا أعرف", "تحرير: أين ذهب الجميع؟", "كتبت أمس هند"])
  func `what somebody wrote is no name`(line: String) {
    #expect(Signature.name(in: line) == nil)
  }

  @Test func `a date behind the lead is read, and a time alone is none`() throws {
    let head = "<title>\(Self.title)</title>"
    let lead = InventedPages.paragraphs[0]
    let rest = InventedPages.paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined()
    for (time, date) in [("29/11/2026 - 07:05", "29/11/2026 - 07:05"), ("07:05", nil)] {
      let document = try document(
        head,
        "<div class=s><h1>\(Self.title)</h1><div class=desc>\(lead)</div><div class=time>\(time)</div><div class=txt>\(rest)</div></div>"
      )
      #expect(document.structure?.date == date)
    }
  }

  @Test func `what stands under a picture is no paragraph, and a large first letter is one`() throws
  {
    let picture = "<amp-img src=x></amp-img><p class=cap>الوزير في المحطة قبل الافتتاح (وكالة)</p>"
    let paragraphs = InventedPages.paragraphs
    let text =
      "<p class=drop-cap>\(paragraphs[0])</p><p>\(paragraphs[1])</p><p>\(paragraphs[2])</p>"
    let document = try document(
      "<title>\(Self.title)</title>", "<div><h1>\(Self.title)</h1>\(picture)\(text)</div>")
    #expect(lines(document) == [Self.title] + paragraphs)
  }
}
