import ArabicText
import Testing

@testable import Documents

/// Who wrote a page, and when, is read from its lines where its head does not tell them.
struct SignatureTests {
  @Test(arguments: [
    ("بقلم: سلمى الراوي", "سلمى الراوي"), ("بقلم الكاتبة سلمى الراوي", "سلمى الراوي"),
    ("مرسلة بواسطة خالد الأمين في 8:30 ص", "خالد الأمين"),
    ("Author, هند النجار", "هند النجار"), ("بواسطة: الفريق الصحفي - 3 مارس", "الفريق الصحفي"),
  ])
  func `the name behind what says who wrote it is the author`(line: String, name: String) {
    #expect(Signature.name(in: line) == name)
  }

  @Test(arguments: [
    "بقلم", "سلمى الراوي", "بواسطة الجيش اللبناني", "بواسطة 3 طائرات", "كتب سالم رواية",
    "Author, a@example.org b",
  ])
  func `other lines are not signed`(line: String) {
    #expect(Signature.name(in: line) == nil)
  }

  private static let body = InventedPages.paragraphs.map { "<p>\($0)</p>" }.joined()
  private static let title = InventedPages.title

  private func load(_ body: String) throws -> Document {
    let page = "<!DOCTYPE html><title>\(Self.title)</title><body>\(body)"
    return try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
  }

  @Test(arguments: [
    // pandoc, an opinion with its writer above it, a blog, a list of who did what.
    "<header><h1>\(title)</h1><p class=author>هند النجار</p><p class=date>14 مارس 2025</p></header>\(body)",
    "<div class=page><div class=writer><h4 class=writer-name>هند النجار</h4></div><h1>\(title)</h1><div class=op-date>14 مارس 2025</div>\(body)</div>",
    "<div><h1>\(title)</h1><span itemprop=datePublished content='14 مارس 2025'></span>\(body)<div class=post-footer>مرسلة بواسطة <span>هند النجار</span> في 8:30 ص</div></div>",
    "<main><h1>\(title)</h1><ul><li><span>Author, هند النجار</span><li><span>Role, صحيفة الأفق اليومية</span></ul><p class=entry-date>تاريخ النشر: 14 مارس 2025</p>\(body)</main>",
  ])
  func `author and date are told, and none of the text`(body: String) throws {
    let document = try load(body)
    #expect(document.structure?.authors == ["هند النجار"])
    #expect(document.structure?.date == "14 مارس 2025")
    let lines = document.text.string(in: document.text.span).split(separator: "\n")
    #expect(lines.map(String.init) == [Self.title] + InventedPages.paragraphs)
  }

  @Test func `who signs a comment is no author`() throws {
    let comment = "<h3>التعليقات (1)</h3><p>بواسطة: قارئ قديم</p><p>رأي في المقال.</p>"
    #expect(try load("<h1>\(Self.title)</h1>\(Self.body)\(comment)").structure?.authors == [])
  }

  @Test func `the first subhead right below the headline is kept, of the first level too`() throws {
    let document = try load("<h1 class=title>\(Self.title)</h1><h1>مقدمة</h1>\(Self.body)")
    #expect(document.text.string(in: document.text.span).contains("\nمقدمة\n"))
  }

  @Test
  func `what is there for those alone who run no scripts is the article where there is no other`()
    throws
  {
    let document = try load(
      "<nav><a href=/>الصفحة الأولى</a></nav><noscript><h1>\(Self.title)</h1>\(Self.body)</noscript>"
    )
    let lines = document.text.string(in: document.text.span).split(separator: "\n")
    #expect(lines.map(String.init) == [Self.title] + InventedPages.paragraphs)
    let note = "<noscript><p>فعل البرامج في متصفحك حتى ترى الصور والخرائط كلها.</p></noscript>"
    let other = try load("<h1>\(Self.title)</h1>\(Self.body)\(note)")
    #expect(!other.text.string(in: other.text.span).contains("متصفحك"))
  }

  @Test func `cards whose headings a script leads on are other stories`() throws {
    let card =
      "<article><h3><a>خبر عن السفن في الميناء</a></h3><p>وصلت سفن كثيرة إلى الميناء، وهي من بلاد بعيدة.</p></article>"
    let document = try load(
      "<div><h1>\(Self.title)</h1><div>\(Self.body)</div><div>\(card)\(card)</div></div>")
    #expect(!document.text.string(in: document.text.span).contains("السفن"))
    #expect(document.structure?.links == [])
  }

  @Test func `a bold line above the article is its headline where the title is that of the site`()
    throws
  {
    let line = "<font size=5><b>\(Self.title)</b></font><br>التاريخ: 14/03/2025<br>"
    let page =
      "<title>وزارة النقل : الأخبار</title><body><table><tr><td><b>عن الوزارة وخدماتها</b><td>\(line)<div>\(Self.body)</div></table>"
    let document = try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
    let lines = document.text.string(in: document.text.span).split(separator: "\n")
    #expect(lines.map(String.init) == [Self.title] + InventedPages.paragraphs)
    #expect(document.structure?.title == Self.title)
  }
}
