import ArabicText
import Interface
import Screen
import Testing
@testable import Reader

/// Several files, marks, lists, and texts that change.
struct ShelfTests {
  private func reader(files: Int = 3, current: Int = 1, rows: Int = 8) -> ReaderFixture {
    var reader = ReaderFixture(columns: 66, rows: rows)
    let files = (0..<files).map {
      OpenFile(
        name: "خبر \($0 + 1).txt",
        condition: $0 == 0 ? .read(percent: 40) : $0 == 2 ? .failed : .unread)
    }
    reader.list(OpenFiles(files: files, current: current))
    return reader
  }

  // MARK: Several files

  @Test func `keys ask for the next and the previous file`() {
    var reader = reader()
    reader.press(.alt("."))
    reader.press(.alt(","))
    #expect(reader.effects == [.openFile(2), .openFile(0)])
  }

  @Test func `at the ends and with one file nothing is asked for and why is told`() {
    var first = reader(current: 0)
    first.press(.alt(","))
    #expect(first.effects.isEmpty && first.status.contains("this is the first file"))
    var last = reader(current: 2)
    last.press("2")
    last.press(.control("n"))
    #expect(last.effects.isEmpty && last.status.contains("this is the last file"))
    var only = ReaderFixture()
    only.press(.control("n"))
    #expect(only.effects.isEmpty && only.status.contains("no other file"))
  }

  @Test func `the list shows how far each file is read, and Enter opens one`() throws {
    var reader = reader()
    reader.press("Bk")
    try GoldenScreen.expect(reader.state, matches: "file-list")
    reader.press(.enter)
    #expect(reader.effects == [.openFile(0)])
    #expect(reader.state.modes.contains(Chooser.self) == false)
    reader.press("B", .escape)
    #expect(reader.state.modes.contains(Chooser.self) == false)
    #expect(reader.effects.count == 1)
  }

  @Test func `what is chosen for one file holds in the next`() {
    var one = ReaderFixture(columns: 70)
    one.press("e")
    one.send(.resize(Size(columns: 50, rows: 9)))
    var other = ReaderFixture(columns: 80).state
    other.adoptChoices(of: one.state)
    #expect(other.size == Size(columns: 50, rows: 9))
    #expect(other.preferences.pane.isWanted == false)
  }

  // MARK: Marks

  @Test(arguments: ["a", "س", "9"]) func `a mark is set and gone to by any letter`(letter: String) {
    var reader = ReaderFixture(columns: 40, rows: 5)
    reader.press("jj")
    let place = reader.state.article.top
    reader.press("m" + letter)
    #expect(reader.effects == [.keepLetterMarks([Character(letter): reader.state.place])])
    reader.press("G'" + letter)
    #expect(reader.state.article.top == place)
    reader.press("G`" + letter)
    #expect(reader.state.article.top == place)
    reader.press("''")
    #expect(reader.state.percent == 100)
  }

  @Test func `the line asks for the letter, names the marks, and Escape leaves`() {
    var reader = ReaderFixture(columns: 40, rows: 5)
    reader.press("m")
    #expect(reader.status.contains("type a letter"))
    reader.press(.escape)
    #expect(reader.state.article.letterMarks.isEmpty)
    reader.press("'")
    #expect(reader.status.contains("no marks are set"))
    reader.press("x")
    #expect(reader.status.contains("no mark x"))
    reader.press("mxmb'")
    #expect(reader.status.contains("b x"))
    reader.press(.escape)
    reader.press("m.")
    #expect(reader.state.notice?.phrase.key == .markNeedsLetter)
  }

  @Test func `the start and the end are marks of their own`() {
    var reader = ReaderFixture(columns: 40, rows: 5)
    reader.press("'$")
    #expect(reader.state.percent == 100)
    reader.press("'^")
    #expect(reader.state.place == .zero)
  }

  @Test func `marks and place come back, but nobody is taken away from where they read`() {
    var fresh = ReaderFixture(columns: 40, rows: 5).state
    let end = fresh.article.document.text.end
    fresh.restore(place: end, jumps: [], letterMarks: ["a": TextOffset(10), "b": end + 5])
    #expect(fresh.article.letterMarks == ["a": TextOffset(10)])
    #expect(fresh.percent == 100)
    var moved = ReaderFixture(columns: 40, rows: 5)
    moved.press("j")
    let place = moved.state.place
    var state = moved.state
    state.restore(place: end, jumps: [], letterMarks: ["a": TextOffset(10)])
    #expect(state.place == place)
    #expect(state.article.letterMarks.count == 1)
  }

  @Test func `a hash that comes late asks for what is remembered`() {
    var reader = ReaderFixture()
    reader.answer(.hashed("abc"))
    #expect(reader.effects == [.recall(hash: "abc")])
    #expect(reader.state.article.document.contentHash == "abc")
  }

  // MARK: Editing and reloading

  @Test func `the editor is opened at the selection, else at the top of the screen`() {
    var reader = ReaderFixture(columns: 40, rows: 5)
    reader.press("jj")
    let top = reader.state.place
    reader.press("E")
    reader.press("]")
    let selected = reader.state.article.selection?.span.lower
    reader.press("E")
    #expect(reader.effects == [.edit(top)] + [selected].compactMap { $0 }.map(Effect.edit))
    reader.press("R")
    #expect(reader.effects.last == .reload)
  }

  @Test func `a text that changes keeps the place, the marks and the ways back`() {
    var reader = ReaderFixture(columns: 40, rows: 5)
    reader.press("jjjmaG")
    let words = { (state: ReaderState, offset: TextOffset) in
      let text = state.article.document.text
      return String(text.string(in: TextSpan(offset, text.end)).prefix(8))
    }
    let before = reader.state
    let place = words(before, before.place)
    let mark = words(before, before.article.letterMarks["a"] ?? .zero)
    let text = "سطر جديد في الأول\nوسطر ثان\n" + ReaderFixture.article
    reader.send(.documentChanged(Document(text, name: "article.txt")))
    let after = reader.state
    #expect(words(after, after.place) == place)
    #expect(after.article.letterMarks["a"].map { words(after, $0) } == mark)
    #expect(after.article.jumps.count == before.article.jumps.count)
    #expect(after.article.results.places.isEmpty && after.article.selection == nil)
    #expect(screen(of: after).text(ofRow: 0) == screen(of: before).text(ofRow: 0))
  }

  @Test func `a text that becomes shorter shows its end`() {
    var reader = ReaderFixture(columns: 40, rows: 5)
    reader.press("G")
    reader.send(.documentChanged(Document("سطر واحد\n")))
    #expect(reader.state.percent == 100)
    #expect(reader.state.place == .zero)
  }

  // MARK: Themes

  private static let themes = [
    Theme(name: "one"), .letters,
    Theme(name: "red", styles: [.text: RoleStyle(foreground: .named(1))]),
  ]

  @Test func `themes are shown as they are gone through, Enter keeps one`() throws {
    var reader = ReaderFixture()
    reader.press("T")
    #expect(reader.effects == [.listThemes])
    reader.send(.themes(Self.themes))
    #expect(reader.state.appearance.theme == .letters)
    try GoldenScreen.expect(reader.state, matches: "theme-list")
    reader.press("j")
    #expect(reader.state.appearance.theme.name == "red")
    reader.press(.enter)
    #expect(reader.state.appearance.theme.name == "red")
    #expect(reader.status.contains("theme: red"))
  }

  @Test func `Escape brings back the theme from before`() {
    var reader = ReaderFixture()
    reader.send(.themes(Self.themes))
    reader.press("Gk")
    reader.press("g", .escape)
    #expect(reader.state.appearance.theme == .letters)
    #expect(reader.state.modes.contains(Chooser.self) == false)
  }
}
