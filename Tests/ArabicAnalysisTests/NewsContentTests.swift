import ArabicAnalysis
import ArabicText
import Testing

/// Contents as news writes them: what follows them, what surrounds them, what lies in them.
@Suite struct NewsContentTests {
  @Test(arguments: [
    ("قالت ليلى الحداد إن المشروع كبير، بحسب ما أوردت الوكالة.", "المشروع كبير"),
    ("قالت ليلى الحداد إن المشروع كبير، وفق ما صرحت به أمس.", "المشروع كبير"),
    ("وفق ما أعلنته الوزارة في تقرير، هبطت الرحلات بنسبة الربع.", "هبطت الرحلات بنسبة الربع"),
    ("أكدت ليلى الحداد أن الخطة \"لن تنجح أبدا\"، وهو ما نفاه خصومها.", "الخطة \"لن تنجح أبدا"),
    ("أكدت ليلى الحداد أن الخطة \"لن تنجح أبدا\"، حيث رفضها العمال.", "الخطة \"لن تنجح أبدا"),
    ("قالت ليلى الحداد إنها باعت البيت القديم، في خطوة أغضبت الجيران.", "باعت البيت القديم"),
    ("بعد إعلان ليلى الحداد أن المشروع كبير، قامت الشركة ببيع أسهمها.", "المشروع كبير"),
    ("ارتفعت الأسعار كثيرا، بحسب ليلى الحداد، بعد أن تراجعت أمس.", "ارتفعت الأسعار كثيرا"),
    (
      "دبي، الإمارات (CNN) – تكفل النادي بسداد الديون كلها، بحسب ليلى الحداد.",
      "تكفل النادي بسداد الديون كلها"
    ),
  ])
  func `what the writer adds is no part of the content`(text: String, expected: String) {
    #expect(contents(text) == [expected])
  }

  @Test(arguments: [
    (
      "قال سامر قبلاوي إن \"العمل بدأ أمس في الميناء\"، إضافة إلى أعمال في المطار.",
      "العمل بدأ أمس في الميناء\"، إضافة إلى أعمال في المطار"
    ),
    ("ليلى الحداد: لا وقت للراحة.. سنعود إلى العمل غدا", "لا وقت للراحة.. سنعود إلى العمل غدا"),
    ("تعهدت ليلى الحداد بـ\"سحق\" خصومها في الانتخابات.", "سحق\" خصومها في الانتخابات"),
    (
      "اتهمت ليلى الحداد خصومها بالإدلاء بتصريحات \"غير مسؤولة\" أمام الناس.",
      "الإدلاء بتصريحات \"غير مسؤولة\" أمام الناس"
    ),
  ])
  func `what goes on behind a mark or two dots is part of the content`(
    text: String, expected: String
  ) {
    #expect(contents(text) == [expected])
  }

  @Test(arguments: [
    ("قالت ليلى الحداد إن بعض الناس يعتقد أن السد متصدع.", "السد متصدع", "بعض الناس"),
    ("قالت ليلى الحداد إن الوثائق التي تثبت أن الأرض بيعت أمس.", "الأرض بيعت أمس", "الوثائق"),
  ])
  func `a report of another lies in the content`(text: String, inner: String, speaker: String) {
    let found = reports(in: text)
    #expect(found.map(\.content).last == [inner])
    #expect(found.last?.speaker == speaker)
    #expect(found.first?.speaker == "ليلى الحداد")
  }

  @Test(arguments: [
    ("شدد المشاركون على أن الوقت ضيق جدا.", "المشاركون"),
    ("أكد المشاركون، أن الوقت ضيق جدا.", "المشاركون"),
    ("تصر ليلى الحداد على أن الوقت ضيق جدا.", "ليلى الحداد"),
  ])
  func `who says it stands before a preposition or a comma`(text: String, speaker: String) {
    #expect(reports(in: text).map(\.content) == [["الوقت ضيق جدا"]])
    #expect(reports(in: text).map(\.speaker) == [speaker])
  }

  @Test func `according to a pronoun, who spoke before says it`() {
    let found = reports(
      in: "قالت ليلى الحداد إن العمل بدأ أمس. ووفقا لها، ارتفعت الأسعار كثيرا هذا العام.")
    #expect(found.map(\.content).last == ["ارتفعت الأسعار كثيرا هذا العام"])
    #expect(found.map(\.speaker) == ["ليلى الحداد", "ليلى الحداد"])
  }

  @Test(arguments: [
    "نقلت الوكالة عن مدير المرصد قوله للصحافيين بعد اللقاء مع الوزير أمس إن الموسم جيد.",
    "ونقلت الصحيفة عن مديرة المرصد قولها في مقابلة قديمة إن الموسم جيد.",
  ])
  func `whom something was told is no part of it`(text: String) {
    #expect(contents(text) == ["الموسم جيد"])
  }
}
