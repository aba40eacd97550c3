import Annotations
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// Leaving while notes are not stored.
struct LeavingTests {
  /// A reader whose store has refused a note, and which asks what becomes of it.
  private func asked(
    columns: Int = 84, rows: Int = 14, language: Language = .english
  ) throws -> NotesFixture {
    let fixture = try NotesFixture(columns: columns, rows: rows, language: language)
    fixture.failure = Phrase(.storeDiskFull, .word("/home/annotations.sqlite"))
    try fixture.press("]aملاحظة")
    try fixture.press(.escape)
    fixture.reader.askBeforeLeaving()
    return fixture
  }

  @Test(
    arguments: [
      ("t", .quit), ("k", .keepUnsaved), ("d", .discardUnsaved), (.enter, .quit),
    ] as [(Key, Effect)])
  func `a key answers, under an Arabic layout, too`(key: Key, effect: Effect) throws {
    let arabic = ArabicKeyboard.arabicKey(for: key)
    for key in [key, arabic].compactMap(\.self) {
      let fixture = try asked()
      let count = fixture.reader.effects.count
      fixture.reader.press(key)
      #expect(Array(fixture.reader.effects.dropFirst(count)) == [effect])
      #expect(fixture.state.article.notes.drafts.map(\.text) == ["ملاحظة"])
    }
  }

  @Test func `Escape goes back to reading, and the note can be taken up`() throws {
    let fixture = try asked()
    fixture.reader.press(.escape)
    #expect(!fixture.state.isLeaving)
    fixture.failure = nil
    try fixture.press("a")
    try fixture.press(.escape)
    #expect(fixture.notes.map(\.note) == ["ملاحظة"])
    #expect(fixture.state.unsaved.isEmpty)
  }

  @Test(arguments: ["q", "x", "j", " ", "a", .tab, .backspace, .left] as [Key])
  func `no other key answers`(key: Key) throws {
    let fixture = try asked()
    let count = fixture.reader.effects.count
    fixture.reader.press(key)
    fixture.reader.send(.paste("dkt"))
    #expect(fixture.state.isLeaving)
    #expect(fixture.reader.effects.count == count)
  }

  @Test(arguments: [(100, 30), (40, 12)], [Language.english, .arabic])
  func `the question as it looks`(size: (Int, Int), language: Language) throws {
    let fixture = try asked(columns: size.0, rows: size.1, language: language)
    let name = "\(language.code == .arabic ? "arabic-" : "")leaving-\(size.0)"
    try GoldenScreen.expect(fixture.state, matches: name)
  }

  @Test(arguments: [1, 2, 3, 4, 6, 9, 12])
  func `a screen of any height shows a question that can be answered`(rows: Int) throws {
    let fixture = try asked(columns: 20, rows: rows)
    _ = screen(of: fixture.state)
    fixture.reader.press("d")
    #expect(fixture.reader.effects.last == .discardUnsaved)
  }

  @Test func `while the store has not answered the question says so`() throws {
    var reader = ReaderFixture()
    reader.press("]aس")
    reader.press(.escape)
    reader.askBeforeLeaving()
    #expect(reader.status.contains("saving"))
    #expect(reader.state.awaitsStore)
  }

  @Test func `tags that were refused are taken up as they were typed`() throws {
    let fixture = try NotesFixture()
    fixture.failure = Phrase(.storeDiskFull, .word("/p"))
    try fixture.press("]tجسور، نقل")
    try fixture.press(.enter)
    #expect(fixture.state.unsaved.map(\.text) == ["جسور، نقل"])
    fixture.failure = nil
    try fixture.press("a")
    try fixture.press(.enter)
    #expect(fixture.notes.map(\.tags) == [["جسور", "نقل"]])
    #expect(fixture.state.unsaved.isEmpty)
  }

  @Test func `a highlight between two notes that are on their way does not confuse them`() throws {
    var reader = ReaderFixture()
    reader.press("]aا")
    reader.press(.escape)
    reader.press("h]tب")
    reader.press(.enter)
    let reason = Phrase(.storeDiskFull, .word("/p"))
    for action in [NoteAction.noted, .highlighted, .tagged] {
      reader.answer(.notes(.failed(action, reason)))
    }
    #expect(reader.state.article.notes.drafts.map(\.text) == ["ا", "yellow", "ب"])
    #expect(reader.state.article.notes.drafts.map(\.kind) == [.note, .highlight, .tags])
  }

  @Test func `what outlives the reader is all that is not stored, what is being typed too`() throws
  {
    let fixture = try NotesFixture()
    fixture.failure = Phrase(.storeDiskFull, .word("/p"))
    try fixture.press("]aأولى")
    try fixture.press(.escape)
    fixture.reader.press("]tوسم")
    #expect(!fixture.state.isSettled)
    let rescued = fixture.state.notesToRescue(contentHash: "a")
    #expect(rescued.map(\.text) == ["أولى", "وسم"])
    #expect(rescued.map(\.kind) == [.note, .tags])
    #expect(rescued.map(\.words) == ["ليلى الحداد", "الزهراء"])
    #expect(rescued.map(\.anchor?.exact) == rescued.map(\.words))
  }
}
