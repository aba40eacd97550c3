import ArabicText
import Testing

@testable import ArabicAnalysis

/// What is said in an article as it is passed on: in lists, to the clipboard, on a terminal.
struct PassedOnTests {
  @Test func `names and quotations that are passed on have one blank between words`() {
    let document = Document("قال عبد  الفتاح   البرهان إن «الجيش  سينتصر في الحرب».\n")
    let analysis = Analyzer(tagger: nil).analyze(document)
    #expect(analysis.entities.map(\.canonical) == ["عبد الفتاح البرهان"])
    #expect(
      analysis.quotations.map { analysis.attributed($0, in: document.text) } == [
        "«الجيش سينتصر في الحرب» — عبد الفتاح البرهان"
      ])
  }
}
