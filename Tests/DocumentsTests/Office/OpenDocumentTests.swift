import ArabicText
import Documents
import TestSupport
import Testing

/// Documents of LibreOffice become their words.
@Suite(
  .enabled("libarchive13 is installed") { StoredArchive.isInstalled("libarchive.so.13") })
struct OpenDocumentTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load(_ members: [(name: String, content: [UInt8])]) throws -> Document {
    try DocumentLoader.load(path: try folder.file(StoredArchive(members).bytes, "statement.odt"))
  }

  private func lines(_ body: String) throws -> [String] {
    let text = try load(OfficeSamples.openMembers(body)).text
    return text.string(in: text.span).split(separator: "\n").map(String.init)
  }

  @Test func `a document in one file of XML is the same`() throws {
    let names = ["office", "text", "meta", "style"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }
    let flat = """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document \(names.joined(separator: " ")) xmlns:dc="http://purl.org/dc/elements/1.1/"
       office:mimetype="application/vnd.oasis.opendocument.text">
      <office:meta><dc:title>بيان الوزارة</dc:title><dc:date>2025-03-14</dc:date></office:meta>
      <office:styles><style:style style:name="فصل" style:default-outline-level="2"/></office:styles>
      <office:body><office:text><text:p text:style-name="فصل">الحضور</text:p><text:p>حضر <text:span>الوزراء</text:span>.</text:p></office:text></office:body>
      </office:document>
      """
    let document = try DocumentLoader.load(path: try folder.file(flat.utf8, "statement.fodt"))
    #expect(document.text.string(in: document.text.span) == "الحضور\nحضر الوزراء.\n")
    #expect(document.structure?.format == "odt" && document.structure?.title == "بيان الوزارة")
    #expect(document.structure?.date == "2025-03-14")
    #expect(document.structure?.blocks.map(\.kind) == [.heading(level: 2)])
  }

  @Test func `what was deleted between marks is left out, as where changes are not shown`() throws {
    let changes = ["a": "insertion", "b": "deletion", "c": "deletion"].map {
      "<text:changed-region text:id=\"\($0)\"><text:\($1)/></text:changed-region>"
    }
    func marked(_ change: String, _ words: String) -> String {
      "<text:change-start text:change-id=\"\(change)\"/>\(words)<text:change-end text:change-id=\"\(change)\"/>"
    }
    let body =
      "<text:tracked-changes text:track-changes=\"false\">\(changes.joined())</text:tracked-changes>"
      + "<text:p>وصل \(marked("a", "الوفد"))\(marked("b", " الوزير<text:s/>وحده")) مساء</text:p>"
      + "<text:p>ثم \(marked("c", "<text:span>عاد</text:span>"))غادر</text:p>"
    #expect(try lines(body) == ["وصل الوفد مساء", "ثم غادر"])
  }

  @Test func `the structure and what is known beside the words are told`() throws {
    let body = """
      <text:p text:style-name="P1">بيان</text:p><text:h text:outline-level="2">فصل</text:h>
      <text:p>نص<text:s text:c="3"/>متصل<text:tab/>هنا<text:line-break/>وهنا</text:p>
      <text:list><text:list-item><text:p>بند</text:p><text:list><text:list-item><text:p>فرع</text:p></text:list-item></text:list>
      </text:list-item></text:list><text:p text:style-name="P2">كلام</text:p>
      <text:p>انظر <text:a xlink:href="https://example.org/a"><text:span>هنا</text:span></text:a>.</text:p>
      """
    let document = try load(OfficeSamples.openMembers(body))
    let structure = try #require(document.structure)
    #expect(structure.format == "odt" && structure.title == "عنوان البيان")
    #expect(structure.authors == ["سلمى"] && structure.date == "2024-05-06")
    #expect(
      structure.blocks.map(\.kind) == [
        .heading(level: 1), .heading(level: 2), .item(depth: 1), .item(depth: 2), .quotation,
      ])
    #expect(structure.links.map { document.text.string(in: $0.span) } == ["هنا"])
    #expect(
      try lines(body) == [
        "بيان", "فصل", "نص متصل هنا", "وهنا", "• بند", "  • فرع", "كلام", "انظر هنا.",
      ])
  }

  @Test func `what was deleted and remarks are not read`() throws {
    let body = """
      <text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>هند</dc:creator>
      </office:change-info><text:p>محذوف</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:p>باق<text:change text:change-id="c1"/><office:annotation><dc:date>2024</dc:date><text:p>ملاحظة</text:p>
      </office:annotation> هنا<draw:frame><svg:title>صورة</svg:title></draw:frame>.</text:p>
      <text:section text:display="none"><text:p>مخفي</text:p></text:section>
      """
    #expect(try lines(body) == ["باق هنا."])
  }

  @Test func `words whose style hides them are not read`() throws {
    let hidden = "<style:text-properties text:display=\"none\"/></style:style>"
    let styles =
      "<office:automatic-styles><style:style style:name=\"T1\" style:family=\"text\">\(hidden)"
      + "<style:style style:name=\"P9\" style:family=\"paragraph\" style:parent-style-name=\"T1\"/></office:automatic-styles>"
    var members = OfficeSamples.openMembers(
      "<text:p>ظاهر <text:span text:style-name=\"T1\">مخفي</text:span>كله</text:p><text:p text:style-name=\"P9\">مخفي</text:p>"
    )
    for index in members.indices where members[index].name == "content.xml" {
      let content = String(decoding: members[index].content, as: UTF8.self)
      members[index].content = Array(
        content.replacing("<office:body>", with: "\(styles)<office:body>").utf8)
    }
    let text = try load(members).text
    #expect(text.string(in: text.span) == "ظاهر كله\n")
  }

  @Test func `rows stand on one line and notes at the end`() throws {
    func cell(_ text: String) -> String {
      "<table:table-cell><text:p>\(text)</text:p></table:table-cell>"
    }
    let note = """
      <text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>المصدر: الوزارة.</text:p></text:note-body></text:note>
      """
    let body =
      "<table:table><table:table-row>\(cell("الدولة"))\(cell("العاصمة\(note)"))</table:table-row></table:table>"
      + "<text:p>آخر</text:p>"
    #expect(try lines(body) == ["الدولة | العاصمة[1]", "آخر", "[1] المصدر: الوزارة."])
  }

  @Test func `one without the list of its parts is one all the same`() throws {
    let members = OfficeSamples.openMembers("<text:p>نص</text:p>").filter {
      $0.name != "META-INF/manifest.xml"
    }
    #expect(members.contains { $0.name == "mimetype" })
    let path = try folder.file(StoredArchive(members).bytes, "plain.odt")
    #expect(try DocumentLoader.load(path: path).structure?.format == "odt")
  }

  @Test func `one with a password is told`() throws {
    var members = OfficeSamples.openMembers("<text:p>نص</text:p>")
    members[1].content = Array(
      "<m><m:file-entry m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry></m>".utf8)
    members[3].content = [1, 2, 3]
    let path = try folder.file(StoredArchive(members).bytes, "locked.odt")
    #expect(throws: DocumentError.encrypted(path)) { try DocumentLoader.load(path: path) }
    #expect(DocumentError.encrypted(path).exitCode == 65)
  }
}
