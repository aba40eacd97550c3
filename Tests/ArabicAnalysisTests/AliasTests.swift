import ArabicAnalysis
import ArabicText
import Testing

@Suite struct AliasTests {
  /// The words of the mentions of each entity.
  private func entities(_ string: String) -> [[String]] {
    let document = Document(string)
    return Analyzer(tagger: nil).analyze(document).entities.map { entity in
      entity.mentions.map { document.text.string(in: $0.span) }
    }
  }

  @Test func `a surname is the person named in full, before or after`() {
    let found = entities(
      "الحداد تعلن البرنامج\nقالت وزيرة التخطيط ليلى الحداد. وأضافت الحداد أن العمل بدأ.")
    #expect(found.contains(["الحداد", "ليلى الحداد", "الحداد"]))
  }

  @Test func `with the tagger, too, a surname is the person's behind and before particles`() throws
  {
    let document = Document(
      """
      قال وزير المياه سمير بوعلام إن «السدود لم تعد تكفي».
      وأضاف بوعلام: «سنبدأ البناء». ورفض الوزير الرد على أسئلة الصحفيين.
      وقالت وكالة الأنباء الجزائرية إن الخبراء التقوا بوعلام في مقر الوزارة بالجزائر العاصمة.
      """)
    let analysis = Analyzer().analyze(document)
    let person = try #require(analysis.entities.first { $0.canonical == "سمير بوعلام" })
    let written = person.mentions.map { document.text.string(in: $0.span) }
    #expect(written.count { $0 == "بوعلام" } == 2 && !written.contains("الوزير الرد"), "\(written)")
    #expect(!analysis.entities.contains { $0.canonical == "وعلام" })
    let other = Document("تحدث البرنوسي إلى الصحف. وقدم المدير للبرنوسي هدية.")
    let kinds = Analyzer().analyze(other).entities.filter { $0.canonical == "البرنوسي" }.map(\.kind)
    #expect(kinds == [.person])
  }

  @Test func `a surname with its particle is one alias`() {
    #expect(
      entities("وصل جيل دي كيرشوف. وأكد دي كيرشوف أن العمل بدأ.") == [
        ["جيل دي كيرشوف", "دي كيرشوف"]
      ])
  }

  @Test func `a nisba stands for the teknonym that bears it`() {
    #expect(
      entities("ظهر أبو طاهر الطاجيكي. وفر الطاجيكي.") == [["أبو طاهر الطاجيكي", "الطاجيكي"]])
  }

  @Test func `an acronym in brackets is the organisation before it`() {
    let found = entities("مكتب الأمم المتحدة لمكافحة الإرهاب (UNOCT) أعلن. ورد UNOCT.")
    #expect(found == [["مكتب الأمم المتحدة لمكافحة الإرهاب", "UNOCT", "UNOCT"]])
  }

  @Test func `forms that the lists give for one name are one entity`() {
    #expect(entities("هاجم الحوثيون. ورفض الحوثيين.") == [["الحوثيون", "الحوثيين"]])
  }

  @Test func `a name is one entity with its class noun and without`() {
    let analysis = Analyzer(tagger: nil).analyze(
      Document("أعلن تنظيم داعش مسؤوليته. وقال شهود إن داعش انسحب، وإن بقايا تنظيم داعش فرت."))
    let groups = analysis.entities.filter { $0.kind == .organisation }
    #expect(groups.map(\.canonical) == ["داعش"])
    #expect(groups.first?.mentions.count == 3)
  }

  @Test func `a class noun with the article stands for what it introduced`() {
    let found = entities("تبنى تنظيم داعش الهجوم. وقال التنظيم إن العملية تمت في المدينة.")
    #expect(found.first?.count == 2)
    #expect(found.first?.last == "التنظيم")
  }

  @Test func `two people with one surname stay apart`() {
    let found = entities("أصيب أيمن الشريف. وكتب الشريف شيئا. ثم وصل وليد الشريف.")
    #expect(found.contains(["أيمن الشريف", "الشريف"]))
    #expect(found.contains(["وليد الشريف"]))
  }

  /// Whether two forms are mentions of one entity, as the tagger and the rules see the text.
  private func areOne(_ first: String, _ second: String, in string: String) -> Bool {
    let document = Document(string)
    return Analyzer().analyze(document).entities.contains { entity in
      let forms = Set(entity.mentions.map { document.text.string(in: $0.span) })
      return forms.isSuperset(of: [first, second])
    }
  }

  @Test(arguments: [
    (
      "أعلنت محكمة النقض العليا تأجيل الجلسة أسبوعا. وقالت محكمة النقض إن الملف غير مكتمل.",
      "محكمة النقض العليا", "محكمة النقض"
    ),
    (
      "بدأت نقابة عمال النسيج إضرابا مفتوحا. وقالت النقابة المغربية لعمال النسيج إن الأجور لم تدفع.",
      "نقابة عمال النسيج", "النقابة المغربية لعمال النسيج"
    ),
    (
      "نظمت رابطة أمهات #المفقودين_الليبيين وقفة أمام البرلمان. وقالت رابطة أمهات المفقودين إن أبناءها أحياء.",
      "رابطة أمهات #المفقودين_الليبيين", "رابطة أمهات المفقودين"
    ),
    (
      "افتتح الوزير عبد المحسن عبد الرحيم المعرض. وقال عبد المحسن إن الإقبال كبير.",
      "عبد المحسن عبد الرحيم", "عبد المحسن"
    ),
    (
      "وقع الروائي سعيد أنطون البستاني كتابه الجديد. وقال سعيد البستاني إن الكتاب ثمرة سنوات.",
      "سعيد أنطون البستاني", "سعيد البستاني"
    ),
    (
      "التقى الرئيس الفلسطيني محمود عباس الوفد في رام الله. وقال أبو مازن إن اللقاء مثمر.",
      "محمود عباس", "أبو مازن"
    ),
  ])
  func `a name without some of its words is the only longer one of the text`(
    text: String, first: String, second: String
  ) {
    #expect(areOne(first, second, in: text))
  }

  @Test(arguments: [
    (
      "انسحب الجيش السوري من البلدة. ودخلها مقاتلو الجيش السوري الحر مساء.",
      "الجيش السوري", "الجيش السوري الحر"
    ),
    (
      "اجتمع مجلس الأمن في نيويورك. وعقد مجلس الأمن القومي جلسة في واشنطن.",
      "مجلس الأمن", "مجلس الأمن القومي"
    ),
  ])
  func `a name that is whole by itself is not the longer one`(
    text: String, first: String, second: String
  ) {
    #expect(!areOne(first, second, in: text))
  }

  @Test func `a noun that heads the name of a body stands for it behind the article`() {
    #expect(
      areOne(
        "مستشفى ابن زهر", "المستشفى",
        in: "تبرعت الجمعية لمستشفى ابن زهر بمعدات جديدة. وبدأ المستشفى تركيبها أمس."))
  }
}
