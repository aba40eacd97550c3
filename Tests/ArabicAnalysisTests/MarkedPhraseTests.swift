import ArabicAnalysis
import Testing

/// Noun phrases around words in marks, and where contents with marks in them end.
@Suite struct MarkedPhraseTests {
  @Test(arguments: [
    (
      "نقابة الأطباء تنبه إلى \"تدهور الخدمات\" بسبب نقص الأدوية",
      "تدهور الخدمات\" بسبب نقص الأدوية"
    ),
    (
      "وأشار سامر قبلاوي إلى \"تقدم ملموس\" بفضل الدعم الدولي.",
      "تقدم ملموس\" بفضل الدعم الدولي"
    ),
    (
      "وأعلن سامر قبلاوي الأسبوع الماضي \"تجميدا شاملا\" على عمل السفن في المرفأ، وإعادة مئات من الحاويات.",
      "تجميدا شاملا\" على عمل السفن في المرفأ، وإعادة مئات من الحاويات"
    ),
    (
      "وأعلنت البلدية الثلاثاء \"إيقافا فوريا\" لكل العقود، ورفع الرسوم عن الصيادين.",
      "إيقافا فوريا\" لكل العقود، ورفع الرسوم عن الصيادين"
    ),
    (
      "ولوح الصيادون بـ\"التصعيد\" مع عمال المرفأ، في حال لم تصرف الأجور.",
      "التصعيد\" مع عمال المرفأ، في حال لم تصرف الأجور"
    ),
    (
      "وندد سامر قبلاوي بـ\"التقصير\" القائم في المستشفى وطالب بالإصلاح.",
      "التقصير\" القائم في المستشفى"
    ),
  ])
  func `a noun phrase goes on behind its marked words, also behind a comma`(
    text: String, expected: String
  ) {
    #expect(contents(text).first == expected)
  }

  @Test(arguments: [
    "حذر سامر قبلاوي من \"الفوضى\" في المرفأ، وأضاف أن السفن تنتظر.",
    "حذر سامر قبلاوي من \"الفوضى\" في المرفأ، والسفن تنتظر منذ أسبوع.",
    "حذر سامر قبلاوي من \"الفوضى\" في المرفأ، وتنتظر السفن منذ أسبوع.",
    "حذر سامر قبلاوي من \"الفوضى\" في المرفأ وذلك بعد إضراب العمال.",
  ])
  func `what is no noun of it stays outside`(text: String) {
    #expect(contents(text).first == "الفوضى\" في المرفأ")
  }

  @Test(arguments: [
    (
      "وتحدث سامر قبلاوي عما سماه \"الفشل الذريع\" المتمثل في إغلاق المصانع، على حد قوله.",
      "الفشل الذريع\" المتمثل في إغلاق المصانع"
    ),
    (
      "حضر سامر قبلاوي الجلسة. وذكر بما أسماه \"الخطأ الفادح\" المتمثل في بيع المرفأ، على حد تعبيره.",
      "الخطأ الفادح\" المتمثل في بيع المرفأ"
    ),
    ("وانتقد سامر قبلاوي ما أسماه \"صمت الإدارة\".", "صمت الإدارة"),
  ])
  func `what somebody has called so is said by him`(text: String, expected: String) {
    let found = reports(in: text).filter { $0.kind.isSpeech }
    #expect(found.map(\.content) == [[expected]])
    #expect(found.map(\.speaker) == ["سامر قبلاوي"])
  }

  @Test func `what all call so is a term, and what one calls a thing is its name`() {
    #expect(contents("يعمل الفريق على ما يسمى \"الجيل الجديد\" من السفن.").isEmpty)
    #expect(contents("أسس سامر قبلاوي ناديا سماه \"نجوم المرفأ\".").isEmpty)
  }

  @Test(arguments: [
    (
      "غادر الصيادون القاعة رغم اعترافهم بوجود بعض \"الخلافات\".",
      "وجود بعض \"الخلافات"
    )
  ])
  func `a noun of saying has the noun phrase around marked words for its content`(
    text: String, expected: String
  ) {
    #expect(contents(text) == [expected])
  }

  @Test(arguments: [
    (
      "تحدث النواب عن الإضراب، معتبرين الغياب عن الجلسة بأنه إهانة للناخبين.",
      "الغياب عن الجلسة بأنه إهانة للناخبين"
    ),
    (
      "أعلنت وزارة الصحة إغلاق المرفأ، معتبرة الهجوم على السفن هو \"عمل جبان\".",
      "الهجوم على السفن هو \"عمل جبان"
    ),
  ])
  func `the first object of a verb that takes two belongs to what it reports`(
    text: String, expected: String
  ) {
    #expect(contents(text).last == expected)
  }

  @Test(arguments: [
    (
      "قال سامر قبلاوي إن المرفأ سيفتح الاثنين، بعد أن أغلقته البلدية أسبوعا.",
      "المرفأ سيفتح الاثنين، بعد أن أغلقته البلدية أسبوعا"
    ),
    (
      "قال سامر قبلاوي إنه عقد \"محادثات مثمرة من أجل فتح المرفأ\"، بعدما كان أعلن إغلاقه أمس.",
      "عقد \"محادثات مثمرة من أجل فتح المرفأ"
    ),
    (
      "لكن سامر قبلاوي أشار إلى أن العودة \"لا تعني أن الخلافات حلت، بل وضعت خريطة طريق في الاجتماع\" الذي عقد أمس.",
      "العودة \"لا تعني أن الخلافات حلت، بل وضعت خريطة طريق في الاجتماع"
    ),
    (
      "قالت النقابة إن الصندوق بقي، حسب نص البيان، رهينة الحالة المالية للبلدية.",
      "الصندوق بقي … رهينة الحالة المالية للبلدية"
    ),
  ])
  func `what the writer tells behind marked words is no part of the content`(
    text: String, expected: String
  ) {
    #expect(contents(text) == [expected])
  }

  @Test(arguments: [
    ("وقد ارتفع عدد الجرحى إلى عشرين، بحسب وزارة الصحة.", "قد ارتفع عدد الجرحى إلى عشرين"),
    ("وارتفع عدد الجرحى إلى عشرين، وفق وزارة الصحة.", "ارتفع عدد الجرحى إلى عشرين"),
    ("ارتفع عدد الجرحى إلى عشرين، وفق ما أفاد مصدر طبي، السبت.", "ارتفع عدد الجرحى إلى عشرين"),
    (
      "سلم سامر قبلاوي مفاتيح النادي للرئيسة الجديدة، في \"إشارة رمزية إلى الوفاء\"، وفق وزارة الصحة.",
      "إشارة رمزية إلى الوفاء"
    ),
  ])
  func `what stands before according to begins with its verb and ends before the day`(
    text: String, expected: String
  ) {
    #expect(contents(text) == [expected])
  }

  @Test func `whom a relative describes by a verb with his pronoun does not speak`() {
    let found = reports(
      in:
        "هاجم سامر قبلاوي أمس رئيس البلدية كريم حداد، الذي وصفه في خطابه بأنه \"ضعيف ومتردد\"."
    )
    #expect(found.map(\.speaker) == ["سامر قبلاوي"])
  }

  @Test func `words behind "entitled" are a title, however many they are`() {
    #expect(
      contents(
        "تحدث تقرير نشر أمس، بعنوان \"كيف غيرت السفن الكبيرة حياة الصيادين في المرافئ الصغيرة حول العالم\"، عن أزمة."
      ).isEmpty)
  }
}
