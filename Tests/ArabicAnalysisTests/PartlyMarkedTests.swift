import ArabicAnalysis
import ArabicText
import Testing

/// Contents of which a part stands in marks, and what stands around reports of news.
@Suite struct PartlyMarkedTests {
  private func contents(_ text: String) -> [String] {
    reports(in: text).filter { $0.kind.isSpeech }.map { $0.content.joined(separator: " … ") }
  }

  @Test(arguments: [
    (
      "سامر قبلاوي يحذر في أولى محطات حملته الانتخابية من انزلاق المدينة إلى \"الفوضى\" في حال لم تجر الانتخابات.",
      "انزلاق المدينة إلى \"الفوضى\" في حال لم تجر الانتخابات"
    ),
    (
      "أعلنت البلدية، إغلاق مكتبها في الميناء \"حتى إشعار آخر\".",
      "إغلاق مكتبها في الميناء \"حتى إشعار آخر"
    ),
    (
      "نفى سامر قبلاوي في هذا الصدد وجود \"قانون جديد\" خاص بالصيادين.",
      "وجود \"قانون جديد\" خاص بالصيادين"
    ),
    (
      "تحدث سامر قبلاوي عن الموسم، نافيا في هذا الصدد وجود \"قانون جديد\" خاص بالصيادين.",
      "وجود \"قانون جديد\" خاص بالصيادين"
    ),
    (
      "استنكر سامر قبلاوي القرار، رافضا التهم التي وجهت إليه وتعرضه \"للإهانة والتشهير\".",
      "التهم التي وجهت إليه وتعرضه \"للإهانة والتشهير"
    ),
    (
      "أصدرت وزارة الصحة بيانا، دانت فيه تعرض سيارتي الإسعاف لقصف \"في أثناء أداء مهمتهما\".",
      "تعرض سيارتي الإسعاف لقصف \"في أثناء أداء مهمتهما"
    ),
  ])
  func `the object of a reporting word is its content, though a part of it stands in marks`(
    text: String, expected: String
  ) {
    #expect(contents(text) == [expected])
  }

  @Test(arguments: [
    (
      "قالت الشرطة إن الحارس أصيب برصاصتين، ونقل الحارس الذي يعمل في الميناء، إلى المستشفى.",
      "الحارس أصيب برصاصتين، ونقل الحارس الذي يعمل في الميناء، إلى المستشفى"
    ),
    (
      "تؤكد البلدية أن ما ورد على لسان رئيس النادي إساءة لكل العاملين فيها.",
      "ما ورد على لسان رئيس النادي إساءة لكل العاملين فيها"
    ),
    (
      "وبحسب ليلى الحداد، سوف يسمح التطبيق بمراقبة المخابز، على أن يتم تقييم الخبز \"بالدقيقة والثانية\".",
      "سوف يسمح التطبيق بمراقبة المخابز، على أن يتم تقييم الخبز \"بالدقيقة والثانية"
    ),
    (
      "لواء متقاعد: رفض الخدمة أخطر ما حدث في \"تاريخ المدينة\"",
      "رفض الخدمة أخطر ما حدث في \"تاريخ المدينة"
    ),
  ])
  func `a reporting word that reports nothing of its own does not end a content`(
    text: String, expected: String
  ) {
    #expect(contents(text) == [expected])
  }

  @Test(arguments: [
    (
      "قالت ليلى الحداد إن السفينة تحمل أسلحة ممنوعة، وهو ما نفاه رئيس الميناء.",
      "السفينة تحمل أسلحة ممنوعة"
    ),
    (
      "تسببت اللعبة في جدل كبير في المدارس، وذلك وفقا لما ذكرته صحيفة المرفأ، وفي حين يعتقد سامر قبلاوي أنها لعبة مفيدة للأطفال.",
      "تسببت اللعبة في جدل كبير في المدارس"
    ),
  ])
  func `what others say of it ends a content`(text: String, expected: String) {
    #expect(contents(text).first == expected)
  }

  @Test func `as well opens another content of the same verb`() {
    let found = reports(
      in: "قال سامر قبلاوي إن المصنع ركيزة المدينة، كما أن لدينا القدرة على بناء مصنع آخر.")
    #expect(found.map(\.content) == [["المصنع ركيزة المدينة"], ["لدينا القدرة على بناء مصنع آخر"]])
    #expect(found.map(\.speaker) == ["سامر قبلاوي", "سامر قبلاوي"])
  }

  @Test func `a name and a comma open a content, and the verb behind it is a report in it`() {
    let found = reports(
      in: "أكدت ليلى الحداد أن رئيس البلدية سامر قبلاوي، أبلغ العمال أن \"الأجور ستدفع غدا\".")
    #expect(
      found.map(\.content) == [
        ["رئيس البلدية سامر قبلاوي، أبلغ العمال أن \"الأجور ستدفع غدا"], ["الأجور ستدفع غدا"],
      ])
    #expect(found.map(\.speaker) == ["ليلى الحداد", "سامر قبلاوي"])
  }

  @Test(arguments: [
    ("ذكرت وكالة المرفأ نقلا عن سامر قبلاوي، أن السفينة غادرت فجر اليوم.", "سامر قبلاوي"),
    ("قالت وكالة المرفأ، نقلا عن سامر قبلاوي، إن السفينة غادرت فجر اليوم.", "سامر قبلاوي"),
    ("النائبان اللذان حضرا يؤكدان أن السفينة غادرت فجر اليوم.", nil),
  ])
  func `whom a medium quotes says it, and two may say it`(text: String, speaker: String?) {
    let found = reports(in: text)
    #expect(found.map(\.content) == [["السفينة غادرت فجر اليوم"]])
    if let speaker { #expect(found.map(\.speaker) == [speaker]) }
  }

  @Test func `the object of a verb in the plural does not speak`() {
    let found = reports(
      in:
        "اجتمع أهالي الحي أمس. وطالبوا ليلى الحداد بـ\"التدخل السريع لحل هذا الإشكال وعدم الاكتفاء بالصمت\"."
    )
    #expect(found.map(\.speaker) != ["ليلى الحداد"])
  }
}
