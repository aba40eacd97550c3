import TextLayout
import ArabicAnalysis
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// What the mouse does.
struct ReaderMouseTests {
  private func event(
    _ action: MouseEvent.Action, _ column: Int, _ row: Int
  ) -> Message {
    .mouse(MouseEvent(action, at: ScreenPoint(column: column, row: row)))
  }

  /// A click of the left button.
  private func click(_ reader: inout ReaderFixture, _ column: Int, _ row: Int) {
    reader.send(event(.press, column, row))
    reader.send(event(.release, column, row))
  }

  /// Where `text` is drawn first: its first letter in logical order.
  private func point(of text: String, in reader: ReaderFixture) throws -> (Int, Int) {
    let state = reader.state
    let pattern = try #require(FoldedPattern(text, folding: []))
    let whole = state.article.document.text
    let span = try #require(pattern.matches(in: whole, span: whole.span).first)
    let area = state.arrangement.article
    for (index, position) in state.visibleRows.enumerated() {
      guard let line = state.line(at: position), line.span.contains(span.lower),
        let cell = line.cell(at: span.lower)
      else { continue }
      return (area.column + cell.column.value, area.row + index)
    }
    Issue.record("\(text) is not on the screen")
    return (0, 0)
  }

  @Test func `a click on a name selects it, one beside the text nothing`() throws {
    var reader = ReaderFixture(rows: 14)
    let (column, row) = try point(of: "الزهراء", in: reader)
    click(&reader, column, row)
    #expect(reader.selectedText == "الزهراء")
    #expect(
      reader.state.article.selection.map { if case .mention = $0 { true } else { false } } == true)
    click(&reader, reader.state.arrangement.article.column, 0)
    #expect(reader.state.article.selection == nil)
  }

  @Test func `a click on a quotation selects it and one on its speaker in the status follows`()
    throws
  {
    var reader = ReaderFixture(rows: 14)
    let (column, row) = try point(of: "نتوقف", in: reader)
    click(&reader, column, row)
    #expect(reader.selectedText == "لم نتوقف يوما واحدا")
    click(&reader, 2, 13)
    #expect(reader.selectedText == "العلي")
    // Beside the name nothing is linked.
    click(&reader, 50, 13)
    #expect(reader.selectedText == "العلي")
    click(&reader, 2, 13)
    #expect(reader.state.modes.contains(Card.self))
  }

  @Test func `in Arabic the speaker stands at the right of the status line`() throws {
    var reader = ReaderFixture(rows: 14, language: .arabic)
    reader.press("))")
    click(&reader, 2, 13)
    #expect(reader.selectedText == "لم نتوقف يوما واحدا")
    click(&reader, 61, 13)
    #expect(reader.selectedText == "العلي")
  }

  @Test func `a click on a row of the pane jumps there`() {
    var reader = ReaderFixture(rows: 14)
    click(&reader, 4, 2)
    #expect(reader.selectedText == "سامر العلي")
    #expect(reader.state.modes.reading.focus == .article)
    click(&reader, 4, 0)
    #expect(reader.selectedText == "سامر العلي")
  }

  @Test func `the wheel moves what is under it`() {
    var reader = ReaderFixture(rows: 6)
    reader.send(event(.wheelDown, 40, 2))
    #expect(reader.state.article.top > ReaderFixture(rows: 6).state.article.top)
    reader.send(event(.wheelUp, 40, 2))
    #expect(reader.state.article.top == ReaderFixture(rows: 6).state.article.top)
    reader.send(event(.wheelDown, 4, 2))
    #expect(reader.state.article.pane.top == 3)
    #expect(reader.state.article.top == ReaderFixture(rows: 6).state.article.top)
    reader.press("?")
    reader.send(event(.wheelDown, 4, 2))
    #expect(reader.state.modes.first(Help.self)?.rows.top == 3)
    click(&reader, 4, 2)
    #expect(reader.state.modes.first(Help.self)?.rows.top == nil)
  }

  @Test func `a passage runs in the order of the text, whatever way the mouse goes`() throws {
    let start = try point(of: "وزيرة النقل ليلى", in: ReaderFixture(rows: 14))
    let end = try point(of: "جسرا", in: ReaderFixture(rows: 14))
    for (from, to) in [(start, end), (end, start)] {
      var reader = ReaderFixture(rows: 14)
      reader.send(event(.press, from.0, from.1))
      reader.send(event(.drag, to.0, to.1))
      #expect(reader.selectedText == "وزيرة النقل ليلى الحداد ج")
      reader.send(event(.release, to.0, to.1))
      #expect(reader.status.contains("5 words"))
      reader.press("y")
      #expect(reader.effects == [.copy("وزيرة النقل ليلى الحداد ج")])
      reader.press(.escape)
      #expect(reader.state.article.selection == nil)
    }
  }

  @Test func `a passage over several lines and a mixed one are one range`() throws {
    var reader = ReaderFixture(
      "قبل ABC 123 بعد النص\nسطر ثان هنا\n", columns: 40, rows: 6, isMarked: false)
    let area = reader.state.arrangement.article
    reader.send(event(.press, area.columns.upperBound - 1, 0))
    reader.send(event(.drag, area.column, 2))
    #expect(reader.selectedText == "قبل ABC 123 بعد النص\nسطر ثان هنا")
    let (column, row) = try point(of: "BC", in: reader)
    let (last, _) = try point(of: "23", in: reader)
    reader.send(event(.press, column, row))
    reader.send(event(.drag, last, row))
    reader.send(event(.release, last, row))
    #expect(reader.selectedText == "BC 12")
  }

  @Test func `dragging beyond the bottom moves the text`() {
    var reader = ReaderFixture(columns: 40, rows: 6)
    reader.send(event(.press, 30, 2))
    let top = reader.state.article.top
    reader.send(event(.drag, 30, 5))
    reader.send(event(.drag, 30, 5))
    #expect(reader.state.article.top > top)
    reader.send(event(.release, 30, 5))
    #expect(reader.state.article.selection != nil)
  }

  @Test func `a drawn-up passage stands out`() throws {
    var reader = ReaderFixture()
    let from = try point(of: "النقل ليلى", in: reader)
    let to = try point(of: "جديدا", in: reader)
    reader.send(event(.press, from.0, from.1))
    reader.send(event(.drag, to.0, to.1))
    try GoldenScreen.expect(reader.state, matches: "passage")
  }

  @Test func `a click in the palette runs, one while a line is typed does nothing`() {
    var reader = ReaderFixture(rows: 14)
    reader.press(.control("p"))
    reader.press("quotation next")
    click(&reader, 4, 0)
    #expect(reader.selectedText == "الجسر يربط القرى")
    reader.press("/")
    click(&reader, 4, 1)
    #expect(reader.selectedText == "الجسر يربط القرى")
  }

  @Test func `a click on a row of a card jumps there`() {
    var reader = ReaderFixture(columns: 80, rows: 18)
    reader.press("pc")
    let row = reader.state.modes.first(Card.self)?.selected ?? 0
    click(&reader, 50, row + 1)
    #expect(reader.state.modes.contains(Card.self) == false)
    #expect(reader.selectedText == "الحداد")
  }
}
