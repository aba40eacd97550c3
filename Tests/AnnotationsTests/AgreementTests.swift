import ArabicText
import Testing

@testable import Annotations

@Suite struct AgreementTests {
  private let text = AnchoredText(
    DecodedText("قالت ليلى الحداد إن مدينة الزهراء بعيدة جدا عن هنا"), contentHash: "a")

  private func mark(_ words: String, _ label: String) throws -> Annotation {
    let span = try #require(text.text.places(of: words.utf8, in: text.text.span, limit: 1).first)
    return Label.annotation(label, at: text.passage(span))
  }

  @Test func `κ and F1 are as computed by hand`() throws {
    // Ten tokens. First: PER PER at 2–3, LOC at 6. Second: PER at 2–3, LOC at 5–6.
    let first = [try mark("ليلى الحداد", "PER"), try mark("الزهراء", "LOC")]
    let second = [try mark("ليلى الحداد", "PER"), try mark("مدينة الزهراء", "LOC")]
    let agreement = Agreement(first, second, of: text)
    #expect(agreement.tokens == 10 && agreement.sameTokens == 9)
    // Chance: PER 0.2 · 0.2, LOC 0.1 · 0.2, none 0.7 · 0.6.
    let chance = 0.04 + 0.02 + 0.42
    #expect(abs(try #require(agreement.kappa) - (0.9 - chance) / (1 - chance)) < 1e-9)
    #expect(agreement.f1 == 0.5)
  }

  @Test func `full agreement is one and nothing marked has no meaning`() throws {
    let marks = [try mark("ليلى", "PER")]
    #expect(Agreement(marks, marks, of: text).kappa == 1)
    #expect(Agreement(marks, marks, of: text).f1 == 1)
    #expect(Agreement([], [], of: text).kappa == nil)
    #expect(try #require(Agreement(marks, [], of: text).kappa) == 0)
  }

  @Test func `the union has all once and asks where kinds or bounds contradict`() throws {
    var note = try mark("بعيدة", "yellow")
    note.note = "كم؟"
    var tagged = try mark("ليلى الحداد", "PER")
    tagged.tags = ["وزيرة"]
    let first = [try mark("ليلى الحداد", "PER"), try mark("الزهراء", "LOC"), note]
    let second = [tagged, try mark("مدينة الزهراء", "LOC"), try mark("هنا", "blue")]
    let union = AnnotationUnion(first, second)
    #expect(union.annotations.count == 5 && union.conflicts == 1)
    #expect(union.annotations[0].tags == ["وزيرة"])
    let asked = union.annotations.filter(\.isProposal)
    #expect(asked.map(\.anchor.exact) == ["الزهراء", "مدينة الزهراء"])
    #expect(Set(asked.map(\.conflict)).count == 1 && asked[0].conflict != nil)
  }
}
