import ArabicAnalysis
import ArabicText
import Testing

/// Sources without a name: which are one, and which of them a verb without a subject means.
@Suite struct NamelessSourceTests {
  @Test(arguments: [
    (
      "قال وزير الزراعة إن الموسم جيد. وقال وزير النقل إن الجسر مغلق.",
      ["وزير الزراعة", "وزير النقل"]
    ),
    (
      "قال مصدر طبي إن المصابين بخير. وقال مصدر عسكري إن الطريق مقطوع.", ["مصدر طبي", "مصدر عسكري"]
    ),
    (
      "قال موظف في ديوان الضرائب إن المهلة قصيرة. وقال موظف في ديوان الجمارك إن الميناء مزدحم.",
      ["موظف في ديوان الضرائب", "موظف في ديوان الجمارك"]
    ),
    (
      "قال مصدر في الديوان إن المهلة قصيرة. وقال مصدر طبي إن الجرحى بخير.",
      ["مصدر في الديوان", "مصدر طبي"]
    ),
    (
      "قال متحدث عسكري إن المهلة قصيرة. وقال متحدث باسم البلدية إن الجسر مغلق.",
      ["متحدث عسكري", "متحدث باسم البلدية"]
    ),
    (
      "قالت طالبة تونسية إن الدرس طويل. وقالت طالبة مغربية إن القاعة ضيقة.",
      ["طالبة تونسية", "طالبة مغربية"]
    ),
    (
      "قال وزير الزراعة إن الماء قليل. وقال وزير الثقافة إن الكتب كثيرة. وأضاف الوزير أن القراء قلة.",
      [
        "وزير الزراعة", "وزير الثقافة", "وزير الثقافة",
      ]
    ),
  ])
  func `two with one noun are two where something tells them apart`(
    text: String, speakers: [String]
  ) {
    let found = reports(in: text)
    #expect(found.map(\.speaker) == speakers, "\(found)")
  }

  @Test(arguments: [
    ("قال مصدر طبي إن المصابين بخير. وقال المصدر إن الطريق مقطوع.", 1),
    ("قال خبراء أمميون إن الموسم جيد. وأكد خبراء الهيئة أن الماء قليل.", 1),
    ("قال إعلام محلي إن الموسم جيد. وأكدت وسائل إعلام محلية أن الماء قليل.", 1),
  ])
  func `one that is called otherwise stays one`(text: String, count: Int) {
    let found = reports(in: text)
    #expect(found.count == 2 && Set(found.map(\.speaker)).count == count, "\(found)")
  }

  @Test(arguments: [
    ("زار وزير الزراعة القاهرة أمس. وقال إن الموسم جيد هذا العام.", "وزير الزراعة"),
    ("افتتح رئيس الجامعة مكتبة الأندلس. وأكد أن القاعات جاهزة للطلاب.", "رئيس الجامعة"),
    ("تحدثت مديرة المتحف عن نبيل الحوراني. وقالت إن لوحاته باقية هنا.", "مديرة المتحف"),
  ])
  func `behind the deed of an office that goes on to speak is who does it`(
    text: String, speaker: String
  ) {
    let found = reports(in: text)
    #expect(found.map(\.speaker) == [speaker], "\(found)")
  }

  @Test(arguments: [
    "قال المفوض نبيل الحوراني إن النزاع يتسع. ثم اتهم الدول الكبرى في المجلس بأنها صامتة.",
    "قال المفوض نبيل الحوراني إن النزاع يتسع. ووصف القرار بأنه كارثة كبيرة.",
    "قال المفوض نبيل الحوراني إن النزاع يتسع. واتهم رئيس الوفد بأنه غادر باكرا.",
  ])
  func `the one noun behind a verb that needs an object does not speak`(text: String) {
    let found = reports(in: text)
    #expect(found.map(\.speaker) == ["نبيل الحوراني", "نبيل الحوراني"], "\(found)")
  }

  @Test(arguments: [
    "قال نبيل الحوراني إن النزاع يتسع. واتهم الوزير النقابة بأنها صامتة.",
    "قال نبيل الحوراني إن النزاع يتسع. ووصف الوزير القرار بأنه كارثة كبيرة.",
  ])
  func `before a second one it does`(text: String) {
    let found = reports(in: text)
    #expect(found.map(\.speaker) == ["نبيل الحوراني", "الوزير"], "\(found)")
  }

  @Test func `an office with a name is who bears it`() {
    let found = reports(
      in: "زار وزير الزراعة نبيل الحوراني القاهرة أمس. وقال إن الموسم جيد هذا العام.")
    #expect(found.map(\.speaker) == ["نبيل الحوراني"], "\(found)")
  }

  @Test(arguments: [
    (
      "قال الوزير إن الماء كثير، فرد النائب نبيل الحوراني قائلا إنه لا يكفي أحدا.",
      ["الماء كثير", "لا يكفي أحدا"]
    ),
    (
      "أعلن الوزير أن الرسوم ستلغى، وردت النقابة بأن القرار متأخر.",
      ["الرسوم ستلغى", "القرار متأخر"]
    ),
    ("قال الوزير إن الماء \"كثير\"، وسط تصفيق الحاضرين.", ["الماء \"كثير"]),
    ("قال الوزير إن الرسوم ستلغى، ولم يحدد موعدا لذلك.", ["الرسوم ستلغى"]),
  ])
  func `an answer and the writer's own words end a content`(text: String, contents: [String]) {
    let found = reports(in: text)
    #expect(found.flatMap(\.content) == contents, "\(found)")
  }
}
