import ArabicAnalysis
import ArabicText
import Foundation
import Testing

/// Who speaks as the sentences around tell it: asides, questions, topics, leaders, what somebody works at.
@Suite struct SpeakerContextTests {
  /// The last quotation of a text: what is said, and by whom.
  private func last(_ text: String) -> [String?] {
    guard let report = reports(in: text).last(where: { $0.kind.isSpeech }) else { return [] }
    return [report.content.joined(separator: " … "), report.speaker]
  }

  @Test(arguments: [
    (
      "تحدثت الوزيرة هالة مراد أمام النواب.\nوكانت نقابة المعلمين قد حذرت الحكومة الأسبوع الماضي من أن الإضراب مستمر.",
      "الإضراب مستمر", "نقابة المعلمين"
    ),
    (
      "وكان المدير سامي الدباغ قد أبلغ لجنة التحقيق في يونيو أن العقد باطل.", "العقد باطل",
      "سامي الدباغ"
    ),
  ])
  func `what stands between kana and qad is the subject, whatever stands behind the verb`(
    text: String, content: String, speaker: String
  ) {
    #expect(last(text) == [content, speaker])
  }

  @Test(arguments: [
    ("قال مصدر في جهاز الدفاع المدني إن الحريق أخمد.", "مصدر في جهاز الدفاع المدني"),
    ("أكد مصدر من داخل الوزارة أن القرار صدر.", "مصدر من داخل الوزارة"),
    ("وقال مسؤول لدى الشركة إن التسليم تأخر.", "مسؤول لدى الشركة"),
    ("قالت موظفة بالمصرف المركزي إن الحساب جمد.", "موظفة بالمصرف المركزي"),
    ("قال شخص مطلع على المفاوضات إن الصفقة انهارت.", "شخص مطلع على المفاوضات"),
    ("ذكر متحدث في ختام الزيارة أن الوفد غادر.", "متحدث"),
    ("قال مسؤول في مؤتمر صحفي إن القرار نهائي.", "مسؤول"),
    ("وقالت طالبات شاركن في المسيرة إنهن لن يتراجعن.", "طالبات"),
  ])
  func `where somebody without a name works belongs to him, when he spoke and what he did not`(
    text: String, speaker: String
  ) {
    #expect(last(text).last == speaker)
  }

  @Test(arguments: [
    ("وقال مسؤولون في حزب «الأفق» إن الاقتراح عرض أمس.", "مسؤولون في حزب «الأفق»"),
    ("وقال موظف في شركة «نون» إن الراتب تأخر.", "موظف في شركة «نون»"),
    ("وقال مسؤول في السفارة الفرنسية يرافق الوفد إن المحادثات بدأت.", "مسؤول في السفارة الفرنسية"),
    ("وقالت شخصيات من كل الأطياف السياسية إن القانون ظالم.", "شخصيات من كل الأطياف السياسية"),
    (
      "وقال موظف بقطاع تسويق الزيوت في مصر إن السوق نما.",
      "موظف بقطاع تسويق الزيوت في مصر"
    ),
    ("وأعلن وزراء الخارجية العرب أن القمة تأجلت.", "وزراء الخارجية العرب"),
    ("وأكد رؤساء بلديات الساحل أن الطريق مغلق.", "رؤساء بلديات الساحل"),
  ])
  func `a phrase without a name is whole and ends before what he does`(
    text: String, speaker: String
  ) {
    #expect(last(text).last == speaker)
  }

  @Test(arguments: [
    (
      "قال المدير الطبي للمستشفى المركزي، الدكتور سعيد مرعي، إن الحالة مستقرة. وأصيب سامي الدباغ أيضا.\nوأكد المدير أن الجراحة نجحت.",
      "سعيد مرعي"
    ),
    (
      "صرح أنيس الحداد وزير النقل بأن المطار جاهز. ورافقه سامي الدباغ في الزيارة.\nوتابع الوزير أن العمل بدأ.",
      "أنيس الحداد"
    ),
    (
      "محامي سامر الحداد: الشهادة باطلة\nقال نزار عياد، محامي سامر الحداد، إن الشهادة باطلة.\nوقال محامي سامر الحداد إن الجلسة تأجلت.",
      "نزار عياد"
    ),
  ])
  func `a title that a report gives somebody means him later`(text: String, speaker: String) {
    #expect(last(text).last == speaker)
  }

  @Test func `a statement is brought in by an indefinite noun and is not called by who makes it`() {
    let document = Document(
      "وقالت وزارة الدفاع، في بيان، إن الحدود آمنة.\nوجاء في بيان وزارة الدفاع أن التدريب مستمر. وأضاف البيان أن الرحلات عادت."
    )
    let analysis = Analyzer().analyze(document)
    let statements = analysis.entities.filter { $0.kind == .document }
    #expect(statements.count == 1)
    let forms = statements.first?.mentions.map { document.text.string(in: $0.span) }
    #expect(forms == ["بيان", "بيان", "البيان"])
  }

  @Test(arguments: [
    (
      "جلس المخرج عادل سرحان في الصف الأول. وحين سألته إحدى الطالبات عن الجائزة أجاب: «لا أنام بسببها».",
      "لا أنام بسببها", "عادل سرحان"
    ),
    (
      "عند الظهر يعود سالم عمر إلى الميناء. نسأله: كم ربحت؟ يفكر ثم يجيب: «لا شيء».", "لا شيء",
      "سالم عمر"
    ),
  ])
  func `who asks is not who answers`(text: String, content: String, speaker: String) {
    #expect(last(text) == [content, speaker])
  }

  @Test(arguments: [
    (
      "قال اللاعب وليد صقر: «سنفوز».\nأما المدرب رامي الشاذلي فبدا هادئا. قال للصحافيين: «المباراة صعبة».",
      "المباراة صعبة", "رامي الشاذلي"
    ),
    ("سلوى قطب نفسها لم تغضب. «كتبت ما رأيت»، قالت وهي تضحك.", "كتبت ما رأيت", "سلوى قطب"),
    (
      "قالت المغنية رنا ساري إنها تعبت. تبتسم حين نسألها عن العمر. «لا أعده ولا أريد أن أعرفه».",
      "لا أعده ولا أريد أن أعرفه", "رنا ساري"
    ),
  ])
  func `the sentence before tells of who speaks without a subject`(
    text: String, content: String, speaker: String
  ) {
    #expect(last(text) == [content, speaker])
  }

  @Test(arguments: [
    (
      "وقال وائل الصباغ إن السوق راكدة. وتابع المتحدث ذاته: «سنغلق الأبواب غدا».",
      "سنغلق الأبواب غدا", "وائل الصباغ"
    ),
    (
      "قررت محكمة الجنايات، برئاسة المستشار هاني درويش، التأجيل. وقال رئيس المحكمة: «رفعت الجلسة».",
      "رفعت الجلسة", "هاني درويش"
    ),
    (
      "صدر كتاب للشاعر وليد مرعي. ويقول الروائي إن «الحبر لا يجف».", "الحبر لا يجف", "وليد مرعي"
    ),
  ])
  func `a title means who spoke, who leads, or who bears one like it`(
    text: String, content: String, speaker: String
  ) {
    #expect(last(text) == [content, speaker])
  }

  @Test(arguments: [
    (
      "«المشكلة في الطريق»، كما يقول منسق الحملة باسل عطا.", "المشكلة في الطريق", "باسل عطا"
    ),
    (
      "واعترض زميله وائل جبر، الذي كتب في مقال نشرته الصحيفة: «الفكرة جيدة».", "الفكرة جيدة",
      "وائل جبر"
    ),
    ("وتمسك المحامي زياد بركات بأن موكله بريء.", "موكله بريء", "زياد بركات"),
    ("أما الروائي نديم جابر فيعده «أجمل أعمال العام».", "أجمل أعمال العام", "نديم جابر"),
    ("وهاجم ما سماه النائب سامر قبلاوي «حكومة الظل».", "حكومة الظل", "سامر قبلاوي"),
    (
      "وقال المدير الفني للفريق، البرتغالي جواو سيلفا، إن الفوز مستحق.", "الفوز مستحق", "جواو سيلفا"
    ),
  ])
  func `verbs of saying have their subjects before and behind them`(
    text: String, content: String, speaker: String
  ) {
    #expect(last(text) == [content, speaker])
  }

  @Test func `a speech that somebody answers ends before the answer`() {
    let found = reports(
      in:
        "قالت المغنية لمى إدريس إن أحد المنتجين طلب منها «أغنية خفيفة»، فردت عليه: «ابحث عن غيري».")
    #expect(found.last?.content == ["ابحث عن غيري"])
    #expect(found.last?.speaker == "لمى إدريس")
  }

  @Test func `nobody says what is said in passive`() {
    let found = reports(in: "ويُقال في ممرات البرلمان إن صفقة تطبخ.")
    #expect(found.last?.speaker == nil)
  }
}
