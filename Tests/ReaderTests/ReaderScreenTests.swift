import Interface
import Reader
import Screen
import Testing

/// What a person sees, as plain-text screens.
struct ReaderScreenTests {
  @Test func `the first screen shows article, pane and status`() throws {
    try GoldenScreen.expect(ReaderFixture().state, matches: "first-screen")
  }

  @Test func `before the analysis the text is there and the pane says what is being done`() throws {
    try GoldenScreen.expect(ReaderFixture(isMarked: false).state, matches: "before-analysis")
  }

  @Test func `a narrow terminal shows the article alone`() throws {
    try GoldenScreen.expect(ReaderFixture(columns: 40).state, matches: "narrow")
  }

  @Test func `a selected name stands out with its other mentions and is told in the status`() throws
  {
    var reader = ReaderFixture()
    reader.press("]")
    try GoldenScreen.expect(reader.state, matches: "selected-name")
  }

  @Test func `a selected quotation stands out and its speaker is told`() throws {
    var reader = ReaderFixture()
    reader.press(")")
    try GoldenScreen.expect(reader.state, matches: "selected-quotation")
  }

  @Test func `the pane with the keys shows its selected row`() throws {
    var reader = ReaderFixture()
    reader.press(.tab, "j")
    try GoldenScreen.expect(reader.state, matches: "pane-focus")
  }

  @Test func `the pane lists quotations with who says them`() throws {
    var reader = ReaderFixture(rows: 14)
    reader.press("))")
    try GoldenScreen.expect(reader.state, matches: "quotations")
  }

  @Test func `a card shows mentions in context, the words before on the right`() throws {
    var reader = ReaderFixture(columns: 80, rows: 18)
    reader.press("pc")
    try GoldenScreen.expect(reader.state, matches: "card")
  }

  @Test func `a search is typed in the status line in its own direction`() throws {
    var reader = ReaderFixture()
    reader.press("/جسر")
    try GoldenScreen.expect(reader.state, matches: "search-prompt")
  }

  @Test func `all hits are marked and the current one most`() throws {
    var reader = ReaderFixture()
    reader.press("/الجسر")
    reader.press(.enter)
    try GoldenScreen.expect(reader.state, matches: "search-hits")
  }

  @Test func `the help lists the keys of the table`() throws {
    var reader = ReaderFixture(rows: 16)
    reader.press("?")
    try GoldenScreen.expect(reader.state, matches: "help")
  }

  @Test func `the smallest terminals show what fits`() throws {
    try GoldenScreen.expect(ReaderFixture(columns: 20, rows: 5).state, matches: "tiny")
  }

  @Test func `control characters are shown as pictures`() throws {
    let reader = ReaderFixture("نص\u{1B}[31m مع \u{0} رموز\u{7}\n", columns: 40, rows: 3)
    try GoldenScreen.expect(reader.state, matches: "controls")
  }
}
