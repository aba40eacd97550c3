import ArabicAnalysis
import ArabicText
import Foundation
import Testing

/// Who speaks as news writes it: subjects that no list knows, marked words of headlines, sources in the middle.
@Suite struct NewsSubjectTests {
  /// The last quotation of a text: what is said, and by whom.
  private func last(_ text: String) -> [String?] {
    guard let report = reports(in: text).last(where: { $0.kind.isSpeech }) else { return [] }
    return [report.content.joined(separator: " … "), report.speaker]
  }

  /// The first quotation of a text.
  private func first(_ text: String) -> [String?] {
    guard let report = reports(in: text).first(where: { $0.kind.isSpeech }) else { return [] }
    return [report.content.joined(separator: " … "), report.speaker]
  }

  @Test(arguments: [
    ("وقال بيان الوزارة إن الوضع صعب.", "الوضع صعب", "بيان الوزارة"),
    ("وجاء في بيان نشرته الوكالة أن السوق مستقرة.", "السوق مستقرة", "بيان"),
    ("ارتفعت الأسعار أمس، بحسب تقرير نشرته الصحيفة.", "ارتفعت الأسعار أمس", "تقرير"),
  ])
  func `a document ends before its verb, but not before whose it is`(
    text: String, content: String, speaker: String
  ) {
    #expect(last(text) == [content, speaker])
  }

  @Test(arguments: [
    (
      "رحب النائب سامر قبلاوي بالقرار، لكن آخرين حذروا من أن المشروع خاسر.", "المشروع خاسر", "آخرين"
    ),
    (
      "قالت ليلى الحداد إن العمل بدأ.\nرفض سامر قبلاوي الخطة، لكن الدول الثلاث قالت إن الاتفاق عادل.",
      "الاتفاق عادل", "الدول الثلاث"
    ),
    (
      "تراجعت الأسعار أمس، فإن أولياء الأمور يؤكدون أن المدارس غالية.", "المدارس غالية",
      "أولياء الأمور"
    ),
    ("تحدث سامر قبلاوي عن الصيد، والصيادون يؤكدون أن البحر خال.", "البحر خال", "الصيادون"),
    (
      "وكانت القوى الغربية الثلاث قالت، السبت، إن الضربات انتهت.", "الضربات انتهت",
      "القوى الغربية الثلاث"
    ),
  ])
  func `a noun between what opens a clause and the verb speaks, though no list knows it`(
    text: String, content: String, speaker: String
  ) {
    #expect(last(text) == [content, speaker])
  }

  @Test(arguments: [
    ("بيروت - قال هاشم العكاوي إن الجسر جاهز.", "هاشم العكاوي"),
    ("الدوحة – قال العكاوي إن الجسر جاهز.", "العكاوي"),
    ("بغداد (الوكالة) -- أعلن هاشم العكاوي أن الجسر جاهز.", "هاشم العكاوي"),
    ("دمشق: قال هاشم العكاوي إن الجسر جاهز.", "هاشم العكاوي"),
    ("طهران: قالت إن الجسر جاهز.", "طهران"),
    ("باريس قالت أمس إن الجسر جاهز.", "باريس"),
  ])
  func `a place before a dash says where a report was written, and speaks only without one`(
    text: String, speaker: String
  ) {
    #expect(last(text) == ["الجسر جاهز", speaker])
  }

  @Test(arguments: [
    (
      "قالت الوزيرة هدى سعيد إن الميناء جاهز.\nوقدم سامر قبلاوي اعتذارا رسميا \"لكل من شعر بالإهانة أو عدم الاحترام بسببه\".",
      "لكل من شعر بالإهانة أو عدم الاحترام بسببه"
    ),
    (
      "قالت هدى سعيد إن الجو حار.\nووجه النائب سامر قبلاوي \"التحية إلى كل الذين ساندوا الصيادين على مستوى العالم كله\".",
      "التحية إلى كل الذين ساندوا الصيادين على مستوى العالم كله"
    ),
  ])
  func `marked speech in the middle of a sentence is that of the sentence's subject`(
    text: String, content: String
  ) {
    #expect(last(text) == [content, "سامر قبلاوي"])
  }

  @Test(arguments: [
    // The one whom the sentence before brings in, and not the one who spoke last.
    (
      "قال سامر قبلاوي إن العمل بدأ.\nوزارت هدى سعيد السوق. وقالت إن الأسعار انخفضت.", "هدى سعيد"
    ),
    // The one who speaks, though another is named since.
    (
      "قال سامر قبلاوي إن العمل بدأ مع وسيم الحافظ.\nوأضاف أن الأسعار انخفضت.", "سامر قبلاوي"
    ),
    // Several speak where the verb is in the plural.
    (
      "قال سامر قبلاوي إن العمل بدأ.\nوتظاهر صيادون أمام الميناء. قال صيادون إن البحر خال. وأضافوا أن الأسعار انخفضت.",
      "صيادون"
    ),
  ])
  func `a verb without a subject is that of whom the learnt signs put first`(
    text: String, speaker: String
  ) {
    #expect(last(text) == ["الأسعار انخفضت", speaker])
  }

  @Test func `every weight is that of a sign`() throws {
    let list = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/CAnalysisData/lists/antecedents.tsv")
    let rows = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
    let names = AntecedentFeature.allCases.map(\.name)
    #expect(rows.count > 20)
    for row in rows {
      #expect(row.count == 2 && names.contains(String(row[0])) && Double(row[1]) != nil, "\(row)")
    }
  }

  @Test(arguments: [
    (
      "هدى سعيد في العاصفة.. \"خطير وضعيف\"\nوصف سامر قبلاوي المدرب بأنه \"خطير وضعيف\".",
      "خطير وضعيف"
    ),
    (
      "\"ليست هذه نزهة في الحديقة\".. سامر قبلاوي يفتح الميناء\nقال المدرب إن الجو حار.",
      "ليست هذه نزهة في الحديقة"
    ),
  ])
  func `marked words of a headline are those of whom the article or the headline names`(
    text: String, content: String
  ) {
    #expect(first(text) == [content, "سامر قبلاوي"])
  }

  @Test(arguments: [
    (
      "وتحتل المدينة المرتبة السابعة في الصيد، ووفقا لبيانات الرابطة الزراعية (RZ)، أنتجت المدينة ألف طن من السمك.",
      "أنتجت المدينة ألف طن من السمك", "بيانات الرابطة الزراعية"
    ),
    ("وفي العموم بحسب ليلى الحداد، فإن التحقيق سيطول كثيرا.", "التحقيق سيطول كثيرا", "ليلى الحداد"),
    (
      "قادت التحقيقات وفق المصدر الأمني، إلى القبض على رجلين في الميناء.",
      "قادت التحقيقات … إلى القبض على رجلين في الميناء", "المصدر الأمني"
    ),
    (
      "خط بحري جديد يربط بين بيروت ودمشق على أن يبدأ العمل غدا، بحسب ليلى الحداد.",
      "خط بحري جديد يربط بين بيروت ودمشق على أن يبدأ العمل غدا", "ليلى الحداد"
    ),
    (
      "إيران: نواصل بناء السدود وفق خطط جديدة", "نواصل بناء السدود وفق خطط جديدة", "إيران"
    ),
    (
      "قال سامر قبلاوي إن العقار آمن إذ تظهر دراسة أولية أنه يخفف الألم كثيرا.",
      "يخفف الألم كثيرا", "دراسة أولية"
    ),
  ])
  func `a source is found where news puts it`(text: String, content: String, speaker: String) {
    #expect(last(text) == [content, speaker])
  }
}
