import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// That nothing that has the keys, was told or was pasted is kept from a person's eyes.
struct UncoveredTests {
  // MARK: Focus

  @Test(arguments: [
    [100, 60], [100, 50], [60, 100], [40, 60], [40, 100], [100, 40], [100, 10], [40, 10, 40],
    [100, 20, 60],
    [64, 63], [48, 47], [47, 48], [12, 11],
  ])
  func `what has the keys is drawn, whatever becomes of the terminal`(widths: [Int]) {
    for keys in [
      [Key.tab], [.tab, "j"], [.tab, "/", "ا"], ["e", .tab], ["e", "e", .tab], [.alt("/")],
    ] {
      var reader = ReaderFixture(columns: widths[0], rows: 12)
      for key in keys { reader.press(key) }
      let hadKeys = reader.state.modes.reading.focus == .pane
      for columns in widths.dropFirst() {
        for rows in [12, 5, 2, 1, 12] {
          reader.send(.resize(Size(columns: columns, rows: rows)))
          let state = reader.state
          #expect(
            state.modes.reading.focus == .article || state.arrangement.pane != nil,
            "\(widths) \(keys)")
        }
      }
      // Where the pane has room it keeps the keys that it had.
      if hadKeys, widths.allSatisfy({ $0 >= Arrangement.narrowest }) {
        #expect(reader.state.modes.reading.focus == .pane, "\(widths) \(keys)")
      }
    }
  }

  @Test func `a pane that is put away gives the keys back`() {
    var reader = ReaderFixture(columns: 100, rows: 12)
    reader.press(.tab)
    var other = reader.state
    other.preferences.pane.isWanted = false
    var state = reader.state
    state.adoptChoices(of: other)
    #expect(state.modes.reading.focus == .article)
  }

  @Test(arguments: [(20, 5), (20, 4), (20, 3), (20, 2), (60, 5), (100, 5), (14, 6), (100, 24)])
  func `a filter is seen while it is typed`(columns: Int, rows: Int) throws {
    for bigger in [false, true] {
      var reader = ReaderFixture(
        columns: bigger ? 110 : columns, rows: bigger ? 32 : rows)
      reader.press(.alt("/"))
      reader.press("abc")
      reader.send(.resize(Size(columns: columns, rows: rows)))
      let screen = screen(of: reader.state)
      let all = (0..<rows).map { screen.text(ofRow: $0) }.joined(separator: "\n")
      #expect(all.contains("abc▏"), "\(all)")
      let cursor = try #require(screen.cursor)
      #expect(screen[row: cursor.point.row, column: cursor.point.column].text == "▏")
    }
  }

  // MARK: News

  /// What opens something over the article, and the keys that close it.
  static let covering: [(open: [Key], close: [Key])] = [
    ([.function(1)], [.function(1)]), (["?", "/", "a"], [.escape, .escape]), (["I"], [.escape]),
    ([.control("p")], [.escape]), (["/"], [.escape]), ([":"], [.escape]), (["&"], [.escape]),
    (["m"], [.escape]), (["p", "c"], [.escape]), (["p", "C"], [.escape]),
    (["p", "C", "r"], [.escape]), (["p", "C", "m"], [.escape]), (["p", "t"], [.escape]),
    (["p", "C", "x"], [.escape]), (["B"], [.escape]), ([.tab, "/"], [.escape]),
    (["p", "C", "x", .function(1)], [.function(1), .escape]),
    (["m", .function(1)], [.function(1), .escape]),
  ]

  @Test(arguments: UncoveredTests.covering.indices, [false, true])
  func `what happens to the file is told when what covers the line is closed`(
    index: Int, isError: Bool
  ) {
    let (open, close) = Self.covering[index]
    var reader = ReaderFixture(columns: 120, rows: 20)
    for key in open { reader.press(key) }
    let news = Notice(.fileGone, isError: isError)
    reader.tell(news)
    let told = reader.state.string(news.phrase)
    let wasTold = reader.status.contains(told) && reader.state.news == nil
    for key in close { reader.press(key) }
    #expect(reader.status.contains(told) || wasTold, "\(open): \(reader.status)")
    reader.press(.escape, "j")
    #expect(!reader.status.contains(told), "it is told once")
  }

  @Test func `that a text is shown anew is told when the help over a note is closed`() {
    var reader = ReaderFixture(columns: 120, rows: 20)
    reader.press("p", "a", "x", .function(1))
    reader.send(
      .documentChanged(Document(ReaderFixture.article + "\nسطر جديد", name: "article.txt")))
    reader.press(.function(1))
    #expect(reader.status.contains(reader.state.string(Phrase(.fileChanged))))
    #expect(reader.state.modes.contains(NoteEditor.self))
  }

  @Test func `the last of several news is told, and what a key has done comes first`() {
    var reader = ReaderFixture(columns: 120, rows: 20)
    reader.press("m")
    reader.tell(Notice(.fileGone))
    reader.tell(Notice(.fileChanged))
    reader.press("x")
    #expect(reader.status.contains(reader.state.string(Phrase(.marked, .word("x")))))
    reader.press("j")
    #expect(reader.status.contains(reader.state.string(Phrase(.fileChanged))))
    reader.press("j")
    #expect(!reader.status.contains(reader.state.string(Phrase(.fileChanged))))
  }

  @Test func `what became of a selection is not told behind what was done about it`() {
    var reader = ReaderFixture(columns: 120, rows: 20)
    reader.press("p", "a", "x")
    reader.send(.documentChanged(Document("خبر قصير", name: "article.txt")))
    reader.press(.escape)
    #expect(reader.state.notice != nil && reader.state.notice?.isOfSelection == false)
    reader.press("/", "ق", "ص", .enter)
    #expect(reader.status.contains("1 of 1"), "\(reader.status)")
  }

  // MARK: Palette and pastes

  /// What lets no line be typed.
  static let shown: [[Key]] = [
    ["p", "c"], ["?"], ["I"], ["B"], ["m"], ["'"], ["p", "C"], ["p", "C", "x"],
    ["p", "C", "r", "ب", .enter], ["v"], ["v", "w"],
  ]

  @Test(arguments: UncoveredTests.shown)
  func `the palette opens over all that shows something, and closes back into it`(keys: [Key]) {
    for columns in [110, 40] {
      var reader = ReaderFixture(columns: columns, rows: 14, hints: true)
      for key in keys { reader.press(key) }
      let before = screen(of: reader.state)
      let open = reader.state.modes.open.count
      #expect(open == 1)
      reader.press(.control("p"))
      #expect(reader.state.modes.open.last is Palette, "\(keys)")
      reader.press("a", .escape)
      #expect(reader.state.modes.open.count == open)
      #expect(screen(of: reader.state) == before, "\(keys)")
    }
  }

  @Test func `a command of the palette closes what only shows something, and does its work`() {
    for keys: [Key] in [["p", "c"], ["?"], ["B"], ["v", "w"], ["m"]] {
      var reader = ReaderFixture(columns: 110, rows: 14)
      for key in keys { reader.press(key) }
      reader.press(.control("p"))
      reader.press(Command.facts.rawValue)
      reader.press(.enter)
      #expect(reader.state.modes.open.count == 1 && reader.state.modes.contains(Facts.self))
    }
    var asked = ReaderFixture(columns: 110, rows: 14)
    asked.press("p", "C", "x", .control("p"))
    asked.press(Command.facts.rawValue)
    asked.press(.enter, .escape)
    #expect(asked.state.modes.contains(Question.self), "what was to be corrected is still asked")
  }

  @Test(arguments: UncoveredTests.shown + [["T"], ["p", "C", "x", .function(1)]])
  func `what is pasted where nothing is typed calls no commands, and that is told`(keys: [Key]) {
    var reader = ReaderFixture(columns: 120, rows: 16)
    for key in keys { reader.press(key) }
    if keys == ["T"] { reader.send(.themes([.letters])) }
    let open = reader.state.modes.open.count
    reader.send(.paste("qD:\u{1B}نص"))
    #expect(reader.status.contains("pasted"), "\(keys): \(reader.status)")
    #expect(reader.state.modes.open.count == open)
    reader.askBeforeLeaving()
    reader.send(.paste("d"))
    #expect(reader.status.contains("pasted") && reader.state.isLeaving)
  }

  @Test func `what is pasted over help is not written into the note below it`() {
    var reader = ReaderFixture(columns: 120, rows: 16)
    reader.press("p", "a", "x", .function(1))
    reader.send(.paste("نص"))
    #expect(reader.state.modes.first(NoteEditor.self)?.text == "x")
    #expect(reader.status.contains("pasted"))
  }

  // MARK: Hints and cards

  @Test(arguments: [Language.english, .arabic])
  func `at every width from 20 the line tells at least the key to all keys`(language: Language) {
    for name in ["a.txt", "a-name-that-is-too-long-for-any-line-at-all.txt"] {
      for keys: [Key] in [[], ["p"], [")"], [.tab]] {
        for columns in name == "a.txt" ? [20, 33, 80] : Array(20...44) {
          for isRunning in keys.isEmpty ? [false, true] : [false] {
            let document = Document(ReaderFixture.article, name: name)
            var state = ReaderState(
              document: document, size: Size(columns: columns, rows: 12),
              preferences: Preferences(
                appearance: Appearance(theme: .letters, language: language, showsHints: true)))
            if isRunning { _ = state.start() }
            let answer = Answer.analysis(
              ReaderFixture.analysis(of: document), .finished(span: document.text.span))
            if !isRunning || !keys.isEmpty {
              _ = update(&state, .answer(answer, of: state.article.revision))
            }
            for key in keys { _ = update(&state, .key(key)) }
            let line = screen(of: state).text(ofRow: 11)
            let isTold = line.contains("?") || line.contains("؟") || !hints(state).isEmpty
            #expect(isTold, "\(columns) \(keys): \(line)")
          }
        }
      }
    }
  }

  /// The hints that the line tells with what they do.
  private func hints(_ state: ReaderState) -> [Hint] {
    let line = Rendering.letters(screen(of: state).text(ofRow: state.size.rows - 1))
    return state.hints.filter { line.contains(state.string($0.label)) }
  }

  @Test(arguments: [Language.english, .arabic], [true, false])
  func `a card tells name and kind, and neither covers the other`(
    language: Language, isVisual: Bool
  ) {
    for columns in [20, 21, 24, 30, 40, 60, 90] {
      var reader = ReaderFixture(columns: columns, rows: 12, language: language)
      reader.order(isVisual: isVisual)
      reader.press("pc")
      let area = reader.state.arrangement.article
      let row = screen(of: reader.state).row(0).prefix(area.columns.upperBound)
        .dropFirst(area.column).map(\.text).joined()
      let told = isVisual ? Rendering.letters(row) : row
      #expect(told.contains(reader.state.string(.person)), "\(columns): \(told)")
      #expect(told.contains("ليلى الح"), "\(columns): \(told)")
    }
  }
}
