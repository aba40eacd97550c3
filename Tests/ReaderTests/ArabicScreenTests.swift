import Interface
import Reader
import Screen
import Testing

/// The interface in Arabic: what an Arabic reader sees, right to left.
struct ArabicScreenTests {
  private func reader(columns: Int = 64, rows: Int = 10, isMarked: Bool = true) -> ReaderFixture {
    ReaderFixture(columns: columns, rows: rows, isMarked: isMarked, language: .arabic)
  }

  @Test func `headings and status begin at the right`() throws {
    try GoldenScreen.expect(reader(rows: 14).state, matches: "arabic-first-screen")
  }

  @Test func `before the analysis the pane says what is being done`() throws {
    try GoldenScreen.expect(reader(isMarked: false).state, matches: "arabic-before-analysis")
  }

  @Test func `a selected name is told with its kind and number`() throws {
    var reader = reader()
    reader.press("]")
    try GoldenScreen.expect(reader.state, matches: "arabic-selected-name")
  }

  @Test func `a quotation is told with who says it`() throws {
    var reader = reader()
    reader.press("))")
    try GoldenScreen.expect(reader.state, matches: "arabic-selected-quotation")
  }

  @Test func `a card has its headings at the right and its numbers at the left`() throws {
    var reader = reader(columns: 80, rows: 18)
    reader.press("pc")
    try GoldenScreen.expect(reader.state, matches: "arabic-card")
  }

  @Test func `the help runs from the right`() throws {
    var reader = reader(columns: 80, rows: 20)
    reader.press("?")
    try GoldenScreen.expect(reader.state, matches: "arabic-help")
  }

  @Test func `a search is typed from the right and its hits are counted`() throws {
    var reader = reader()
    reader.press("/جسر")
    try GoldenScreen.expect(reader.state, matches: "arabic-search-prompt")
    reader.press(.enter)
    try GoldenScreen.expect(reader.state, matches: "arabic-search-hits")
  }

  @Test func `messages are told in Arabic`() throws {
    var reader = reader()
    reader.press("x")
    try GoldenScreen.expect(reader.state, matches: "arabic-notice")
  }

  @Test func `the same keys do the same in both languages`() {
    var english = ReaderFixture()
    var arabic = reader()
    for key in ["]", "}", ")", " ", "e", "s"] {
      english.press(key)
      arabic.press(key)
      #expect(english.state.article.top == arabic.state.article.top)
      #expect(english.state.article.selection == arabic.state.article.selection)
    }
  }
}
