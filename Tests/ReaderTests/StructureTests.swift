import ArabicText
import Interface
import Screen
import Testing
import TextLayout

@testable import Reader

/// What a format tells beside the text is seen in the reader.
struct StructureTests {
  private static let lines = [
    "عنوان المقال كله", "فقرة أولى فيها كلام عن القطار.", "أصوات الركاب", "• محطة الشمال",
    "• محطة الجنوب",
    "فقرة أخيرة بعد القائمة.",
  ]

  private static func document(isWhole: Bool = false, format: String = "html") -> Document {
    var document = Document(lines.joined(separator: "\n"), name: "page.html")
    var structure = DocumentStructure(format: format, extractor: .init(format, version: 1))
    func span(_ line: Int) -> TextSpan {
      let start = lines[..<line].reduce(0) { $0 + $1.utf8.count + 1 }
      return TextSpan(utf8: start..<start + lines[line].utf8.count)
    }
    structure.blocks = [
      .init(.heading(level: 1), span(0)), .init(.heading(level: 2), span(2)),
      .init(.item(depth: 1), span(3)), .init(.item(depth: 1), span(4)),
    ]
    structure.links = [.init(span(4), to: "https://example.org/south")]
    structure.title = "عنوان المقال"
    structure.date = "2026-03-01"
    structure.share = format == "html" ? 0.5 : nil
    structure.isWhole = isWhole
    document.structure = structure
    return document
  }

  private func reader(_ document: Document = document(), rows: Int = 12) -> ReaderState {
    var state = ReaderState(
      document: document, size: Size(columns: 60, rows: rows),
      preferences: Preferences(appearance: Appearance(theme: .letters)))
    _ = state.start()
    return state
  }

  private func rows(_ state: ReaderState) -> [String] {
    (0..<state.size.rows).map { Rendering.letters(screen(of: state).text(ofRow: $0)) }
  }

  @Test func `headings have the role of titles, and no other line has`() {
    let state = reader()
    let roles = state.text.paragraphs(in: state.text.span).map { state.role(of: $0) }
    #expect(roles == [.title, .text, .title, .text, .text, .text])
  }

  @Test func `words that are set apart stand in from both sides, and a click falls on them`() {
    var document = Document("عنوان\nقول طويل لغير الكاتب مفرد بنفسه\nفقرة", name: "a.md")
    var structure = DocumentStructure(format: "markdown", extractor: .init("markdown", version: 1))
    let start = "عنوان\n".utf8.count
    let words = "قول طويل لغير الكاتب مفرد بنفسه"
    let span = TextSpan(utf8: start..<start + words.utf8.count)
    structure.blocks = [.init(.quotation, span)]
    document.structure = structure
    let state = reader(document)
    let paragraph = state.text.paragraph(at: span.lower)
    #expect(state.role(of: paragraph) == .quoteBlock)
    #expect(state.indent(of: paragraph) == 4)
    let area = state.arrangement.article
    let line = state.layout(of: paragraph).lines[0]
    #expect(line.cells.allSatisfy { $0.column.value < area.size.columns - 8 })
    // The first letter, at the right.
    let row = area.row + 2
    let column = area.columns.upperBound - 5
    let drawn = screen(of: state)[row: row, column: column].text
    #expect(Rendering.letters(drawn) == "ق")
    var clicked = state
    for action in [MouseEvent.Action.press, .release] {
      _ = update(
        &clicked, .mouse(MouseEvent(action, at: ScreenPoint(column: column, row: row))))
    }
    #expect(clicked.article.caret == span.lower)
  }

  @Test func `the items of a list follow each other without a blank row`() {
    let state = reader()
    let paragraphs = Array(state.text.paragraphs(in: state.text.span))
    #expect(state.rowCount(of: paragraphs[3]) == 1)
    #expect(state.rowCount(of: paragraphs[2]) == 2)
    #expect(state.rowCount(of: paragraphs[4]) == 2)
  }

  @Test(
    arguments: [
      ("• محطة", 2), ("  • محطة", 4), ("12. محطة", 4), ("(3) محطة", 4), ("ب) محطة", 3),
      ("iv. station", 4), ("١- محطة", 3), ("1.2 محطة", 4), ("– محطة", 2), ("    محطة", 4),
      ("محطة كبيرة", 0), ("قال. ثم", 0), ("هـ. محطة", 4), ("2026 عام", 0), ("المحطة. ثم", 0),
      ("•", 0), ("", 0),
      ("\t• محطة", 6),
    ])
  func `an item begins with its sign or number`(item: String, columns: Int) {
    #expect(ItemSign(item.unicodeScalars.lazy.map(\.value)).columns == columns)
  }

  @Test(
    arguments: [
      ("1. محطة", 3), ("١. محطة", 3), ("12) محطة", 4), ("(3) محطة", 4), ("٤- محطة", 3),
      ("1.2. محطة", 5), ("- محطة", 2), ("– محطة", 2), ("• محطة", 2), ("* station", 2),
      ("  ▪ محطة", 4), ("\t• محطة", 6), ("ب) محطة", 3), ("أ- محطة", 3),
      // Years, sums, titles, initials, agencies, speech and what is only set in.
      ("2026. محطة", 0), ("1.2 مليون", 0), ("12 جسرا", 0), ("د. ليلى", 0), ("J. Smith", 0),
      ("أ.د. ليلى", 0), ("(أ ف ب) محطة", 0), ("دبي- محطة", 0), ("… ثم", 0), ("«محطة» كبيرة", 0),
      ("    محطة", 0), ("-12 درجة", 0), ("-", 0), ("1.", 0), ("", 0), ("#وسم محطة", 0),
    ])
  func `what somebody types before items is known, and nothing else is`(
    item: String, columns: Int
  ) {
    #expect(ItemSign(typed: item.unicodeScalars.lazy.map(\.value)).columns == columns)
  }

  @Test(arguments: ["1. ", "- ", "• ", "١) ", "(12) "])
  func `an item that was typed in plain text goes on below its words`(sign: String) {
    let words = "محطة الشمال التي تسبق محطة الجنوب في الطريق الطويل إلى المدينة القديمة"
    let fixture = ReaderFixture("عنوان\n" + sign + words, columns: 44, rows: 12, isMarked: false)
    let state = fixture.state
    let paragraph = state.text.paragraph(at: state.text.end)
    let lines = state.layout(of: paragraph).lines
    #expect(lines.count > 1)
    func right(_ line: Line) -> Int {
      line.cells.map { $0.column.value + $0.columns }.max() ?? 0
    }
    for line in lines.dropFirst() { #expect(right(lines[0]) - right(line) == sign.count) }
  }

  @Test(arguments: [true, false])
  func `an item goes on below its words, and a click falls on them`(isItem: Bool) {
    let words = "محطة الشمال التي تسبق محطة الجنوب في الطريق الطويل إلى المدينة القديمة"
    let item = isItem ? "• " + words : words
    var document = Document("عنوان\n" + item, name: "a.html")
    var structure = DocumentStructure(format: "html", extractor: .init("html", version: 1))
    let span = TextSpan(utf8: "عنوان\n".utf8.count..<document.text.utf8Count)
    structure.blocks = isItem ? [.init(.item(depth: 1), span)] : []
    document.structure = structure
    var state = reader(document)
    let area = state.arrangement.article
    let column = area.columns.upperBound - (isItem ? 3 : 1)
    let lines = state.layout(of: state.text.paragraph(at: span.lower)).lines
    #expect(lines.count == 2)
    let first = lines[1].span.lower
    for action in [MouseEvent.Action.press, .release] {
      _ = update(
        &state, .mouse(MouseEvent(action, at: ScreenPoint(column: column, row: area.row + 3))))
    }
    #expect(state.article.caret == first)
    let outside = screen(of: state)[row: area.row + 3, column: column + 1].text
    #expect(!isItem || outside == " ")
  }

  @Test func `contents lead to a heading and back`() {
    var state = reader(rows: 6)
    for key in [Key.character("H"), .enter] { _ = update(&state, .key(key)) }
    #expect(
      state.article.top.paragraph.start == Self.document().structure?.headings.first?.span.lower)
    _ = state.perform(.back)
    #expect(state.article.top.paragraph.start == .zero)
  }

  @Test(arguments: [
    ("12 مايو 2024", "2024 مايو 12"), ("«قال» في 3 أيام", "أيام 3 في «قال»"),
    ("TV 5 اليوم", "TV 5 اليوم"),
  ])
  func `rows of contents and links run as their words do`(words: String, seen: String) {
    // Below the rows of the article that are seen.
    let lines = String(repeating: "عنوان\n", count: 30)
    var document = Document("\(lines)\(words)\nفقرة", name: "a.html")
    var structure = DocumentStructure(format: "html", extractor: .init("html", version: 1))
    let span = TextSpan(utf8: lines.utf8.count..<lines.utf8.count + words.utf8.count)
    structure.blocks = [.init(.heading(level: 2), span)]
    structure.links = [.init(span, to: "https://example.org/a")]
    document.structure = structure
    for key in ["H", "U"] as [Character] {
      var state = reader(document)
      _ = update(&state, .key(.character(key)))
      #expect(rows(state).contains { $0.contains(seen) }, "\(rows(state))")
    }
  }

  @Test func `a link is opened, or its address copied`() {
    var state = reader()
    _ = update(&state, .key(.character("U")))
    #expect(update(&state, .key(.enter)) == [.openLink("https://example.org/south")])
    _ = update(&state, .key(.character("U")))
    #expect(update(&state, .key(.character("y"))) == [.copy("https://example.org/south")])
  }

  @Test(
    arguments: [
      ("https://a.org/x", "https://a.org/x"), ("mailto:a@b.c", "mailto:a@b.c"),
      ("/x", "https://b.org/x"), ("x", "https://b.org/news/x"),
      ("?p=2", "https://b.org/news/1?p=2"),
      ("#end", "https://b.org/news/1#end"), ("//c.org/x", "https://c.org/x"),
      ("java\nscript:alert(1)", nil), ("file:///etc/passwd", nil), ("", nil),
    ] as [(String, String?)])
  func `no link leads out of the network, and one that is written in part is made whole`(
    target: String, address: String?
  ) {
    var structure = DocumentStructure(format: "html", extractor: .init("html", version: 1))
    structure.address = "https://b.org/news/1"
    let link = DocumentStructure.Link(TextSpan(utf8: 0..<1), to: target)
    #expect(structure.address(of: link) == address)
    var document = Document("كلام قصير", name: "a.html")
    document.structure = structure
    var state = reader(document)
    #expect(state.open(link) == address.map { [.openLink($0)] } ?? [])
    #expect((state.notice?.isError ?? false) == (address == nil))
  }

  @Test func `plain text has neither contents nor links nor more to show`() {
    var state = reader(Document(Self.lines.joined(separator: "\n"), name: "a.txt"))
    for (command, phrase) in [
      (Command.contents, PhraseKey.noContents), (.links, .noLinks), (.wholePage, .noMoreToShow),
    ] {
      #expect(state.perform(command) == [])
      #expect(state.notice?.phrase.key == phrase)
    }
  }

  @Test(arguments: [false, true])
  func `one key asks for the whole page and back for the article`(isWhole: Bool) {
    var state = reader(Self.document(isWhole: isWhole))
    #expect(state.perform(.wholePage) == [.read(whole: !isWhole)])
  }

  @Test func `a page of paper has no more to show`() {
    var state = reader(Self.document(isWhole: true, format: "pdf"))
    #expect(state.perform(.wholePage) == [])
  }

  @Test func `the facts tell title, date, format and what was taken`() {
    var state = reader()
    _ = update(&state, .key(.character("I")))
    let shown = rows(state).joined(separator: "\n")
    for fact in ["عنوان المقال", "2026-03-01", "html/1", "50%"] {
      #expect(shown.contains(fact), "\(fact)")
    }
    _ = update(&state, .key(.escape))
    #expect(!rows(state).joined().contains("html/1"))
  }

  @Test func `a long fact is seen whole, and what does not fit is scrolled to`() {
    var document = Self.document()
    let title = (1...30).map { "word-\($0)" }
    document.structure?.title = title.joined(separator: " ")
    var state = reader(document, rows: 5)
    _ = update(&state, .key(.character("I")))
    var seen = rows(state).dropLast().joined(separator: " ")
    for _ in 0..<20 {
      _ = update(&state, .key(.character("j")))
      seen += " " + rows(state).dropLast().joined(separator: " ")
    }
    for word in title { #expect(seen.contains(word), "\(word)") }
    #expect(seen.contains("html/1"))
  }
}
