import Annotations
import ArabicAnalysis
import ArabicText
import Corrections
import Interface
import Screen
import Testing

@testable import Reader

@Suite struct NotesTests {
  @Test func `v selects by letter, word, sentence, quotation, name and paragraph`() throws {
    let reader = try NotesFixture()
    try reader.press("vv")
    #expect(reader.reader.selectedText == "و")
    // Left is forward in right-to-left text.
    try reader.press(.left, .left)
    #expect(reader.reader.selectedText == "وزي")
    try reader.press(.right)
    #expect(reader.reader.selectedText == "وز")
    try reader.press(.escape)
    #expect(reader.reader.selectedText == nil)
    try reader.press("vw")
    #expect(reader.reader.selectedText == "وزيرة")
    try reader.press("w")
    #expect(reader.reader.selectedText == "وزيرة النقل")
    try reader.press("b")
    #expect(reader.reader.selectedText == "وزيرة")
    try reader.press(.escape)
    try reader.press("vS")
    #expect(reader.reader.selectedText == "وزيرة النقل تفتتح جسر النهر")
    try reader.press("S")
    #expect(reader.reader.selectedText?.hasSuffix("«الجسر يربط القرى».") == true)
    try reader.press(.escape)
    try reader.press("vq")
    #expect(reader.reader.selectedText == "الجسر يربط القرى")
    try reader.press(.escape)
    try reader.press("g]ve")
    #expect(reader.reader.selectedText?.hasPrefix("ليلى الحداد") == true)
  }

  @Test func `a selection crosses direction and rows and stays one logical range`() throws {
    let reader = try NotesFixture(
      "قال UNOCT (Work) إن 15 شخصا وصلوا إلى المدينة.\nسطر ثان.", columns: 30)
    try reader.press("vv")
    for _ in 0..<12 { try reader.press(.left) }
    #expect(reader.reader.selectedText == "قال UNOCT (Wo")
    try reader.press("j")
    #expect(reader.reader.selectedText?.hasPrefix("قال UNOCT (Work) إن 15") == true)
  }

  @Test func `h highlights, h again takes the next colour, and a number names one`() throws {
    let reader = try NotesFixture()
    try reader.press("vwh")
    #expect(reader.notes.map(\.color) == [.yellow])
    #expect(reader.words(reader.items.first?.span) == "وزيرة")
    #expect(reader.reader.status.contains("highlighted in yellow, saved"))
    try reader.press("h")
    #expect(reader.notes.map(\.color) == [.green])
    try reader.press("5h")
    #expect(reader.notes.map(\.color) == [.orange])
    #expect(reader.notes.count == 1)
  }

  @Test func `a note is written on a name without selecting it`() throws {
    let reader = try NotesFixture()
    try reader.press("]a")
    for key in "سؤال" { try reader.press(.character(key)) }
    try reader.press(.enter)
    // Keys of commands are letters here.
    for key in "q u" { try reader.press(.character(key)) }
    try reader.press(.escape)
    #expect(reader.notes.map(\.note) == ["سؤال\nq u"])
    #expect(reader.words(reader.items.first?.span) == "ليلى الحداد")
    #expect(reader.reader.status.contains("note saved"))
    // Again: the note is there to be changed.
    try reader.press("a")
    try reader.press(.backspace, .control("s"))
    #expect(reader.notes.map(\.note) == ["سؤال\nq "])
  }

  @Test func `the cursor of a note moves as the text runs`() throws {
    let reader = try NotesFixture()
    try reader.press("]a")
    for key in "ابج" { try reader.press(.character(key)) }
    // Back over two letters, which lie to the right.
    try reader.press(.right, .right)
    for key in "x" { try reader.press(.character(key)) }
    try reader.press(.home)
    for key in "1" { try reader.press(.character(key)) }
    try reader.press(.end)
    for key in "9" { try reader.press(.character(key)) }
    try reader.press(.escape)
    #expect(reader.notes.map(\.note) == ["1اxبج9"])
  }

  @Test func `Ctrl-G discards a note, Ctrl-E takes it to another editor`() throws {
    let reader = try NotesFixture()
    try reader.press("]aس")
    try reader.press(.control("g"))
    #expect(reader.notes.isEmpty)
    try reader.press("aص")
    try reader.press(.control("e"), .escape)
    #expect(reader.edited == ["ص"] && reader.notes.map(\.note) == ["ص + محرر"])
  }

  @Test func `the screen says saved only when the store has confirmed, and nothing is lost before`()
    throws
  {
    let reader = try NotesFixture()
    reader.failure = Phrase(.storeDiskFull, .word("/p"))
    try reader.press("]aسر")
    try reader.press(.escape)
    #expect(reader.notes.isEmpty)
    #expect(reader.reader.status.contains("not saved: no room left"))
    // The text is there to be tried again.
    reader.failure = nil
    try reader.press("a")
    try reader.press(.escape)
    #expect(reader.notes.map(\.note) == ["سر"])
    var waiting = ReaderFixture()
    waiting.press("]h")
    #expect(waiting.status.contains("saving"))
    #expect(waiting.state.article.notes.items.isEmpty)
  }

  @Test func `tags are parted by commas and completed from those in use`() throws {
    let reader = try NotesFixture()
    try reader.press("]tنقل، جسور كبيرة")
    try reader.press(.enter)
    #expect(reader.notes.map(\.tags) == [["نقل", "جسور كبيرة"]])
    try reader.press("}tجس")
    try reader.press(.tab, .enter)
    #expect(reader.notes.map(\.tags) == [["نقل", "جسور كبيرة"], ["جسور كبيرة"]])
  }

  @Test func `u undoes and Ctrl-R redoes`() throws {
    let reader = try NotesFixture()
    try reader.press("]hh")
    try reader.press("u")
    #expect(reader.notes.map(\.color) == [.yellow])
    #expect(reader.reader.status.contains("undone: a highlight"))
    try reader.press("u")
    #expect(reader.notes.isEmpty)
    try reader.press("u")
    #expect(reader.reader.status.contains("nothing to undo"))
    try reader.press(.control("r"), .control("r"), .control("r"))
    #expect(reader.notes.map(\.color) == [.green])
    #expect(reader.reader.status.contains("nothing to redo"))
  }

  @Test func `w steps through annotated passages and D removes`() throws {
    let reader = try NotesFixture()
    try reader.press("]h")
    try reader.press(")h")
    try reader.press("gw")
    #expect(reader.reader.selectedText == "ليلى الحداد")
    try reader.press("w")
    #expect(reader.reader.selectedText == "الجسر يربط القرى")
    try reader.press("W")
    #expect(reader.reader.selectedText == "ليلى الحداد")
    try reader.press("D")
    #expect(reader.notes.count == 1)
    try reader.press("u")
    #expect(reader.notes.count == 2)
  }

  @Test func `the pane lists notes in reading order, filters, jumps and deletes`() throws {
    let reader = try NotesFixture(rows: 30)
    try reader.press(")h")
    try reader.press("]tجسر")
    try reader.press(.enter)
    #expect(reader.state.noteRows == [.notesHeading(count: 2), .note(0), .note(1)])
    try reader.press("iجِسر")
    try reader.press(.enter)
    #expect(reader.state.noteRows.count == 2 || reader.state.noteRows.count == 3)
    try reader.press("i")
    try reader.press(.escape)
    try reader.press("iyellow")
    try reader.press(.enter)
    #expect(reader.state.noteRows.count == 2)
    try reader.press(.tab)
    try reader.press("G")
    try reader.press(.enter)
    #expect(reader.reader.selectedText == "الجسر يربط القرى")
    try reader.press(.tab)
    try reader.press("D")
    #expect(reader.notes.map(\.tags) == [["جسر"]])
  }

  @Test func `a correction holds here or everywhere, is shown before, and is undone`() throws {
    let reader = try NotesFixture()
    try reader.press("]C")
    #expect(reader.reader.status.contains("p person"))
    try reader.press("o")
    #expect(reader.reader.status.contains("all mentions (2)"))
    try reader.press("a")
    #expect(reader.state.article.results.analysis.entities[0].kind == .organisation)
    #expect(reader.state.article.results.analysis.entities[0].mentions.count == 2)
    try reader.press("u")
    #expect(reader.state.article.results.analysis.entities[0].kind == .person)
    try reader.press("Coh")
    let kinds = reader.state.article.results.analysis.entities.filter {
      $0.canonical.contains("الحداد")
    }.map(
      \.kind)
    #expect(Set(kinds) == [.organisation, .person])
  }

  @Test func `blanks and commas at the ends of a passage are no part of a name`() throws {
    let text = "وصل زائر اليوم، وتحدث زائر آخر إلى زائر، ثم غادر."
    let fixture = try NotesFixture(text)
    try fixture.press("/زائر")
    try fixture.press(.enter, "v")
    // From the word over the blank before it, and over the comma behind another.
    try fixture.press(.left)
    try fixture.press("Cp")
    #expect(fixture.reader.status.contains("زائر → person"))
    #expect(fixture.reader.status.contains("all mentions (3)"))
    try fixture.press("a")
    #expect(fixture.notes.map(\.anchor.exact) == ["زائر"])
    let found = fixture.state.article.results.analysis.entities.first?.mentions
    #expect(found?.count == 3)
  }

  @Test func `a part of a word is one mention at least`() throws {
    let fixture = try NotesFixture("كتبت بالأمس رسالة.")
    try fixture.press("/الأمس")
    try fixture.press(.enter)
    try fixture.press("Co")
    #expect(!fixture.reader.status.contains("(0)"))
  }

  @Test func `of several corrections of a passage the last is told`() throws {
    let fixture = try NotesFixture(columns: 120)
    try fixture.press("pCoaCxa")
    #expect(fixture.reader.status.contains("no name: ليلى الحداد"))
  }

  @Test(arguments: ["k", "p"])
  func `what leaves a name as it is says that it was accepted, not corrected`(answer: String) throws
  {
    let reader = try NotesFixture()
    let found = reader.state.article.results.analysis.entities.map(\.kind)
    try reader.press("p")
    try reader.press("C" + answer + "a")
    #expect(reader.reader.status.hasPrefix("accepted, saved"))
    #expect(reader.state.article.results.analysis.entities.map(\.kind) == found)
    let accepted = try #require(reader.notes.first)
    #expect(accepted.scope == .article)
    if case .confirm = accepted.correction {} else { Issue.record("\(accepted)") }
    try reader.press("u")
    #expect(reader.notes.isEmpty)
  }

  @Test(arguments: [100, 120], ["r", "s"])
  func `another name goes on from the old one, and the line says how to empty it`(
    columns: Int, answer: String
  ) throws {
    var reader = ReaderFixture(columns: columns, rows: 20, hints: true)
    reader.press("]C" + answer)
    let name = try #require(reader.state.modes.first(Question.self)?.text)
    #expect(!name.isEmpty)
    #expect(reader.status.contains("Ctrl-U empty the line") && !reader.status.contains("Tab"))
    reader.press("ب")
    #expect(reader.state.modes.first(Question.self)?.text == name + "ب")
    reader.press(.control("u"))
    #expect(reader.state.modes.first(Question.self)?.text?.isEmpty == true)
    #expect(!reader.status.contains("Ctrl-U"))
    // What Tab would add is told where it adds anything.
    reader.press(String(name.prefix(2)))
    #expect(reader.status.contains("Tab complete"))
  }

  @Test func `a single mention that is the same as a name of another kind is one of its mentions`()
    throws
  {
    let reader = try NotesFixture()
    func named(_ name: String) -> [Entity] {
      reader.state.article.results.analysis.entities.filter { $0.canonical == name }
    }
    let place = try #require(
      reader.state.article.results.analysis.entities.first { $0.kind == .place })
    try reader.press("pCm")
    try reader.press(place.canonical)
    try reader.press(.enter)
    try reader.press("h")
    let joined = named(place.canonical)
    #expect(joined.map(\.kind) == [.place])
    #expect(joined.first?.mentions.count == place.mentions.count + 1)
  }

  @Test func `names are renamed, merged, split off, rejected and added`() throws {
    let reader = try NotesFixture()
    func names() -> [String] { reader.state.article.results.analysis.entities.map(\.canonical) }
    try reader.press("]Cr")
    try reader.press(.control("u"))
    try reader.press("ليلى")
    try reader.press(.enter)
    #expect(reader.reader.status.contains("all mentions (2)"))
    try reader.press("a")
    #expect(names().contains("ليلى") && !names().contains("ليلى الحداد"))
    try reader.press("u")
    // A name that is completed: Tab gives the rest.
    try reader.press("Cmسامر")
    try reader.press(.tab, .enter)
    try reader.press("a")
    let merged = try #require(
      reader.state.article.results.analysis.entities.first { $0.canonical == "سامر العلي" })
    #expect(merged.mentions.count == 4 && !names().contains("ليلى الحداد"))
    // Who spoke as the one speaks as the other.
    #expect(Set(reader.state.article.results.analysis.quotations.map(\.speaker)) == [merged.id])
    try reader.press("u")
    try reader.press("Cs")
    try reader.press(.control("u"))
    try reader.press("منى")
    try reader.press(.enter)
    // In full before it is done, and for no other mention.
    #expect(!names().contains("منى"))
    #expect(reader.reader.status.hasPrefix("ليلى الحداد → منى · h only here"))
    #expect(!reader.reader.status.contains("all mentions"))
    try reader.press("ae")
    #expect(!names().contains("منى"))
    try reader.press("h")
    #expect(names().contains("منى") && names().contains("ليلى الحداد"))
    try reader.press("u")
    try reader.press("Cxa")
    #expect(!names().contains("ليلى الحداد"))
    #expect(reader.state.article.results.analysis.quotations[0].speaker == nil)
    try reader.press("u")
    try reader.press(.escape)
    // Missed: a word of the headline.
    try reader.press("gvwwCoa")
    #expect(names().contains("وزيرة النقل"))
    #expect(
      reader.state.article.results.analysis.entities.first { $0.canonical == "وزيرة النقل" }?
        .mentions.count
        == 2)
  }

  @Test(arguments: ["r", "s"])
  func `a name that is pasted moves and steers nothing`(key: Character) throws {
    let reader = try NotesFixture()
    try reader.press("]C\(key)")
    try reader.press(.control("u"))
    reader.reader.send(.paste("\u{202E}ليلى\u{2069}\u{200F}\u{1}\u{9B} الحسن"))
    try reader.press(.enter)
    try reader.press(.enter)
    let names = reader.state.article.results.analysis.entities.map(\.canonical)
    let name = try #require(names.first { $0.contains("الحسن") })
    #expect(Array(name.unicodeScalars) == Array("ليلى الحسن".unicodeScalars))
  }

  @Test func `a quotation gets another speaker`() throws {
    let reader = try NotesFixture()
    try reader.press(")Cسامر")
    try reader.press(.tab, .enter)
    // The quotation by its first words.
    #expect(reader.reader.status.contains("→ سامر العلي · h only here"))
    try reader.press("h")
    let analysis = reader.state.article.results.analysis
    let speaker = analysis.entities.first { $0.id == analysis.quotations[0].speaker }
    #expect(speaker?.canonical == "سامر العلي")
    try reader.press("C")
    try reader.press(.enter, .enter)
    #expect(reader.state.article.results.analysis.quotations[0].speaker == nil)
    // Nothing in the text would tell who an unknown name is.
    try reader.press("Cناطق")
    try reader.press(.enter)
    #expect(reader.reader.status.contains("no name ناطق"))
  }

  @Test func `who speaks by a phrase is corrected in all quotations or only here`() throws {
    let reader = try NotesFixture()
    let text = reader.state.article.document.text
    var analysis = ReaderFixture.analysis(of: reader.state.article.document)
    let source = try #require(
      FoldedPattern("وزيرة النقل", folding: [])?.matches(in: text, span: text.span).last)
    for index in analysis.quotations.indices { analysis.quotations[index].source = source }
    reader.reader.answer(.analysis(analysis, .finished(span: text.span)))
    func speakers() -> [String?] {
      let analysis = reader.state.article.results.analysis
      return analysis.quotations.map { quotation in
        analysis.entities.first { $0.id == quotation.speaker }?.canonical
      }
    }
    try reader.press(")Cسامر")
    try reader.press(.tab, .enter)
    #expect(
      reader.reader.status.contains("وزيرة النقل → سامر العلي · h only here · a all mentions (2)"))
    try reader.press("h")
    #expect(speakers() == ["سامر العلي", "سامر العلي"])
    try reader.press("uCهند")
    try reader.press(.enter)
    try reader.press("e")
    // One that the text does not name is known by the phrase.
    #expect(speakers() == ["هند", "هند"])
    #expect(
      reader.notes.last?.correction == .speaker(name: "هند", source: "وزيرة النقل")
        && reader.notes.last?.scope == .everywhere)
    try reader.press("u")
    #expect(speakers() == ["ليلى الحداد", "سامر العلي"])
    // What was learnt of it holds in the next article.
    var editor = AnalysisEditor(analysis, of: text)
    editor.apply(UserSpeakers(usableLinesOf: "وزيره النقل\t-\n"))
    #expect(editor.finished.quotations.map(\.speaker) == [nil, nil])
  }

  @Test func `what the analysis calls by a name that was taught goes along whole`() throws {
    let document = Document(ReaderFixture.article)
    let analysis = ReaderFixture.analysis(of: document)
    func entities(_ names: String) -> [String: Int] {
      var editor = AnalysisEditor(analysis, of: document.text)
      editor.apply(UserNames(usableLinesOf: names))
      let named = editor.finished
      return Dictionary(
        uniqueKeysWithValues: named.entities.map {
          ("\($0.kind.rawValue) \($0.canonical)", $0.mentions.count)
        })
    }
    #expect(entities("ليلى الحداد\tORG\tالوزارة\n")["ORG الوزارة"] == 2)
    let merged = entities("ليلى الحداد\tPER\tسامر العلي\n")
    #expect(merged["PER سامر العلي"] == 4 && merged.count == 4)
    #expect(entities("ليلى الحداد\t-\n")["PER ليلى الحداد"] == nil)
    // A short form alone stands for itself.
    let short = entities("الحداد\tPER\tغيرها\n")
    #expect(short["PER غيرها"] == 1 && short["PER ليلى الحداد"] == 1)
  }

  @Test func `what is undecided is gone through with y and x`() throws {
    let reader = try NotesFixture()
    let text = AnchoredText(reader.state.article.document.text, contentHash: "a")
    func proposal(_ words: String, _ conflict: String? = nil) throws -> PlacedAnnotation {
      let span = try #require(
        FoldedPattern(words, folding: [])?.matches(in: text.text, span: text.text.span).first)
      let annotation = Annotation(
        anchor: try #require(text.anchor(of: span)), color: .pink, isProposal: true,
        conflict: conflict)
      return PlacedAnnotation(annotation, .exact(span))
    }
    try reader.load([
      try proposal("جسر النهر", "c"), try proposal("النهر", "c"), try proposal("مدينة الزهراء"),
    ])
    try reader.press("r")
    #expect(reader.reader.selectedText == "جسر النهر")
    #expect(reader.reader.status.contains("1 of 3"))
    // What contradicts it goes with the same change.
    try reader.press("y")
    #expect(reader.notes.count == 2 && reader.reader.selectedText == "مدينة الزهراء")
    try reader.press("x")
    #expect(reader.notes.map(\.isProposal) == [false])
    try reader.press("r")
    #expect(reader.reader.status.contains("nothing left to decide"))
    try reader.press("uu")
    #expect(reader.notes.count == 3)
  }

  @Test func `a place that is only likely is asked about and an orphan is listed`() throws {
    let reader = try NotesFixture(columns: 140, rows: 30)
    let anchor = Anchor(
      start: ScalarOffset(3), end: ScalarOffset(9), exact: "كلام قديم", prefix: "", suffix: "",
      contentHash: "old")
    let span = TextSpan(utf8: 0..<10)
    let likely = Annotation(anchor: anchor, note: "هنا؟")
    var other = anchor
    other.exact = "ضاع"
    try reader.load([
      PlacedAnnotation(likely, .likely(span, likelihood: 0.5)),
      PlacedAnnotation(Annotation(anchor: other, note: "أين؟"), .orphan),
    ])
    #expect(reader.reader.status.contains("moved 0, to confirm 1, without a place 1"))
    let page = (0..<30).map { Rendering.letters(screen(of: reader.state).text(ofRow: $0)) }
    #expect(page.contains { $0.contains("ضاع") && $0.contains("without a place") })
    try reader.press("ry")
    #expect(reader.items.first?.placement == .exact(span))
    // Those without a place come last.
    try reader.press(.escape)
    try reader.press("r")
    while reader.state.modes.contains(Review.self) { try reader.press("y") }
    try reader.press("r")
    #expect(reader.state.modes.reading.focus == .pane)
    let last = try #require(reader.items.last)
    #expect(reader.state.article.pane.selected == .note(last.id))
    #expect(reader.reader.status.contains("without a place in the text: 1"))
  }

  @Test func `the filter of the pane leaves the notes that hold it`() throws {
    let reader = try NotesFixture(columns: 100, rows: 30)
    func rows() -> [PaneRow] {
      reader.state.paneRows.filter { if case .note = $0 { true } else { false } }
    }
    for keys in ["gvwwwa", ")a"] {
      try reader.press(keys)
      try reader.press(keys == ")a" ? "first" : "second")
      try reader.press(.escape)
    }
    #expect(rows().count == 2)
    try reader.press(.alt("/"))
    try reader.press("first")
    #expect(rows().count == 1)
    try reader.press("zz")
    #expect(reader.state.paneRows.isEmpty)
  }

  @Test func `n goes on with the search that Escape ended`() throws {
    let reader = try NotesFixture()
    try reader.press("/الجسر")
    try reader.press(.enter, .escape)
    #expect(reader.state.article.selection == nil)
    try reader.press("n")
    #expect(reader.reader.selectedText == "الجسر")
  }

  @Test func `an annotated page`() throws {
    let reader = try NotesFixture(rows: 24)
    try reader.press("gvwwwh")
    try reader.press(")3haقول مهم للتقرير")
    try reader.press(.escape)
    try reader.press("]tسياسة، نقل")
    try reader.press(.enter)
    try reader.press("gvww2h")
    try reader.press(.escape)
    try GoldenScreen.expect(reader.state, matches: "notes")
    try reader.press(")a")
    try reader.press(.enter)
    try reader.press("السطر 2 من note")
    try GoldenScreen.expect(reader.state, matches: "note-editor")
  }
}
