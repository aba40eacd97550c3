import ArabicAnalysis
import ArabicText
import Testing

/// Names that what stands around them shows.
@Suite struct NameContextTests {
  @Test(arguments: [
    ("عاد إلى قطاع غزة", ["LOC غزة"]), ("في محافظة الحديدة", ["LOC الحديدة"]),
    ("شرقي القدس المحتلة", ["LOC القدس"]), ("وفقا لوكالة فرانس برس", ["ORG فرانس برس"]),
    ("هبط في مطار بيروت الدولي", ["LOC مطار بيروت الدولي"]),
    ("في حزب الاتحاد المسيحي الاجتماعي", ["ORG الاتحاد المسيحي الاجتماعي"]),
  ])
  func `class nouns stand where the guideline has them`(text: String, expected: [String]) {
    #expect(names(in: text) == expected)
  }

  @Test(arguments: [
    ("أكدت الخارجية المصرية أن", ["ORG الخارجية المصرية"]),
    ("قال المتحدث باسم الخارجية إن", ["ORG الخارجية"]),
    ("غيرت السياسة الخارجية المصرية", [String]()), ("ذكرت وسائل الإعلام الأمريكية", []),
    ("صوت البرلمان الإيراني", ["ORG البرلمان الإيراني"]),
    ("جائزة لجنة التحكيم", []), ("هيئات تنظيم الاتصالات", []),
    ("أيد مجلس الأمن الداعي إلى السلام", ["ORG مجلس الأمن"]),
    ("اجتمع الاتحاد الوطني للفلاحة والصيد البحري", ["ORG الاتحاد الوطني للفلاحة والصيد البحري"]),
    ("نشرت وكالة أنباء الصحراء", ["ORG وكالة أنباء الصحراء"]),
    ("جماعة أبو سياف المسلحة", ["ORG أبو سياف"]),
  ])
  func `organisations grow as far as their names`(text: String, expected: [String]) {
    #expect(names(in: text) == expected)
  }

  @Test(arguments: [
    ("الجنرال دايتون", ["PER دايتون"]), ("ذهب إلى دايتون", ["LOC دايتون"]),
    ("وقال بلغرافوف في خطاب", ["PER بلغرافوف"]), ("وقال مسعفون في المكان", []),
    ("نشر زلماي دوقلان، المتحدث باسم الجيش، صورة", ["PER زلماي دوقلان"]),
    ("قتل ياسر دوقلان (42 عاما)", ["PER ياسر دوقلان"]),
    ("الممثلة أليسون ماك، بطلة المسلسل", ["PER أليسون ماك"]),
    ("وقال رئيس الشركة هاري فيلسون إن", ["PER هاري فيلسون"]),
    ("الإيراني علي شمخاني", ["PER علي شمخاني"]), ("منذ رحيل بن علي", ["PER بن علي"]),
    ("وصل ألبرت بلغرافوف أمس", ["PER ألبرت بلغرافوف"]),
    ("محامي جان-إيف لوبورنيي", ["PER جان-إيف لوبورنيي"]),
    ("رجل يدعى زلماي دوقلان", ["PER زلماي دوقلان"]),
    ("وقال سمير بالطيب أمين عام الحزب", ["PER سمير بالطيب"]),
  ])
  func `people stand behind titles, before ages and offices, and speak`(
    text: String, expected: [String]
  ) {
    #expect(names(in: text).filter { !$0.hasPrefix("ORG") } == expected)
  }

  @Test func `towns that "and" joins to a place are places`() {
    #expect(
      names(in: "في دوما وعربين وزملكا وطالب السكان") == ["LOC دوما", "LOC عربين", "LOC زملكا"])
  }

  @Test(arguments: [
    ("أعلنت شركة بيتروغاف أرباحها. وتعمل بيتروغاف في الجزيرة.", "ORG بيتروغاف"),
    ("وقال زلمايوف إن العمل بدأ. ويرأس زلمايوف الشركة.", "PER زلمايوف"),
    ("في بلدة زلماية. وغادر السكان زلماية.", "LOC زلماية"),
  ])
  func `a name stands again without what showed it`(text: String, expected: String) {
    #expect(names(in: text).filter { $0 == expected }.count == 2)
  }

  @Test func `a place in front of a verb is the person who bears its name`() {
    let analysis = Analyzer(tagger: nil).analyze(
      Document("عين الوزير جون كينغستون. وأكد كينغستون الخبر."))
    #expect(analysis.entities.filter { $0.kind == .person }.map(\.mentions.count) == [2])
  }

  @Test func `a given name alone is the only person who bears it`() {
    let analysis = Analyzer(tagger: nil).analyze(
      Document("تزوجت الممثلة أليسون ماك. وتعيش أليسون في باريس."))
    #expect(analysis.entities.filter { $0.kind == .person }.map(\.mentions.count) == [2])
  }

  @Test func `words printed without a space are taken apart where the spelling is sure`() {
    #expect(names(in: "في الضفة الغربيةالمحتلة") == ["LOC الضفة الغربية"])
    let document = Document("وقال سامر قبلاوي إنّأنظمة الحماية جاهزة، وإنّها تعمل جيدا.")
    #expect(
      Analyzer(tagger: nil).analyze(document).quotations.flatMap(\.content).map {
        document.text.string(in: $0)
      } == ["أنظمة الحماية جاهزة", "تعمل جيدا"])
  }

  @Test func `a marked name that no list knows speaks`() {
    #expect(names(in: "وأشارت «زلمايد» إلى أن العمل بدأ") == ["ORG زلمايد"])
    #expect(names(in: "وأكدت «ضرورة الحوار»، وغادرت") == [])
  }
}
