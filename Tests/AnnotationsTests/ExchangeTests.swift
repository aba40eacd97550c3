import ArabicText
import Platform
import TestSupport
import Testing

@testable import Annotations

@Suite struct ExchangeTests {
  private static let article = """
    وزيرة النقل تفتتح جسر النهر
    افتتحت وزيرة النقل ليلى الحداد جسرا جديدا في مدينة الزهراء، وقالت إن «الجسر يربط القرى» 😀.
    وأضافت الحداد أن شركة السواعد أنهت العمل قبل موعده.
    """
  private let text = AnchoredText(DecodedText(Self.article), contentHash: "a")

  private func annotation(_ words: String, in text: AnchoredText? = nil) throws -> Annotation {
    let text = text ?? self.text
    let span = try #require(
      text.text.places(of: words.utf8, in: text.text.span, limit: 1).first)
    return Annotation(
      anchor: text.passage(span), created: Timestamp(milliseconds: 1_700_000_000_123))
  }

  private func document(_ annotations: [Annotation]) -> ExchangeDocument {
    ExchangeDocument(text: text, name: "خبر.txt", annotations: text.place(annotations))
  }

  @Test func `the form of the W3C has both selectors and says who, when and why`() throws {
    var given = try annotation("ليلى الحداد")
    (given.color, given.note, given.tags, given.author) = (.green, "من هي؟", ["نقل"], "هند")
    let json = try JSON(parsing: W3CFormat.write(document([given])).content)
    let item = try #require(json["items"]?.elements.first)
    #expect(json["@context"]?.elements.first?.string == "http://www.w3.org/ns/anno.jsonld")
    #expect(item["id"]?.string == "urn:uuid:\(given.id.rawValue)")
    #expect(item["created"]?.string == "2023-11-14T22:13:20.123Z")
    #expect(item["motivation"] == .strings(["highlighting", "commenting", "tagging"]))
    let selectors = try #require(item["target"]?["selector"]?.elements)
    #expect(selectors[0]["start"]?.integer == 47 && selectors[0]["end"]?.integer == 58)
    #expect(selectors[1]["exact"]?.string == "ليلى الحداد")
    #expect(selectors[1]["suffix"]?.string?.unicodeScalars.count == 32)
  }

  @Test(arguments: ExchangeFormat.allCases)
  func `offsets of an earlier version of the text never go out`(_ format: ExchangeFormat) throws {
    var given = try annotation("ليلى الحداد")
    given.note = "من هي؟"
    let (start, end) = (given.anchor.start.scalars, given.anchor.end.scalars)
    let other = AnchoredText(
      DecodedText(String(repeating: "نص آخر لا يشبهه. ", count: 12)), contentHash: "b")
    let placed = other.place([given])
    #expect(placed.map(\.placement.isCertain) == [false])
    let content = format.write(
      ExchangeDocument(text: other, name: "b", annotations: placed)
    ).content
    let numbers = content.split { !$0.isNumber }.map(String.init)
    #expect(!numbers.contains("\(start)") || !numbers.contains("\(end)"))
    // By its words it is there for those who have the text that it was of.
    guard format == .w3c else { return }
    let back = try format.read(content, of: text)
    #expect(back.annotations.map(\.anchor.exact) == ["ليلى الحداد"])
  }

  @Test func `an annotation of another tool by its words alone is found`() throws {
    let content = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/anno1",
       "type": "Annotation", "motivation": "commenting",
       "body": {"type": "TextualBody", "value": "شركة جديدة"},
       "target": {"source": "http://example.org/a", "selector": {"type": "TextQuoteSelector",
         "exact": "شركة السواعد", "prefix": "الحداد أن ", "suffix": " أنهت"}}}
      """
    let result = try ExchangeFormat.w3c.read(content, of: text)
    let found = try #require(result.annotations.first)
    #expect(found.note == "شركة جديدة" && found.anchor.exact == "شركة السواعد")
    #expect(found.id.rawValue == "http://example.org/anno1")
    #expect(result.moved == 1 && result.refused.isEmpty)
  }

  @Test func `items that do not fit are refused one by one with reasons, and the rest goes in`()
    throws
  {
    let content = """
      {"text": "\(Self.article.replacing("\n", with: "\\n"))", "label": [[47, 58, "PER"], [9000, 9004, "ORG"], [5, 5, "LOC"]]}
      not json
      {"text": "نص لا صلة له بهذا الخبر", "label": [[0, 2, "LOC"]]}
      """
    let result = try ExchangeFormat.jsonl.read(content, of: text)
    #expect(result.annotations.map(\.anchor.exact) == ["ليلى الحداد"])
    let count = Self.article.unicodeScalars.count
    #expect(
      result.refused == [
        .init(spot: .line(2), reason: .notJSON(byte: 0)),
        .init(
          spot: .part(.line(1), 2), reason: .outside(start: 9000, end: 9004, count: count)),
        .init(spot: .part(.line(1), 3), reason: .emptySpan(start: 5, end: 5)),
        .init(spot: .part(.line(3), 1), reason: .otherText(count: 1)),
      ])
  }

  @Test(arguments: [
    #"{"text": "T", "entities": [[47, 58, "PER"]]}"#,
    #"{"text": "T", "entities": [{"id": 1, "start_offset": 47, "end_offset": 58, "label": "PERSON"}]}"#,
    #"{"text": "T", "spans": [{"start": 47, "end": 58, "label": "PERS", "token_start": 7}]}"#,
    #"{"data": {"text": "T"}, "annotations": [{"result": [{"from_name": "label", "type": "labels", "value": {"start": 47, "end": 58, "labels": ["Person"], "text": "ليلى الحداد"}}]}]}"#,
  ])
  func `spans as spaCy, doccano, Prodigy and Label Studio write them are read`(_ line: String)
    throws
  {
    let content = line.replacing(#""T""#, with: "\"\(Self.article.replacing("\n", with: "\\n"))\"")
    let result = try ExchangeFormat.jsonl.read(content, of: text)
    #expect(result.refused.isEmpty)
    let subject = Correction.Subject(name: "ليلى الحداد", kind: .person)
    #expect(result.annotations.map(\.correction) == [.add(subject)])
  }

  @Test func `a file of another state of the text is found by its words where that is sure`() throws
  {
    let older = AnchoredText(DecodedText("عاجل\n" + Self.article), contentHash: "b")
    var given = try annotation("شركة السواعد", in: older)
    given.color = .blue
    let content = JSONLinesFormat.write(
      ExchangeDocument(text: older, name: "a", annotations: older.place([given]))
    ).content
    let result = try ExchangeFormat.jsonl.read(content, of: text)
    #expect(result.moved == 1 && result.annotations.map(\.anchor.exact) == ["شركة السواعد"])
    #expect(result.annotations.map(\.anchor.contentHash) == ["a"])
  }

  @Test func `CoNLL cuts a clitic off and leaves out what overlaps`() throws {
    var (name, verb) = (try annotation("الحداد أن شركة"), try annotation("قالت"))
    (name.tags, verb.tags) = (["جملة طويلة"], ["فعل"])
    var inner = try annotation("شركة")
    inner.tags = ["x"]
    let result = ConllFormat.write(document([name, verb, inner]))
    let lines = result.content.split(separator: "\n").map(String.init)
    #expect(lines.contains("قالت B-فعل") && lines.contains("و O"))
    #expect(lines.contains("الحداد B-جملة_طويلة") && lines.contains("شركة I-جملة_طويلة"))
    #expect(result.leftOut.count == 1)
  }

  @Test func `the table quotes what needs it and the digest names the speaker`() throws {
    var given = try annotation("الجسر يربط القرى")
    (given.note, given.tags, given.color) = ("قال، \"نعم\"\nولا", ["جسور", "قرى"], .pink)
    var document = document([given])
    document.findings = [
      .init(
        span: try #require(text.span(at: given.anchor)), label: "direct", group: "q1",
        name: "ليلى الحداد", isQuotation: true)
    ]
    let table = CSVFormat.write(document).content
    #expect(table.contains("\"قال، \"\"نعم\"\"\nولا\",جسور; قرى,"))
    let digest = MarkdownFormat.write(document).content
    #expect(
      digest == """
        # خبر.txt

        > الجسر يربط القرى
        >
        > — ليلى الحداد

        قال، "نعم"
        ولا

        Tags: جسور, قرى

        """)
  }

  @Test func `a digest lists what the analysis found where that is asked for`() throws {
    func finding(_ words: String, _ label: String, _ group: String, _ name: String?) throws
      -> ExchangeDocument.Finding
    {
      let isQuotation = EntityKind(rawValue: label) == nil
      return .init(
        span: try #require(text.span(at: try annotation(words).anchor)), label: label, group: group,
        name: name, isQuotation: isQuotation)
    }
    var document = document([])
    document.findings = [
      try finding("الزهراء", "LOC", "e2", "الزهراء"),
      try finding("ليلى الحداد", "PER", "e1", "ليلى *الحداد*"),
      try finding("الجسر", "DOC", "e3", "الجسر"),
      try finding("الجسر", "mixed", "q1", "ليلى الحداد"),
      try finding("القرى", "mixed", "q1", "ليلى الحداد"),
      try finding("الحداد أن", "PER", "e1", "ليلى *الحداد*"),
      try finding("شركة السواعد أنهت", "indirect", "q2", nil),
    ]
    document.words.names = "الأسماء"
    document.words.label = { $0 == "PER" ? "شخص" : $0 }
    document.words.count = { "\($0)×" }
    #expect(
      MarkdownFormat.write(document, listsFindings: true).content == """
        # خبر.txt

        ## الأسماء

        - ليلى \\*الحداد\\* — شخص, 2×
        - الزهراء — LOC, 1×

        ## Quotations

        > الجسر … القرى
        >
        > — ليلى الحداد (mixed)

        > شركة السواعد أنهت
        >
        > — speaker unknown (indirect)

        """)
    #expect(MarkdownFormat.write(document).content == "# خبر.txt\n")
  }

  @Test(arguments: [
    ("قال\u{1B}[2Jله\n", "قال O\n\u{1B} O\n[ O\n2J O\nله O\n\n"),
    ("نص \u{202E}\u{7} نص\n", "نص O\n\u{202E}\u{7} O\nنص O\n\n"),
    ("\u{200B}نص\u{FEFF}\u{9B}\n", "\u{200B} O\nنص O\n\u{FEFF}\u{9B} O\n\n"),
  ])
  func `CoNLL keeps every character that is not white space`(_ article: String, _ conll: String)
    throws
  {
    let text = AnchoredText(DecodedText(article), contentHash: "c")
    let document = ExchangeDocument(text: text, name: "a", annotations: [])
    let content = ConllFormat.write(document).content
    let kept = content.unicodeScalars.filter { $0 != "\n" && $0 != " " && $0 != "O" }
    #expect(
      Array(kept) == article.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "O" })
    #expect(Array(content.unicodeScalars) == Array(conll.unicodeScalars))
    // Words beside them are found again in the text.
    let labelled = content.replacing("نص O\n", with: "نص B-x\n")
    #expect(try ExchangeFormat.conll.read(labelled, of: text).refused.isEmpty)
  }

  @Test func `controls of notes and tags are escaped by brat's form and come back`() throws {
    var given = try annotation("الجسر يربط القرى")
    (given.note, given.tags) = ("a\u{1B}[6n\nb\u{202E}", ["t\u{9B}2J", "جسور"])
    let content = BratFormat.write(document([given])).content
    #expect(!content.unicodeScalars.contains { ["\u{1B}", "\u{9B}", "\u{202E}"].contains($0) })
    let back = try ExchangeFormat.brat.read(content, of: text).annotations
    #expect(back.map(\.note) == [given.note] && back.map(\.tags) == [given.tags])
  }

  @Test func `findings go out beside annotations and do not come back as a person's`() throws {
    var document = document([])
    let name = try annotation("ليلى الحداد")
    document.findings = [
      .init(
        span: try #require(text.span(at: name.anchor)), label: "PER", group: "e1", name: "ليلى")
    ]
    for format in [ExchangeFormat.w3c, .brat, .jsonl] {
      let result = try format.read(format.write(document).content, of: text)
      #expect(result.annotations.isEmpty && result.findings == 1 && result.refused.isEmpty)
    }
    #expect(ConllFormat.write(document).content.contains("ليلى B-PER\nالحداد I-PER\n"))
  }

  @Test(arguments: [ExchangeFormat.w3c, .brat, .jsonl], 0..<12)
  func `what goes out complete comes back as it was`(_ format: ExchangeFormat, _ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<6 {
      let text = AnchoredText(
        DecodedText(generator.text(Int.random(in: 1...400, using: &generator))), contentHash: "r")
      let annotations = (0..<8).compactMap { _ in Self.random(in: text, using: &generator) }
      let document = ExchangeDocument(text: text, name: "r", annotations: text.place(annotations))
      let result = try format.read(format.write(document).content, of: text)
      #expect(result.refused == [])
      #expect(Self.forms(result.annotations) == Self.forms(annotations))
    }
  }

  @Test(arguments: 0..<20)
  func `spans that do not overlap come back from CoNLL`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = AnchoredText(EditedText(sentences: 12, using: &generator).text, contentHash: "r")
    let tokens = text.text.paragraphs(in: text.text.span).flatMap {
      Tokenizer.tokens(of: text.text, in: $0.content)
    }
    var annotations: [Annotation] = []
    var index = 0
    while index + 3 < tokens.count {
      let last = index + Int.random(in: 0..<3, using: &generator)
      // From inside a word on, as behind a clitic; but not over the end of a sentence.
      var span = TextSpan(tokens[index].span.lower, tokens[last].span.upper)
      let inner = text.text.scalars(in: tokens[index].span).map(\.offset)
      if let start = inner.dropFirst().first, Bool.random(using: &generator),
        tokens[index].kind == .arabic
      {
        span.lower = start
      }
      if !text.text.string(in: span).contains(where: { ".\n".contains($0) }) {
        annotations.append(
          Label.annotation(
            ["PER", "ORG", "LOC", "وسم"].randomElement(using: &generator) ?? "",
            at: text.passage(span)))
      }
      index = last + 1 + Int.random(in: 1..<4, using: &generator)
    }
    let document = ExchangeDocument(text: text, name: "r", annotations: text.place(annotations))
    let written = ConllFormat.write(document)
    let result = try ExchangeFormat.conll.read(written.content, of: text)
    #expect(written.leftOut == [] && result.refused == [])
    #expect(
      result.annotations.map { [$0.anchor.exact, $0.label, "\($0.anchor.start)"] }
        == annotations.map { [$0.anchor.exact, $0.label, "\($0.anchor.start)"] })
  }

  @Test(arguments: 0..<10)
  func `files with damage are refused or read, never more`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var annotations = [try annotation("ليلى الحداد"), try annotation("جسر")]
    (annotations[0].note, annotations[1].color) = ("ملاحظة", .orange)
    for format in ExchangeFormat.allCases where format.isReadable {
      let whole = Array(format.write(document(annotations)).content.utf8)
      for _ in 0..<30 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...5, using: &generator) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &generator)
          if Bool.random(using: &generator) {
            bytes[place] = UInt8.random(in: 0...255, using: &generator)
          } else {
            bytes.removeSubrange(place..<min(bytes.count, place + 9))
          }
        }
        let content = String(decoding: bytes, as: UTF8.self)
        guard let result = try? format.read(content, of: text) else { continue }
        for found in result.annotations { #expect(text.span(at: found.anchor) != nil) }
      }
    }
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00.000Z", 0), ("2026-11-22T21:29:35.123Z", 1_795_382_975_123),
    ("1969-12-31T23:59:59.999Z", -1), ("2000-02-29T12:00:00.000Z", 951_825_600_000),
  ])
  func `moments are written and read`(_ iso: String, _ milliseconds: Int64) {
    #expect(Timestamp(milliseconds: milliseconds).iso == iso)
    #expect(Timestamp(iso: iso)?.milliseconds == milliseconds)
  }

  private static func forms(_ annotations: [Annotation]) -> [String] {
    annotations.map(\.json.line).sorted()
  }

  /// `text` without carriage returns, and without line feeds unless it `keepsLines`.
  private static func oneLine(_ text: String, keepsLines: Bool = false) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\r" && (keepsLines || scalar != "\n") {
      view.append(scalar)
    }
    return String(view)
  }

  private static func random(
    in text: AnchoredText, using generator: inout SeededGenerator
  ) -> Annotation? {
    let start = Int.random(in: 0..<text.counter.count, using: &generator)
    let end = start + Int.random(in: 1...30, using: &generator)
    guard let anchor = text.anchor(start: start, end: min(end, text.counter.count)) else {
      return nil
    }
    // Fragments of brat hold no line breaks, and so no span of nothing else or with one at an edge.
    let breaks: Set<Unicode.Scalar> = ["\n", "\r"]
    guard let first = anchor.exact.unicodeScalars.first, !breaks.contains(first),
      let last = anchor.exact.unicodeScalars.last, !breaks.contains(last)
    else { return nil }
    var annotation = Annotation(
      id: AnnotationID(using: &generator), anchor: anchor,
      color: HighlightColor.allCases.randomElement(using: &generator),
      note: oneLine(generator.text(Int.random(in: 0..<20, using: &generator)), keepsLines: true),
      tags: (0..<Int.random(in: 0..<3, using: &generator)).map {
        "\($0)" + oneLine(generator.text(3))
      },
      created: Timestamp(milliseconds: Int64.random(in: 0...2_000_000_000_000, using: &generator)))
    let subject = Correction.Subject(name: generator.text(5), kind: .person)
    annotation.correction =
      [
        nil, .add(subject), .retype(subject: subject, kind: .organisation),
        .reject(subject: subject),
        .merge(subject: subject, into: .init(name: "x", kind: .place)),
        .speaker(name: nil, source: "s"),
        .rename(subject: subject, name: "y"), .split(subject: subject, name: "z"),
        .confirm(subject: subject), .speaker(name: "w"),
      ].randomElement(using: &generator) ?? nil
    if annotation.correction != nil { annotation.scope = .everywhere }
    if Bool.random(using: &generator) { annotation.isProposal = true }
    if Bool.random(using: &generator) { annotation.conflict = "c" }
    if Bool.random(using: &generator) { annotation.author = "هند" }
    annotation.modified = Timestamp(milliseconds: annotation.created.milliseconds + 5)
    return annotation
  }
}
