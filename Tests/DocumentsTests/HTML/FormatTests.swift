import ArabicText
import Documents
import Glibc
import TestSupport
import Testing

/// The format is told by what a file holds, then by its name.
@Suite struct FormatTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load(_ bytes: some Collection<UInt8>, _ name: String) throws -> Document {
    try DocumentLoader.load(path: try folder.file(bytes, name))
  }

  private func text(_ document: Document) -> String { document.text.string(in: document.text.span) }

  private static let page = "<html><body><p>\(InventedPages.second)</p></body></html>"

  @Test(arguments: [
    page, "\u{FEFF}" + page, "  \n<!-- saved --> " + page, "<!DOCTYPE html>\n" + page,
    "<?xml version=\"1.0\"?>\n<!DOCTYPE HTML>" + page, "<DIV>\(InventedPages.second)</DIV>",
  ])
  func `a page is one under any name`(page: String) throws {
    let document = try load(page.utf8, "noext")
    #expect(document.structure?.format == "html")
    #expect(text(document).contains("الوزير") && !text(document).contains("<"))
  }

  @Test(arguments: ["<خبر عاجل> \(InventedPages.lead)", "3 < 5 و 7 > 2", "خبر <b>عاجل</b>"])
  func `a text with brackets is a text`(content: String) throws {
    let document = try load(content.utf8, "text.txt")
    #expect(document.structure == nil)
    #expect(text(document) == content)
  }

  @Test func `a text of another markup that begins with a tag is none of pages, and a page is one`()
    throws
  {
    let text = "<div dir=\"rtl\">\n\n# \(InventedPages.title)\n\n</div>"
    #expect(try load(text.utf8, "notes.md").structure?.format == "markdown")
    #expect(try load(text.utf8, "notes").structure?.format == "html")
    #expect(try load(Self.page.utf8, "notes.md").structure?.format == "html")
  }

  @Test func `a text that is called a page is a text`() throws {
    #expect(try load(InventedPages.lead.utf8, "news.html").structure == nil)
  }

  @Test func `plain text is read as it is where that is asked for`() throws {
    let path = try folder.file(Self.page.utf8, "page.html")
    let document = try DocumentLoader.load(path: path, extent: .plainText)
    #expect(text(document) == Self.page)
  }

  @Test(
    arguments: [
      ("windows-1256", "windows-1256", "windows-1256", false),
      ("windows-1256", nil, "windows-1256", false),
      ("ISO-8859-6", "arabic", "ISO-8859-6", false),
      ("windows-1256", "iso-8859-1", "windows-1256", true),
      ("UTF-8", "windows-1256", "UTF-8", false),
      ("UTF-16LE", nil, "UTF-16LE", false),
      ("windows-1256", "iso-8859-6", "windows-1256", true),
      ("ISO-8859-6", "windows-1256", "ISO-8859-6", true),
      ("windows-1256", "cp864", "windows-1256", true),
    ] as [(String, String?, String, Bool)])
  func `the charset is that of the bytes, whatever the page says`(
    stored: String, declared: String?, used: String, isTold: Bool
  ) throws {
    let paragraphs = InventedPages.paragraphs.map { "<p>\($0)</p>" }.joined()
    let padding = String(repeating: "<!-- . -->", count: 300)
    let meta = declared.map {
      "<meta http-equiv=Content-Type content=\"text/html; charset=\($0)\">"
    }
    let page = "<html><head>\(padding)\(meta ?? "")</head><body>\(paragraphs)</body></html>"
    let document = try load(Samples.encoded(page, stored), "page.html")
    #expect(document.charset == used)
    #expect(text(document).contains(InventedPages.second))
    let warnings = document.structure?.warnings ?? []
    #expect(warnings.contains { if case .charset = $0 { true } else { false } } == isTold)
  }

  @Test(arguments: ["<meta charset=utf-8>", ""])
  func `a foot in another charset is no reason to give up a page in UTF-8`(meta: String) throws {
    let paragraphs = InventedPages.paragraphs.map { "<p>\($0)</p>" }.joined()
    let page = "<html><head>\(meta)</head><body>\(paragraphs)"
    let foot = Samples.encoded(
      "<div class=footer>جميع الحقوق محفوظة</div></body></html>", "windows-1256")
    let document = try load(Array(page.utf8) + foot, "page.html")
    #expect(document.charset == "UTF-8")
    #expect(text(document).contains(InventedPages.second))
  }

  @Test(arguments: [
    ("</p></body></html>", false), ("</p>\n", false), (" 3 < 4", false), ("</p><p cla", true),
    ("</p></bod", true), ("\u{0}", true),
  ])
  func `a page that ends inside a tag or a letter says so`(end: String, isCut: Bool) throws {
    let paragraphs = InventedPages.paragraphs.map { "<p>\($0)</p>" }.joined()
    // The first half of a letter for NUL.
    let bytes = Array("<html><body>\(paragraphs)<p>نص\(end)".utf8).map { $0 == 0 ? 0xD9 : $0 }
    let document = try load(bytes, "page.html")
    #expect(document.structure?.warnings.contains(.endsEarly) == isCut)
  }

  @Test func `a saved page of one file that is cut says so`() throws {
    let page = InventedPages.ways[0].page
    let head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\n"
    let part = "\(head)Content-Type: text/html; charset=utf-8\n\n"
    let whole = try load("\(part)\(page)\n--B--\n".utf8, "page.mht")
    #expect(whole.structure?.warnings.contains(.endsEarly) == false)
    let cut = try load("\(part)\(page.prefix(page.count - 40))".utf8, "page.mht")
    #expect(cut.structure?.warnings.contains(.endsEarly) == true)
  }

  @Test func `of a page in visual Hebrew the words are turned and not the markup`() throws {
    let words = "שלום לכם ידידים, היום נפתח הקו החדש בין שתי הערים הגדולות."
    let seen = String(String.UnicodeScalarView(words.unicodeScalars.reversed()))
    let page = "<html><body><p class=\"a\">\(seen)</p></body></html>"
    let document = try load(Samples.encoded(page, "ISO-8859-8"), "page.html")
    #expect(text(document) == words + "\n")
  }

  @Test(arguments: ["quoted-printable", "base64", "8bit"])
  func `a saved page of one file is its page`(encoding: String) throws {
    let page = InventedPages.ways[0].page
    let body =
      switch encoding {
      case "base64": Self.base64(Array(page.utf8))
      case "quoted-printable": Self.quotedPrintable(Array(page.utf8))
      default: page
      }
    let message = """
      From: <Saved by a browser>\r
      MIME-Version: 1.0\r
      Content-Type: multipart/related;\r
      \ttype="text/html"; boundary="----mark"\r
      \r
      ------mark\r
      Content-Type: text/html; charset=utf-8\r
      Content-Transfer-Encoding: \(encoding)\r
      \r
      \(body)\r
      ------mark\r
      Content-Type: image/png\r
      \r
      نص آخر\r
      ------mark--\r

      """
    let document = try load(message.utf8, "page.mht")
    #expect(document.structure?.format == "mhtml")
    #expect(
      text(document)
        == ([InventedPages.title] + InventedPages.paragraphs).map { $0 + "\n" }.joined())
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      var bits = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - part.count))
      for place in 0..<4 {
        let letter = letters[Int(bits >> UInt32(18 - 6 * place) & 63)]
        result += place <= part.count ? String(letter) : "="
      }
      if start % 57 == 54 { result += "\r\n" }
    }
    return result
  }

  private static func quotedPrintable(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF")
    var (result, column) = ("", 0)
    for byte in bytes {
      let isPlain = (0x20..<0x7F).contains(byte) && byte != 0x3D || byte == 0x0A
      result +=
        isPlain
        ? String(Unicode.Scalar(byte)) : "=\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      column = byte == 0x0A ? 0 : column + 3
      if column > 70 {
        result += "=\r\n"
        column = 0
      }
    }
    return result
  }
}
