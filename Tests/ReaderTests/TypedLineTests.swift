import ArabicText
import Interface
import Screen
import Testing
import TextLayout

@testable import Reader

/// The caret in lines that are typed.
struct TypedLineTests {
  /// A line with its caret `behind` bytes before the end, after `keys`.
  private func line(_ text: String, _ keys: Key...) -> TypedLine {
    var line = TypedLine(text)
    for key in keys { _ = line.edit(key) }
    return line
  }

  @Test func `letters are written and deleted at the caret`() {
    #expect(line("abd", .left, "c").text == "abcd")
    #expect(line("abd", .left, .backspace).text == "ad")
    #expect(line("abd", .left, .left, .delete).text == "ad")
    #expect(line("abc", .home, "x", .end, "y").text == "xabcy")
    #expect(line("abc", .control("a"), .delete, .control("e"), .backspace).text == "b")
    // In Arabic the word goes on to the left.
    #expect(line("جسر", .right, "و").text == "جسور")
    #expect(line("كلمة أولى ثانية", .home, .left, .left, .control("w")).text == "مة أولى ثانية")
    #expect(
      line("one two three", .left, .left, .left, .left, .left, .control("w")).text
        == "one three")
    #expect(line("ab", .left, .control("u")).text == "")
  }

  @Test func `where there is nothing to delete nothing is changed`() {
    var empty = TypedLine()
    for key in [Key.backspace, .delete, .control("w"), .control("u"), .left, .right, .home, .end] {
      let hasChanged = empty.edit(key)
      #expect(!hasChanged)
    }
    var start = TypedLine("جسر", behind: 6)
    var hasChanged = start.edit(.backspace)
    #expect(!hasChanged && start.text == "جسر")
    hasChanged = start.edit(.control("w"))
    #expect(!hasChanged && start.text == "جسر")
    var end = TypedLine("جسر")
    hasChanged = end.edit(.delete)
    #expect(!hasChanged && end.text == "جسر")
  }

  @Test func `a mark is taken off before its letter, and Delete takes both`() {
    #expect(line("مُدَ", .backspace).text == "مُد")
    #expect(line("مُدَ", .home, .delete).text == "دَ")
    #expect(line("a👨‍👩‍👧b", .home, .right, .delete).text == "ab")
  }

  /// Latin, Arabic, both, digits, signs, marks, brackets, emoji.
  static let lines = [
    "abc def", "جسر النهر", "قال Reuters إن", "see جسر النهر now", "عام 2024، (45%)", "مُدَرِّس لا",
    "x👨‍👩‍👧🇯🇴y", "ج👍🏽ب", "12 جسر", "", " ", "جسر  ", "«abc» [جسر]",
  ]

  /// The columns at which the caret is seen while `key` is pressed until nothing moves.
  private func columns(_ text: String, _ side: Key, from start: Key) -> [(Int, TypedLine)] {
    var line = TypedLine(text)
    for _ in 0...text.count where start != side { _ = line.edit(side == .left ? .right : .left) }
    var seen: [(Int, TypedLine)] = []
    for _ in 0...text.count + 1 {
      let drawn = DecodedText(line.shown)
      let options = LayoutOptions(
        width: 200, fallback: .leftToRight, lettering: Lettering(ligates: false))
      let cells = ParagraphLayout(drawn, drawn.span, options: options).lines[0].cells
      let place = TypedLine.place(in: line.shown) ?? .zero
      let cell = cells.filter { $0.span.upper > place }.min { $0.span < $1.span }
      let left = cells.first?.column.value ?? 0
      seen.append(((cell?.column.value ?? 0) - left, line))
      let before = line
      _ = line.edit(side)
      if before == line { break }
    }
    return seen
  }

  @Test(arguments: TypedLineTests.lines)
  func `left is left and right is right, through each letter once, whichever way the text runs`(
    text: String
  ) {
    let leftward = columns(text, .left, from: .right)
    let rightward = columns(text, .right, from: .left)
    #expect(leftward.count == text.count + 1)
    #expect(rightward.count == text.count + 1)
    #expect(Set(leftward.map(\.1)).count == text.count + 1, "each place once")
    #expect(rightward.map(\.1) == leftward.map(\.1).reversed())
    // Blanks at the end of a line have no columns of their own.
    guard text.last?.isWhitespace != true else { return }
    for (from, to) in zip(leftward, leftward.dropFirst())
    where from.1.behind > 0 && to.1.behind > 0 {
      #expect(to.0 < from.0, "\(text)")
    }
  }

  @Test(arguments: [true, false])
  func `the terminal's cursor stands at the caret in all that is typed`(isVisual: Bool) throws {
    // The line, what opens it, and a word that it holds then.
    for keys in ["/", ":", "&", "\u{10}", "\t/", "pCr", "pCm", "pt", "?/"] {
      for columns in [100, 30] {
        var reader = ReaderFixture(columns: columns, rows: 16)
        reader.order(isVisual: isVisual)
        for key in keys {
          reader.press(
            key == "\t" ? .tab : key == "\u{10}" ? .control("p") : .character(key))
        }
        reader.press(.control("u"))
        reader.press("abc")
        let end = try #require(screen(of: reader.state).cursor, "\(keys)")
        reader.press(.left)
        let inner = try #require(screen(of: reader.state).cursor, "\(keys)")
        let drawn = screen(of: reader.state)
        #expect(inner.isVisible && inner.point.row == end.point.row, "\(keys)")
        #expect(drawn[row: inner.point.row, column: inner.point.column].text == "c", "\(keys)")
        reader.press("x", .home)
        let first = try #require(screen(of: reader.state).cursor, "\(keys)")
        let changed = screen(of: reader.state)
        let word = (0..<4).map {
          changed[row: first.point.row, column: first.point.column + $0].text
        }
        #expect(word.joined() == "abxc", "\(keys)")
      }
    }
  }

  @Test func `a line that is longer than its room shows the caret wherever it is`() throws {
    for keys in ["/", "&", "\t/", "pCr"] {
      var reader = ReaderFixture(columns: 60, rows: 9)
      for key in keys { reader.press(key == "\t" ? .tab : .character(key)) }
      reader.press(.control("u"))
      reader.send(.paste(String(repeating: "word ", count: 119)))
      reader.press("word")
      for key in [Key.end, .left, .home, .right] {
        reader.press(key)
        let screen = screen(of: reader.state)
        let cursor = try #require(screen.cursor, "\(keys) \(key)")
        let expected = [Key.end: "▏", .left: "d", .home: "w", .right: "o"][key]
        #expect(
          screen[row: cursor.point.row, column: cursor.point.column].text == expected,
          "\(keys) \(key)")
      }
    }
  }

  @Test func `no two letters of a word are parted by the caret`() {
    let whole = TypedLine("جسر").shown.dropLast()
    let line = line("جسر", .right)
    let options = LayoutOptions(width: 20, direction: .rightToLeft)
    func glyphs(_ text: String) -> [String] {
      let text = DecodedText(text)
      return ParagraphLayout(text, text.span, options: options).lines[0].cells.map(\.text)
    }
    #expect(line.behind > 0)
    #expect(glyphs(line.shown) == glyphs(String(whole)))
  }

  @Test func `in a note the arrows move as seen, too, from line to line`() throws {
    for text in Self.lines where !text.isEmpty {
      var note = NoteEditor(UnsavedNote(text: text, of: nil, words: ""), of: nil)
      var state = ReaderFixture(columns: 80, rows: 20).state
      var places: Set<TextOffset> = [note.cursor]
      // To the side on which the note begins, and on to the other.
      let isRight =
        DecodedText(text).string(in: DecodedText(text).span).first.map {
          !$0.isASCII
        } ?? true
      let (back, forth): (Key, Key) = isRight ? (.right, .left) : (.left, .right)
      for _ in text { _ = note.press(back, in: &state) }
      #expect(note.cursor == .zero || !isRight || text.contains { $0.isASCII }, "\(text)")
      for _ in text {
        places.insert(note.cursor)
        _ = note.press(forth, in: &state)
      }
      places.insert(note.cursor)
      #expect(places.count >= text.count, "\(text)")
    }
    var two = NoteEditor(UnsavedNote(text: "جسر\nنهر", of: nil, words: ""), of: nil)
    var state = ReaderFixture(columns: 80, rows: 20).state
    for _ in 0..<4 { _ = two.press(.right, in: &state) }
    #expect(two.cursor == TextOffset(6))
    _ = two.press(.left, in: &state)
    #expect(two.cursor == TextOffset(7))
  }
}
