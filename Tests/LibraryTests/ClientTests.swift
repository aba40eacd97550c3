import ArabicAnalysis
import ArabicText
import EntityModel
import Testing

/// What a program of others does with the library.
///
/// This target has no package access: what does not compile here does not compile for them.
@Suite struct ClientTests {
  private let document = Document(
    "قالت ليلى الحداد إن الأمم المتحدة «قلقة للغاية» على سكان دمشق.\nوزارت الحداد حلب.\n",
    name: "خبر")

  @Test func `a document is analysed, and its passages are read`() {
    let analysis = Analyzer().analyze(document)
    let names = analysis.entities.filter(\.kind.isNamed).map(\.canonical)
    #expect(names.contains("ليلى الحداد") && names.contains("الأمم المتحدة"))
    let quotation = analysis.quotations.first
    #expect(quotation?.verbatim.map { document.text.string(in: $0) } == ["قلقة للغاية"])
    #expect(analysis.entities.first { $0.id == quotation?.speaker }?.canonical == "ليلى الحداد")
  }

  @Test func `paragraphs are analysed one by one and joined`() {
    let analyzer = Analyzer(tagger: nil)
    let text = document.text
    let findings = text.paragraphs(in: text.span).map { analyzer.findings(in: $0, of: document) }
    #expect(analyzer.analysis(joining: findings, of: document) == analyzer.analyze(document))
  }

  @Test func `names of one's own go before all others`() throws {
    let own = try UserNames(tsv: "سكان دمشق\tORG\tأهل الشام\n")
    let analysis = Analyzer(tagger: nil, userNames: own).analyze(document)
    #expect(analysis.entities.contains { $0.canonical == "أهل الشام" && $0.kind == .organisation })
    #expect(throws: UserNamesError.self) { try UserNames(tsv: "سكان دمشق\tXYZ\n") }
  }

  @Test func `a model of one's own that is none is refused`() {
    #expect(throws: ModelError.wrongMagic) { try NameTagger(copying: Array("no model".utf8)) }
  }

  @Test func `positions are told in bytes and in scalars`() {
    let counter = ScalarCounter(document.text)
    let span = TextSpan(TextOffset(9), TextOffset(17))
    #expect(document.text.contains(span) && document.text.string(in: span) == "ليلى")
    #expect(counter.scalarOffset(of: span.lower) == ScalarOffset(5))
    #expect(counter.textOffset(of: ScalarOffset(5)) == span.lower)
  }
}
