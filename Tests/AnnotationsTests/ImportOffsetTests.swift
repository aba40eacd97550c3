import ArabicText
import Platform
import TestSupport
import Testing

@testable import Annotations

/// How offsets of other tools are read: by the words that they quote.
@Suite struct ImportOffsetTests {
  private let text = ImportSample.article

  /// The article with other line ends.
  private static func article(_ ends: String) -> AnchoredText {
    AnchoredText(
      DecodedText(ImportSample().text.replacing("\n", with: ends)), contentHash: "a")
  }

  /// The forms that quote words, in a unit, with the unit that each is documented in.
  private static let quoting: [@Sendable (ImportSample, OffsetUnit) -> String] = [
    { $0.brat($1) }, { $0.labelStudio($1) }, { $0.labelStudioMinimal($1) }, { $0.recogito($1) },
    { $0.hypothesis($1) }, { $0.webAnno($1) },
  ]

  private func checkPlaces(
    _ result: ImportResult, in text: AnchoredText, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(result.refused == [], sourceLocation: sourceLocation)
    #expect(
      result.annotations.map(\.anchor.exact) == ImportSample.marked.map(\.1),
      sourceLocation: sourceLocation)
    // The second القاهرة, which stands behind إن.
    let place = try #require(result.annotations.first { $0.anchor.exact == "القاهرة" })
    #expect(place.anchor.prefix.hasSuffix("إن "), sourceLocation: sourceLocation)
    for annotation in result.annotations { #expect(text.span(at: annotation.anchor) != nil) }
  }

  @Test(arguments: quoting.indices, OffsetUnit.allCases)
  func `offsets in any unit are read where the quoted words stand`(
    form: Int, unit: OffsetUnit
  ) throws {
    let content = Self.quoting[form](ImportSample(), unit)
    let result = try ExchangeFormat.readAny(content, of: text)
    try checkPlaces(result, in: text)
    #expect(result.moved == 0)
    let documented = try ImportSource(content).kind.unit
    #expect(result.readings == (unit == documented ? [:] : [OffsetReading(unit: unit): 4]))
  }

  @Test(arguments: quoting.indices, ["\n", "\r\n"])
  func `offsets that were counted with other line ends are read`(form: Int, ends: String) throws {
    let tool = ImportSample(
      text: ImportSample().text.replacing("\n", with: ends == "\n" ? "\r\n" : "\n"))
    let text = Self.article(ends)
    for unit in OffsetUnit.allCases {
      let result = try ExchangeFormat.readAny(Self.quoting[form](tool, unit), of: text)
      try checkPlaces(result, in: text)
      #expect(result.moved == 0)
    }
  }

  @Test(arguments: [0, 3, 4, 5], OffsetUnit.allCases)
  func `a byte order mark that was counted is`(form: Int, unit: OffsetUnit) throws {
    let tool = ImportSample(text: "\u{FEFF}" + ImportSample().text)
    let result = try ExchangeFormat.readAny(Self.quoting[form](tool, unit), of: text)
    try checkPlaces(result, in: text)
    #expect(result.moved == 0 && result.readings.keys.allSatisfy(\.countsMark))
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}", "\n  "])
  func `rows of the same text with other line ends or blanks are placed in the article`(
    ends: String, start: String
  ) throws {
    var tool = ImportSample()
    tool.text = start + tool.text.replacing("\n", with: ends)
    for ends in ["\n", "\r\n", "\r"] {
      let text = Self.article(ends)
      for content in [tool.doccano(), tool.prodigy(), tool.spaCyPair, tool.labelStudio()] {
        let result = try ExchangeFormat.readAny(content, of: text)
        try checkPlaces(result, in: text)
        #expect(result.moved == 0)
      }
    }
  }

  @Test func `items of one file may count differently, and each reading is told`() throws {
    let sample = ImportSample()
    let lines = [OffsetUnit.scalars, .utf16, .utf8, .scalars].map {
      sample.brat($0).split(separator: "\n")
    }
    let content = lines.enumerated().map { String($1[$0]) }.joined(separator: "\n")
    let result = try ExchangeFormat.readAny(content, of: text)
    try checkPlaces(result, in: text)
    #expect(result.readings == [OffsetReading(unit: .utf16): 1, OffsetReading(unit: .utf8): 1])
  }

  @Test func `words whose offsets fit nowhere are taken where they stand once, as words`() throws {
    let content = """
      T1\tPER 900 910\tأحمد منصور
      T2\tLOC 3 10\tالقاهرة
      T3\tORG 0 3\tمقر
      T4\tPER 1 5\tزيد
      T5\tX 1 5\tصور
      """
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.annotations.map(\.anchor.exact) == ["أحمد منصور", "مقر"])
    #expect(result.moved == 2)
    #expect(
      result.refused.map(\.reason) == [
        .severalPlaces("القاهرة", count: 3), .otherWords(there: " زار", wanted: "زيد"),
        .otherWords(there: " زار", wanted: "صور"),
      ])
  }

  @Test func `words that stand too often are at no place, and that is told`() throws {
    // The one word among the first thousand places is not the only one.
    let string = "كتب " + String(repeating: "مكتبي ", count: 1200) + "كتب"
    let text = AnchoredText(DecodedText(string), contentHash: "a")
    let result = try ExchangeFormat.readAny("T1\tPER 1 2\tكتب\n", of: text)
    #expect(result.annotations.isEmpty)
    #expect(result.refused.map(\.reason) == [.manyPlaces("كتب", count: 1000)])
  }

  @Test func `the words around decide between several places`() throws {
    let content = """
      {"type": "Annotation", "body": "x", "target": {"selector": {"type": "TextQuoteSelector",
      "exact": "القاهرة", "prefix": "في صفحة أخرى إن ", "suffix": " مدينة كبيرة."}}}
      """
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.annotations.map(\.anchor.start.scalars) == [53])
  }

  // MARK: Offsets without words

  @Test(arguments: [OffsetUnit.utf16, .utf8])
  func `offsets alone that cut words, but not in another unit, are refused until a person says`(
    unit: OffsetUnit
  ) throws {
    let sample = ImportSample()
    let spans = sample.items.map { item in
      let (start, end) = sample.bounds(item, unit)
      return "[\(start), \(end), \"\(item.label)\"]"
    }
    let content =
      "{\"text\": \(JSON.string(sample.text).line), \"label\": [\(spans.joined(separator: ","))]}"
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.annotations == [] && result.refused.count == 4)
    for refusal in result.refused {
      guard case .unitInDoubt(_, let other, let reading) = refusal.reason else {
        Issue.record("\(refusal)")
        continue
      }
      #expect(ImportSample.marked.map(\.1).contains(other) && reading.unit == unit)
    }
    try checkPlaces(try ExchangeFormat.readAny(content, of: text, unit: unit), in: text)
  }

  @Test func `passages that were marked carelessly stay as they are`() throws {
    let content = """
      {"text": \(JSON.string(ImportSample().text).line), "label": [[2, 6, "a"], [6, 16, "PER"],
      [17, 24, "LOC"], [38, 49, "PER"], [11, 14, "b"]]}
      """
    let result = try ExchangeFormat.readAny(
      content.replacing("\n", with: " "), of: text)
    #expect(
      result.annotations.map(\.anchor.exact) == [
        "زار ", "أحمد منصور", "القاهرة", "ليلى الحداد", "منص",
      ])
  }

  @Test(arguments: Fuzz.seeds(40))
  func `no words are taken but those that are quoted`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<10 {
      let text = AnchoredText(
        EditedText(sentences: 8, using: &generator).text, contentHash: "f")
      let scalars = Array(text.text.string(in: text.text.span).unicodeScalars)
      var lines = ""
      var wanted: [String: String] = [:]
      for number in 0..<8 where scalars.count > 40 {
        let start = Int.random(in: 0..<scalars.count - 20, using: &generator)
        let end = start + Int.random(in: 1...12, using: &generator)
        let words = String(String.UnicodeScalarView(scalars[start..<end]))
        guard !words.contains(where: { $0.isNewline }) else { continue }
        let shift = Int.random(in: -3...30, using: &generator)
        lines += "T\(number)\ttag\(number) \(start + shift) \(end + shift)\t\(words)\n"
        wanted["tag\(number)"] = words
      }
      guard let result = try? ExchangeFormat.readAny(lines, of: text) else { continue }
      for annotation in result.annotations {
        let words = try #require(annotation.tags.first.flatMap { wanted[$0] })
        #expect(annotation.anchor.exact.split(separator: " ") == words.split(separator: " "))
        #expect(text.span(at: annotation.anchor) != nil)
      }
    }
  }
}
