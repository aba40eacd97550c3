import ArabicText
import Platform
import Testing

@testable import Annotations

/// What a file leaves open is refused, or told: it is not guessed in silence.
@Suite struct ImportDoubtTests {
  private let text = ImportSample.article
  private let quoted = JSON.string(ImportSample().text).line

  @Test(arguments: [
    "أحمد L-PER\nمنصور L-PER", "أحمد I-PER\nمنصور L-PER", "أحمد B-PER\nمنصور O",
    "أحمد B-PER\nمنصور B-PER", "أحمد B-PER\nمنصور L-LOC", "أحمد E-PER\nمنصور O",
  ])
  func `a span whose tags do not say its ends is refused where others do`(tags: String) throws {
    let content =
      "زار O\n\(tags)\nالقاهرة S-LOC\nأمس O\n"
      + "وقالت O\nليلى B-PER\nالحداد E-PER\n"
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.annotations.map(\.anchor.exact) == ["القاهرة", "ليلى الحداد"])
    #expect(!result.refused.isEmpty)
    let areBroken = result.refused.allSatisfy {
      if case .tagsBroken = $0.reason { true } else { false }
    }
    #expect(areBroken)
  }

  @Test func `tokens that have not one tag each are refused, and numbers are tokens`() throws {
    func row(_ tokens: String, _ tags: String) -> String {
      "{\"tokens\": [\(tokens)], \"ner_tags\": [\(tags)]}\n"
    }
    let content =
      row("\"زار\", \"أحمد\", \"منصور\"", "\"O\", \"B-PER\"")
      + row("\"زار\", \"أحمد\"", "\"O\", \"B-PER\", \"I-PER\"")
      + row("\"أحمد\", null", "\"O\", \"B-PER\"")
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.annotations == [])
    #expect(
      result.refused.map(\.reason) == [
        .tagsMiscounted(tokens: 3, tags: 2), .tagsMiscounted(tokens: 2, tags: 3),
        .tokensMissing(label: "PER"),
      ])
    let year = AnchoredText(DecodedText("منذ عام 2011 وحتى الآن"), contentHash: "b")
    let number = try ExchangeFormat.readAny(
      row("\"عام\", 2011", "\"O\", \"B-DATE\""), of: year)
    #expect(number.annotations.map(\.anchor.exact) == ["2011"])
  }

  @Test func `offsets that cut words are told where no words confirm them`() throws {
    let (row, quoting) = (
      "{\"text\": \(quoted), \"label\": [[6, 15, \"PER\"], [17, 23, \"LOC\"]]}",
      "[{\"start\": 6, \"end\": 15, \"label\": \"PER\", \"text\": \"أحمد منصو\"}]"
    )
    #expect(try ExchangeFormat.readAny(row, of: text).cutting == 2)
    #expect(try ExchangeFormat.readAny(quoting, of: text).cutting == 0)
    for sample in ImportSample.all {
      #expect(try ExchangeFormat.readAny(sample.content, of: text).cutting == 0)
    }
  }
}
