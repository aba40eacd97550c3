import ArabicAnalysis
import ArabicText
import Corrections
import Foundation
import Testing

/// A name that a person has taught is found whole wherever it stands, whatever lists, rules and tagger
/// take it for.
@Suite struct TaughtNameTests {
  private static let names = """
    زيدون المرعشلي\tPER
    شيرين قباوة\tPER
    وسيم كرزون\tPER
    بشير لطوف\tPER
    كامل فخر\tPER
    لؤي بعلبكي\tPER
    عبد الفتاح زرنوق\tPER
    لمى قصاب باشي\tPER
    قرطاف الجديدة\tLOC
    وادي زهمان\tLOC
    جبل لقيان\tLOC
    شركة زخرفان\tORG
    حركة نهوض\tORG
    كتائب الفجر\tORG
    نور الصباح\tORG
    الرماديين\tORG
    النوخذة\tPER
    زرقون\tLOC
    """

  private static let frames = [
    "اجتمع الوزير ب{} في العاصمة أمس.", "وأكد المصدر أن ل{} رأيا آخر في الملف.",
    "ورحبت اللجنة و{} بالقرار الجديد.", "قال المتحدث إن الخلاف لا يخص الحكومة، ف{} خارج الملف.",
    "ولا يوجد في المنطقة من يشبه ك{} منذ أعوام.", "وعلى صلة ب{} وحدها جرى التحقيق.",
    "واستمعت المحكمة إلى {} الأحد الماضي.", "{} يعلن موقفه من الأزمة.",
    "وبحسب بيان ل{} فإن الاجتماع تأجل.",
  ]

  @Test(arguments: [ModelChoice.builtIn, .none])
  func `it is found whole behind every clitic`(model: ModelChoice) throws {
    let names = try UserNames(tsv: Self.names)
    let pipeline = AnalysisPipeline(model: model, lists: UserLists(names: names))
    for entry in names.entries {
      for frame in Self.frames {
        let (text, name) = Self.sentence(frame, with: entry.name)
        let document = Document(text)
        let found = pipeline.analyze(document).entities.filter { entity in
          entity.mentions.contains { document.text.string(in: $0.span) == name }
        }
        #expect(found.map(\.kind) == [entry.kind], "\(text)")
        #expect(found.map(\.canonical) == [entry.canonical], "\(text)")
      }
    }
  }

  @Test(arguments: [ModelChoice.builtIn, .none])
  func `a name that begins with what could be a clitic is not taken for one that was taught`(
    model: ModelChoice
  ) {
    let lists = UserLists(names: UserNames([.init(name: "سام", kind: .person)]))
    let document = Document("وصل بسام الحلبي إلى دمشق. وقال بسام إن الطريق طويل.")
    let found = AnalysisPipeline(model: model, lists: lists).analyze(document).entities
    #expect(!found.contains { $0.canonical == "سام" })
  }

  @Test func `a longer name holds over part of it`() {
    let lists = UserLists(
      names: UserNames([.init(name: "جامعة قرطاف", kind: .organisation)]))
    let document = Document("أعلنت جامعة قرطاف الأهلية موعد الامتحان.")
    let found = AnalysisPipeline(lists: lists).analyze(document).entities
    #expect(found.map(\.canonical) == ["جامعة قرطاف الأهلية"])
  }

  /// `frame` with `name`, and the letters of the name there: behind ل, the article loses its alef.
  private static func sentence(_ frame: String, with name: String) -> (text: String, name: String) {
    let isBehindLam = name.hasPrefix("ال") && frame.contains("ل{}")
    let written = isBehindLam ? String(name.dropFirst()) : name
    return (frame.replacingOccurrences(of: "{}", with: written), written)
  }
}
