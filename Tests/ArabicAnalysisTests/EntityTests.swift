import ArabicAnalysis
import ArabicText
import Testing

/// The named mentions of a text in order, each as its type and its words.
func names(in string: String) -> [String] {
  let document = Document(string)
  return Analyzer(tagger: nil).analyze(document).entities
    .flatMap { entity in entity.mentions.map { (entity.kind, $0) } }
    .filter { $0.1.form != .nominal }
    .sorted { $0.1.span < $1.1.span }
    .map { "\($0.0.rawValue) \(document.text.string(in: $0.1.span))" }
}

@Suite struct EntityTests {
  @Test(arguments: [
    ("سافر إلى فرنسا", ["LOC فرنسا"]), ("وصل وبروما مطر", ["LOC روما"]),
    ("عاد من وفرنسا", ["LOC فرنسا"]), ("قدم للأمم المتحدة طلبا", ["ORG لأمم المتحدة"]),
    ("عقد في سوريا والعراق", ["LOC سوريا", "LOC العراق"]),
  ])
  func `clitics stay outside a name`(text: String, expected: [String]) {
    #expect(names(in: text) == expected)
  }

  @Test(arguments: [
    ("قالت كبيرة الباحثين", [String]()), ("كشفت الوثيقة", []), ("لديه خطة", []),
  ])
  func `a common word is no clitic before a name`(text: String, expected: [String]) {
    #expect(names(in: text) == expected)
  }

  @Test(arguments: [
    ("الدكتور عصام بركات", ["PER عصام بركات"]), ("وزير الطاقة سامر قبلاوي", ["PER سامر قبلاوي"]),
    ("الرئيس بلغرافوف", ["PER بلغرافوف"]), ("الدكتورة Elena Markov", ["PER Elena Markov"]),
    ("الأمين العام أنطونيو غوتيريش", ["PER أنطونيو غوتيريش"]),
  ])
  func `a title stays outside the name that it licenses`(text: String, expected: [String]) {
    #expect(names(in: text) == expected)
  }

  @Test(arguments: [
    ("جيل دي كيرشوف", ["PER جيل دي كيرشوف"]), ("محمد بن سلمان", ["PER محمد بن سلمان"]),
    ("أحمد عبد الجواد", ["PER أحمد عبد الجواد"]), ("نادين أبو شقرا", ["PER نادين أبو شقرا"]),
    ("حمد آل خليفة", ["PER حمد آل خليفة"]),
  ])
  func `the parts of a person's name stay together`(text: String, expected: [String]) {
    #expect(names(in: text) == expected)
  }

  @Test(arguments: [
    ("التقى أبو طاهر الطاجيكي", ["PER أبو طاهر الطاجيكي"]), ("زار أبو ظبي", ["LOC أبو ظبي"]),
  ])
  func `a teknonym is a name unless a place bears it`(text: String, expected: [String]) {
    #expect(names(in: text) == expected)
  }

  @Test(arguments: [
    ("صحيفة \"صنداي تايمز\" البريطانية", ["ORG صنداي تايمز"]),
    ("دار «المرايا»", ["ORG المرايا"]), ("شركة سولاريس الخليج", ["ORG سولاريس الخليج"]),
    ("منظمة قوافل للإغاثة", ["ORG قوافل للإغاثة"]),
  ])
  func `a class noun stays outside a name that can stand alone`(text: String, expected: [String]) {
    #expect(names(in: text) == expected)
  }

  @Test(arguments: [
    ("وزارة الطاقة", ["ORG وزارة الطاقة"]), ("جامعة أوسلو", ["ORG جامعة أوسلو"]),
    ("وزارة الثقافة والإعلام", ["ORG وزارة الثقافة والإعلام"]),
    ("المركز العربي لدراسات الطاقة", ["ORG المركز العربي لدراسات الطاقة"]),
    ("مكتب الأمم المتحدة لمكافحة الإرهاب", ["ORG مكتب الأمم المتحدة لمكافحة الإرهاب"]),
    ("منسق الاتحاد الأوروبي لمكافحة الإرهاب", ["ORG الاتحاد الأوروبي"]),
  ])
  func `the head of an organisation grows over its complements`(text: String, expected: [String]) {
    #expect(names(in: text) == expected)
  }

  @Test(arguments: [
    ("بلدة عين الزيتون", ["LOC عين الزيتون"]), ("ريف دير الزور", ["LOC دير الزور"]),
    ("بلدة تل الرماد", ["LOC تل الرماد"]),
  ])
  func `a class noun shows that a place is named`(text: String, expected: [String]) {
    #expect(names(in: text) == expected)
  }

  @Test func `a film title is no person`() {
    #expect(names(in: "شاهد فيلم «محمد علي»") == [])
  }

  @Test func `places carry their English name`() {
    let analysis = Analyzer(tagger: nil).analyze(Document("عاد من دمشق"))
    #expect(analysis.entities.map(\.englishName) == ["Damascus"])
  }

  @Test func `an empty text has nothing`() {
    #expect(Analyzer(tagger: nil).analyze(Document("")) == .empty)
  }
}
