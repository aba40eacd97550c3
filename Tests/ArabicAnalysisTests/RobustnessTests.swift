import ArabicAnalysis
import ArabicText
import TestSupport
import Testing

@Suite struct RobustnessTests {
  private static let words = [
    "قال", "وأضاف", "إن", "أن", "محمد", "بن", "وزير", "وزارة", "الطاقة", "صحيفة", "للأمم",
    "المتحدة",
    "في", "فرنسا", "أبو", "الشريف", "عبد", "بحسب", "مشيرا", "إلى", "بالقول", "المتحدث", "باسم",
    "عن",
    "«", "»", "\"", "“", "”", "،", ":", ".", "\n", "(", ")", "UNOCT", "بـ", "أما", "نقلت", "قوله",
    "مكتب",
    "حركة", "بلدة", "تل", "الدكتور", "لمكافحة", "الإرهاب", "وفقا", "لوكالة", "كما", "يُعتقد",
    "د.", "ل(", "تلك", "هذه", "المحمية", "ما", "صرح", "به", "وردا", "على", "بينهم", "سهم",
    "إن.تي.سي",
    "للعراق", "للجنة", "فقد", "فسوف", "لكن", "التي", "أفاد", "علق", "أنباء", "تفيد", "وصف", "بأنه",
    "لوائل", "ثقته", "بأن", "المصدر", "نفسه", "القاضي", "من", "أخبرني", "المراقب", "صورا", "أظهرت",
  ]

  private func check(_ text: DecodedText) {
    let document = Document(text: text)
    let analysis = Analyzer(tagger: nil).analyze(document)
    let boundaries = Set(text.scalars(in: text.span).map(\.offset)).union([text.end])
    let mentions = analysis.entities.flatMap(\.mentions).map(\.span)
    let quotes = analysis.quotations.flatMap { quote in
      quote.content + quote.verbatim + [quote.cue?.span, quote.source].compactMap { $0 }
    }
    for span in mentions + quotes {
      #expect(!span.isEmpty && text.span.contains(span))
      #expect(boundaries.contains(span.lower) && boundaries.contains(span.upper))
    }
    let ids = Set(analysis.entities.map(\.id))
    #expect(ids.count == analysis.entities.count)
    #expect(analysis.entities.allSatisfy { !$0.mentions.isEmpty })
    #expect(analysis.quotations.compactMap(\.speaker).allSatisfy(ids.contains))
    let named = analysis.entities.flatMap(\.mentions).filter { $0.form != .nominal }
    let sorted = named.map(\.span).sorted()
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { !$0.overlaps($1) })
  }

  @Test(arguments: 0..<40)
  func `random scalars give spans inside the text, on scalar boundaries`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    check(DecodedText(random.text(600)))
  }

  @Test(arguments: 0..<40)
  func `random words of reports give spans inside the text`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let words = (0..<400).map { _ in
      Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
    }
    check(DecodedText(words.joined(separator: " ")))
  }

  @Test(arguments: 0..<40)
  func `paragraphs of a few words that end anywhere break nothing`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let words = Self.words + ["وهو", "وهي", "نفاه", "إنه", "بأن", "ونفى", "وذلك", "ردا", "مضيفا"]
    let paragraphs = (0..<60).map { _ in
      (0..<Int.random(in: 1...9, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }.joined(separator: " ")
    }
    check(DecodedText(paragraphs.joined(separator: "\n\n")))
  }

  @Test(arguments: [
    "قال الوزير إن السلام قريب، وهو ما", "أعلن الوزير أن السلام قريب وهو ما", "قال إنه وهو ما",
  ])
  func `a report that ends where a clause begins breaks nothing`(text: String) {
    check(DecodedText(text))
  }

  @Test(arguments: 0..<20)
  func `ill-formed bytes break nothing`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    check(DecodedText(copying: random.bytes(500)))
  }

  @Test(arguments: [".ﻢﻴﺳﺪﻨﻬﻤﻟﺍ", ":ﻢﻠﻌﻟﺍ", "ﻝﺎﻗﻬ", ".ﻦﻴﺳﺪﻨﻬ"])
  func `words of presentation forms, in the order of a screen, break nothing`(text: String) {
    check(DecodedText(text))
    check(DecodedText(copying: Array(text.utf8.dropLast())))
  }

  @Test(arguments: 0..<20)
  func `damaged words of presentation forms break nothing`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes = (0..<200).flatMap { _ in
      let word = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        Unicode.Scalar(UInt16.random(in: 0xFE80...0xFEFC, using: &random)) ?? " "
      }
      return Array(String(String.UnicodeScalarView(word)).utf8) + [0x20]
    }
    check(DecodedText(copying: bytes))
    for _ in 0..<40 {
      bytes[Int.random(in: bytes.indices, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
    }
    check(DecodedText(copying: bytes))
  }

  @Test func `a word without an end is looked through once for a missing space`() {
    check(DecodedText("قال مراسل" + String(repeating: "المير", count: 40_000) + " إن"))
  }

  @Test func `the result is the same every time and in any order of paragraphs`() throws {
    let text = try GoldDocument.texts().joined(separator: "\n")
    let document = Document(text)
    let analyzer = Analyzer(tagger: nil)
    let paragraphs = Array(document.text.paragraphs(in: document.text.span))
    let findings = paragraphs.map { analyzer.findings(in: $0, of: document) }
    let whole = analyzer.analyze(document)
    #expect(analyzer.analysis(joining: findings, of: document) == whole)
    #expect(analyzer.analysis(joining: findings.reversed(), of: document) == whole)
  }

  @Test func `with the tagger a paragraph shows the same alone and with any others`() throws {
    let text = try GoldDocument.texts().prefix(6).joined(separator: "\n")
    let document = Document(text)
    let analyzer = Analyzer()
    let paragraphs = Array(document.text.paragraphs(in: document.text.span))
    let whole = analyzer.analyze(document)
    let alone = paragraphs.map { analyzer.findings(in: $0, of: document) }
    #expect(analyzer.analysis(joining: alone, of: document) == whole)
    let middle = paragraphs.count / 2
    let parts = [Array(paragraphs[middle...]), Array(paragraphs[..<middle])].flatMap {
      analyzer.findings(in: $0, of: document)
    }
    #expect(analyzer.analysis(joining: parts, of: document) == whole)
  }

  @Test func `a paragraph that is not the document's is read by itself`() {
    let document = Document("وصلت ليلى الحداد إلى دمشق.\nوقالت الحداد إن العمل بدأ أمس.")
    let text = document.text
    var cut = text.paragraph(at: .zero)
    cut.content = TextSpan(cut.start, cut.content.upper - 4)
    let analyzer = Analyzer()
    #expect(analyzer.findings(in: [cut, text.paragraph(at: text.end)], of: document).count == 2)
    #expect(analyzer.findings(in: cut, of: document).paragraph == cut)
  }

  @Test func `paragraphs not yet looked at are left out`() {
    let document = Document("وصلت ليلى الحداد.\nوقالت الحداد إن العمل بدأ أمس.")
    let analyzer = Analyzer(tagger: nil)
    let paragraphs = Array(document.text.paragraphs(in: document.text.span))
    let first = analyzer.findings(in: paragraphs[0], of: document)
    let analysis = analyzer.analysis(joining: [first], of: document)
    #expect(analysis.entities.map(\.canonical) == ["ليلى الحداد"])
    #expect(analysis.quotations == [])
  }
}
