import Annotations
import ArabicText
import Foundation
import Interface
import Screen
import Testing

@testable import Reader

/// What an earlier reader could not store, offered.
struct RescuedNoteTests {
  /// The note «فكرة» on `words` of the article, as an earlier reader has left it.
  private func rescued(
    _ text: String = "فكرة", on words: String = "وادي النخيل", kind: RescuedNote.Kind = .note,
    known: Annotation? = nil
  ) throws -> RescuedNote {
    let article = DecodedText(ReaderFixture.article)
    let span = try #require(FoldedPattern(words)?.matches(in: article, span: article.span).first)
    let anchor = AnchoredText(article, contentHash: "a").anchor(of: span)
    return RescuedNote(
      kind, text: text, words: words, anchor: anchor,
      known: known.map { RescuedNote.Known(id: $0.id, note: $0.note) })
  }

  @Test(arguments: [Language.english, .arabic])
  func `it is offered until a key, whatever else is to be told`(language: Language) throws {
    let fixture = try NotesFixture(columns: 240, language: language)
    fixture.reader.offer([try rescued()], others: ["b.txt", "b.txt"])
    fixture.reader.answer(.notes(.unavailable(Phrase(.storeNoHome))))
    let told = fixture.reader.status
    let said = ["not saved last time", "XDG_DATA_HOME", "b.txt"].map { told.contains($0) }
    #expect(said == [language == .english, true, true])
    fixture.reader.press("j")
    #expect(!fixture.reader.status.contains(told))
    #expect(fixture.state.modes.open.isEmpty)
  }

  @Test func `what is to be told of the article comes before notes on others`() throws {
    let fixture = try NotesFixture(columns: 240)
    fixture.reader.offer([], others: ["b.txt"])
    fixture.reader.tell(Notice(.notesMoved, .number(0), .number(1), .number(1), .text("r")))
    let told = fixture.reader.status
    let own = try #require(told.range(of: "the text has changed"))
    let other = try #require(told.range(of: "b.txt"))
    #expect(own.lowerBound < other.lowerBound)
  }

  @Test func `it is taken up at its words and stored`() throws {
    let fixture = try NotesFixture()
    fixture.reader.offer([try rescued()])
    try fixture.press("a")
    #expect(fixture.reader.selectedText == "وادي النخيل")
    try fixture.press(.escape)
    #expect(fixture.notes.map(\.note) == ["فكرة"])
    #expect(fixture.words(fixture.items.first?.span) == "وادي النخيل")
    #expect(fixture.state.article.notes.drafts.isEmpty)
  }

  @Test(arguments: [RescuedNote.Kind.note, .tags, .merge, .rename, .split])
  func `what was left of one place does not take what is written of another`(
    kind: RescuedNote.Kind
  ) throws {
    let fixture = try NotesFixture()
    fixture.reader.offer([try rescued("القديم", on: "ليلى الحداد", kind: kind)])
    try fixture.press("/وادي النخيل")
    try fixture.press(.enter)
    try fixture.press("aجديدة")
    try fixture.press(.escape)
    #expect(fixture.notes.map(\.note) == ["جديدة"])
    #expect(fixture.words(fixture.items.first?.span) == "وادي النخيل")
    #expect(fixture.state.article.notes.drafts.map(\.text) == ["القديم"])
    // With nothing selected it is meant.
    try fixture.press(.escape)
    try fixture.press("a")
    #expect(fixture.state.article.notes.drafts.isEmpty)
    #expect(fixture.state.modes.open.count == 1)
  }

  @Test func `a name is asked for by its own key, not where a note is begun on its words`() throws {
    let fixture = try NotesFixture()
    fixture.reader.offer([try rescued("هند", on: "ليلى الحداد", kind: .merge)])
    try fixture.press("]")
    #expect(fixture.reader.selectedText == "ليلى الحداد")
    try fixture.press("aملاحظة")
    try fixture.press(.escape)
    #expect(fixture.notes.map(\.note) == ["ملاحظة"])
    try fixture.press("Cm")
    #expect(fixture.state.modes.first(NamePicker.self)?.query == "هند")
    #expect(fixture.state.article.notes.drafts.isEmpty)
  }

  @Test func `a note without a place waits for one once the person was told so`() throws {
    let fixture = try NotesFixture("لا شيء منه هنا")
    fixture.reader.offer([try rescued()])
    for taken in [false, true] {
      try fixture.press("/هنا")
      try fixture.press(.enter)
      try fixture.press("a")
      let text = fixture.state.modes.first(NoteEditor.self)?.text
      #expect(text == (taken ? "فكرة" : ""))
      try fixture.press(.control("g"))
      try fixture.press(.escape)
      if !taken { try fixture.press("a") }
    }
  }

  @Test(arguments: [Language.english, .arabic])
  func `it is told what was left, and of which words`(language: Language) throws {
    for (kind, text, said) in [
      (RescuedNote.Kind.note, "فكرة", "فكرة"), (.tags, "نقل", "نقل"), (.merge, "هند", "هند"),
      (.highlight, "green", language == .english ? "green" : "أخضر"), (.rename, "هند", "هند"),
    ] {
      let fixture = try NotesFixture(columns: 240, language: language)
      fixture.reader.offer([try rescued(text, kind: kind)])
      let status = fixture.reader.status
      #expect(status.contains(said) && status.contains("وادي النخيل"), "\(status)")
    }
  }

  @Test func `a person who leaves is not asked about it: it stays where it is`() throws {
    let fixture = try NotesFixture()
    let note = try rescued()
    fixture.reader.offer([note])
    #expect(fixture.state.unsaved.isEmpty)
    fixture.reader.press("q")
    #expect(fixture.reader.effects.last == .quit)
    #expect(fixture.state.notesToRescue(contentHash: "a") == [note])
  }

  @Test func `in a text that has changed it goes to its words only where that is certain`() throws {
    for (text, isThere) in [("سطر\n" + ReaderFixture.article, true), ("لا شيء منه هنا", false)] {
      let fixture = try NotesFixture(text)
      fixture.reader.offer([try rescued()])
      try fixture.press("a")
      #expect(fixture.state.isWritingNote == isThere)
      #expect(isThere || fixture.state.notice?.phrase.key == .noteWaitsForPassage)
      #expect(fixture.state.article.notes.drafts.count == (isThere ? 0 : 1))
    }
  }

  @Test func `a note that the store has after all is not offered`() throws {
    let fixture = try NotesFixture()
    try fixture.press("/وادي النخيل")
    try fixture.press(.enter)
    try fixture.press("aفكرة")
    try fixture.press(.escape)
    fixture.reader.offer([try rescued(), try rescued("أخرى")])
    #expect(fixture.state.article.notes.drafts.map(\.text) == ["أخرى"])
  }

  @Test func `a note that was changed elsewhere meanwhile keeps both texts`() throws {
    let fixture = try NotesFixture()
    try fixture.press("]aقديمة")
    try fixture.press(.escape)
    let known = try #require(fixture.notes.first)
    let note = try rescued("قديمة وتتمة", on: "ليلى الحداد", known: known)
    fixture.reader.offer([note])
    try fixture.press("a")
    #expect(fixture.state.modes.first(NoteEditor.self)?.text == "قديمة وتتمة")
    try fixture.press(.control("g"))
    try fixture.press("aغيرها")
    try fixture.press(.escape)
    fixture.reader.offer([note])
    try fixture.press("a")
    let now = try #require(fixture.notes.first?.note)
    #expect(now != "قديمة")
    #expect(fixture.state.modes.first(NoteEditor.self)?.text == now + "\nقديمة وتتمة")
    try fixture.press(.escape)
    #expect(fixture.notes.count == 1)
  }

  @Test func `tags join those that the passage has`() throws {
    let fixture = try NotesFixture()
    try fixture.press("]tجسور")
    try fixture.press(.enter)
    fixture.reader.offer([try rescued("نقل، سياسة", on: "ليلى الحداد", kind: .tags)])
    try fixture.press("a")
    try fixture.press(.enter)
    #expect(fixture.notes.map(\.tags) == [["جسور", "نقل", "سياسة"]])
  }
}
