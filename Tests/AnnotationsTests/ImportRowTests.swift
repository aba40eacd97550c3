import ArabicText
import Platform
import TestSupport
import Testing

@testable import Annotations

/// Rows of files: each is taken in or told of.
@Suite struct ImportRowTests {
  private let text = ImportSample.article

  private func reasons(_ content: String) throws -> [ImportReason] {
    let result = try ExchangeFormat.readAny(content, of: text)
    return (result.leftOut + result.refused).map(\.reason)
  }

  private var quoted: String { JSON.string(ImportSample().text).line }

  @Test func `bounds of every wrong kind are refused one by one, and the right ones go in`() throws
  {
    let wrong = [
      "[-3, 2, \"X\"]", "[9, 5, \"X\"]", "[3, 3, \"X\"]", "[10, 99999, \"X\"]",
      "[10, 9223372036854775807, \"X\"]", "[-9223372036854775808, 3, \"X\"]",
      "[1e300, 2e300, \"X\"]", "[0.5, 3, \"X\"]", "[\"0\", \"3\", \"X\"]", "[null, 3, \"X\"]",
      "[2, 5]", "[2, 5, \"\"]", "[]", "[2]", "{\"start\": 3}",
      "{\"offset\": 9223372036854775807, \"length\": 9}",
    ]
    let content = """
      {"text": \(quoted), "label": [[6, 16, "PER"], \(wrong.joined(separator: ", ")), [17, 24, "LOC"]]}
      """
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.annotations.map(\.anchor.exact) == ["أحمد منصور", "القاهرة"])
    #expect(
      result.refused.map(\.spot) == wrong.indices.map { ImportSpot.part(.line(1), $0 + 2) })
    let reasons = result.refused.map(\.reason)
    #expect(
      reasons == [
        .emptySpan(start: -3, end: 2), .emptySpan(start: 9, end: 5), .emptySpan(start: 3, end: 3),
        .outside(start: 10, end: 99999, count: 102), .outside(start: 10, end: .max, count: 102),
        .emptySpan(start: .min, end: 3), .noOffsets, .noOffsets, .noOffsets, .noOffsets,
        .saysNothing, .saysNothing, .noOffsets, .noOffsets, .noOffsets, .noOffsets,
      ])
  }

  @Test func `lines that are no JSON are refused by their number, and the rest goes in`() throws {
    let row = ImportSample().doccano().trimmingBlanks
    let content = "{\"text\": \"وصل\"\n\(row)\n\nلا شيء\n\(row.dropLast(9))\n{\"a\": 1}\n\(row)"
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.annotations.count == 8)
    #expect(result.refused.map(\.spot) == [.line(1), .line(4), .line(5), .line(6)])
    #expect(result.refused.last?.reason == .unknownRow)
  }

  @Test(arguments: ["reject", "ignore", "Reject"])
  func `what Prodigy's annotator has not accepted is left out and told`(answer: String) throws {
    let result = try ExchangeFormat.readAny(ImportSample().prodigy(answer: answer), of: text)
    #expect(result.annotations == [])
    #expect(result.leftOut.map(\.spot) == (1...4).map { .part(.line(1), $0) })
    let reason = answer == "ignore" ? ImportReason.skipped : .rejected
    #expect(result.leftOut.allSatisfy { $0.reason == reason })
  }

  @Test func `what has no passage is told by its row`() throws {
    #expect(
      try reasons("{\"text\": \(quoted), \"label\": [\"سياسة\", \"خبر\"]}")
        == [.documentLabel("سياسة"), .documentLabel("خبر")])
    #expect(try reasons("{\"text\": \(quoted), \"label\": []}") == [.emptyRow])
    #expect(try reasons("{\"text\": \(quoted)}") == [.emptyRow])
    #expect(
      try reasons("{\"text\": \(quoted), \"cats\": {\"A\": 1.0, \"B\": 0.0}, \"entities\": []}")
        == [.documentLabel("A")])
    #expect(
      try reasons(
        """
        {"text": \(quoted), "entities": [], "relations": [{"id": 1, "from_id": 1, "to_id": 2}],
        "Comments": ["جيد"]}
        """) == [.relation, .ofWholePage])
    #expect(
      try reasons("{\"tokens\": [\"زار\", \"أحمد\"], \"ner_tags\": [0, 1]}") == [.numbersForTags])
    #expect(
      try reasons(
        """
        [{"id": "a", "type": "Annotation", "motivation": "linking", "body": [],
        "target": [{"id": "#1"}, {"id": "#2"}]}, {"type": "Annotation", "body": "x",
        "target": "https://example.org"}, {"type": "Annotation", "body": "x", "target": {
        "selector": {"type": "SvgSelector", "value": "<svg/>"}}}]
        """) == [.relation, .ofWholePage, .noSelector])
    #expect(
      try reasons(
        """
        {"total": 2, "rows": [{"id": "r", "uri": "u", "user": "acct:a@b", "text": "نعم",
        "references": ["q"], "target": [{"source": "u"}]}, {"id": "p", "uri": "u",
        "user": "acct:a@b", "text": "صفحة", "target": [{"source": "u"}]}]}
        """) == [.ofWholePage, .ofWholePage])
  }

  @Test func `brat's lines are told by their name and number`() throws {
    let result = try ExchangeFormat.readAny(
      """
      T1\tPER 6 16\tأحمد منصور
      R1\tLives Arg1:T1 Arg2:T2
      *\tEquiv T1 T2
      E1\tVisit:T1
      N1\tReference T1 Wikidata:Q1\tأحمد
      A1\tNegation T1
      M2\tConfidence T1 high
      A3\tNegation T9
      #1\tAnnotatorNotes T1\tمن هو؟
      #2\tAnnotatorNotes T8\tلا أحد
      T1\tLOC 17 24\tالقاهرة
      T3\tLOC 17
      T4\tLOC x y\tالقاهرة
      T5\tLOC 2 5;17 24\tزار القاهرة
      T6\tPER 6 10;11 16\tأحمد منصور
      what is this
      """, of: text)
    #expect(result.annotations.map(\.anchor.exact) == ["أحمد منصور", "أحمد منصور"])
    #expect(result.annotations.first?.tags == ["Negation", "Confidence=high"])
    #expect(result.annotations.first?.note == "من هو؟")
    func spot(_ name: String, _ line: Int) -> ImportSpot { .named(name, .line(line)) }
    #expect(
      Set(result.leftOut.map(\.spot)) == [
        spot("R1", 2), spot("*", 3), spot("E1", 4), spot("N1", 5),
      ])
    #expect(
      Set(result.refused) == [
        .init(spot: spot("A3", 8), reason: .noSuchTarget("T9")),
        .init(spot: spot("#2", 10), reason: .noSuchTarget("T8")),
        .init(spot: spot("T1", 11), reason: .nameTaken),
        .init(spot: .line(12), reason: .unknownLine),
        .init(spot: spot("T4", 13), reason: .noOffsets),
        .init(spot: spot("T5", 14), reason: .inPieces),
        .init(spot: .line(16), reason: .unknownLine),
      ])
  }

  @Test func `layers of grammar, chains and relations of WebAnno are told, spans taken`() throws {
    let content = """
      #FORMAT=WebAnno TSV 3.3
      #T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
      #T_SP=webanno.custom.Claim|kind|sure
      #T_RL=webanno.custom.Link|label|BT_webanno.custom.Claim


      #Text=👍 زار أحمد
      1-1\t0-2\t👍\tSYM\t_\t_\t_\t_
      1-2\t3-6\tزار\tVERB\tخبر[1]|x\\|y[2]\t*[1]|yes[2]\tcause\t1-1
      1-3\t7-11\tأحمد\tNOUN\tخبر[1]\t*[1]\t_\t_
      wrong
      """
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.annotations.map(\.anchor.exact) == ["زار أحمد", "زار"])
    #expect(result.annotations.map(\.tags) == [["خبر"], ["x|y", "sure=yes"]])
    #expect(result.leftOut.map(\.reason) == [.placeless(type: "POS"), .relation])
    #expect(result.refused.map(\.reason) == [.unknownLine])
  }

  @Test func `rows of other texts are refused a row at a time`() throws {
    let other =
      "{\"text\": \"خبر آخر عن القاهرة\", \"label\": [[0, 3, \"a\"], [11, 18, \"LOC\"]]}\n"
    let result = try ExchangeFormat.readAny(
      other + ImportSample().doccano() + other, of: text)
    #expect(result.annotations.count == 4)
    #expect(
      result.refused == [1, 3].map { .init(spot: .line($0), reason: .otherText(count: 2)) })
    #expect(result.refusedCount == 4)
  }

  @Test func `what Rawi has written for itself is refused where it is damaged`() throws {
    let span =
      "{\"start\": 6, \"end\": 16, \"label\": \"PER\", \"rawi\": {\"id\": \"x\", \"created\": @}}"
    for (created, expected) in [("\"gestern\"", [ImportReason.damagedDetails]), ("0", [])] {
      let row = span.replacing("@", with: created)
      #expect(try reasons("{\"text\": \(quoted), \"spans\": [\(row)]}") == expected)
      let brat = "T1\tPER 6 16\tأحمد منصور\n#1\tRawi T1\t{\"id\": \"x\", \"created\": \(created)}\n"
      #expect(try reasons(brat) == expected)
      #expect(try reasons(brat.replacing("}", with: "")) == [.damagedDetails])
    }
  }

  @Test(arguments: ["", String(repeating: "ن", count: 5000)])
  func `an annotation whose name is none gets one`(name: String) throws {
    let sample = ImportSample()
    for content in [
      sample.recogito().replacing("\"#a1\"", with: "\"\(name)\""),
      sample.hypothesis().replacing("\"h1\"", with: "\"\(name)\""),
    ] {
      let result = try ExchangeFormat.readAny(content, of: text)
      #expect(result.annotations.count == 4)
      #expect(result.annotations.allSatisfy { AnnotationID(checking: $0.id.rawValue) != nil })
    }
  }

  @Test func `two items of one name both count`() throws {
    let sample = ImportSample()
    for content in [
      sample.recogito().replacing("\"#a1\"", with: "\"#a0\""),
      sample.hypothesis().replacing("\"h1\"", with: "\"h0\""),
      sample.labelStudio().replacing("\"r1\"", with: "\"r0\""),
      sample.labelStudio().replacing("\"r1\"", with: "7").replacing("\"r0\"", with: "7"),
    ] {
      let result = try ExchangeFormat.readAny(content, of: text)
      #expect(result.annotations.count == 4 && Set(result.annotations.map(\.id)).count == 4)
      #expect(result.refused == [])
    }
  }

  @Test(arguments: ImportSample.all.indices, Fuzz.seeds(12))
  func `damaged files are read as far as they go, and each item counts once`(
    index: Int, seed: Int
  ) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let whole = Array(ImportSample.all[index].content.utf8)
    for _ in 0..<8 {
      let content = String(decoding: generator.mutated(whole), as: UTF8.self)
      guard let source = try? ImportSource(content) else { continue }
      let file = source.file(of: text)
      let result = try ExchangeFormat.readAny(content, of: text)
      #expect(
        result.annotations.count + result.findings + result.leftOut.count + result.refusedCount
          == file.entries.count)
      for found in result.annotations { #expect(text.span(at: found.anchor) != nil) }
    }
  }

  @Test(arguments: Fuzz.seeds(60))
  func `each line of damaged JSON Lines is taken in or told of`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let sample = ImportSample()
    let rows = [
      sample.doccano(), sample.doccanoEntities, sample.prodigy(), sample.spaCyPair,
      sample.spaCyDocument, sample.tokenRow,
    ].map { Array($0.trimmingBlanks.utf8) }
    let lines = rows.map { row in
      Bool.random(using: &generator)
        ? row : generator.mutated(row).filter { $0 != 0x0A && $0 != 0x0D }
    }
    let content = lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    guard let source = try? ImportSource(content) else { return }
    var numbers: Set<Int> = []
    for entry in source.file(of: text).entries {
      guard let number = entry.spot?.lineNumber else { return }
      numbers.insert(number)
    }
    let written = ImportLine.lines(of: content).filter { !$0.isBlank }.map(\.number)
    #expect(numbers == Set(written))
  }
}

extension ImportEntry {
  fileprivate var spot: ImportSpot? {
    switch self {
    case .item(let item): item.spot
    case .placed(let spot, _, _), .refused(let spot, _), .leftOut(let spot, _): spot
    case .finding: nil
    }
  }
}

extension ImportSpot {
  fileprivate var lineNumber: Int? {
    switch self {
    case .line(let number): number
    case .row: nil
    case .part(let whole, _), .named(_, let whole): whole.lineNumber
    }
  }
}
