import ArabicAnalysis
import ArabicText
import Testing

/// Marked words before the colon of a headline, and behind it.
@Suite struct HeadlineMarkTests {
  /// The contents of what is said, and after a stroke who says it.
  private func reports(_ string: String) -> [String] {
    let document = Document(string)
    let analysis = Analyzer(tagger: nil).analyze(document)
    return analysis.quotations.filter { $0.kind.isSpeech }.map { quotation in
      let content = quotation.content.map { document.text.string(in: $0) }.joined(separator: " … ")
      return "\(content) | \(quotation.source.map { document.text.string(in: $0) } ?? "-")"
    }
  }

  @Test(arguments: [
    ("\"كنا نحمل الماء ليلا\": ممرضات يصفن أيام الحصار", "كنا نحمل الماء ليلا | ممرضات"),
    ("\"لن ننسى\": أهالي القرية بعد عام من السيل", "لن ننسى | أهالي القرية"),
    ("\"سنلعب أفضل\": مدرب الفريق قبل المباراة", "سنلعب أفضل | مدرب الفريق"),
  ])
  func `words that say something are speech, and who says them stands behind the colon`(
    headline: String, report: String
  ) {
    #expect(reports(headline) == [report])
  }

  @Test(arguments: [
    "كتاب الشهر: \"نوافذ الطين\" لسلمى الحوراني", "فيلم السهرة: «ليل طويل»",
    "رواية جديدة: \"نوافذ الطين\"",
  ])
  func `the title of a work is not what the work says`(headline: String) {
    #expect(reports(headline) == [])
  }

  @Test(arguments: [
    (
      "وزير الزراعة ينتقد التجار: الأسعار ظالمة ولا ترحم أحدا",
      "الأسعار ظالمة ولا ترحم أحدا | وزير الزراعة"
    ),
    ("منظمات دولية ترد على الوزير: الأرقام موثقة كلها", "الأرقام موثقة كلها | منظمات دولية"),
    ("خبراء يحذرون من الجفاف: البحيرة قد تختفي قريبا", "البحيرة قد تختفي قريبا | خبراء"),
  ])
  func `behind the colon of a headline that tells what somebody says of another speaks he`(
    headline: String, report: String
  ) {
    #expect(reports(headline) == [report])
  }

  @Test func `a deed that says nothing makes no speech of what stands behind the colon`() {
    #expect(reports("وزير الزراعة يفتتح سوقا جديدة: تفاصيل الحفل والحضور") == [])
  }

  @Test func `a paper in marks still speaks`() {
    #expect(
      reports("«الضفاف اليومية»: المحادثات بين الطرفين فشلت أمس") == [
        "المحادثات بين الطرفين فشلت أمس | الضفاف اليومية"
      ])
  }
}
