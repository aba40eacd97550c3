import ArabicAnalysis
import ArabicText
import Testing

/// Who speaks where the sentence names others in passing: in an adverb, as the medium, as the one for whom somebody works.
@Suite struct NamedInPassingTests {
  private func last(_ text: String) -> [String?] {
    guard let report = reports(in: text).last(where: { $0.kind.isSpeech }) else { return [] }
    return [report.content.joined(separator: " … "), report.speaker]
  }

  private static let before = "قال الناطق باسم الرئاسة إبراهيم حمدان إن البلاد بخير.\n"

  @Test(arguments: [
    "وردا على سؤال بشأن لقاءات أجراها مع عدد من أعضاء البرلمان الأوروبي، قال إن الأمر حسم.",
    "وفي رسالة إلى منظمة العفو الدولية، أكد أن الأمر حسم.",
    "وخلال لقاء مع سمير قاسم، أضاف أن الأمر حسم.",
    "وبعد اجتماع في مقر الاتحاد الأوروبي، أشار إلى أن الأمر حسم.",
    "وفي تعليق على تصريحات وزير الدفاع نبيل سعد، قال إن الأمر حسم.",
  ])
  func `nobody whom an adverb names speaks behind its comma`(sentence: String) {
    #expect(last(Self.before + sentence) == ["الأمر حسم", "إبراهيم حمدان"])
  }

  @Test func `the subject of a clause in the adverb speaks`() {
    #expect(
      last(Self.before + "وفي كلمة ألقاها وزير الدفاع نبيل سعد، أكد أن الأمر حسم.")
        == ["الأمر حسم", "نبيل سعد"])
  }

  @Test(arguments: [
    ("ونقلت صحيفة محلية عن المتحدث باسم سليم عون، رفيق حداد، قوله إن الأمر حسم.", "رفيق حداد"),
    ("وقال محامي سليم عون، رفيق حداد، إن الأمر حسم.", "رفيق حداد"),
    ("وقال المتحدث بإسم الشركة رفيق حداد إن الأمر حسم.", "رفيق حداد"),
    ("تراجعت الأسهم، والناطق باسم الرئاسة رفيق حداد يؤكد أن الأمر حسم.", "رفيق حداد"),
  ])
  func `who works for somebody speaks, and not whom he works for`(text: String, speaker: String) {
    #expect(last(text) == ["الأمر حسم", speaker])
  }

  @Test func `a source in a ministry is the nameless source who spoke before`() {
    let text = """
      قال مسؤول حكومي إن الوزارة تعتزم تقييم المدارس.
      وذكر المصدر بوزارة التعليم أن الأمر حسم.
      """
    #expect(last(text) == ["الأمر حسم", "مسؤول حكومي"])
  }

  @Test func `a clause with its own subject is no report of the verb before it`() {
    #expect(
      last(
        "واتهمت النقابة حكومة نبيل حمدان بالتقصير، بعد أن كشف تقرير سنوي، أن الأمر حسم."
      ) == ["الأمر حسم", "تقرير سنوي"])
  }

  @Test(arguments: [
    (
      "ومن بين التهم رسائل بعث بها سعيد قاسم إلى أصدقائه، اعتبرها الادعاء دليلا على تورطه.",
      "الادعاء"
    ),
    ("«لا بد من حلول سريعة للأزمة» هذا ما قاله وزير الصحة نبيل قاسم أمس.", "نبيل قاسم"),
  ])
  func `the noun behind a verb with its object is the subject`(text: String, speaker: String) {
    #expect(last(text).last == speaker)
  }

  @Test(arguments: [
    "وأكد السفير الفرنسي، وفق ما ذكرت «وكالة الأنباء»، أهمية العلاقات بين البلدين.",
    "وأعلن الجيش اليمني، وفق بيان نشره على موقعه، تدمير مخزن للأسلحة.",
    "ومما زاد من حجم الجدل في تونس، أن الصورة نشرت في موقع آخر.",
    "تواجه الدولة ضغوطا لوقف مشروع مد أنابيب نقل الغاز «الخط الأزرق».",
    "ولم يتمكن من التسجيل بسبب رفض القابض القيام بذلك.",
  ])
  func `a verb and its subject alone are no content`(text: String) {
    #expect(reports(in: text).allSatisfy { !$0.kind.isSpeech })
  }

  @Test func `marked words behind according to are not what the verb before it reports`() {
    let text =
      "دعت «جبهة الإصلاح» إلى جولة أخرى من الحوار الوطني، وفق ما أكده نبيل حمدان «الممثل القانوني» للحركة."
    #expect(last(text).last == "نبيل حمدان")
    #expect(last(text).first??.hasPrefix("دعت") == true)
  }

  @Test func `an adverb behind the noun of saying is no content`() {
    #expect(
      last("وأكد الوزير أن المطالب مشروعة، مستدركا بالقول في المقابل: «لم نتفق بعد».")
        == ["لم نتفق بعد", "الوزير"])
  }

  @Test(arguments: [
    ("روسيا ترفض اتهامات لندن: مزاعم لا أساس لها إطلاقا", "مزاعم لا أساس لها إطلاقا"),
    (
      "«الغارديان»: بسبب «أخطاء فادحة».. دول عربية تدعو إلى تأجيل القمة",
      "بسبب «أخطاء فادحة».. دول عربية تدعو إلى تأجيل القمة"
    ),
  ])
  func `a headline is what follows its colon`(text: String, content: String) {
    #expect(last(text).first == content)
  }

  @Test(arguments: [
    (
      """
      قال وزير الخارجية الأمريكي جون كيري إن تونس تتقدم.
      ووصف رئيس الدبلوماسية الأمريكية المنطقة بأنها «صعبة جدا».
      """, "جون كيري"
    ),
    (
      """
      أظهرت الأرقام أن الصادرات تراجعت.
      وكشفت الأرقام الرسمية أن الواردات زادت.
      """, "الأرقام"
    ),
    (
      """
      أعلنت مصادر طبية أن الضحايا كثر.
      ووفقا لتلك المصادر، فإن الأمر حسم.
      """, "مصادر طبية"
    ),
    (
      """
      قال رئيس الاتحاد الدولي لكرة السلة ماركو روسي إن القرار نهائي.
      وقال رئيس الاتحاد العربي إن الأمر حسم.
      """, "رئيس الاتحاد العربي"
    ),
  ])
  func `one source has one entity, and another office another`(text: String, speaker: String) {
    #expect(last(text).last == speaker)
  }

  @Test(arguments: [
    "قال معالي وزير الصحة الدكتور سامح شكري إن الأمر حسم.",
    "قال معالي الدكتور سامح شكري إن الأمر حسم.",
    "قال سماحة الشيخ سامح شكري إن الأمر حسم.", "قال سعادة السفير سامح شكري إن الأمر حسم.",
    "قال الفريق أول سامح شكري إن الأمر حسم.", "وعقد سامح شكري مؤتمرا صحفيا أكد خلاله أن الأمر حسم.",
    "وألقى سامح شكري كلمة أكد خلالها أن الأمر حسم.",
  ])
  func `words of respect and of rank are nobody`(text: String) {
    #expect(last(text) == ["الأمر حسم", "سامح شكري"])
  }

  @Test(arguments: [
    ("قال الأمين العام للأمم المتحدة أنطونيو غوتيريش", "وأضاف الأمين العام"),
    ("قال المدرب الإسباني بيب غوارديولا", "وأضاف الإسباني"),
    ("قال الطبيب سامح شكري", "وأضاف الجراح المصري"),
    ("قال محامي المتهم سامح شكري", "وأضاف المحامي"),
    ("قال المرشد الأعلى سامح شكري", "وأضاف المرشد"),
  ])
  func `who was brought in goes on by his office, his work or his nation`(
    first: String, second: String
  ) {
    let speakers = reports(in: "\(first) إن الوقت حان.\n\(second) أن الأمر حسم.").map(\.speaker)
    #expect(speakers.count == 2)
    #expect(speakers.first == speakers.last)
  }

  @Test func `even if opens no content of its own`() {
    #expect(
      reports(in: "قال سامح شكري إن الأمر حسم تماما وإن كان الوقت قد حان.").map(\.content)
        == [["الأمر حسم تماما وإن كان الوقت قد حان"]])
  }

  @Test(arguments: [
    "ورحب سامح شكري بـ«الخطوة الإيجابية للحكومة».", "ونفى سامح شكري «الخطوة الإيجابية للحكومة».",
    "وثمن سامح شكري «الخطوة الإيجابية للحكومة».", "واستهجن سامح شكري «الخطوة الإيجابية للحكومة».",
  ])
  func `what somebody welcomes or denies in marks was said`(text: String) {
    #expect(last(text) == ["الخطوة الإيجابية للحكومة", "سامح شكري"])
  }
}
