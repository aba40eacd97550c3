import ArabicText
import TestSupport
import Testing

@testable import Documents

/// Items of lists stand behind the numbers that Word and LibreOffice show, which no paragraph holds.
@Suite(
  .enabled("libarchive13 is installed") { StoredArchive.isInstalled("libarchive.so.13") })
struct ListNumberTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  // MARK: DOCX

  private func level(
    _ number: Int, _ form: String, _ text: String, start: Int = 1, _ rest: String = ""
  ) -> String {
    """
    <w:lvl w:ilvl="\(number)"><w:start w:val="\(start)"/><w:numFmt w:val="\(form)"/><w:lvlText w:val="\(text)"/>\(rest)</w:lvl>
    """
  }

  private func list(_ id: Int, of base: Int, _ rest: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(base)\"/>\(rest)</w:num>"
  }

  private func base(_ id: Int, _ levels: String) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels)</w:abstractNum>"
  }

  private func item(_ list: Int?, _ level: Int?, _ text: String = "بند", _ rest: String = "")
    -> String
  {
    let level = level.map { "<w:ilvl w:val=\"\($0)\"/>" } ?? ""
    let number = list.map { "<w:numPr>\(level)<w:numId w:val=\"\($0)\"/></w:numPr>" } ?? ""
    return "<w:p><w:pPr>\(rest)\(number)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  private func word(_ body: String, _ numbering: String, styles: String = "") throws -> [String] {
    var members = OfficeSamples.wordMembers(body)
    members.insert(
      ("word/numbering.xml", Array("<w:numbering>\(numbering)</w:numbering>".utf8)), at: 0)
    if !styles.isEmpty, let index = members.firstIndex(where: { $0.name == "word/styles.xml" }) {
      members[index].content = Array("<w:styles>\(styles)</w:styles>".utf8)
    }
    return try folder.load(StoredArchive(members).bytes, "list.docx").lines
  }

  @Test func `what stands around a number is no longer than lists have it`() throws {
    let long = String(repeating: "\u{64E}ب", count: 50_000)
    let lines = try word(
      item(1, 0) + item(1, 0), base(0, level(0, "decimal", "%1." + long)) + list(1, of: 0))
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.utf8.count < 300 && $0.hasSuffix(" بند") })
  }

  @Test func `levels of a document of Word are counted, each in its own numbers`() throws {
    let levels =
      level(0, "decimal", "%1.") + level(1, "arabicAbjad", "%2)") + level(2, "bullet", "")
    let order = [0, 0, 1, 1, 2, 1, 0, 1]
    let lines = try word(
      order.map { item(1, $0) }.joined() + OfficeSamples.paragraph("نص") + item(1, 0),
      base(0, levels) + list(1, of: 0))
    #expect(
      lines == [
        "1. بند", "2. بند", "  أ) بند", "  ب) بند", "    • بند", "  ج) بند", "3. بند", "  أ) بند",
        "نص", "4. بند",
      ])
  }

  @Test func `numbers of higher levels stand before those of lower ones`() throws {
    let levels =
      level(0, "upperRoman", "المادة %1:") + level(1, "decimal", "%1.%2")
      + level(2, "lowerLetter", "%1-%2-%3", "<w:isLgl/>")
      + level(3, "decimal", "%4", "<w:lvlRestart w:val=\"0\"/>")
    let lines = try word(
      [0, 1, 1, 2, 3, 1, 3].map { item(1, $0) }.joined() + item(1, 0, "نص"),
      base(0, levels) + list(1, of: 0))
    #expect(
      lines == [
        "المادة I: بند", "  I.1 بند", "  I.2 بند", "    1-2-1 بند", "      1 بند", "  I.3 بند",
        "      2 بند", "المادة II: نص",
      ])
  }

  @Test func `lists that stand on one go on, but for one that says where it begins`() throws {
    let restart =
      "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"
    let lines = try word(
      [1, 2, 3, 3, 1, 9].map { item($0, 0) }.joined(),
      base(0, level(0, "decimal", "%1-", start: 3)) + list(1, of: 0) + list(2, of: 0)
        + list(3, of: 0, restart))
    #expect(lines == ["3- بند", "4- بند", "5- بند", "6- بند", "7- بند", "• بند"])
  }

  @Test func `styles number headings and paragraphs, and a paragraph may say no`() throws {
    let styles = """
      <w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/></w:style>
      """
    let levels =
      level(0, "decimal", "%1", "<w:pStyle w:val=\"H1\"/>")
      + level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"H2\"/>")
    let body = ["H1", "H2", "H2", "H1"].map {
      item(nil, nil, "عنوان", "<w:pStyle w:val=\"\($0)\"/>")
    }
    let lines = try word(
      body.joined() + item(0, nil, "عنوان", "<w:pStyle w:val=\"H1\"/>"),
      base(0, levels) + list(1, of: 0), styles: styles)
    #expect(lines == ["1 عنوان", "1.1 عنوان", "1.2 عنوان", "2 عنوان", "عنوان"])
  }

  @Test func `a style that several levels name stands on the upper one`() throws {
    let styles = """
      <w:style w:styleId="H"><w:name w:val="h"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      """
    let levels = (1...8).map {
      level($0, "decimal", "\($0 + 1)-%\($0 + 1)", "<w:pStyle w:val=\"H\"/>")
    }
    let lines = try word(
      item(nil, nil, "عنوان", "<w:pStyle w:val=\"H\"/>"),
      base(0, levels.joined()) + list(1, of: 0), styles: styles)
    #expect(lines.map { String($0.drop { $0 == " " }) } == ["2-1 عنوان"])
  }

  @Test func `numbers of many letters are cut where they stand in each item`() throws {
    let form = String(repeating: "%1", count: 50)
    let lines = try word(
      item(1, 0), base(0, level(0, "arabicAlpha", form, start: 700)) + list(1, of: 0))
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.unicodeScalars.count < 210 && $0.hasSuffix(" بند") })
  }

  @Test(arguments: ["<w:br w:type=\"page\"/>", "<w:br/>", "<w:t> </w:t><w:br/><w:br/>"])
  func `a number stands before the first words, not before breaks`(breaks: String) throws {
    let broken = item(1, 0).replacing("<w:r><w:t>", with: "<w:r>\(breaks)</w:r><w:r><w:t>")
    let inside = item(1, 0).replacing("بند", with: "بند</w:t><w:br/><w:t>وبقيته")
    let lines = try word(
      broken + inside + item(1, 0), base(0, level(0, "decimal", "%1.")) + list(1, of: 0))
    #expect(lines == ["1. بند", "2. بند", "  وبقيته", "3. بند"])
  }

  @Test func `a paragraph that was joined is counted once, and a cell may hold a number alone`()
    throws
  {
    let numbering = base(0, level(0, "decimal", "%1.")) + list(1, of: 0)
    let joined = item(1, 0, "أول ", "<w:rPr><w:del/></w:rPr>") + item(1, 0, "وآخر") + item(1, 0)
    #expect(try word(joined, numbering) == ["1. أول وآخر", "2. بند"])
    let row = [item(1, 0, ""), OfficeSamples.paragraph("القاهرة")].map { "<w:tc>\($0)</w:tc>" }
    let rows = "<w:tr>\(row.joined())</w:tr>"
    #expect(
      try word("<w:tbl>\(rows)\(rows)</w:tbl>", numbering) == ["1. | القاهرة", "2. | القاهرة"])
  }

  @Test func `a list may be that of a style`() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"Mine\"/></w:abstractNum>"
      + "<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"Mine\"/>\(level(0, "decimal", "(%1)"))</w:abstractNum>"
    #expect(
      try word(item(1, 0) + item(1, 0), numbering + list(1, of: 0)) == ["(1) بند", "(2) بند"])
  }

  // MARK: ODT

  private func open(_ body: String, _ styles: String) throws -> [String] {
    var members = OfficeSamples.openMembers(body)
    members.append(("styles.xml", Array("<office:styles>\(styles)</office:styles>".utf8)))
    return try folder.load(StoredArchive(members).bytes, "list.odt").lines
  }

  private let openStyles = """
    <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
    <text:list-level-style-number text:level="2" style:num-format="أ, ب, ت, ..." style:num-prefix="(" style:num-suffix=")"/>
    <text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3" text:start-value="4"/>
    <text:list-level-style-bullet text:level="4"/></text:list-style>
    <text:outline-style><text:outline-level-style text:level="1" style:num-format="I"/>
    <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
    <text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>
    """

  private func items(_ texts: String...) -> String {
    texts.map { "<text:list-item>\($0)</text:list-item>" }.joined()
  }

  @Test func `levels of a list of LibreOffice are counted`() throws {
    let p = "<text:p>بند</text:p>"
    let deep =
      "<text:list>\(items(p, p + "<text:list>\(items(p + "<text:list>\(items(p))</text:list>"))</text:list>"))</text:list>"
    let lines = try open(
      "<text:list text:style-name=\"L\" xml:id=\"a\">\(items(p + p, p + deep, deep, p))</text:list><text:p>نص</text:p>"
        + "<text:list text:style-name=\"L\" text:continue-list=\"a\"><text:list-header>\(p)</text:list-header>\(items(p))</text:list>"
        + "<text:list text:style-name=\"L\"><text:list-item text:start-value=\"7\">\(p)</text:list-item>\(items(p))</text:list>"
        + "<text:list text:style-name=\"L\" text:continue-numbering=\"true\">\(items(p))</text:list>"
        + "<text:list text:style-name=\"none\">\(items(p))</text:list>", openStyles)
    #expect(
      lines == [
        "1. بند", "  بند", "2. بند", "  (أ) بند", "  (ب) بند", "    2.ب.4 بند", "      • بند",
        "  (ت) بند", "  (ث) بند", "    2.ث.4 بند", "      • بند", "3. بند", "نص", "  بند", "4. بند",
        "7. بند", "8. بند", "9. بند", "• بند",
      ])
  }

  @Test func `a number stands before the first words of an item, not before empty paragraphs`()
    throws
  {
    let (p, none) = ("<text:p>بند</text:p>", "<text:p> </text:p>")
    let inner = "<text:list>\(items(none + p))</text:list>"
    let lines = try open(
      "<text:list text:style-name=\"L\">\(items(p, none + none + p + p, none + inner, none, p))</text:list>",
      openStyles)
    #expect(lines == ["1. بند", "2. بند", "  بند", "  (أ) بند", "5. بند"])
    // In a cell the number is a word of its own, where nothing comes behind it.
    let list = "<text:list text:style-name=\"L\" text:continue-numbering=\"true\">"
    func row(_ item: String) -> String {
      "<table:table-row><table:table-cell>\(list)\(items(item))</text:list></table:table-cell>"
        + "<table:table-cell><text:p>القاهرة</text:p></table:table-cell></table:table-row>"
    }
    #expect(
      try open("<table:table>\(row(none))\(row(none + p))</table:table>", openStyles)
        == ["1. | القاهرة", "2. بند | القاهرة"])
  }

  @Test func `headings are numbered by the outline, and a list by the style of its paragraphs`()
    throws
  {
    func heading(_ level: Int, _ rest: String = "") -> String {
      "<text:h text:outline-level=\"\(level)\" \(rest)><text:number>9</text:number>عنوان</text:h>"
    }
    let style =
      "<style:style style:name=\"N\" style:list-style-name=\"L\"/><style:style style:name=\"M\" style:parent-style-name=\"N\"/>"
    let lines = try open(
      heading(1) + heading(2) + heading(2) + heading(3) + heading(1)
        + heading(1, "text:is-list-header=\"true\"")
        + "<text:list>\(items("<text:p text:style-name=\"M\">بند</text:p>"))</text:list>",
      openStyles + style)
    #expect(
      lines == ["I عنوان", "I.1 عنوان", "I.2 عنوان", "عنوان", "II عنوان", "عنوان", "1. بند"])
  }

  // MARK: Numbers

  @Test(arguments: [
    (ListNumber.digits(fewest: 2), 7, "07"), (.roman(isCapital: false), 1994, "mcmxciv"),
    (.roman(isCapital: true), 4000, "4000"), (.nativeDigits(zero: 0x660), 12, "١٢"),
    (.init(word: "lowerLetter"), 28, "bb"), (.init(open: "a", isRepeated: false), 28, "ab"),
    (.init(open: "A", isRepeated: true), 27, "AA"), (.init(word: "arabicAlpha"), 29, "أأ"),
    (.init(word: "arabicAbjad"), 3, "ج"), (.init(open: "أ, ب, ج, ...", isRepeated: false), 4, "د"),
    (.init(word: "lowerLetter"), 1_000_000, "1000000"), (.init(word: "lowerLetter"), 0, "0"),
    (.init(open: "", isRepeated: false), 3, ""),
  ])
  func `numbers are written as they are named`(form: ListNumber, number: Int, words: String) {
    #expect(form.string(number) == words)
  }
}
