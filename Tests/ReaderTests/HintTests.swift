import ArabicText
import Annotations
import ArabicAnalysis
import Interface
import Screen
import Testing

@testable import Reader

/// The keys that the status line tells.
struct HintTests {
  private func reader(_ columns: Int = 160, keymap: Keymap = .standard) -> ReaderFixture {
    ReaderFixture(columns: columns, rows: 20, keymap: keymap, hints: true)
  }

  @Test func `the first screen tells how to see all keys`() {
    #expect(reader().status.contains("? keys"))
    #expect(reader(40).status.contains("? keys"))
  }

  @Test func `in the smallest window the keys that answer come before what is asked`() {
    var reader = ReaderFixture(columns: 20, rows: 5, hints: true)
    reader.press("]", "C")
    for key in ["p", "o", "l", "r", "m", "s", "x", "k"] {
      #expect(reader.status.contains("\(key) ·"), "\(reader.status)")
    }
  }

  @Test(arguments: [40, 64]) func `after s the key to the pane leads there once`(columns: Int) {
    var reader = ReaderFixture(columns: columns, rows: 12, hints: true)
    reader.press(")", "s", .tab)
    #expect(reader.state.modes.reading.focus == .pane)
    reader.press(.tab)
    #expect(reader.state.modes.reading.focus == .article)
    reader.press("s", "s")
    reader.press("j", .tab)
    #expect(reader.state.modes.reading.focus == (columns == 40 ? .article : .pane))
  }

  @Test func `each mode tells its own keys, four to six of them`() {
    for keys in ["", "p", ")", "vw", "v", "/الجسر\n", "c"] {
      var reader = reader()
      for key in keys { reader.press(key == "\n" ? .enter : .character(key)) }
      #expect((4...6).contains(reader.state.hints.count), "\(keys)")
      for hint in reader.state.hints {
        #expect(
          reader.status.contains(reader.state.string(hint.label))
            || reader.state.notice != nil, "\(keys)")
      }
    }
    var pane = reader()
    pane.press(.tab)
    #expect((4...6).contains(pane.state.hints.count))
  }

  @Test(arguments: ["h", "e"])
  func `after a correction the line names what is selected, and offers what works`(scope: String)
    throws
  {
    let refusals: Set<PhraseKey> = [
      .selectFirst, .selectPassageFirst, .speakerUnknown, .nobodyQuotes, .noNameHere, .keyUnknown,
    ]
    for keys in [
      "pCx", "pCo", "oCx", "lCp", "pCr ثان\n", "pCmسامر\n", ")C\n", ")Cسامر\n",
      "/المهندسين\nCp", "/العمل\nCo",
    ] {
      let fixture = try NotesFixture(columns: 160, rows: 8, hints: true)
      for key in keys { try fixture.press(key == "\n" ? .enter : .character(key)) }
      try fixture.press(scope)
      // What is of a quotation without a phrase for who says it can be of nothing else.
      if fixture.state.modes.contains(Question.self) { try fixture.press("h") }
      guard fixture.notes.count == 1 else {
        Issue.record("\(keys) corrects nothing")
        continue
      }
      for again in ["", "u"] {
        try fixture.press(again)
        #expect(fixture.state.selectionParts.count > 0, "\(keys)\(again)")
        let hints = fixture.state.hints
        #expect(hints.count > 3, "\(keys)\(again)")
        for hint in hints {
          var reader = fixture.reader
          for key in hint.keys { reader.press(key) }
          let told = reader.state.notice?.phrase.key
          #expect(told.map(refusals.contains) != true, "\(keys)\(again), \(hint.label.key)")
          let isCard = hint.label.key == .hintCard
          #expect(!isCard || reader.state.modes.contains(Card.self), "\(keys)\(again)")
        }
      }
    }
  }

  @Test(arguments: [80, 100])
  func `the line tells how what was just stored is taken back, until the next key`(columns: Int)
    throws
  {
    let fixture = try NotesFixture(columns: columns, rows: 12, hints: true)
    try fixture.press("ph")
    #expect(fixture.reader.status.contains("h next colour"))
    try fixture.press("C")
    try fixture.press("o")
    try fixture.press("a")
    #expect(fixture.reader.status.contains("correction saved"))
    #expect(fixture.reader.status.contains("u undo"))
    try fixture.press("k")
    #expect(!fixture.reader.status.contains("undo"))
  }

  @Test func `hints name the keys in force and none that a command lacks`() {
    let keymap = Keymap.standard.rebinding([.help: [.function(5)], .nextEntity: []])
    let reader = reader(keymap: keymap)
    #expect(reader.status.contains("F5 keys"))
    #expect(!reader.state.hints.contains { $0.label == Phrase(.hintName) })
  }

  @Test func `hints take no room from what the line says and are told whole or not at all`() {
    for columns in 20...160 {
      var reader = reader(columns)
      reader.press("p")
      let status = reader.status
      #expect(status.hasPrefix(columns < 30 ? "ليلى" : "ليلى الحداد"), "\(columns)")
      #expect(status.hasSuffix("%"), "\(columns): \(status)")
      let told = reader.state.hints.filter { status.contains(reader.state.string($0.label)) }
      // Those that are told are the first.
      #expect(told == Array(reader.state.hints.prefix(told.count)))
    }
  }

  @Test(arguments: [Language.english, .arabic])
  func `where a name leaves no room for its keys the way to all keys is told`(language: Language) {
    func status(_ columns: Int, _ keys: String) -> String {
      var reader = ReaderFixture(columns: columns, rows: 15, language: language, hints: true)
      reader.press(keys)
      return reader.status
    }
    let keys = Phrase(.hintKeys).string(in: language)
    let card = Phrase(.hintCard).string(in: language)
    let told = (30...60).filter { status($0, "]").contains(keys) }
    #expect(!told.isEmpty)
    // Its own keys come first.
    #expect(told.allSatisfy { !status($0, "]").contains(card) })
    #expect((told.max() ?? 60) < 60 && status(60, "]").contains(card))
  }

  @Test func `where one speaker's quotations are listed the key says that it lists all again`() {
    var reader = reader()
    reader.press(")")
    reader.press(.enter)
    reader.press("s")
    #expect(reader.state.article.pane.speaker != nil)
    #expect(reader.status.contains("s all quotations"))
    reader.press(.escape)
    #expect(reader.status.contains("s all quotations"))
    reader.press("s")
    #expect(!reader.status.contains("s all quotations"))
  }

  @Test func `where only some paragraphs are shown the keys that show all are told`() {
    var reader = reader()
    reader.press("&الجسر")
    reader.press(.enter)
    #expect(reader.state.article.filter != nil)
    #expect(reader.status.contains("& Enter all paragraphs"))
    reader.press("&")
    reader.press(.enter)
    #expect(reader.state.article.filter == nil && !reader.status.contains("all paragraphs"))
  }

  @Test func `hints are switched off and on`() {
    var reader = reader()
    reader.press(":set hints=off")
    reader.press(.enter)
    #expect(reader.state.hints.isEmpty)
    #expect(!reader.status.contains("? keys"))
    reader.press(":set hints=on")
    reader.press(.enter)
    #expect(reader.status.contains("? keys"))
  }

  // MARK: Clicks

  @Test(arguments: [
    "", "p", ")", "v", "vw", "/الجسر", "c", "?", "m", "pa", "pC", "pCo", ":go", "\u{10}",
  ])
  func `a click on a hint or an answer is its key, wherever it is told`(keys: String) {
    for columns in [40, 160] {
      for language in [Language.english, .arabic] {
        var reader = ReaderFixture(
          columns: columns, rows: 20, language: language, hints: true)
        for key in keys { reader.press(key == "\u{10}" ? .control("p") : .character(key)) }
        let line = StatusLine(reader.state)
        var clicked: [Key] = []
        for row in 20 - line.rowCount..<20 {
          for column in 0..<columns {
            if let key = line.key(at: ScreenPoint(column: column, row: row)), clicked.last != key {
              clicked.append(key)
            }
          }
        }
        // What is told, from the far end in Arabic, is what can be clicked.
        let told = line.content.parts.compactMap(\.key) + reader.state.hints.flatMap(\.keys)
        let least = reader.state.lastHint?.keys ?? []
        #expect(Set(clicked).isSubset(of: told + least), "\(keys) \(columns)")
        #expect(columns < 160 || Set(told).isSubset(of: clicked), "\(keys): \(clicked)")
      }
    }
  }

  @Test func `a click on a hint does what its key does`() throws {
    var reader = reader()
    func click(_ key: Key) throws {
      let line = StatusLine(reader.state)
      let point = try #require(
        (0..<160).map { ScreenPoint(column: $0, row: 19) }.first { line.key(at: $0) == key })
      reader.send(.mouse(MouseEvent(.press, at: point)))
    }
    try click("]")
    #expect(reader.selectedText == "ليلى الحداد")
    try click("C")
    try click("o")
    #expect(reader.status.contains("only here"))
    try click(.escape)
    #expect(reader.state.modes.open.isEmpty)
    reader.press(.escape)
    try click("?")
    #expect(reader.state.modes.contains(Help.self))
  }

  // MARK: Seen whole

  @Test(arguments: [Language.english, .arabic])
  func `what is asked is seen whole with all its answers, however narrow the terminal`(
    language: Language
  ) {
    for keys in ["pC", "pCo", "pa", "pCx"] {
      for columns in stride(from: 24, through: 120, by: 12) {
        var reader = ReaderFixture(columns: columns, rows: 24, language: language, hints: true)
        reader.press(keys)
        #expect(!reader.status.contains("…"), "\(keys) \(columns): \(reader.status)")
        let line = StatusLine(reader.state)
        let told = Set(line.content.parts.compactMap(\.key))
        var found: Set<Key> = []
        for row in 24 - line.rowCount..<24 {
          for column in 0..<columns {
            if let key = line.key(at: ScreenPoint(column: column, row: row)) { found.insert(key) }
          }
        }
        #expect(told.isSubset(of: found) && told.count >= 3, "\(keys) \(columns)")
      }
    }
  }

  @Test func `what a question is about stays above it`() throws {
    let text = (1...30).map { "جاء سامر في اليوم \($0) إلى المدينة." }.joined(separator: "\n")
    for columns in [30, 40, 60] {
      var reader = ReaderFixture(text, columns: columns, rows: 12, isMarked: false, hints: true)
      for _ in 0..<12 {
        reader.press("/سامر")
        reader.press(.enter)
        reader.press("C")
        let name = try #require(reader.state.article.selection?.span)
        let cursor = try #require(reader.state.readingCursor)
        #expect(cursor.point.row < StatusLine.rows(above: nil, in: reader.state), "\(columns)")
        #expect(reader.state.visibleSpan.contains(name))
        reader.press(.escape)
      }
    }
  }

  @Test func `a line that is typed shows its end, with the cursor there, however long it is`()
    throws
  {
    for columns in [20, 40, 80] {
      for keys in ["/", ":", "&", "pCr"] {
        var reader = ReaderFixture(columns: columns, rows: 8, hints: true)
        reader.press(keys)
        reader.send(.paste(String(repeating: "كلمة ", count: 90)))
        reader.press("آخر")
        let screen = screen(of: reader.state)
        let cursor = try #require(screen.cursor)
        #expect(cursor.isVisible)
        #expect(screen[row: cursor.point.row, column: cursor.point.column].text == "▏")
        #expect(cursor.point.row >= 4, "half of the screen stays the article's")
      }
    }
  }

  @Test func `what is told comes before what is selected where there is no room for both`() {
    var reader = reader(40)
    reader.press("p\"")
    #expect(reader.state.notice != nil && !reader.status.contains("person"))
  }

  // MARK: Where one is

  @Test func `the pane with the keys shows it in its border, the status line and its row`() {
    var reader = reader()
    let border = reader.state.arrangement.border ?? 0
    let before = screen(of: reader.state)
    reader.press(.tab)
    let after = screen(of: reader.state)
    for row in 0..<19 {
      #expect(before[row: row, column: border] != after[row: row, column: border])
    }
    #expect(reader.status.hasPrefix("side pane"))
  }

  @Test func `a row that stands for nothing selected has no mark`() {
    var reader = reader()
    reader.press("p")
    #expect(reader.state.markedPaneItem != nil)
    reader.press(.escape)
    #expect(reader.state.markedPaneItem == nil)
    reader.press(.tab, "j", .escape)
    #expect(reader.state.markedPaneItem == nil)
  }

  @Test func `selecting a name covers no row of the list, which shows that it goes on`() {
    for rows in 6...30 {
      var reader = ReaderFixture(columns: 80, rows: rows)
      let before = reader.state.arrangement.pane?.size.rows
      reader.press("p")
      #expect(reader.state.arrangement.pane?.size.rows == before)
      let pane = reader.state.arrangement.pane?.size.rows ?? 0
      let border = reader.state.arrangement.border ?? 0
      let hidden = reader.state.paneRows.count - reader.state.article.pane.top - pane
      let shown = screen(of: reader.state)[row: pane - 1, column: border].text
      #expect((shown == "↓") == (hidden > 0))
      let above = screen(of: reader.state)[row: 0, column: border].text
      #expect((above == "↑") == (reader.state.article.pane.top > 0))
    }
  }

  @Test func `in a narrow terminal the text has all the room and the pane comes with its keys`() {
    for columns in [20, 30, 40, 47] {
      var reader = ReaderFixture(columns: columns, rows: 12)
      #expect(reader.state.arrangement.article.size.columns > columns - 4)
      let width = reader.state.arrangement.article.size.columns
      reader.press("e")
      #expect(reader.state.modes.reading.focus == .pane)
      #expect(reader.state.arrangement.pane?.size.columns == columns)
      #expect(reader.state.arrangement.article.size.columns == width)
      reader.press(.enter)
      #expect(reader.state.arrangement.pane == nil)
      #expect(reader.selectedText == "ليلى الحداد")
      reader.press(.tab, .tab)
      #expect(reader.state.arrangement.pane == nil)
    }
  }

  @Test func `the pane grows with the terminal`() {
    let widths = [64, 100, 160, 240].map {
      ReaderFixture(columns: $0).state.arrangement.pane?.size.columns ?? 0
    }
    #expect(widths == [19, 30, 48, 60])
  }

  @Test func `a percentage that is asked for is the one that is shown`() {
    for asked in [1, 10, 33, 50, 66, 80] {
      var reader = ReaderFixture(columns: 40, rows: 4)
      reader.press("\(asked)%")
      #expect(reader.state.percent == asked)
    }
    var reader = ReaderFixture(columns: 40, rows: 6)
    #expect(reader.state.percent == 0)
    reader.press("50%")
    reader.press("j")
    #expect(reader.state.percent > 30 && reader.state.percent <= 100)
    reader.press("G")
    #expect(reader.state.percent == 100)
    // Where all of it is to be seen there is nothing to go to.
    reader.send(.resize(Size(columns: 120, rows: 40)))
    reader.press("50%")
    #expect(reader.state.percent == 100)
  }
}
