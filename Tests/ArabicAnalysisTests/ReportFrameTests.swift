import ArabicAnalysis
import ArabicText
import Testing

/// The frames of real news beyond the plain ones.
@Suite struct ReportFrameTests {
  @Test(arguments: [
    "سيفتح الملعب بعد أن تنتهي الأعمال كلها.", "كان الأمر كبيرا أم صغيرا في نظر الجميع.",
    "لم تعترف الجماعة حتى الآن بما جرى هناك.", "تبين أيضا أن الباب كان مفتوحا طوال الليل.",
  ])
  func `looks like a report and is none`(text: String) {
    #expect(reports(in: text) == [])
  }

  @Test func `a report behind a conjunction ends the one before`() {
    #expect(
      reports(in: "قال عصام بركات إن العمل بدأ أمس، لكنه حذر من أن الخطة ضعيفة جدا.").map(\.content)
        == [["العمل بدأ أمس"], ["الخطة ضعيفة جدا"]])
  }

  @Test func `a verb with an object pronoun reports`() {
    #expect(
      reports(in: "زار عصام بركات القرية ووصفها بأنها \"جنة صغيرة\".")
        == [.init(.direct, "جنة صغيرة", cue: "وصفها", speaker: "عصام بركات")])
  }

  @Test func `one marked word is said where the verb takes it`() {
    #expect(reports(in: "وصفت ليلى الحداد القرار بـ\"الكارثي\".").map(\.kind) == [.direct])
  }

  @Test func `a marked subject is no content`() {
    #expect(
      reports(in: "أعلن \"مجلس التجديد الوطني\" توقيع اتفاق جديد.").map(\.kind) == [.scare])
  }

  @Test func `as reported by an agency`() {
    #expect(
      reports(in: "أغلق المطار بسبب العاصفة، على ما ذكرت وكالة رويترز.").map(\.content)
        == [["أغلق المطار بسبب العاصفة"]])
  }

  @Test func `according to X, Y said: X is the medium`() {
    let found = reports(in: "ووفقا لصحيفة \"الضفاف\"، أكد عصام بركات أن العمل بدأ أمس.")
    #expect(found.filter { $0.kind.isSpeech }.map(\.speaker) == ["عصام بركات"])
  }

  @Test func `a verbal noun with its owner reports`() {
    #expect(
      reports(in: "جاء ذلك بعد إعلان عصام بركات أن العمل بدأ أمس.")
        == [.init(.indirect, "العمل بدأ أمس", cue: "إعلان", speaker: "عصام بركات")])
  }

  @Test func `the subject of the sentence before goes on`() {
    #expect(
      reports(in: "وصلت ليلى الحداد إلى العاصمة ليلا. وقالت للصحافيين إن الزيارة قصيرة جدا.").map(
        \.speaker) == ["ليلى الحداد"])
  }

  @Test func `a participle takes the subject of the sentence`() {
    #expect(
      reports(in: "استقبلت ليلى الحداد وفدا من الطلاب، مؤكدة أن الأبواب مفتوحة للجميع.").map(
        \.speaker)
        == ["ليلى الحداد"])
  }

  @Test func `whoever stands behind the verb speaks`() {
    #expect(
      reports(in: "يقول مستوطن غاضب إن البيوت تركت مفتوحة.").map(\.speaker) == ["مستوطن غاضب"])
  }

  @Test func `a newspaper in marks heads a headline`() {
    #expect(
      reports(in: "\"صوت الشمال\": الحكومة تدرس تأجيل الانتخابات").map(\.kind).contains(.indirect))
  }

  @Test(arguments: [
    "قال عصام بركات في مقال نشر أمس إن العمل بدأ في القرية.",
    "قال عصام بركات في بيان أعلن مساء أمس إن العمل بدأ في القرية.",
    "وأضاف عصام بركات في مؤتمر صحفي بث الخميس أن العمل بدأ في القرية.",
  ])
  func `when and where a statement came out takes no clause from who made it`(text: String) {
    let found = reports(in: text)
    #expect(found.map(\.content) == [["العمل بدأ في القرية"]], "\(found)")
    #expect(found.map(\.speaker) == ["عصام بركات"], "\(found)")
  }

  @Test func `what stands in a statement is said by the statement`() {
    let found = reports(in: "وصلت إلى عصام بركات رسالة جاء فيها أن العمل بدأ في القرية.")
    #expect(found.map(\.speaker) == ["رسالة"], "\(found)")
  }
}
