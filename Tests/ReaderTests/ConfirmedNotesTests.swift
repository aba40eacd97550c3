import ArabicText
import Platform
import Reader
import TestSupport
import Testing

@testable import Annotations

/// What the store confirms is taken over, be it one change or many.
@Suite struct ConfirmedNotesTests {
  @Test(arguments: Fuzz.seeds(8))
  func `annotations stand in the same order, told one by one or together`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var (single, together) = (ReaderFixture(), ReaderFixture())
    let text = AnchoredText(single.state.article.document.text, contentHash: "a")
    var known: [PlacedAnnotation] = []
    var answers: [StoreAnswer] = []
    for _ in 0..<40 {
      var outcome = AnnotationOutcome(summary: "highlighted")
      switch (Int.random(in: 0..<4, using: &random), known.indices.randomElement(using: &random)) {
      case (0, let index?): outcome.removed = [known.remove(at: index).id]
      case (1, let index?):
        known[index] = PlacedAnnotation(known[index].annotation, .orphan)
        outcome.changed = [known[index]]
      default:
        let start = Int.random(in: 0..<6, using: &random)
        let anchor = try #require(text.anchor(start: start, end: start + 3))
        let span = TextSpan(utf8: 2 * start..<2 * start + 6)
        known.append(PlacedAnnotation(Annotation(anchor: anchor, color: .green), .exact(span)))
        outcome.changed = known.suffix(1)
      }
      answers.append(.done(.highlighted, outcome))
    }
    for answer in answers { single.answer(.notes(answer)) }
    together.answer(.notes(.several(answers)))
    let items = single.state.article.notes.items
    #expect(items.map(\.id) == PlacedAnnotation.inOrder(known).map(\.id))
    #expect(items == together.state.article.notes.items)
  }
}
