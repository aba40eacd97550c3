import ArabicText
import Interface
import Screen
import Testing
import TextLayout

@testable import Reader

/// The page of keys: nothing is cut, and it can be searched.
struct HelpTests {
  @Test(arguments: [(20, 5), (40, 12), (100, 30)])
  func `what is asked can be read whole in the help, whatever has room in the line`(
    columns: Int, rows: Int
  ) throws {
    var reader = ReaderFixture(columns: columns, rows: rows)
    reader.press("pC")
    let answers = try #require(reader.state.modes.open.last).answers(reader.state)
    #expect(answers.count == 8)
    #expect(reader.state.keymap.command(for: "?") == .help)
    reader.press("?")
    var seen = ""
    for _ in 0..<40 {
      let screen = screen(of: reader.state)
      for row in 0..<rows { seen += Rendering.letters(screen.text(ofRow: row)) + " " }
      reader.press("j")
    }
    for answer in answers {
      let label = reader.state.string(answer.label).split(separator: " ")
      for word in label { #expect(seen.contains(word), "\(word)") }
    }
    reader.press("?")
    #expect(reader.state.modes.contains(Question.self) && !reader.state.modes.contains(Help.self))
  }

  @Test(arguments: [100, 76, 60, 59, 40, 24], [Language.english, .arabic])
  func `no line is cut at any width`(columns: Int, language: Language) {
    let reader = ReaderFixture(columns: columns, rows: 10, language: language)
    let setter = HelpSetter(state: reader.state)
    let rows = HelpText.rows(of: reader.state)
    for row in rows {
      let wanted: String =
        switch row {
        case .binding(_, _, let summary): summary
        case .heading(let key), .note(let key): reader.state.string(key)
        case .gap: ""
        }
      let role: Role =
        if case .heading = row { .paneHeading } else { .help }
      let pieces = setter.lines(of: [row]).flatMap(\.pieces).filter { $0.role == role }
      // All letters of the text stand in its lines, none for an ellipsis.
      let shown = pieces.flatMap(\.line.cells).reduce(0) { $0 + $1.span.utf8Count }
      let blanks = wanted.utf8.count { $0 == 0x20 }
      #expect(shown >= wanted.utf8.count - blanks - 24, "\(wanted)")
      #expect(!pieces.flatMap(\.line.cells).contains { $0.text == "…" } || wanted.contains("…"))
      for piece in pieces { #expect(piece.column + piece.width < columns) }
    }
  }

  @Test(arguments: [40, 31, 24, 20], [Language.english, .arabic])
  func `a key is never broken at its hyphen`(columns: Int, language: Language) {
    let reader = ReaderFixture(columns: columns, rows: 10, language: language)
    let setter = HelpSetter(state: reader.state)
    var whole = 0
    for line in setter.lines(of: HelpText.rows(of: reader.state)) {
      for piece in line.pieces where piece.role == .helpKey {
        let keys = piece.line.cells.map { $0.columns > 0 ? $0.text : "" }.joined()
        for key in keys.split(separator: " ") where key.contains("-") && key.count > 1 {
          #expect(key.last != "-" && key.first != "-", "\(keys)")
          whole += 1
        }
      }
    }
    #expect(whole > 10)
  }

  @Test func `a search shows the keys that have all words, and letters are no commands`() {
    var reader = ReaderFixture(columns: 80, rows: 20)
    reader.press("?/undo")
    #expect(reader.state.modes.contains(Help.self))
    #expect(reader.effects.isEmpty || !reader.effects.contains(.notes(.undo)))
    let page = (0..<19).map { screen(of: reader.state).text(ofRow: $0) }
    #expect(page.contains { $0.contains("undo the last change") })
    #expect(!page.contains { $0.contains("next place") })
    reader.press(.enter)
    #expect(reader.status.contains("2 keys"))
    reader.press(.escape)
    #expect(reader.state.modes.first(Help.self)?.query == "")
    reader.press(.escape)
    #expect(!reader.state.modes.contains(Help.self))
  }

  @Test func `a search in the other language finds the same key`() {
    var reader = ReaderFixture(columns: 80, rows: 20)
    reader.press("?/التراجع")
    let page = (0..<19).map { screen(of: reader.state).text(ofRow: $0) }
    #expect(page.contains { $0.contains("undo the last change") })
  }

  // MARK: Palette

  @Test(arguments: ["export", "page browser", "صفحة للمتصفح"])
  func `writing the article as a page is found, and its file can be named`(query: String) {
    var reader = ReaderFixture(columns: 80, rows: 20)
    reader.press("?/" + query)
    #expect(
      (0..<19).contains {
        screen(of: reader.state).text(ofRow: $0).contains("article with its marks")
      })
    reader.press(.escape, .escape, .control("p"))
    reader.press(query)
    reader.press(.enter)
    #expect(reader.state.modes.first(Prompt.self)?.text == "export ")
    reader.press(.enter)
    #expect(reader.effects.contains(.exportPage(nil)))
  }

  @Test func `the palette begins with what was run last, then with what is useful`() {
    var reader = ReaderFixture(columns: 80, rows: 20)
    reader.press(.control("p"))
    let first = reader.state.modes.first(Palette.self)?.commands(in: reader.state) ?? []
    #expect(first.first == .help)
    #expect(!first.prefix(10).contains(.lineDown))
    #expect(first.count == Command.allCases.count)
    reader.press("justify")
    reader.press(.enter, .control("p"))
    #expect(
      reader.state.modes.first(Palette.self)?.commands(in: reader.state).first == .justify)
    #expect(reader.effects.contains(.keepHistory(.init(.palette, "page.justify"))))
  }

  @Test func `of the commands that were run, the last five come first, each once`() {
    var history = PromptHistory([
      .init(.palette, "note.tags"), .init(.palette, "no.such-command"), .init(.command, "x"),
    ])
    let run: [Command] = [.undo, .redo, .undo, .justify, .copy, .help, .filter]
    for command in run { history.add(.init(.palette, command.rawValue)) }
    #expect(history.recentCommands(5) == [.filter, .help, .copy, .justify, .undo])
    #expect(history.recentCommands(50).count == 7)
    // They are kept in the file of all lines, which has its limit.
    let entry = PromptHistory.Entry(.palette, Command.undo.rawValue)
    #expect(PromptHistory.Entry(line: entry.line) == entry)
  }

  @Test(arguments: [Language.english, .arabic])
  func `brackets that are keys are not mirrored`(language: Language) {
    for (typed, key) in [("next.entity", "]"), ("previous.entity", "[")] {
      var reader = ReaderFixture(columns: 80, rows: 8, language: language)
      reader.press(.control("p"))
      reader.press(typed)
      let row = screen(of: reader.state).text(ofRow: 0)
      let other = ["]": "[", "[": "]"][key] ?? ""
      #expect(row.contains(key) && !row.contains(other), "\(row)")
    }
    let keymap = Keymap.standard.rebinding([.nextEntity: []])
    var reader = ReaderFixture(columns: 80, language: language, keymap: keymap)
    reader.press("]")
    let status = screen(of: reader.state).text(ofRow: 9)
    #expect(status.contains("]") && !status.contains("["))
  }
}
