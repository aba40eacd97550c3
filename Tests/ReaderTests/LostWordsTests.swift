import ArabicAnalysis
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// What is being written while its words go out of the text, and come back.
struct LostWordsTests {
  /// Texts that have none of the words: the last is of another charset, read as what it is not.
  private static let others = [
    "خبر آخر لا يشبه الأول\nليس فيه شيء مما كان\n", "", "æÒíÑÉ ÇáäÞá ÊÝÊÊÍ ÌÓÑ ÇáäåÑ\n",
  ]
  private static let longer = "سطر جديد كتبه غيرنا قبل كل شيء\n" + ReaderFixture.article

  private func opened() throws -> NotesFixture {
    let fixture = try NotesFixture(columns: 120, rows: 14)
    try fixture.press("/وادي النخيل")
    try fixture.press(.enter)
    return fixture
  }

  private func change(_ fixture: NotesFixture, to text: String) {
    fixture.reader.send(.documentChanged(Document(text, name: "article.txt")))
  }

  /// The analysis of the text at hand is back.
  private func analyse(_ fixture: NotesFixture) {
    let document = fixture.state.article.document
    let analysis = ReaderFixture.analysis(of: document)
    fixture.reader.answer(.analysis(analysis, .finished(span: document.text.span)))
  }

  /// All passages that the program was asked to annotate.
  private func annotated(_ fixture: NotesFixture) -> [String?] {
    fixture.reader.effects.flatMap { effect -> [String?] in
      guard case .notes(.change(let edits, _)) = effect else { return [] }
      return edits.map { edit in
        guard case .add(let span, _) = edit else { return nil }
        return fixture.words(span)
      }
    }
  }

  /// Keys that write something on «وادي النخيل», and what of it is typed.
  private static let writings: [(keys: String, typed: String)] = [
    ("a", "ملاحظة"), ("t", "وسم"), ("Cr", " الكبير"), ("Cm", "السواعد"), ("Cs", " الكبير"),
  ]

  @Test(arguments: writings, others)
  func `what is being typed is on its words again when they are back`(
    writing: (keys: String, typed: String), other: String
  ) throws {
    let fixture = try opened()
    try fixture.press(writing.keys + writing.typed)
    let (status, before) = (fixture.reader.status, fixture.state.openLine)
    change(fixture, to: other)
    #expect(fixture.reader.status != status)
    change(fixture, to: ReaderFixture.article + "\n")
    change(fixture, to: ReaderFixture.article)
    analyse(fixture)
    #expect(fixture.state.openLine == before)
    if writing.keys == "a" {
      #expect(fixture.state.modes.first(NoteEditor.self)?.subject != nil)
      fixture.reader.press(.escape)
    } else {
      #expect(fixture.reader.status.hasPrefix(status.prefix(12)))
      fixture.reader.press(.enter)
    }
    if writing.keys.hasPrefix("C") { fixture.reader.press(.enter) }
    #expect(annotated(fixture) == ["وادي النخيل"])
    #expect(fixture.state.article.notes.drafts.isEmpty)
  }

  @Test(arguments: writings)
  func `what was left waiting is taken up at its words when they are back`(
    writing: (keys: String, typed: String)
  ) throws {
    let fixture = try opened()
    try fixture.press(writing.keys + writing.typed)
    change(fixture, to: Self.others[0])
    fixture.reader.press(writing.keys == "a" ? .escape : .enter)
    #expect(fixture.state.article.notes.drafts.count == 1)
    change(fixture, to: Self.longer)
    analyse(fixture)
    fixture.reader.press("a")
    #expect(fixture.state.article.notes.drafts.isEmpty)
    if writing.keys == "a" {
      fixture.reader.press(.escape)
      #expect(annotated(fixture) == ["وادي النخيل"])
    }
  }

  @Test(arguments: [Language.english, .arabic])
  func `a name whose words are gone is kept by Enter and offered, and nothing can be picked`(
    language: Language
  ) throws {
    for (keys, typed, waits) in [
      ("pCr", "سمية", PhraseKey.nameWaitsForName), ("pCm", "سامر", .nameWaitsForName),
      ("pCs", "سمية", .nameWaitsForName), (")C", "سامر", .nameWaitsForQuotation),
    ] {
      let fixture = try NotesFixture(columns: 120, rows: 14, language: language)
      try fixture.press(keys)
      try fixture.press(.control("u"))
      try fixture.press(typed)
      change(fixture, to: Self.others[0])
      let hints = fixture.state.modes.open.last?.hints(fixture.state)?.map(\.label.key)
      #expect(hints == [.hintKeep, .hintClose], "\(keys)")
      let count = fixture.reader.effects.count
      fixture.reader.press(.down, .enter)
      #expect(fixture.reader.effects.count == count && fixture.state.modes.open.isEmpty)
      #expect(fixture.state.notice?.phrase == Phrase(waits, .key("C")), "\(keys)")
      #expect(fixture.state.article.notes.drafts.map(\.text) == [typed])
      // At another name, or another quotation.
      change(fixture, to: ReaderFixture.article.replacing("القرى", with: "المدن كلها"))
      analyse(fixture)
      fixture.reader.press(keys.hasPrefix("p") ? "]" : ")")
      try fixture.press("C" + (keys.hasPrefix("p") ? String(keys.suffix(1)) : ""))
      let open =
        fixture.state.modes.first(NamePicker.self)?.query
        ?? fixture.state.modes.first(Question.self)?.text
      #expect(open == typed, "\(keys)")
      #expect(fixture.state.article.notes.drafts.isEmpty)
    }
  }

  @Test func `a name that was typed is kept, too, where its scope is asked for`() throws {
    let fixture = try NotesFixture(columns: 120, rows: 14)
    try fixture.press("pCr")
    try fixture.press(.control("u"))
    try fixture.press("سمية")
    try fixture.press(.enter)
    change(fixture, to: Self.others[0])
    fixture.reader.press(.enter)
    #expect(fixture.state.article.notes.drafts.map(\.text) == ["سمية"])
  }
}
