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

  @Test(arguments: [
    ("أحمد B-PER\nمنصور I-LOC", 2), ("أحمد O\nمنصور I-PER", 1), ("أحمد I-PER\nمنصور B-PER", 1),
    ("أحمد B-PER\nمنصور I-PER\nالقاهرة I-LOC", 2),
  ])
  func `a name that begins with I- is refused where B- begins others`(
    tags: String, count: Int
  ) throws {
    let rest = "أمس O\nوقالت O\nليلى B-PER\nالحداد I-PER\n"
    let result = try ExchangeFormat.readAny("زار O\n\(tags)\n\(rest)", of: text)
    #expect(result.annotations.last?.anchor.exact == "ليلى الحداد" && !result.hasFreeBeginnings)
    let broken = result.refused.filter {
      if case .tagsBroken = $0.reason { true } else { false }
    }
    #expect(broken.count == count)
    // As of a file, so of rows of tokens: a row alone would be lawful.
    let rows = [tags, rest].map { lines in
      let pairs = lines.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      return "{\"tokens\": \(JSON.strings(pairs.map { $0[0] }).line), "
        + "\"ner_tags\": \(JSON.strings(pairs.map { $0[1] }).line)}\n"
    }
    #expect(try ExchangeFormat.readAny(rows.joined(), of: text).refused.count == count)
  }

  @Test(arguments: [
    ("أحمد I-PER\nمنصور I-PER", ["أحمد منصور"]), ("أحمد I-PER\nمنصور B-PER", ["أحمد", "منصور"]),
    ("أحمد I-PER\nمنصور I-LOC", ["أحمد", "منصور"]),
  ])
  func `in IOB1 a name begins with I-, which is told`(tags: String, names: [String]) throws {
    let result = try ExchangeFormat.readAny(
      "زار O\n\(tags)\nالقاهرة O\nأمس O\nوقالت O\nليلى I-PER\nالحداد I-PER\n", of: text)
    #expect(result.annotations.map(\.anchor.exact) == names + ["ليلى الحداد"])
    #expect(result.refused == [] && result.hasFreeBeginnings)
  }

  @Test func `a row with fewer columns than others is refused, and its last one is no tag`() throws
  {
    let result = try ExchangeFormat.readAny(
      "زار -X- B-VP O\nأحمد -X- B-NP\nالقاهرة -X- B-NP B-LOC\nأمس -X- O O\n", of: text)
    #expect(result.annotations.map(\.anchor.exact) == ["القاهرة"])
    #expect(result.refused == [.init(spot: .line(2), reason: .unknownLine)])
  }

  @Test(arguments: [
    ("زار O\nأحمد B-PER\nمنصور\nالقاهرة O", "PER"), ("زار O\nأحمد I-PER\nمنصور\nالقاهرة O", "PER"),
    ("زار O\nأحمد\nمنصور I-PER\nالقاهرة O", "PER"),
    ("زار O\nأحمد\nمنصور I-PER\nالقاهرة I-PER", "PER"),
  ])
  func `a name that may go on in a row that cannot be read is refused`(
    rows: String, label: String
  ) throws {
    for (first, tags) in [("ليلى B-PER", rows), ("ليلى I-PER", rows.replacing("B-", with: "I-"))] {
      let result = try ExchangeFormat.readAny(
        tags + "\nأمس O\nوقالت O\n\(first)\nالحداد I-PER\n", of: text)
      #expect(result.annotations.map(\.anchor.exact) == ["ليلى الحداد"])
      let reasons = result.refused.map(\.reason)
      #expect(reasons.contains(.unknownLine) && reasons.count == 2)
      #expect(
        reasons.contains(.besideUnreadLine(label: label))
          || reasons.contains(.tagsBroken(label: label)))
    }
  }

  @Test func `as in CoNLL, so in CoNLL-U and in WebAnno's rows`() throws {
    for content in [ImportSample().conllU, ImportSample().webAnno()] {
      let whole = try ExchangeFormat.readAny(content, of: text)
      #expect(whole.annotations.count == 4)
      var lines = content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for (index, line) in lines.enumerated() where line.contains("منصور") {
        lines[index] = line.split(separator: "\t").prefix(3).joined(separator: "\t")
      }
      let cut = try ExchangeFormat.readAny(lines.joined(separator: "\n"), of: text)
      #expect(cut.annotations.map(\.anchor.exact) == ["ليلى الحداد", "القاهرة", "شركة السواعد"])
      let reasons = Set(cut.refused.map(\.reason))
      #expect(reasons == [.unknownLine, .besideUnreadLine(label: "PER")])
    }
  }

  @Test func `of labels that exclude each other none is dropped`() throws {
    let region = "\"id\": \"r\", \"type\": \"labels\", \"value\": {\"start\": 7, \"end\": 17"
    let labels = "\"labels\": [\"PER\", \"ORG\", \"green\", \"red\", \"PERSON\", \"خبر\"]"
    let task =
      "[{\"data\": {\"text\": \(quoted)}, \"annotations\": [{\"result\": [{\(region), \(labels)}}]}]}]"
    let row = "{\"text\": \(quoted), \"spans\": [{\"start\": 6, \"end\": 16, \(labels)}]}"
    for content in [task, row] {
      let result = try ExchangeFormat.readAny(content, of: text)
      let annotation = try #require(result.annotations.first)
      #expect(result.annotations.count == 1 && annotation.anchor.exact == "أحمد منصور")
      #expect(annotation.label == "PER" && annotation.color == .green)
      #expect(Set(annotation.tags) == ["ORG", "red", "خبر"])
    }
    let lines = ImportSample().webAnno().split(separator: "\n", omittingEmptySubsequences: false)
    let quarrel = lines.map { line in
      line.contains("منصور") ? String(line).replacing("PER[1]", with: "LOC[1]") : String(line)
    }
    let result = try ExchangeFormat.readAny(quarrel.joined(separator: "\n"), of: text)
    #expect(result.annotations.first?.label == "PER")
    #expect(result.annotations.first?.tags == ["value=LOC"])
  }

  @Test func `spaCy's identifiers are kept as tags`() throws {
    let pair = "[\(quoted), {\"entities\": [[6, 16, \"PER\", \"Q7\"]]}]"
    let document =
      "{\"text\": \(quoted), \"ents\": [{\"start\": 6, \"end\": 16, \"label\": \"PER\", \"kb_id\": \"Q7\"}]}"
    for content in [pair, document] {
      let result = try ExchangeFormat.readAny(content, of: text)
      #expect(result.annotations.map(\.tags) == [["kb_id=Q7"]])
      #expect(result.annotations.first?.label == "PER")
    }
  }

  @Test func `an answer that is none and a tag of no scheme are refused`() throws {
    let row = ImportSample().prodigy(answer: "perhaps")
    let result = try ExchangeFormat.readAny(row, of: text)
    #expect(result.annotations == [] && result.leftOut.count == 4)
    #expect(result.leftOut.first?.reason == .unknownAnswer("perhaps"))
    let tokens = try ExchangeFormat.readAny(
      "{\"tokens\": [\"زار\", \"أحمد\"], \"ner_tags\": [\"PERSON!\", \"B-PER\"]}", of: text)
    #expect(tokens.refused.map(\.reason) == [.unknownTag("PERSON!")])
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
