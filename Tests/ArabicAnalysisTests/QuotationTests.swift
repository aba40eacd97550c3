import ArabicAnalysis
import ArabicText
import Testing

/// What a test looks at in a quotation.
struct Report: Equatable, CustomStringConvertible {
  var kind: Quotation.Kind
  var content: [String]
  var cue: String?
  var speaker: String?

  var description: String {
    "\(kind) \(content) \(cue ?? "-") \(speaker ?? "-")"
  }

  init(_ kind: Quotation.Kind, _ content: String..., cue: String? = nil, speaker: String? = nil) {
    self.kind = kind
    self.content = content
    self.cue = cue
    self.speaker = speaker
  }

  init(_ quote: Quotation, of document: Document, _ analysis: Analysis) {
    kind = quote.kind
    content = quote.content.map(document.text.string(in:))
    cue = quote.cue.map { document.text.string(in: $0.span) }
    speaker = quote.speaker.flatMap { id in analysis.entities.first { $0.id == id }?.canonical }
  }
}

/// What is said in `text`, pieces of one content with an ellipsis between them.
func contents(_ text: String) -> [String] {
  reports(in: text).filter { $0.kind.isSpeech }.map { $0.content.joined(separator: " … ") }
}

/// The quotations of a text.
func reports(in string: String) -> [Report] {
  let document = Document(string)
  let analysis = Analyzer(tagger: nil).analyze(document)
  return analysis.quotations.map { Report($0, of: document, analysis) }
}

@Suite struct QuotationTests {
  @Test func `a verb with a complementiser reports a clause`() {
    #expect(
      reports(in: "وأعلنت وزيرة التخطيط ليلى الحداد، الأحد، أن الحكومة ستبدأ العمل غدا.")
        == [.init(.indirect, "الحكومة ستبدأ العمل غدا", cue: "أعلنت", speaker: "ليلى الحداد")])
  }

  @Test func `marked words in a reported clause make it mixed`() {
    #expect(
      reports(in: "قال عصام بركات إن المستثمرين «لا يخشون التقنية».")
        == [.init(.mixed, "المستثمرين «لا يخشون التقنية", cue: "قال", speaker: "عصام بركات")])
  }

  @Test func `a colon opens a direct quotation`() {
    #expect(
      reports(in: "وقالت ليلى الحداد في مؤتمر صحفي: «لن نقبل ذلك».")
        == [.init(.direct, "لن نقبل ذلك", cue: "قالت", speaker: "ليلى الحداد")])
  }

  @Test func `a participle shares the subject of its verb`() {
    #expect(
      reports(in: "أكد عصام بركات أن العمل بدأ أمس، مشيرا إلى أن الخطة جاهزة تماما.")
        == [
          .init(.indirect, "العمل بدأ أمس", cue: "أكد", speaker: "عصام بركات"),
          .init(.indirect, "الخطة جاهزة تماما", cue: "مشيرا", speaker: "عصام بركات"),
        ])
  }

  @Test func `a second clause shares verb and source`() {
    #expect(
      reports(in: "يرى عصام بركات أن العمل «أطول مما ينبغي»، وأن الخطة «ضعيفة جدا».")
        == [
          .init(.mixed, "العمل «أطول مما ينبغي", cue: "يرى", speaker: "عصام بركات"),
          .init(.mixed, "الخطة «ضعيفة جدا", cue: "يرى", speaker: "عصام بركات"),
        ])
  }

  @Test func `according to a source, a clause follows`() {
    #expect(
      reports(in: "وبحسب نادين أبو شقرا، فإن البنوك رفعت الفائدة مرتين.")
        == [.init(.indirect, "البنوك رفعت الفائدة مرتين", cue: "بحسب", speaker: "نادين أبو شقرا")])
  }

  @Test func `a medium behind a report is not its speaker`() {
    let document = Document("قال جيل دي كيرشوف إن \"لدينا في أوروبا إرثا\"، وفقا لوكالة آكي.")
    let analysis = Analyzer(tagger: nil).analyze(document)
    let quote = analysis.quotations.first
    #expect(
      quote.map { Report($0, of: document, analysis) }
        == .init(.direct, "لدينا في أوروبا إرثا", cue: "قال", speaker: "جيل دي كيرشوف"))
    #expect(quote?.via?.source.map(document.text.string(in:)) == "وكالة آكي")
  }

  @Test func `a quotation interrupted by its verb is one`() {
    #expect(
      reports(in: "\"نحترم الجميع\"، أضاف ماركو بيليتش، \"لكننا نعرف كيف نفوز\".")
        == [
          .init(
            .direct, "نحترم الجميع", "لكننا نعرف كيف نفوز", cue: "أضاف", speaker: "ماركو بيليتش")
        ])
  }

  @Test func `a quotation over two paragraphs is one`() {
    #expect(
      reports(in: "وقالت ليلى الحداد: “لن نقبل ذلك أبدا.\n“لكن البيانات تقول شيئا آخر تماما”.").map(
        \.content)
        == [["لن نقبل ذلك أبدا", "لكن البيانات تقول شيئا آخر تماما"]])
  }

  @Test func `a colon at the end of a paragraph opens the next`() {
    #expect(
      reports(in: "وقالت ليلى الحداد:\n«الترجمة بيت ثان».")
        == [.init(.direct, "الترجمة بيت ثان", cue: "قالت", speaker: "ليلى الحداد")])
  }

  @Test func `a dropped subject is the one who spoke before`() {
    #expect(
      reports(in: "قالت ليلى الحداد إن العمل بدأ أمس. وأضافت أن الخطة جاهزة تماما.").map(\.speaker)
        == ["ليلى الحداد", "ليلى الحداد"])
  }

  @Test(arguments: [
    "يذكر أن العمل بدأ أمس هناك.", "ومن المتوقع أن يبدأ العمل غدا.", "ويُذكر أن الخطة جاهزة تماما.",
    "يبدو أن العمل بدأ أمس.",
  ])
  func `impersonal frames report nothing`(text: String) {
    #expect(reports(in: text) == [])
  }

  @Test func `an impersonal report has no speaker`() {
    #expect(
      reports(in: "ويُعتقد أن الجماعة انشقت قبل عامين.")
        == [.init(.indirect, "الجماعة انشقت قبل عامين", cue: "يُعتقد")])
  }

  @Test(arguments: [
    ("صدرت رواية «حديقة الملح»", Quotation.ScareKind.title),
    ("الملقب بـ\"أسود البحر\"", .name), ("ما يسمى «الربيع الأسود»", .term),
  ])
  func `a title, a nickname and a so-called term are no speech`(
    text: String, kind: Quotation.ScareKind
  ) {
    let found = Analyzer(tagger: nil).analyze(Document(text)).quotations
    #expect(found.map(\.kind) == [.scare])
    #expect(found.map(\.scareKind) == [kind])
  }

  @Test func `a marked predicate was said by the subject`() {
    #expect(
      reports(in: "وصفت هدى المنصوري الرواية بأنها «رسالة حب طويلة».")
        == [.init(.direct, "رسالة حب طويلة", cue: "وصفت", speaker: "هدى المنصوري")])
  }

  @Test func `an unnamed source speaks`() {
    let found = reports(in: "ونقلت وكالة رويترز عن مصدر أمني قوله إن الرجل \"مطلوب منذ عام\".")
    #expect(found.map(\.speaker) == ["مصدر أمني"])
  }
}
