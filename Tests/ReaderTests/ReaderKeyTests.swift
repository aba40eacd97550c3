import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TestSupport
import Testing

@testable import Reader

/// What keys do.
struct ReaderKeyTests {
  private func top(_ reader: ReaderFixture) -> RowPosition { reader.state.article.top }

  @Test func `names are stepped through in reading order and round the end`() {
    var reader = ReaderFixture()
    var seen: [String?] = []
    for _ in 0..<9 {
      reader.press("]")
      seen.append(reader.selectedText)
    }
    #expect(
      seen == [
        "ليلى الحداد", "الزهراء", "الحداد", "السواعد", "سامر العلي", "العلي", "وادي النخيل",
        "الزهراء", "ليلى الحداد",
      ])
    #expect(reader.state.notice?.phrase == Phrase(.fromStartAgain))
    reader.press("[")
    #expect(reader.selectedText == "الزهراء")
  }

  @Test func `the mentions of one name are stepped through and counted`() {
    var reader = ReaderFixture()
    reader.press("p}")
    #expect(reader.selectedText == "الحداد")
    #expect(reader.status.contains("ليلى الحداد · person · 2 of 2"))
    reader.press("{")
    #expect(reader.selectedText == "ليلى الحداد")
  }

  @Test func `people, organisations and places have their own keys`() {
    var reader = ReaderFixture()
    reader.press("pp")
    #expect(reader.selectedText == "الحداد")
    reader.press("o")
    #expect(reader.selectedText == "السواعد")
    reader.press("l")
    #expect(reader.selectedText == "وادي النخيل")
    reader.press("L")
    #expect(reader.selectedText == "الزهراء")
    reader.press("lP")
    #expect(reader.selectedText == "العلي")
    reader.press("O")
    #expect(reader.selectedText == "السواعد")
  }

  @Test func `quotations are stepped through`() {
    var reader = ReaderFixture()
    reader.press("))")
    #expect(reader.selectedText == "لم نتوقف يوما واحدا")
    #expect(reader.status.contains("سامر العلي"))
    reader.press("(")
    #expect(reader.selectedText == "الجسر يربط القرى")
  }

  @Test func `a number before a command repeats it`() {
    var reader = ReaderFixture()
    reader.press("3]")
    #expect(reader.selectedText == "الحداد")
    var one = ReaderFixture(rows: 6)
    var other = one
    one.press("3j")
    other.press("jjj")
    #expect(top(one) == top(other))
  }

  @Test func `scrolling follows less and stops at both ends`() {
    var reader = ReaderFixture(columns: 40, rows: 6)
    let start = top(reader)
    reader.press(" ")
    let second = top(reader)
    #expect(second > start)
    reader.press("b")
    #expect(top(reader) == start)
    reader.press("k")
    #expect(top(reader) == start)
    reader.press("d")
    #expect(top(reader) > start && top(reader) < second)
    reader.press(.control("u"))
    #expect(top(reader) == start)
    reader.press("G")
    let end = top(reader)
    reader.press("j ")
    #expect(top(reader) == end)
    #expect(reader.state.percent == 100)
    reader.press("50%")
    #expect(top(reader) > start && top(reader) < end)
    reader.press("g")
    #expect(top(reader) == start)
  }

  @Test(arguments: ["'", "\u{F}"]) func `a jump can be taken back`(key: String) {
    var reader = ReaderFixture(columns: 40, rows: 6)
    let start = top(reader)
    reader.press("G")
    if key == "'" { reader.press("''") } else { reader.press(.control("o")) }
    #expect(top(reader) == start)
    reader.press("''")
    #expect(reader.state.notice != nil)
  }

  @Test func `after going back one goes forward again, as often as is said`() {
    var reader = ReaderFixture(columns: 40, rows: 6)
    let start = top(reader)
    reader.press("G")
    let end = top(reader)
    reader.press("50%")
    let middle = top(reader)
    reader.press("2'")
    #expect(top(reader) == start)
    reader.press("\"")
    #expect(top(reader) == end)
    reader.press("\"")
    #expect(top(reader) == middle)
    reader.press("\"")
    #expect(reader.state.notice?.phrase == Phrase(.noJumpForward))
    reader.press("''g")
    #expect(reader.state.article.forwardJumps == [])
  }

  @Test func `numbers before more keys: a paragraph, the third hit`() {
    var reader = ReaderFixture(columns: 40, rows: 6)
    reader.press("3G")
    var line = ReaderFixture(columns: 40, rows: 6)
    line.press(":3")
    line.press(.enter)
    #expect(top(reader) == top(line))
    #expect(top(reader) > top(ReaderFixture(columns: 40, rows: 6)))
    reader.press("1g")
    #expect(top(reader).paragraph.start == .zero)
    reader.press("/ال")
    reader.press(.enter)
    var other = reader
    reader.press("3n")
    other.press("nnn")
    #expect(reader.state.article.selection == other.state.article.selection)
    reader.press("3N")
    other.press("NNN")
    #expect(reader.state.article.selection == other.state.article.selection)
  }

  @Test func `a step to a name off the screen brings it in`() {
    var reader = ReaderFixture(columns: 40, rows: 5)
    reader.press("5]")
    #expect(reader.selectedText == "سامر العلي")
    #expect(top(reader).paragraph.start > .zero)
    reader.press("''")
    #expect(top(reader).paragraph.start == .zero)
  }

  @Test func `the pane lists by count, moves by keys, and Enter jumps to the first mention`() {
    var reader = ReaderFixture(rows: 6)
    reader.press(.tab)
    #expect(reader.state.modes.reading.focus == .pane)
    #expect(reader.selectedText == "ليلى الحداد")
    reader.press("Gkkkk")
    #expect(reader.selectedText == "وادي النخيل")
    reader.press(.enter)
    #expect(reader.state.modes.reading.focus == .article)
    #expect(reader.selectedText == "وادي النخيل")
    reader.press(.tab, "k", .tab)
    #expect(reader.state.modes.reading.focus == .article)
    #expect(reader.selectedText == "الزهراء")
  }

  @Test func `Enter on a quotation leads to who speaks, and back leads to the quotation`() {
    var reader = ReaderFixture()
    reader.press("))")
    reader.press(.enter)
    #expect(reader.selectedText == "العلي")
    reader.press("''")
    #expect(reader.selectedText == "لم نتوقف يوما واحدا")
  }

  @Test func `the pane lists quotations and Enter goes to one`() {
    var reader = ReaderFixture(rows: 12)
    reader.press(.tab)
    reader.press("G")
    #expect(reader.selectedText == "لم نتوقف يوما واحدا")
    reader.press(.enter)
    #expect(reader.state.modes.reading.focus == .article)
    #expect(reader.state.article.pane.selected == .quotation("q1"))
  }

  @Test func `the quotations of one speaker can be listed alone`() {
    var reader = ReaderFixture()
    reader.press("ps")
    #expect(reader.state.article.pane.speaker == EntityID(rawValue: "e1"))
    #expect(reader.state.paneRows.last == .quotation(0))
    reader.press("s")
    #expect(reader.state.article.pane.speaker == nil)
    reader.press("ls")
    #expect(reader.state.notice?.phrase.key == .nobodyQuotes)
  }

  @Test func `a card leads to mentions, quotations and the cards of companions`() {
    var reader = ReaderFixture(rows: 20)
    reader.press("pc")
    #expect(reader.state.modes.first(Card.self)?.entity == EntityID(rawValue: "e1"))
    reader.press("j")
    reader.press(.enter)
    #expect(reader.state.modes.contains(Card.self) == false)
    #expect(reader.selectedText == "الحداد")
    reader.press("c")
    reader.press("jj")
    reader.press(.enter)
    #expect(reader.selectedText == "الجسر يربط القرى")
    reader.press("cG")
    reader.press(.enter)
    #expect(reader.state.modes.first(Card.self)?.entity != EntityID(rawValue: "e1"))
    reader.press(.escape)
    #expect(reader.state.modes.contains(Card.self) == false)
  }

  @Test func `a quotation is copied with who says it, in marks only if it is said word for word`() {
    var reader = ReaderFixture()
    reader.press(")y")
    #expect(reader.effects == [.copy("«الجسر يربط القرى» — ليلى الحداد")])
    var analysis = reader.state.article.results.analysis
    analysis.quotations[0].kind = .indirect
    analysis.quotations[0].verbatim = []
    reader.answer(.analysis(analysis, reader.state.article.progress))
    reader.press("y")
    #expect(reader.effects.last == .copy("الجسر يربط القرى — ليلى الحداد"))
    reader.press("ly")
    #expect(reader.effects.last == .copy("وادي النخيل"))
    reader.press(.escape, "g", "y")
    #expect(reader.effects.last == .copy("وزيرة النقل تفتتح جسر النهر"))
  }

  @Test func `the pane is hidden and shown without losing the place`() {
    var reader = ReaderFixture(rows: 6)
    reader.press("jjj")
    let shown = screen(of: reader.state)
    reader.press("e")
    #expect(screen(of: reader.state) != shown)
    reader.press("e")
    #expect(screen(of: reader.state) == shown)
  }

  @Test func `search folds spelling, steps both ways and says when nothing is found`() {
    var reader = ReaderFixture()
    reader.press("/الحدّاد")
    reader.press(.enter)
    #expect(reader.selectedText == "الحداد")
    let first = reader.state.article.selection
    reader.press("n")
    #expect(reader.state.article.selection != first)
    reader.press("N")
    #expect(reader.state.article.selection == first)
    reader.press("/جسرا")
    reader.press(.backspace, .enter)
    #expect(reader.selectedText == "جسر")
    reader.press("/لاشيء")
    reader.press(.enter)
    #expect(reader.state.notice?.isError == true)
  }

  @Test func `a search is run while it is typed, and Escape goes back to where it began`() {
    var reader = ReaderFixture(columns: 40, rows: 6)
    let start = top(reader)
    reader.press("/وادي")
    #expect(reader.selectedText == "وادي")
    #expect(top(reader) > start)
    reader.press(.escape)
    #expect(top(reader) == start)
    #expect(reader.selectedText == nil)
    reader.press("/وادي")
    reader.press(.enter)
    #expect(top(reader) > start)
    reader.press("''")
    #expect(top(reader) == start)
  }

  @Test func `the hits are counted`() {
    var reader = ReaderFixture()
    reader.press("/الحداد")
    reader.press(.enter, "n")
    #expect(reader.status.contains("2 of 2"))
  }

  @Test func `a leading quotation mark asks for the very letters`() {
    var reader = ReaderFixture()
    reader.press("/\"الحدّاد")
    reader.press(.enter)
    #expect(reader.state.notice?.isError == true)
    reader.press("/\"الحداد")
    reader.press(.enter)
    #expect(reader.selectedText == "الحداد")
  }

  @Test func `a search finds a phrase that the screen wraps`() {
    var reader = ReaderFixture(columns: 24, rows: 6)
    reader.press("/جسرا جديدا في مدينة")
    reader.press(.enter)
    #expect(reader.selectedText == "جسرا جديدا في مدينة")
  }

  @Test func `Escape leaves the prompt, the help and the selection`() {
    var reader = ReaderFixture()
    reader.press("/نص")
    reader.press(.escape)
    #expect(reader.state.modes.contains(Prompt.self) == false)
    reader.press("?")
    #expect(reader.state.modes.first(Help.self)?.rows.top == 0)
    reader.press(.escape)
    #expect(reader.state.modes.first(Help.self)?.rows.top == nil)
    reader.press("]")
    reader.press(.escape)
    #expect(reader.state.article.selection == nil)
  }

  @Test func `q quits, Ctrl-Z suspends, Ctrl-L draws anew`() {
    var reader = ReaderFixture()
    reader.press(.control("z"), .control("l"), "q")
    #expect(reader.effects == [.suspend, .redraw, .quit])
  }

  @Test(arguments: [
    ("]", "د"), ("]]]}", "ددد>"), ("]]]{", "ددد<"), ("]][", "ددج"), ("p", "ح"), ("pppP", "ححح؛"),
    ("o", "خ"), ("lllO", "ممم×"), ("l", "م"), ("jjk", "تتن"), ("f", "ب"), ("fb", "ب\u{FEFB}"),
    ("du", "يع"), ("G", "\u{FEF7}"), ("Gg", "\u{FEF7}ل"), ("?", "؟"), ("e", "ث"), ("50%", "٥٠٪"),
    ("/", "ظ"), ("G''", "\u{FEF7}طط"), ("maG'a", "ةشG'ش"), (")", ")"),
  ])
  func `the same keys work while the keyboard is Arabic`(latin: String, arabic: String) {
    var one = ReaderFixture(columns: 66, rows: 6)
    var other = one
    one.press(latin)
    other.press(arabic)
    #expect(screen(of: one.state) == screen(of: other.state))
    #expect(one.state.article.top == other.state.article.top)
  }

  @Test func `every key of the table reaches its command`() {
    let bound = Keymap.standard.bindings.map(\.command)
    #expect(Set(bound) == Set(Command.allCases))
    for binding in Keymap.standard.bindings {
      for key in binding.keys {
        #expect(Keymap.standard.command(for: key, in: binding.command.scope) == binding.command)
      }
    }
  }

  @Test func `an unknown key changes nothing and points to the help`() {
    var reader = ReaderFixture()
    reader.press("z")
    #expect(reader.state.notice?.phrase == Phrase(.keyUnknown, .key("z"), .key("?")))
  }

  @Test func `the pieces of a very long line have the direction of the line`() {
    let line = "نص " + String(repeating: "Latin words only ", count: 5_000)
    var reader = ReaderFixture(line, columns: 40, rows: 6, isMarked: false)
    reader.press("50%")
    #expect(top(reader).paragraph.continuesLine)
    #expect(screen(of: reader.state).text(ofRow: 2).hasPrefix(" "))
  }

  @Test func `the place is kept when the terminal changes its size`() {
    var reader = ReaderFixture(columns: 30, rows: 4)
    reader.press("dd")
    let place = reader.state.article.top.paragraph
    reader.send(.resize(Size(columns: 60, rows: 4)))
    #expect(reader.state.article.top.paragraph == place)
  }

  @Test func `what was selected stays selected when the analysis comes further`() {
    var reader = ReaderFixture()
    reader.press("pp")
    var analysis = reader.state.article.results.analysis
    analysis.entities.reverse()
    for index in analysis.entities.indices {
      analysis.entities[index].id = EntityID(rawValue: "n\(index)")
    }
    reader.answer(.analysis(analysis, .running(done: 1, total: 2)))
    #expect(reader.selectedText == "الحداد")
    #expect(reader.status.contains("ليلى الحداد · person · 2 of 2"))
  }

  @Test func `a large document is analysed again where the reading goes`() {
    let text = String(repeating: ReaderFixture.article + "\n", count: 50)
    var reader = ReaderFixture(text, rows: 8, isMarked: false)
    let part = TextSpan(.zero, TextOffset(2_000))
    reader.answer(.analysis(.empty, .finished(span: part)))
    reader.press("j")
    #expect(reader.effects.isEmpty)
    reader.press("G")
    guard case .analyze(let first)? = reader.effects.last else {
      Issue.record("no analysis was asked for")
      return
    }
    #expect(first.upper >= reader.state.article.document.text.end - 1)
  }

  @Test func `any keys on any text at any size leave a whole screen`() {
    let keys: [Key] =
      "jkdu fbgG%50]}[{pPoOlL)(e/nN'?".map { Key.character($0) } + [
        .tab, .enter, .escape, .backspace, .control("o"), .pageDown, .pageUp, "ب", "3",
      ]
    for seed in 0..<60 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let paragraphs = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        RandomText.paragraph(scalars: Int.random(in: 0...90, using: &generator), using: &generator)
      }
      let text =
        seed.isMultiple(of: 2) ? ReaderFixture.article : paragraphs.joined(separator: "\n")
      var reader = ReaderFixture(text, columns: 40, rows: 8)
      for _ in 0..<60 {
        if Int.random(in: 0..<12, using: &generator) == 0 {
          let size = Size(
            columns: Int.random(in: 0...80, using: &generator),
            rows: Int.random(in: 0...12, using: &generator))
          reader.send(.resize(size))
        } else if let key = keys.randomElement(using: &generator) {
          reader.press(key)
        }
        #expect(screen(of: reader.state).size == reader.state.size, "seed \(seed)")
      }
    }
  }
}
