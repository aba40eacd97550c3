import TextLayout
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// The line after `:`, its completion and history, and the palette.
struct CommandLineTests {
  /// A reader in which `line` was typed after ":" and accepted.
  private func reader(running line: String, in reader: ReaderFixture = ReaderFixture())
    -> ReaderFixture
  {
    var reader = reader
    reader.press(":" + line)
    reader.press(.enter)
    return reader
  }

  @Test func `commands run by their names and short forms`() {
    #expect(reader(running: "q").effects.last == .quit)
    #expect(reader(running: "program.quit").effects.last == .quit)
    #expect(reader(running: " help ").state.modes.first(Help.self)?.rows.top == 0)
    #expect(reader(running: "next.entity 3").selectedText == "الحداد")
    #expect(reader(running: "next.entity ٣").selectedText == "الحداد")
    #expect(reader(running: "").state.modes.contains(Prompt.self) == false)
  }

  @Test(arguments: [
    ("lookup", Command.lookUp), ("Look-Up", .lookUp), ("word.lookup", .lookUp),
    ("nextentity", .nextEntity), ("select", .selectPassage),
  ])
  func `a name of a command is known without its dots, hyphens and what stands before`(
    line: String, command: Command
  ) throws {
    let said = try LineCommand(line)
    #expect(said == .perform(command, times: nil))
  }

  @Test func `a part of several names is none`() {
    for line in ["entity", "next", "mention"] where LineForms.builtIn[line] == nil {
      #expect(throws: LineProblem.self) { try LineCommand(line) }
    }
  }

  @Test func `a page is asked for with its file or without`() {
    #expect(reader(running: "export").effects.last == .exportPage(nil))
    #expect(reader(running: "export my page.html").effects.last == .exportPage("my page.html"))
  }

  @Test func `every short form stands for a command`() {
    for target in LineForms.builtIn.targets {
      #expect(Command(rawValue: target) != nil || LineVerb(rawValue: target) != nil, "\(target)")
    }
    for form in LineForms.builtIn.all { #expect(Command(rawValue: form) == nil, "\(form)") }
  }

  @Test func `a number is a paragraph, per cent a place`() {
    let small = ReaderFixture(columns: 40, rows: 6)
    #expect(reader(running: "3", in: small).state.article.top.paragraph.start > .zero)
    #expect(reader(running: "1", in: small).state.article.top.paragraph.start == .zero)
    #expect(reader(running: "999", in: small).state.percent == 100)
    var keys = small
    keys.press("50%")
    #expect(reader(running: "50%", in: small).state.article.top == keys.state.article.top)
    #expect(reader(running: "٥٠٪", in: small).state.article.top == keys.state.article.top)
    #expect(reader(running: "$", in: small).state.percent == 100)
    var back = reader(running: "3", in: small)
    back.press("''")
    #expect(back.state.article.top == small.state.article.top)
  }

  @Test func `settings are changed and told`() {
    let narrow = reader(running: "set width=20")
    #expect(narrow.state.appearance.measure == 20)
    #expect(reader(running: "set width", in: narrow).state.notice?.phrase.key == .settingIs)
    #expect(reader(running: "se lang ar").state.appearance.language == .arabic)
    #expect(reader(running: "set dir=ltr").state.appearance.direction == .leftToRight)
    #expect(reader(running: "set ligatures=off").state.appearance.lettering.ligates == false)
    #expect(reader(running: "set tashkeel=hide").state.appearance.lettering.showsTashkeel == false)
    #expect(reader(running: "set bidi=inverse").state.notice?.phrase.key == .settingAtStart)
  }

  @Test(arguments: [
    ("nonsense", PhraseKey.unknownLineAlone), ("serch", .unknownLine),
    ("set wide=1", .noSuchSetting), ("set", .noSuchSetting),
    ("set width=7", .wrongValue), ("set lang=fr", .wrongValue), ("q now", .superfluousArgument),
  ])
  func `what is not understood is told and changes nothing`(line: String, key: PhraseKey) {
    let reader = reader(running: line)
    #expect(reader.state.notice?.phrase.key == key)
    #expect(reader.state.notice?.isError == true)
    #expect(reader.state.modes.contains(Prompt.self) == false)
    #expect(reader.state.appearance.measure == ReaderFixture().state.appearance.measure)
  }

  @Test func `Tab completes names, settings and values and goes round`() {
    var reader = ReaderFixture()
    reader.press(":next.q")
    reader.press(.tab)
    #expect(reader.state.modes.first(Prompt.self)?.text == "next.quotation")
    reader.press(.control("u"))
    reader.press("set lig")
    reader.press(.tab)
    #expect(reader.state.modes.first(Prompt.self)?.text == "set ligatures=")
    reader.press(.tab)
    #expect(reader.state.modes.first(Prompt.self)?.text == "set ligatures=on")
    reader.press(.tab)
    #expect(reader.state.modes.first(Prompt.self)?.text == "set ligatures=off")
    reader.press(.tab)
    #expect(reader.state.modes.first(Prompt.self)?.text == "set ligatures=")
    reader.press(.backTab)
    #expect(reader.state.modes.first(Prompt.self)?.text == "set ligatures=off")
    reader.press(.enter)
    #expect(reader.state.appearance.lettering.ligates == false)
  }

  @Test func `the choices stand above the line`() throws {
    var reader = ReaderFixture()
    reader.press(":prev")
    reader.press(.tab, .tab)
    try GoldenScreen.expect(reader.state, matches: "completion")
  }

  @Test func `lines come back, those that begin as what was typed, and are kept`() {
    var reader = reader(running: "set width=50")
    reader = self.reader(running: "next.entity", in: reader)
    reader = self.reader(running: "set width=60", in: reader)
    reader.press(":s")
    reader.press(.up)
    #expect(reader.state.modes.first(Prompt.self)?.text == "set width=60")
    reader.press(.up)
    #expect(reader.state.modes.first(Prompt.self)?.text == "set width=50")
    reader.press(.up)
    #expect(reader.state.modes.first(Prompt.self)?.text == "set width=50")
    reader.press(.down, .down)
    #expect(reader.state.modes.first(Prompt.self)?.text == "s")
    reader.press(.escape)
    reader.press("/")
    reader.press(.up)
    #expect(reader.state.modes.first(Prompt.self)?.text == "")
    #expect(
      reader.effects == [
        .keepHistory(.init(.command, "set width=50")), .keepHistory(.init(.command, "next.entity")),
        .keepHistory(.init(.command, "set width=60")),
      ])
  }

  @Test func `lines are kept as they are typed and others are passed over`() {
    let entry = PromptHistory.Entry(.search, "جسر")
    #expect(PromptHistory.Entry(line: entry.line) == entry)
    #expect(PromptHistory.Entry(line: "x") == nil)
    #expect(PromptHistory.Entry(line: "") == nil)
    #expect(PromptHistory.Entry(line: ":") == nil)
    var history = PromptHistory((0..<600).map { .init(.command, String($0)) })
    #expect(history.entries.count == PromptHistory.capacity)
    history.add(.init(.command, "599"))
    #expect(history.entries.count == PromptHistory.capacity)
    #expect(history.lines(for: .command, beginningWith: "").first == "599")
  }

  @Test func `a theme is tried on while it is named, and put back`() {
    var reader = ReaderFixture()
    let before = reader.state.appearance.theme
    let tried = Theme(name: "paper")
    reader.press(":theme pape")
    #expect(reader.effects == [])
    reader.press("r")
    #expect(reader.effects.last == .loadTheme("paper", isPreview: true))
    reader.send(.themeLoaded(tried, isPreview: true))
    #expect(reader.state.appearance.theme == tried)
    reader.press(.backspace)
    #expect(reader.state.appearance.theme == before)
    reader.send(.themeLoaded(tried, isPreview: true))
    #expect(reader.state.appearance.theme == before)
    reader.press("r")
    reader.send(.themeLoaded(tried, isPreview: true))
    reader.press(.escape)
    #expect(reader.state.appearance.theme == before)
    reader.press(":theme paper")
    reader.press(.enter)
    #expect(reader.effects.last == .loadTheme("paper", isPreview: false))
    reader.send(.themeLoaded(tried, isPreview: false))
    #expect(reader.state.appearance.theme == tried)
    reader.send(.themeRefused("x.toml:1:1: wrong"))
    #expect(reader.state.notice?.isError == true)
  }

  @Test func `the palette lists commands by words of either language and runs one`() throws {
    var reader = ReaderFixture()
    reader.press(.control("p"))
    #expect(
      reader.state.modes.first(Palette.self)?.commands(in: reader.state).count
        == Command.allCases.count)
    reader.press("quotation next")
    #expect(
      reader.state.modes.first(Palette.self)?.commands(in: reader.state).first == .nextQuotation)
    reader.press(.enter)
    #expect(reader.state.modes.contains(Palette.self) == false)
    #expect(reader.selectedText == "الجسر يربط القرى")
    reader.press("::القول التالى")
    #expect(
      reader.state.modes.first(Palette.self)?.commands(in: reader.state).first == .nextQuotation)
    reader.press(.escape)
    #expect(reader.state.modes.contains(Palette.self) == false)
  }

  @Test func `the palette moves by keys and closes by deleting more than was typed`() {
    var reader = ReaderFixture(rows: 6)
    reader.press(.control("p"), .down, .down, .up)
    #expect(reader.state.modes.first(Palette.self)?.selected == 1)
    reader.press(.pageDown, .pageDown)
    #expect((reader.state.modes.first(Palette.self)?.top ?? 0) > 0)
    reader.press("z")
    #expect(reader.state.modes.first(Palette.self)?.selected == 0)
    reader.press(.backspace)
    #expect(reader.state.modes.contains(Palette.self))
    reader.press(.backspace)
    #expect(reader.state.modes.contains(Palette.self) == false)
  }

  @Test(arguments: ["/النهر", ":set wid", "&النقل"])
  func `the palette opens over a line that is typed, and closes back into it`(typed: String) {
    var reader = ReaderFixture()
    reader.press(typed)
    reader.press(.control("p"))
    #expect(reader.state.modes.contains(Palette.self))
    reader.press(.escape)
    #expect(reader.state.modes.first(Prompt.self)?.text == String(typed.dropFirst()))
    reader.press(.control("p"))
    reader.press("quotation next")
    reader.press(.enter)
    #expect(reader.selectedText == "الجسر يربط القرى")
    #expect(reader.state.modes.first(Prompt.self)?.text == String(typed.dropFirst()))
  }

  @Test func `the palette shows what keys call`() throws {
    var reader = ReaderFixture(columns: 72, rows: 8)
    reader.press(.control("p"))
    reader.press("person")
    try GoldenScreen.expect(reader.state, matches: "palette")
    var arabic = ReaderFixture(columns: 72, rows: 8, language: .arabic)
    arabic.press(.control("p"))
    arabic.press("شخص")
    try GoldenScreen.expect(arabic.state, matches: "arabic-palette")
  }
}
