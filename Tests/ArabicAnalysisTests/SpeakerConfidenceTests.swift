import ArabicAnalysis
import ArabicText
import Testing

/// How sure a quotation is depends on how its speaker is known.
@Suite struct SpeakerConfidenceTests {
  private func confidences(_ text: String) -> [Double] {
    Analyzer().analyze(Document(text)).quotations.map(\.confidence)
  }

  @Test func `a speaker who is guessed at is less sure than one who is named`() throws {
    let found = confidences("قال سامي الحداد إن الطريق مغلق. وقال إن الجسر انهار.")
    try #require(found.count == 2)
    #expect(found[1] < found[0])
  }

  @Test func `a source without a name is less sure than one with it`() throws {
    let found = confidences("قال سامي الحداد إن الطريق مغلق. وقال سائق حافلة إن الجسر انهار.")
    try #require(found.count == 2)
    #expect(found[1] < found[0])
  }
}
