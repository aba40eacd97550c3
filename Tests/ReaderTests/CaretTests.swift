import ArabicText
import Interface
import Screen
import Testing
import TextLayout

@testable import Reader

/// A place in the text that keys move and go on from.
struct CaretTests {
  @Test(arguments: [8, 60]) func `the end of the text is where keys go on from`(rows: Int) throws {
    var reader = ReaderFixture(rows: rows)
    reader.press("G")
    let caret = try #require(reader.state.caretOnScreen)
    #expect(reader.state.text.end.utf8 - caret.utf8 < 4)
    reader.press("[")
    #expect(reader.selectedText == "الزهراء")
  }

  private func caretText(_ reader: ReaderFixture) -> String? {
    reader.state.caretSpan.map { reader.state.article.document.text.string(in: $0) }
  }

  /// Where the cell of `offset` is drawn.
  private func spot(of offset: TextOffset, in state: ReaderState) -> ScreenPoint? {
    let area = state.arrangement.article
    for (index, position) in state.visibleRows.enumerated() {
      guard let line = state.line(at: position), line.span.contains(offset),
        let cell = line.cell(at: offset)
      else { continue }
      return ScreenPoint(column: area.column + cell.column.value, row: area.row + index)
    }
    return nil
  }

  @Test(arguments: ["]", "p", ")"])
  func `after Escape keys go on from where something was selected`(key: String) {
    var straight = ReaderFixture(rows: 20)
    var other = straight
    straight.press(key)
    straight.press(key)
    other.press(key)
    other.press(.escape)
    #expect(other.state.article.selection == nil)
    #expect(other.state.caretSpan != nil)
    other.press(key)
    #expect(other.selectedText == straight.selectedText)
    // And back again from there.
    other.press(.escape)
    other.press(["]": "[", "p": "P", ")": "("][key] ?? "")
    straight.press(["]": "[", "p": "P", ")": "("][key] ?? "")
    #expect(other.selectedText == straight.selectedText)
  }

  @Test func `who has scrolled away goes on from the screen`() {
    var reader = ReaderFixture(columns: 40, rows: 6)
    reader.press("p", .escape, "G", "p")
    let top = reader.state.visibleSpan.lower
    #expect(reader.state.article.selection.map { $0.span.lower >= top } == true)
  }

  @Test func `arrows move the caret by letters, to the left along Arabic text`() {
    var reader = ReaderFixture(rows: 20)
    reader.press(.left)
    #expect(caretText(reader) == "و")
    reader.press(.left)
    #expect(caretText(reader) == "ز")
    reader.press("3")
    reader.press(.left)
    #expect(caretText(reader) == "ة")
    reader.press(.right)
    #expect(caretText(reader) == "ر")
    #expect(reader.state.article.selection == nil)
  }

  @Test(arguments: ["", "\n"])
  func `arrows go through paragraphs of both directions and never back and forth`(blank: String) {
    let article = "قال نعم\n\(blank)He said\n\(blank)وعاد"
    var reader = ReaderFixture(article, rows: 20, isMarked: false)
    for (key, end) in [(Key.left, "H"), (.right, "و"), (.left, "د")] {
      for _ in 0..<20 { reader.press(key) }
      #expect(caretText(reader) == end)
      reader.press(key)
      #expect(caretText(reader) == end)
    }
  }

  @Test func `what has no words is told by its signs`() {
    var reader = ReaderFixture("قال نعم.", columns: 100, rows: 20, hints: true)
    reader.press("G", "v", "v")
    #expect(reader.selectedText == ".")
    #expect(reader.status.contains("1 sign"))
  }

  @Test
  func `arrows move the caret from row to row before v begins a passage, and extend it after`() {
    var reader = ReaderFixture(rows: 20)
    reader.press("v", .down, .left, .left)
    #expect(reader.state.article.selection == nil)
    #expect(caretText(reader) == "ت")
    reader.press("W")
    #expect(caretText(reader) == "و")
    reader.press("b", "W", "v")
    #expect(reader.selectedText == "و")
    reader.press(.left, .left)
    #expect(reader.selectedText == "وزي")
    reader.press("v")
    #expect(!reader.state.modes.contains(Selecting.self))
    #expect(reader.selectedText == "وزي")
  }

  @Test func `words, sentences and paragraphs begin a passage at the caret at once`() {
    var reader = ReaderFixture(rows: 20)
    reader.press("v", .down, "W", "w")
    #expect(reader.selectedText == "وزيرة")
    reader.press("w")
    #expect(reader.selectedText == "وزيرة النقل")
  }

  @Test func `Escape leaves the caret where the passage would have begun, and v goes on there`() {
    var reader = ReaderFixture(rows: 20)
    reader.press("v", .down, "W", .escape)
    #expect(caretText(reader) == "و")
    let place = reader.state.article.caret
    reader.press("v", "w")
    #expect(reader.state.article.selection?.span.lower == place)
  }

  @Test func `a click puts the caret on the letter, and v begins there`() throws {
    var reader = ReaderFixture(rows: 20)
    let text = reader.state.article.document.text
    let word = try #require(
      FoldedPattern("جسرا", folding: [])?.matches(in: text, span: text.span).first)
    let point = try #require(spot(of: word.lower, in: reader.state))
    reader.send(.mouse(MouseEvent(.press, at: point)))
    reader.send(.mouse(MouseEvent(.release, at: point)))
    #expect(reader.state.article.caret == word.lower)
    reader.press("vw")
    #expect(reader.selectedText == "جسرا")
  }

  @Test func `the caret moves along when the text changes`() {
    var reader = ReaderFixture(rows: 20)
    reader.press("o", .escape)
    let before = caretText(reader)
    reader.send(.documentChanged(Document("سطر جديد.\n" + ReaderFixture.article, name: "a")))
    #expect(caretText(reader) == before)
    let caret = reader.state.article.caret ?? .zero
    #expect(
      reader.state.article.document.text.string(in: TextSpan(caret, caret + 12)) == "السواع")
  }

  @Test func `the caret is restored with the place, inside the text and between letters`() {
    var state = ReaderFixture(isMarked: false).state
    state.restore(place: .zero, caret: TextOffset(3), jumps: [])
    #expect(state.article.caret == TextOffset(2))
    var other = ReaderFixture(isMarked: false).state
    other.restore(place: .zero, caret: TextOffset(1 << 20), jumps: [])
    #expect(other.caretSpan.map { !$0.isEmpty } == true)
  }

  @Test(arguments: ThemeCatalog.builtIn.map(\.name), [false, true])
  func `the caret is seen in every theme, on whatever it stands, with and without colours`(
    name: String, isPlain: Bool
  ) throws {
    guard name != "auto" else { return }
    let catalog = ThemeCatalog(environment: [:], executableFolder: nil) { _ in nil }
    for look in [Theme.Appearance.light, .dark] {
      let theme = try catalog.theme(name, on: look)
      let shown = isPlain ? theme.withoutColors : theme
      var reader = ReaderFixture(rows: 20)
      reader.wear(shown)
      // On running text, on the headline, on a name and in a quotation.
      for offset in [TextOffset(0), TextOffset(60), reader.firstName, reader.firstQuotation] {
        let without = Reader.screen(of: reader.state)
        var other = reader
        other.putCaret(at: offset)
        let with = Reader.screen(of: other.state)
        let point = try #require(with.cursor?.point)
        #expect(
          with[row: point.row, column: point.column].style
            != without[row: point.row, column: point.column].style)
      }
    }
  }

  @Test func `the cursor of the terminal stands at the caret, unseen, and seen where one types`()
    throws
  {
    var reader = ReaderFixture(rows: 20)
    reader.press("o")
    let name = try #require(reader.state.article.selection?.span)
    let cursor = try #require(screen(of: reader.state).cursor)
    #expect(
      cursor
        == Screen.Cursor(at: try #require(spot(of: name.lower, in: reader.state)), isVisible: false)
    )
    reader.press(.escape)
    #expect(screen(of: reader.state).cursor == cursor)
    for keys in ["/جسر", ":set", "\t/"] {
      var typing = reader
      for key in keys { typing.press(key == "\t" ? .tab : .character(key)) }
      let screen = screen(of: typing.state)
      let typed = try #require(screen.cursor)
      #expect(typed.isVisible)
      #expect(screen[row: typed.point.row, column: typed.point.column].text == "▏", "\(keys)")
    }
    var choosing = reader
    choosing.press("v")
    choosing.press(.down)
    #expect(screen(of: choosing.state).cursor?.isVisible == true)
    choosing.press(.escape)
    #expect(screen(of: choosing.state).cursor?.isVisible == false)
    reader.press("]a")
    reader.press("نص")
    #expect(screen(of: reader.state).cursor?.isVisible == true)
    reader.press(.control("g"), .tab)
    let pane = try #require(screen(of: reader.state).cursor)
    #expect(!pane.isVisible && reader.state.arrangement.pane?.contains(pane.point) == true)
  }
}
