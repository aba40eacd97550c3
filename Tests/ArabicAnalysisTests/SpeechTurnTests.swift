import ArabicAnalysis
import ArabicText
import Testing

/// Who speaks where speech is interrupted, answered, passed on or written in a medium.
@Suite struct SpeechTurnTests {
  private func speech(_ text: String) -> [[String?]] {
    reports(in: text).filter { $0.kind.isSpeech }.map {
      [$0.content.joined(separator: " … "), $0.speaker]
    }
  }

  @Test(arguments: [
    (
      "«لم ننم منذ ليلتين كاملتين»، تقول سعاد المرزوقي لـ«دفاتر المدينة» بعد الحريق، «وما زلنا نسمع صوت النار».",
      "لم ننم منذ ليلتين كاملتين … وما زلنا نسمع صوت النار", "سعاد المرزوقي"
    ),
    (
      "«لم ننم منذ ليلتين كاملتين»، تهمس سعاد المرزوقي من دون أن تلتفت، «وما زلنا نسمع صوت النار».",
      "لم ننم منذ ليلتين كاملتين … وما زلنا نسمع صوت النار", "سعاد المرزوقي"
    ),
    (
      "\"كنا نستحق الفوز فعلا\"، هكذا تحدث القائد سامر قبلاوي وهو يمسح عرقه، \"لكن الحظ خاننا\".",
      "كنا نستحق الفوز فعلا … لكن الحظ خاننا", "سامر قبلاوي"
    ),
    (
      "«كنا ننام على السطح صيفا» يتذكر سامر قبلاوي وهو يرتب كتبه، «ثم بنوا البرج أمامنا».",
      "كنا ننام على السطح صيفا … ثم بنوا البرج أمامنا", "سامر قبلاوي"
    ),
  ])
  func `speech goes on behind what tells how it was said`(
    text: String, content: String, speaker: String
  ) {
    #expect(speech(text) == [[content, speaker]])
  }

  @Test func `another verb of speech behind an interruption has its own content`() {
    #expect(
      speech("«لم ننم منذ ليلتين كاملتين»، تقول سعاد المرزوقي، ويضيف زوجها: «ولا أكلنا شيئا يذكر».")
        .count == 2)
  }

  @Test(arguments: [
    (
      "قال المدرب سامر قبلاوي إن الفريق جاهز.\nثم سألته المذيعة هدى سعيد: «هل ترحل؟»، فأجاب: «لا أحد يعرف ما يأتي به الغد».",
      "سامر قبلاوي"
    ),
    (
      "وحضر المتهم سامر قبلاوي الجلسة. وسأله القاضي وليد الحسن: «هل قرأت الورقة؟»، فرد: «لم أقرأ منها سطرا واحدا».",
      "سامر قبلاوي"
    ),
    (
      "سألت ليلى الحداد عمها كريم النجار: «متى نعود؟»، فقال: «حين يزهر اللوز يا ابنتي».",
      "كريم النجار"
    ),
    // A question that nobody is asked is no turn.
    (
      "وسأل الوزير سامر قبلاوي: «أين المجتمع الدولي؟»، وقال: «نحن وحدنا هنا منذ سنين».",
      "سامر قبلاوي"
    ),
  ])
  func `who asks does not answer`(text: String, speaker: String) {
    #expect(speech(text).last?.last == speaker)
  }

  @Test(arguments: [
    ("لكن مصدرا أمنيا أكد أن الشاحنات توقفت أربعة أيام.", "مصدرا أمنيا"),
    ("بيد أن موظفا في الجمارك اعترف، شرط ألا يذكر اسمه، بأن المعاملة طويلة.", "موظفا في الجمارك"),
    ("غير أن مزارعا من الجنوب قال إن الأرض عطشى.", "مزارعا من الجنوب"),
    ("لكن سائقا مسنا قال لنا إن الطريق مغلق.", "سائقا مسنا"),
  ])
  func `a man without a name speaks in the accusative`(text: String, speaker: String) {
    #expect(speech(text).last?.last == speaker)
  }

  @Test(arguments: [
    ("تقول كاتبة العمود هدى سعيد: «حين جف النهر ضاعت القرى».", "هدى سعيد"),
    ("قالت كاتبة الرواية هدى سعيد إن الكتاب بيع كله.", "هدى سعيد"),
    (
      "وزارة الصناعة والتعدين نشرت على منصة إكس: «لن نتراجع عن هذا القرار».",
      "وزارة الصناعة والتعدين"
    ),
    ("وفي صحيفة «الضفاف»، نشر وليد الحسن مقالا من لندن قال فيه إن السفن نائمة.", "وليد الحسن"),
    (
      "قال سامر قبلاوي إن العمل بدأ.\nوأجاب من دون تردد: «لن نتراجع عن هذا القرار».", "سامر قبلاوي"
    ),
  ])
  func `neither a medium nor a manner speaks, but whoever writes`(text: String, speaker: String) {
    #expect(speech(text).last?.last == speaker)
  }

  @Test(arguments: [
    ("وأعلم المدير سامر قبلاوي الصحفيين بأن خمس دول وافقت.", "خمس دول وافقت"),
    ("شهدت الموظفة أمام القاضي بأن المدير أحرق الدفاتر.", "المدير أحرق الدفاتر"),
    ("وأفتى الشيخ سامر قبلاوي بأن البيع باطل.", "البيع باطل"),
    ("ويؤمن سامر قبلاوي بأن الأرض لا تباع.", "الأرض لا تباع"),
    ("وقضت المحكمة بأن العقد باطل.", "العقد باطل"),
    ("ويحلف سامر قبلاوي أنه لم يضرب أحدا.", "لم يضرب أحدا"),
    (
      "وتساءلت هدى سعيد عما إذا كانت الحكومة قد نسيت القرى.", "كانت الحكومة قد نسيت القرى"
    ),
  ])
  func `verbs of oath, witness and wonder report`(text: String, content: String) {
    #expect(speech(text).map(\.first) == [content])
  }

  @Test(arguments: [
    "وشهدت المدينة احتفالات كبيرة أمس في كل حي.",
    "وقضى سامر قبلاوي إجازته في الجبل.",
    "وحكم سامر قبلاوي المباراة بعد أن غاب زميله.",
  ])
  func `verbs of witness are other verbs without a clause behind the preposition`(text: String) {
    #expect(speech(text) == [])
  }

  @Test(arguments: [
    (
      "وتشرح هدى سعيد أن التدريب استمر شهورا في بيت قديم، وتستعيد البدايات: «كنّ يضحكن من كلمة واحدة».",
      "التدريب استمر شهورا في بيت قديم", "كنّ يضحكن من كلمة واحدة"
    ),
    (
      "وقال سامر قبلاوي إن المشروع بدأ في بيت قديم، ويضرب مثلا: «كنا نضحك من كلمة واحدة».",
      "المشروع بدأ في بيت قديم", "كنا نضحك من كلمة واحدة"
    ),
  ])
  func `a content ends before a verb that leads to marked speech`(
    text: String, first: String, second: String
  ) {
    #expect(speech(text).map(\.first) == [first, second])
  }

  @Test func `somebody is quoted in marks within an unmarked content`() {
    #expect(
      speech("قالت الشاهدة ليلى الحداد إن المدير سامر قبلاوي قال لها: «لا تسألي عن شيء أبدا».")
        .contains(["لا تسألي عن شيء أبدا", "سامر قبلاوي"]))
  }
}
