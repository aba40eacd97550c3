import Annotations
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// Names that are typed, and corrections, which the store does not have.
struct UnsavedCorrectionTests {
  private let full = Phrase(.storeDiskFull, .word("/p"))

  /// A reader that asks for another name of the first name of the article.
  private func asking(_ keys: String) throws -> NotesFixture {
    let fixture = try NotesFixture()
    fixture.failure = full
    try fixture.press("]C" + keys)
    return fixture
  }

  @Test(arguments: [("r", RescuedNote.Kind.rename), ("s", .split)])
  func `a name that is half typed outlives the reader, and is asked for again`(
    key: String, kind: RescuedNote.Kind
  ) throws {
    let fixture = try asking(key)
    #expect(!fixture.state.isWritingNote && fixture.state.isSettled)
    while fixture.state.modes.first(Question.self)?.text?.isEmpty == false {
      try fixture.press(.backspace)
    }
    try fixture.press("هند ال")
    #expect(fixture.state.isWritingNote && !fixture.state.isSettled)
    let rescued = fixture.state.notesToRescue(contentHash: "a")
    #expect(rescued.map(\.kind) == [kind])
    #expect(rescued.map(\.text) == ["هند ال"])
    #expect(rescued.first?.anchor?.exact == rescued.first?.words)

    let next = try NotesFixture()
    next.reader.offer(rescued)
    try next.press("a")
    #expect(next.state.modes.first(Question.self)?.text == "هند ال")
    #expect(next.state.article.notes.drafts.isEmpty)
    #expect(next.state.notesToRescue(contentHash: "a").map(\.text) == ["هند ال"])
  }

  @Test func `a name that is half picked outlives the reader, and is picked once more`() throws {
    let fixture = try asking("m")
    #expect(!fixture.state.isWritingNote && fixture.state.isSettled)
    try fixture.press("هند ال")
    #expect(fixture.state.isWritingNote && !fixture.state.isSettled)
    let rescued = fixture.state.notesToRescue(contentHash: "a")
    #expect(rescued.map(\.kind) == [.merge] && rescued.map(\.text) == ["هند ال"])

    let next = try NotesFixture()
    next.reader.offer(rescued)
    try next.press("a")
    #expect(next.state.modes.first(NamePicker.self)?.query == "هند ال")
    #expect(next.state.article.notes.drafts.isEmpty)

    // Where its words go, what was typed still does.
    fixture.reader.send(.documentChanged(Document("خبر آخر\n", name: "article.txt")))
    #expect(fixture.state.notesToRescue(contentHash: "b").map(\.text) == ["هند ال"])
  }

  @Test func `a name whose scope is being asked for is one that was typed`() throws {
    let fixture = try asking("r")
    while fixture.state.modes.first(Question.self)?.text?.isEmpty == false {
      try fixture.press(.backspace)
    }
    try fixture.press("هند")
    try fixture.press(.enter)
    let rescued = fixture.state.notesToRescue(contentHash: "a")
    #expect(rescued.map(\.kind) == [.rename] && rescued.map(\.text) == ["هند"])
  }

  @Test func `a name of words that are gone is kept with the place that they had`() throws {
    let fixture = try asking("r")
    try fixture.press("ا")
    let changed = Document("شيء آخر تماما")
    fixture.reader.send(.documentChanged(changed))
    let rescued = fixture.state.notesToRescue(contentHash: "b")
    #expect(rescued.map(\.kind) == [.rename])
    #expect(rescued.first?.text.hasSuffix("ا") == true)
    let anchor = try #require(rescued.first?.anchor)
    #expect(!AnchoredText(changed.text, contentHash: "b").placement(of: anchor).isCertain)
    #expect(ReaderFixture.article.contains(anchor.exact))
  }

  @Test func `a correction that is refused is asked about, kept, and made later`() throws {
    let fixture = try asking("x")
    try fixture.press("a")
    #expect(fixture.state.unsaved.map(\.kind) == [.correction])
    let rescued = fixture.state.notesToRescue(contentHash: "a")
    let next = try NotesFixture()
    next.reader.offer(rescued)
    try next.press("a")
    #expect(next.notes.map(\.correction) == fixture.state.unsaved.map(\.correction?.0))
    #expect(next.notes.map(\.scope) == [.article])
    #expect(next.state.article.notes.drafts.isEmpty)
  }

  @Test func `what the store has after all is let go`() throws {
    let fixture = try asking("x")
    try fixture.press("ah")
    let rescued = fixture.state.notesToRescue(contentHash: "a")
    let next = try NotesFixture()
    try next.press("]Cx")
    try next.press("ah")
    next.reader.offer(rescued)
    #expect(next.state.article.notes.drafts.isEmpty)
  }

  @Test(arguments: [Language.english, .arabic])
  func `corrections are told in the language of the interface`(language: Language) throws {
    let subject = Correction.Subject(name: "هند", kind: .person)
    let all: [Correction] = [
      .retype(subject: subject, kind: .place), .rename(subject: subject, name: "ليلى"),
      .merge(subject: subject, into: subject), .split(subject: subject, name: "ليلى"),
      .reject(subject: subject), .add(subject), .confirm(subject: subject),
      .speaker(name: "هند"), .speaker(name: nil),
    ]
    for correction in all {
      let said = correction.phrase.string(in: language)
      #expect(!said.contains("{") && !said.contains("PER"))
      if language == .arabic {
        #expect(!said.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic })
      }
    }
  }
}
