import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// Corrections that are typed before what was done last has come back.
struct AwaitingResultsTests {
  private func isWaiting(_ state: ReaderState) -> Bool {
    state.modes.contains(AwaitingResults.self)
  }

  /// The analysis as it is found.
  private func analyse(_ fixture: NotesFixture, as kind: EntityKind = .person) {
    let document = fixture.state.article.document
    var analysis = ReaderFixture.analysis(of: document)
    analysis.entities[0].kind = kind
    fixture.reader.answer(.analysis(analysis, .finished(span: document.text.span)))
  }

  @Test func `a correction behind an undo is of the name as it is then`() throws {
    let fixture = try NotesFixture(columns: 120)
    try fixture.press("pCoa")
    fixture.isSlow = true
    try fixture.press("uCo")
    #expect(isWaiting(fixture.state) && fixture.reader.status.contains("a moment"))
    try fixture.catchUp()
    #expect(!isWaiting(fixture.state))
    #expect(fixture.reader.status.contains("person → organisation"))
    try fixture.press("a")
    let corrections = fixture.notes.compactMap(\.correction)
    guard case .retype(_, .organisation) = corrections.first, corrections.count == 1 else {
      Issue.record("\(corrections)")
      return
    }
  }

  @Test func `keys that answer wait with the question`() throws {
    let fixture = try NotesFixture(columns: 120)
    fixture.isSlow = true
    try fixture.press("pCoaCpaCk")
    #expect(isWaiting(fixture.state))
    try fixture.catchUp()
    // The first is stored, then the second; the third is asked.
    #expect(fixture.notes.compactMap(\.correction).count == 2)
    #expect(fixture.reader.status.contains("person already"))
  }

  @Test func `a lesson that was taken back is waited for until all is analysed without it`() throws
  {
    let fixture = try NotesFixture(columns: 120)
    analyse(fixture, as: .place)
    try fixture.press("l")
    fixture.isSlow = true
    try fixture.press("uCl")
    // As the program tells it: the lists first.
    fixture.reader.answer(.listsChanged)
    try fixture.catchUp()
    #expect(isWaiting(fixture.state))
    let text = fixture.state.article.document.text
    fixture.reader.answer(.analysis(.empty, .running(done: 0, total: text.utf8Count)))
    #expect(isWaiting(fixture.state))
    analyse(fixture)
    #expect(fixture.reader.status.contains("person → place"))
    try fixture.press(.escape)
    #expect(fixture.notes.isEmpty)
  }

  @Test func `a lesson that is taught is not waited for`() throws {
    let fixture = try NotesFixture(columns: 120)
    fixture.isSlow = true
    try fixture.press("pCoeCk")
    fixture.reader.answer(.listsChanged)
    #expect(isWaiting(fixture.state))
    try fixture.catchUp()
    #expect(fixture.reader.status.contains("organisation already"))
  }

  @Test func `Esc lets the keys go, and so does what could not be stored`() throws {
    let fixture = try NotesFixture(columns: 120)
    fixture.isSlow = true
    try fixture.press("phC")
    try fixture.press(.escape)
    try fixture.catchUp()
    #expect(fixture.state.modes.open.isEmpty)
    fixture.failure = Phrase(.storeDiskFull, .word("/p"))
    fixture.isSlow = true
    try fixture.press("hCo")
    try fixture.catchUp()
    #expect(fixture.state.modes.open.isEmpty)
    #expect(fixture.reader.status.contains("not saved"))
  }

  @Test(arguments: ["o", "k", "x"])
  func `a question follows what the analysis says now`(answer: String) throws {
    let fixture = try NotesFixture(columns: 120)
    try fixture.press("pC" + answer)
    analyse(fixture, as: .organisation)
    let said = answer == "x" ? "no name" : answer == "k" ? "organisation → person" : "already"
    #expect(fixture.reader.status.contains(said))
    try fixture.press("a")
    #expect(fixture.notes.first?.correction?.subject?.kind == .organisation)
  }

  @Test(arguments: ["y", "x"]) func `the review waits, too`(answer: String) throws {
    let fixture = try NotesFixture(columns: 120)
    let document = fixture.state.article.document
    var analysis = ReaderFixture.analysis(of: document)
    analysis.entities[0].mentions[0].confidence = 0.4
    fixture.reader.answer(.analysis(analysis, .finished(span: document.text.span)))
    try fixture.press("r")
    fixture.reader.answer(.listsChanged)
    try fixture.press(answer)
    #expect(isWaiting(fixture.state) && fixture.notes.isEmpty)
    analyse(fixture, as: .organisation)
    #expect(fixture.notes.isEmpty, "what was asked about is not in doubt any more")
  }

  @Test(arguments: ["h", "a", "e"])
  func `that a name is right is asked like any other correction`(scope: String) throws {
    let fixture = try NotesFixture(columns: 120)
    try fixture.press("pCp")
    #expect(fixture.notes.isEmpty && fixture.reader.status.contains("all mentions (2)"))
    try fixture.press(scope)
    #expect(fixture.state.modes.open.isEmpty)
    let scopes: [String: Correction.Scope] = ["h": .here, "a": .article, "e": .everywhere]
    #expect(fixture.notes.map(\.scope) == [scopes[scope]])
  }

  @Test func `what was confirmed gives way to what is said later`() throws {
    let fixture = try NotesFixture(columns: 120)
    try fixture.press("pCpaCoa")
    #expect(fixture.notes.count == 1)
    #expect(fixture.state.article.results.analysis.entities[0].kind == .organisation)
    try fixture.press("Cka")
    #expect(fixture.notes.count == 2)
    try fixture.press("Cka")
    #expect(fixture.notes.count == 2, "said once more it is there once")
    try fixture.press("uuu")
    let left = fixture.notes.compactMap(\.correction)
    #expect(left == [.confirm(subject: .init(name: "ليلى الحداد", kind: .person))])
  }

  @Test func `what is done to a hit waits until it is found`() throws {
    var state = ReaderFixture(columns: 100).state
    var request: SearchRequest?
    func send(_ message: Message) -> [Effect] {
      let effects = update(&state, message)
      for case .search(let last) in effects { request = last }
      return effects
    }
    for key in "/الحداد" { _ = send(.key(.character(key))) }
    _ = send(.key(.enter))
    for key in "3h" { _ = send(.key(.character(key))) }
    #expect(isWaiting(state) && state.modes.contains(Prompt.self) == false)
    let asked = try #require(request)
    let hit = asked.run(in: state.article.document.text)
    let effects = send(.answer(.searchEnded(asked, hit), of: state.article.revision))
    #expect(!isWaiting(state))
    let edits = effects.compactMap { effect -> [NoteEdit]? in
      if case .notes(.change(let edits, .highlighted)) = effect { edits } else { nil }
    }
    guard case .add(let span, let draft) = edits.first?.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(state.article.selection == .match(span))
    #expect(draft.color == HighlightColor.allCases[2])
  }
}
