import ArabicAnalysis
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// The side pane: width, filter, folding, order, mentions and where they stand.
struct PaneTests {
  private func names(_ reader: ReaderFixture) -> [String] {
    reader.state.paneRows.compactMap { row in
      if case .entity(let index) = row {
        reader.state.article.results.analysis.entities[index].canonical
      } else {
        nil
      }
    }
  }

  @Test func `the pane is made wider and narrower by keys, within what the screen has`() {
    var reader = ReaderFixture(columns: 80)
    let before = reader.state.arrangement.pane?.size.columns ?? 0
    reader.press("+")
    #expect(reader.state.arrangement.pane?.size.columns == before + 2)
    reader.press("3-")
    #expect(reader.state.arrangement.pane?.size.columns == before - 4)
    reader.press("99+")
    #expect(reader.state.arrangement.pane?.size.columns == 56)
    reader.press("99-")
    #expect(reader.state.arrangement.pane?.size.columns == 8)
    reader.send(.resize(Size(columns: 30, rows: 10)))
    #expect((reader.state.arrangement.pane?.size.columns ?? 0) <= 8)
    reader.press("+")
    #expect(reader.state.notice?.phrase.key == .paneIsHidden)
  }

  @Test func `the line beside the pane is dragged`() {
    var reader = ReaderFixture(columns: 80)
    let border = reader.state.arrangement.border ?? 0
    reader.send(.mouse(MouseEvent(.press, at: ScreenPoint(column: border, row: 3))))
    reader.send(.mouse(MouseEvent(.drag, at: ScreenPoint(column: border + 9, row: 4))))
    reader.send(.mouse(MouseEvent(.release, at: ScreenPoint(column: border + 9, row: 4))))
    #expect(reader.state.arrangement.border == border + 9)
    reader.send(.mouse(MouseEvent(.drag, at: ScreenPoint(column: border, row: 4))))
    #expect(reader.state.arrangement.border == border + 9)
  }

  @Test func `the filter lists what holds the letters, however they are spelt`() throws {
    var reader = ReaderFixture(columns: 80, rows: 16)
    reader.press(.tab, "/")
    reader.press("الزهرا")
    #expect(names(reader) == ["الزهراء"])
    #expect(reader.selectedText == "الزهراء")
    try GoldenScreen.expect(reader.state, matches: "pane-filter")
    reader.press(.enter)
    reader.press("j")
    #expect(names(reader) == ["الزهراء"])
    reader.press(.escape)
    #expect(names(reader).count == 5)
    #expect(reader.state.modes.reading.focus == .pane)
  }

  @Test func `a filter is taken back by Escape, and a name is found by each of its forms`() {
    var reader = ReaderFixture(columns: 80, rows: 16)
    reader.press(.alt("/"))
    #expect(reader.state.modes.reading.focus == .pane)
    reader.press("لم نتوقف")
    #expect(names(reader).isEmpty)
    #expect(reader.state.paneRows.contains(.quotation(1)))
    reader.press(.escape)
    #expect(names(reader).count == 5)
    reader.press("/الحَدّاد")
    #expect(names(reader) == ["ليلى الحداد"])
    for _ in 0..<12 { reader.press(.backspace) }
    #expect(!reader.state.modes.contains(PaneFiltering.self))
  }

  @Test func `names are sorted by frequency or by the first mention`() {
    var reader = ReaderFixture(columns: 80)
    #expect(names(reader) == ["ليلى الحداد", "سامر العلي", "السواعد", "الزهراء", "وادي النخيل"])
    reader.press("S")
    #expect(reader.status.contains("by their first mention"))
    #expect(reader.state.preferences.pane.order == .firstMention)
    reader.press("S")
    #expect(reader.status.contains("by frequency"))
  }

  @Test func `the first mention or the most mentions come first, as asked for`() {
    let spans = [0, 10, 20].map { TextSpan(utf8: $0..<$0 + 2) }
    func entity(_ name: String, _ spans: [TextSpan]) -> Entity {
      Entity(
        id: EntityID(rawValue: name), kind: .place, canonical: name,
        mentions: spans.map { Mention(span: $0, confidence: 1, rule: .given) })
    }
    let analysis = Analysis(
      entities: [entity("a", [spans[0]]), entity("b", Array(spans[1...]))], quotations: [])
    let text = DecodedText(String(repeating: "x", count: 30))
    var options = PaneOptions()
    #expect(
      PaneList(AnalysisIndex(analysis), options, in: text).rows.dropFirst() == [
        .entity(1), .entity(0),
      ])
    options.order = .firstMention
    #expect(
      PaneList(AnalysisIndex(analysis), options, in: text).rows.dropFirst() == [
        .entity(0), .entity(1),
      ])
  }

  @Test func `a section is folded to its heading and unfolded by Enter`() throws {
    var reader = ReaderFixture(columns: 80, rows: 16)
    reader.press(.tab, "Z")
    #expect(reader.state.article.pane.selected == .section(.people))
    #expect(names(reader) == ["السواعد", "الزهراء", "وادي النخيل"])
    try GoldenScreen.expect(reader.state, matches: "pane-folded")
    reader.press("j")
    #expect(reader.selectedText == "السواعد")
    reader.press("k", .enter)
    #expect(names(reader).count == 5)
    #expect(reader.state.modes.reading.focus == .pane)
    reader.press("GZ")
    #expect(reader.state.paneRows.last == .folded(.quotations, count: 2))
  }

  @Test func `the mentions of a name are listed in context and gone through, the text follows`()
    throws
  {
    var reader = ReaderFixture(columns: 80, rows: 7)
    reader.press(.tab, "z")
    let top = reader.state.article.top
    reader.press("j")
    #expect(reader.selectedText == "ليلى الحداد")
    reader.press("j")
    #expect(reader.selectedText == "الحداد")
    try GoldenScreen.expect(reader.state, matches: "pane-mentions")
    #expect(reader.state.modes.reading.focus == .pane)
    reader.press("jz")
    reader.press("jj")
    #expect(
      reader.state.visibleSpan.overlaps(reader.state.article.selection?.span ?? .init(.zero, .zero))
    )
    #expect(reader.state.article.top > top)
    reader.press("z")
    #expect(!reader.state.paneRows.contains { if case .mention = $0 { true } else { false } })
    reader.press("9'")
    #expect(reader.state.article.top == top)
  }

  @Test func `stepping through the text follows in the listed mentions`() {
    var reader = ReaderFixture(columns: 80, rows: 14)
    reader.press("p", .tab, "z")
    reader.press("}")
    guard case .mention(_, let number) = reader.state.article.pane.selected else {
      Issue.record("\(String(describing: reader.state.article.pane.selected))")
      return
    }
    #expect(number == 1)
  }

  // MARK: Where a name occurs

  @Test func `the chart counts the mentions of each part`() {
    let spans = [0, 5, 12, 95, 99].map { TextSpan(utf8: $0..<$0 + 1) }
    let chart = OccurrenceChart(spans, of: 100, columns: 10)
    #expect(chart.counts == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2])
    #expect((0..<10).map(chart.glyph).joined() == "▄▂       ▄")
    #expect(chart.columns(of: TextSpan(utf8: 10..<30)) == 1...2)
    #expect(chart.columns(of: TextSpan(utf8: 90..<100)) == 9...9)
    let many = OccurrenceChart((0..<40).map { TextSpan(utf8: $0..<$0 + 1) }, of: 80, columns: 4)
    #expect((0..<4).map(many.glyph).joined() == "██  ")
  }

  @Test func `the start of a right-to-left article is on the right of the chart`() {
    var reader = ReaderFixture(columns: 80, rows: 16)
    reader.press("p")
    let foot = reader.state.arrangement.paneFoot
    let row = String(screen(of: reader.state).text(ofRow: foot?.row ?? 0).prefix(23))
    #expect(row.last { "▁▂▃▄▅▆▇█".contains($0) } != nil)
    let middle = row.count / 2
    #expect(!row.prefix(middle).contains { "▁▂▃▄▅▆▇█".contains($0) })
    var latin = ReaderFixture(
      "Summary of the day.\n" + ReaderFixture.article, columns: 80, rows: 16)
    latin.press("p")
    let other = screen(of: latin.state).text(ofRow: foot?.row ?? 0).prefix(23)
    #expect(other.prefix(middle).contains { "▁▂▃▄▅▆▇█".contains($0) })
  }

  @Test func `rows are made once for each change, not for each frame`() {
    var reader = ReaderFixture(columns: 80)
    let rows = reader.state.paneRows
    reader.press("s")
    #expect(reader.state.paneRows == rows)
    reader.press("ps")
    #expect(reader.state.paneRows.count == rows.count - 3)
    reader.press("s")
    #expect(reader.state.paneRows == rows)
  }
}
