import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// Why something is asked about, as the screen says it.
struct ReviewTests {
  private func annotation(
    _ words: String, in reader: NotesFixture, now: String? = nil, isProposal: Bool = false,
    conflict: String? = nil
  ) throws -> PlacedAnnotation {
    let text = AnchoredText(reader.state.article.document.text, contentHash: "a")
    func span(_ words: String) throws -> TextSpan {
      try #require(
        FoldedPattern(words, folding: [])?.matches(in: text.text, span: text.text.span).first)
    }
    let place = try span(now ?? words)
    var anchor = try #require(text.anchor(of: place))
    anchor.exact = words
    let annotation = Annotation(
      anchor: anchor, color: .pink, isProposal: isProposal, conflict: conflict)
    return PlacedAnnotation(
      annotation, now == nil ? .exact(place) : .likely(place, likelihood: 0.8))
  }

  @Test(arguments: [Language.english, .arabic])
  func `a correction tells the old name before the new one`(language: Language) throws {
    let reader = try NotesFixture(columns: 120, rows: 20, language: language)
    var item = try annotation("ليلى", in: reader, now: "ليلى")
    item.annotation.color = nil
    item.annotation.correction = .rename(
      subject: .init(name: "ليلى الحداد", kind: .person), name: "هند العمري")
    let claim = reader.state.description(of: item)
    // Each name is isolated, and not what they stand in.
    let isolates = claim.unicodeScalars.filter { (0x2066...0x2069).contains($0.value) }.map(\.value)
    #expect(isolates.count == 4 && isolates[1] == 0x2069 && isolates[3] == 0x2069)
    let names = ["ليلى الحداد", "هند العمري"].compactMap { claim.firstRange(of: $0)?.lowerBound }
    #expect(names.count == 2 && names[0] < names[1])
  }

  @Test(arguments: [40, 60, 100])
  func `a mention tells whom it stands for, why, and how sure that is`(columns: Int) throws {
    let reader = try NotesFixture(columns: columns, rows: 20)
    let document = reader.state.article.document
    var analysis = ReaderFixture.analysis(of: document)
    analysis.entities[0].mentions[0].confidence = 0.4
    reader.reader.answer(.analysis(analysis, .finished(span: document.text.span)))
    try reader.press("r")
    let words = "1 of 1 · ليلى الحداد: person? · in a list of names, 40% sure · y accept"
    #expect(reader.reader.status.hasPrefix(words))
    analysis.entities[0].mentions[0].confidence = 1
    analysis.entities[0].mentions[1].confidence = 0.4
    analysis.entities[0].mentions[1].rule = .aliasEnding
    reader.reader.answer(.analysis(analysis, .finished(span: document.text.span)))
    try reader.press(.escape)
    try reader.press("r")
    #expect(reader.reader.status.contains("الحداد = ليلى الحداد: person?"))
    #expect(reader.reader.status.contains("another form of the name"))
    for answer in ["y accept", "x reject", "n next"] {
      #expect(reader.reader.status.contains(answer))
    }
  }

  @Test(arguments: [40, 60, 100])
  func `an annotation of words that have changed shows the old and the new ones`(columns: Int)
    throws
  {
    let reader = try NotesFixture(columns: columns, rows: 20)
    // The store has it of an earlier text.
    let moved = try annotation("جسر البحر", in: reader, now: "جسر النهر")
    reader.reader.answer(.notes(.all([moved], isFirst: true)))
    try reader.press("r")
    #expect(reader.reader.selectedText == "جسر النهر")
    // The row is read from the left here: the two stand on either side of the arrow.
    let status = reader.reader.status
    #expect(status.contains("the text was changed: جسر البحر → جسر النهر"))
    #expect(status.contains("y accept"))
  }

  @Test func `words that are the same are told with as many around them as it takes`() throws {
    for (old, new, words, told) in [
      ("كنا نعمل ليل نهار هنا", "كنا نعمل ليلة بعد نهار هنا", "ليل", "ليل → ليلة"),
      ("قال إنه في الجسر أمس كله", "قيل إنه في الجسر غدا بعضه", "الجسر", "أمس → في الجسر غدا"),
    ] {
      let text = AnchoredText(DecodedText(old), contentHash: "a")
      let span = try #require(
        FoldedPattern(words, folding: [])?.matches(in: text.text, span: text.text.span).first)
      let anchor = try #require(text.anchor(of: span))
      let reader = try NotesFixture(new, columns: 100, rows: 20)
      let now = AnchoredText(reader.state.text, contentHash: "b")
      let placed = PlacedAnnotation(
        Annotation(anchor: anchor, color: .pink), now.placement(of: anchor))
      reader.reader.answer(.notes(.all([placed], isFirst: true)))
      try reader.press("r")
      #expect(reader.reader.status.contains(told), "\(reader.reader.status)")
    }
  }

  @Test(arguments: [40, 60, 100])
  func `what is proposed and what contradicts another say so`(columns: Int) throws {
    let reader = try NotesFixture(columns: columns, rows: 20)
    try reader.load([
      try annotation("جسر النهر", in: reader, isProposal: true),
      try annotation("مدينة الزهراء", in: reader, isProposal: true, conflict: "c"),
      try annotation("الزهراء", in: reader, isProposal: true, conflict: "c"),
    ])
    try reader.press("r")
    #expect(reader.reader.status.hasPrefix("1 of 3 · pink · proposed · y accept"))
    try reader.press("n")
    #expect(reader.reader.status.hasPrefix("2 of 3 · pink · contradicts another · y accept"))
    // What was stored is told with what is asked next.
    try reader.press("nny")
    #expect(reader.reader.status.contains("1 of 2 · pink · contradicts another"))
  }

  @Test func `a click on an answer gives it`() throws {
    let reader = try NotesFixture(columns: 100)
    try reader.load([try annotation("جسر النهر", in: reader, isProposal: true)])
    try reader.press("r")
    let line = StatusLine(reader.state)
    let row = reader.state.arrangement.status.row
    let column = try #require(
      (0..<100).first { line.key(at: ScreenPoint(column: $0, row: row)) == "x" })
    try reader.click(column, row)
    #expect(reader.notes.isEmpty)
  }
}
