@testable import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Testing

@testable import Reader

/// Corrections that speak of a name that the text has no more.
struct UnmetCorrectionTests {
  private func merge(into name: String, in fixture: NotesFixture) throws -> PlacedAnnotation {
    let text = fixture.state.article.document.text
    let entity = try #require(
      fixture.state.article.results.analysis.entities.first { $0.canonical == "ليلى الحداد" })
    let span = entity.mentions[0].span
    let anchor = try #require(AnchoredText(text, contentHash: "a").anchor(of: span))
    let merge = Correction.merge(
      subject: .init(name: entity.canonical, kind: entity.kind),
      into: .init(name: name, kind: .place))
    return PlacedAnnotation(
      Annotation(anchor: anchor, correction: merge, scope: .article), .exact(span))
  }

  @Test func `that nobody is called so is told once`() throws {
    let fixture = try NotesFixture(columns: 120)
    try fixture.load([merge(into: "بو حيدر", in: fixture)])
    #expect(fixture.state.notice?.phrase.key == .correctionUnmet)
    #expect(fixture.reader.status.contains("بو حيدر"))
    try fixture.press("j")
    fixture.reader.answer(.notes(.all(fixture.items, isFirst: false)))
    #expect(fixture.state.notice == nil)
  }

  @Test func `what is found by its name alone is in force`() throws {
    let fixture = try NotesFixture(columns: 120)
    try fixture.load([merge(into: "سامر العلى", in: fixture)])
    #expect(fixture.state.notice == nil)
    let names = fixture.state.article.results.analysis.entities.map(\.canonical)
    #expect(!names.contains("ليلى الحداد") && names.contains("سامر العلي"))
  }

  @Test(arguments: [(false, PhraseKey.noteUndoneElsewhere), (true, .noteRedoneElsewhere)])
  func `what another window has made is said to be of another`(
    isRedo: Bool, key: PhraseKey
  ) throws {
    let fixture = try NotesFixture(columns: 120)
    var outcome = AnnotationOutcome(summary: "noted")
    outcome.isOfOthers = true
    fixture.reader.answer(.notes(.undone(outcome, isRedo: isRedo)))
    #expect(fixture.state.notice?.phrase.key == key)
  }
}
