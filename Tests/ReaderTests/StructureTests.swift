import ArabicText
import Interface
import Screen
import Testing

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

  @Test func `the items of a list follow each other without a blank row`() {
    let state = reader()
    let paragraphs = Array(state.text.paragraphs(in: state.text.span))
    #expect(state.rowCount(of: paragraphs[3]) == 1)
    #expect(state.rowCount(of: paragraphs[2]) == 2)
    #expect(state.rowCount(of: paragraphs[4]) == 2)
  }

  @Test func `contents lead to a heading and back`() {
    var state = reader(rows: 6)
    for key in [Key.character("H"), .enter] { _ = update(&state, .key(key)) }
    #expect(
      state.article.top.paragraph.start == Self.document().structure?.headings.first?.span.lower)
    _ = state.perform(.back)
    #expect(state.article.top.paragraph.start == .zero)
  }

  @Test func `a link gives its address`() {
    var state = reader()
    _ = update(&state, .key(.character("U")))
    #expect(update(&state, .key(.enter)) == [.copy("https://example.org/south")])
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
}
