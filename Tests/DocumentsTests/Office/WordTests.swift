import ArabicText
import Documents
import TestSupport
import Testing

/// Documents of Word become their words, as they are when all changes are accepted.
@Suite(
  .enabled("libarchive13 is installed") { StoredArchive.isInstalled("libarchive.so.13") })
struct WordTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load(
    _ body: String, notes: String = "", main: String = "word/document.xml"
  ) throws -> Document {
    let members = OfficeSamples.wordMembers(body, notes: notes, main: main)
    return try DocumentLoader.load(
      path: try folder.file(StoredArchive(members).bytes, "statement.docx"))
  }

  private func lines(_ body: String, notes: String = "") throws -> [String] {
    let text = try load(body, notes: notes).text
    return text.string(in: text.span).split(separator: "\n").map(String.init)
  }

  private func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  @Test(arguments: ["word/document.xml", "word/document2.xml"])
  func `runs are joined, and what is known beside the words is told`(main: String) throws {
    let body = "<w:p>\(run("الأ", "<w:rtl/>"))\(run("مم "))\(run(" المتحدة"))</w:p>"
    let document = try load(body, main: main)
    #expect(document.text.string(in: document.text.span) == "الأمم المتحدة\n")
    let structure = try #require(document.structure)
    #expect(structure.format == "docx" && structure.title == "عنوان البيان")
    #expect(structure.authors == ["سلمى"] && structure.date == "2024-05-06T07:08:09Z")
  }

  @Test func `changes are accepted`() throws {
    let kept = "<w:ins>\(run("قبلت "))</w:ins>"
    let gone =
      "<w:del><w:r><w:delText>رفضت</w:delText></w:r></w:del><w:moveFrom>\(run("نقلت"))</w:moveFrom>"
    #expect(try lines("<w:p>\(kept)\(gone)\(run("الهيئة"))</w:p>") == ["قبلت الهيئة"])
    // A deleted end of a paragraph joins it with the next one; a deleted row is gone.
    let mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    let joined = "<w:p>\(mark)\(run("أول "))</w:p><w:p>\(run("وآخر"))</w:p>"
    #expect(try lines(joined) == ["أول وآخر"])
    let row =
      "<w:tr><w:trPr><w:del/></w:trPr><w:tc>\(OfficeSamples.paragraph("محذوف"))</w:tc></w:tr>"
    #expect(try lines("<w:tbl>\(row)</w:tbl>" + OfficeSamples.paragraph("باق")) == ["باق"])
    // The end of a part.
    #expect(try lines("<w:p>\(mark)\(run("وحده"))</w:p>") == ["وحده"])
  }

  @Test func `headings are told by the name of a style, by its level, by that of its parent`()
    throws
  {
    let body = [("عنوان1", 1), ("Own", 3), ("Child", 3)].map { style, _ in
      "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(run("عنوان"))</w:p>"
    }
    let own = "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>\(run("عنوان"))</w:p>"
    let none =
      "<w:p><w:pPr><w:pStyle w:val=\"Own\"/><w:outlineLvl w:val=\"9\"/></w:pPr>\(run("نص"))</w:p>"
    let quote = "<w:p><w:pPr><w:pStyle w:val=\"Quote\"/></w:pPr>\(run("كلام"))</w:p>"
    let item =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"4\"/></w:numPr></w:pPr>\(run("بند"))</w:p>"
    let document = try load(body.joined() + own + none + quote + item)
    #expect(
      document.structure?.blocks.map(\.kind) == [
        .heading(level: 1), .heading(level: 3), .heading(level: 3), .heading(level: 2), .quotation,
        .item(depth: 2),
      ])
  }

  @Test func `rows stand on one line where their cells do`() throws {
    let cells = ["الدولة", "العاصمة"].map { "<w:tc>\(OfficeSamples.paragraph($0))</w:tc>" }.joined()
    let long =
      "<w:tc>\(OfficeSamples.paragraph("أول"))\(OfficeSamples.paragraph("ثان"))</w:tc><w:tc>\(OfficeSamples.paragraph("ثالث"))</w:tc>"
    let table = "<w:tbl><w:tr>\(cells)</w:tr><w:tr>\(long)</w:tr></w:tbl>"
    #expect(try lines(table) == ["الدولة | العاصمة", "أول", "ثان", "ثالث"])
    #expect(try load(table).structure?.blocks.map(\.kind) == [.row])
  }

  @Test func `what stands in many rows, cells and boxes comes in order, on one line where it can`()
    throws
  {
    func cell(_ content: String) -> String { "<w:tc>\(content)</w:tc>" }
    func table(_ cells: String) -> String { "<w:tbl><w:tr>\(cells)</w:tr></w:tbl>" }
    let pair = table(
      cell(OfficeSamples.paragraph("أول")) + cell(OfficeSamples.paragraph("ثان")))
    var nested = pair
    for level in 1...100 {
      nested = table(
        cell(OfficeSamples.paragraph("\(level)")) + cell(nested + (level == 50 ? pair : "")))
    }
    let row = "أول | ثان"
    let expected = (51...100).reversed() + (1...50).reversed()
    #expect(try lines(nested) == expected.map(String.init) + [row, row])
    let boxes = (1...100).reduce(OfficeSamples.paragraph("في الإطار")) { inner, level in
      "<w:p>\(run("قبل \(level)"))<w:r><w:br/></w:r><w:txbxContent>\(inner)</w:txbxContent>\(run("بعد \(level)"))</w:p>"
    }
    #expect(
      try lines(boxes)
        == (1...100).reversed().map { "قبل \($0)" } + ["في الإطار"] + (1...100).map { "بعد \($0)" })
  }

  @Test func `a field begins its words once, and has no longer an address than there are`() throws {
    let separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    func field(_ instruction: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>\(instruction)</w:instrText></w:r>"
        + separate + run("هنا ") + separate + run("وهناك")
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }
    let document = try load("<w:p>\(field("HYPERLINK \"https://example.org/b\""))</w:p>")
    let links = document.structure?.links ?? []
    #expect(links.map { document.text.string(in: $0.span) } == ["هنا وهناك"])
    let long = "HYPERLINK \"https://example.org/\(String(repeating: "a", count: 9000))\""
    #expect(try load("<w:p>\(field(long))</w:p>").structure?.links == [])
  }

  @Test func `notes come at the end, under their numbers`() throws {
    let notes =
      "<w:footnote w:id=\"0\" w:type=\"separator\"><w:p/></w:footnote>"
      + "<w:footnote w:id=\"7\">\(OfficeSamples.paragraph("المصدر: الوزارة."))</w:footnote>"
      + "<w:footnote w:id=\"8\">\(OfficeSamples.paragraph("لم تسم"))</w:footnote>"
    let body =
      "<w:p>\(run("قرار"))<w:r><w:footnoteReference w:id=\"7\"/></w:r>\(run(" نافذ."))</w:p>"
    #expect(try lines(body, notes: notes) == ["قرار[1] نافذ.", "[1] المصدر: الوزارة."])
  }

  @Test func `what is not seen is not read, and signs are`() throws {
    let hidden = run("سر", "<w:vanish/>") + run("علن", "<w:vanish w:val=\"0\"/>")
    let field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(run(" 5"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let signs =
      "<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:tab/><w:t>3</w:t><w:br/><w:sym w:char=\"F0B7\"/></w:r>"
    #expect(
      try lines("<w:p>\(hidden)\(field)</w:p><w:p>\(signs)</w:p>") == ["علن 5", "1-2 3", "•"])
  }

  @Test func `links lead where they lead`() throws {
    let link = "<w:hyperlink r:id=\"r3\">\(run("هنا"))</w:hyperlink>"
    let field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org/b\" </w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(run("هناك"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let document = try load("<w:p>\(run("انظر "))\(link)\(run(" أو "))\(field)\(run("."))</w:p>")
    let links = document.structure?.links ?? []
    #expect(links.map(\.target) == ["https://example.org/a", "https://example.org/b"])
    #expect(links.map { document.text.string(in: $0.span) } == ["هنا", "هناك"])
  }

  @Test func `a text box is read once and leaves its paragraph whole`() throws {
    let box = OfficeSamples.paragraph("في الإطار")
    let drawing = "<w:r><w:drawing><w:txbxContent>\(box)</w:txbxContent></w:drawing></w:r>"
    let old = "<w:r><w:pict><w:txbxContent>\(box)</w:txbxContent></w:pict></w:r>"
    let both =
      "<mc:AlternateContent><mc:Choice>\(drawing)</mc:Choice><mc:Fallback>\(old)</mc:Fallback></mc:AlternateContent>"
    let expected = ["في الإطار", "أول الكلام وآخره"]
    #expect(try lines("<w:p>\(run("أول الكلام "))\(both)\(run("وآخره"))</w:p>") == expected)
    #expect(try lines("<w:p>\(run("أول الكلام "))\(old)\(run("وآخره"))</w:p>") == expected)
  }
}
