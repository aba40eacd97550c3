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
}
