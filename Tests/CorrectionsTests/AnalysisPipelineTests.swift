import Annotations
import ArabicAnalysis
import ArabicText
import Corrections
import Testing

/// What a person has taught holds in every analysis, behind clitics, too.
@Suite struct AnalysisPipelineTests {
  private let document = Document(
    "وصل المسافرون أمس إلى المدينة. ثم التقوا بالنوخذة وبالرماديين في الميناء القديم.\n"
      + "وقال سامر العلي إن الميناء سيفتح قريبا. وأضاف العلي أن العمل انتهى.\n")

  private func analysis(names: String = "", speakers: String = "") -> Analysis {
    let lists = UserLists(
      names: UserNames(usableLinesOf: names), speakers: UserSpeakers(usableLinesOf: speakers))
    return AnalysisPipeline(model: .none, lists: lists).analyze(document)
  }

  private func names(_ analysis: Analysis) -> [String: [String]] {
    Dictionary(
      analysis.entities.map { entity in
        let words = entity.mentions.map { document.text.string(in: $0.span) }
        return ("\(entity.kind.rawValue) \(entity.canonical)", words)
      }
    ) { $0 + $1 }
  }

  @Test func `a learnt name is found behind clitics, and called as it was taught`() {
    #expect(names(analysis())["ORG الرماديين"] == nil)
    let found = names(analysis(names: "الرماديين\tORG\tفرقة الرماديين\n"))
    #expect(found["ORG فرقة الرماديين"] == ["الرماديين"])
  }

  @Test func `a rejected name is gone with all its mentions`() {
    #expect(names(analysis())["PER سامر العلي"]?.count == 2)
    let found = names(analysis(names: "سامر العلي\t-\n"))
    #expect(!found.keys.contains { $0.hasPrefix("PER") })
  }

  @Test func `a merged name goes to the other entity, and its speech with it`() {
    let found = analysis(names: "سامر العلي\tPER\tهند المنصور\n")
    #expect(names(found)["PER هند المنصور"]?.count == 2)
    let speakers = found.quotations.compactMap { quotation in
      found.entities.first { $0.id == quotation.speaker }?.canonical
    }
    #expect(!speakers.isEmpty && speakers.allSatisfy { $0 == "هند المنصور" })
  }

  @Test func `corrections of the document come last`() throws {
    let plain = analysis()
    let entity = try #require(plain.entities.first { $0.canonical == "سامر العلي" })
    let anchored = AnchoredText(document.text, contentHash: "a")
    let span = try #require(entity.mentions.first?.span)
    let anchor = try #require(anchored.anchor(of: span))
    let correction = Correction.retype(subject: .init(entity), kind: .organisation)
    let annotation = Annotation(anchor: anchor, correction: correction, scope: .everywhere)
    let corrected = AnalysisPipeline(model: .none).analyze(
      document, corrections: [PlacedAnnotation(annotation, .exact(span))])
    #expect(names(corrected)["ORG سامر العلي"]?.count == 2)
    #expect(names(corrected)["PER سامر العلي"] == nil)
  }
}
