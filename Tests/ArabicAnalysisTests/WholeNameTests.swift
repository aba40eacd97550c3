import ArabicAnalysis
import ArabicText
import Testing

/// Names keep their letters and their words, and take none of others.
@Suite("Names are whole") struct WholeNameTests {
  /// Kind and words of each entity's mentions by name, the entities in order of first mention.
  private func names(in text: String) -> [String] {
    let document = Document(text)
    return Analyzer().analyze(document).entities.filter(\.kind.isNamed).map { entity in
      let names = entity.mentions.filter { $0.form != .nominal }
      return "\(entity.kind.rawValue) "
        + names.map { document.text.string(in: $0.span) }.joined(separator: ", ")
    }
  }

  @Test(arguments: [
    ("وصلت ريما بنان إلى المطار. وزار الوفد سوريا ولبنان ثم عاد.", "PER ريما بنان"),
    ("قالت رينا دي إن الأغنية جديدة. ولدى الفرقة حفلات أخرى.", "PER رينا دي"),
    ("قال نادر القدرة إن الحفل جميل. وللفنان الموهبة والقدرة على الأداء.", "PER نادر القدرة"),
    ("قال نادر القدرة إن الحفل جميل. وأضاف أن القدرة على العمل كبيرة.", "PER نادر القدرة"),
    ("قالت هدى الرئيس إن الحفل ناجح. والتقى الوفد بالرئيس أمس.", "PER هدى الرئيس"),
    ("قال مراد أمل إن اللاعبين متعبون، وعبر بأمل كبير عن ثقته.", "PER مراد أمل"),
    ("قال حسام الأمين إن الموعد قريب. ورحب الأعضاء بالأمين العام للنقابة.", "PER حسام الأمين"),
  ])
  func `a word or a place behind fewer letters is no short form of a name`(
    text: String, person: String
  ) {
    #expect(names(in: text).contains(person), "\(names(in: text))")
  }

  @Test func `a surname that is another word is not looked for all through a long text`() {
    let line = "مضى العمل في القرية كل صباح، وجمع الناس الماء من البئر.\n"
    let filler = String(repeating: line, count: 400)
    let found = names(in: "قال نادر المتنبي إن الحفل جميل.\n\(filler)كان ذاك عصر المتنبي العظيم.\n")
    #expect(found.first == "PER نادر المتنبي", "\(found)")
  }

  @Test(arguments: [
    "قال أنطونيو مارغيش إن الملف مغلق. وأكد مارجيش أن العمل بدأ، وأضاف مارغيس أنه سيستمر.",
    "قال عباس صرادجي إن الملف مغلق. وأكد صرادتشي أن العمل بدأ، وأضاف صرادجي أنه سيستمر.",
    "قال رشيد ضيف الله إن البئر جفت. وأضاف ضيفالله أن المضخة تعطلت. وأكد ضيف الله أن الماء قليل.",
    "قال رشيد ضيفالله إن البئر جفت. وأضاف ضيف الله أن المضخة تعطلت. وعاد ضيفالله أمس.",
    "قال ضيف الله إن البئر جفت. وأكد رشيد ضيفالله أن المضخة تعطلت. وعاد ضيفالله أمس.",
  ])
  func `spellings of one name are one person`(text: String) {
    let found = names(in: text)
    #expect(found.count == 1 && found[0].split(separator: ",").count == 3, "\(found)")
  }

  @Test(arguments: [
    ("قال لؤي الحوراني إن الجسر قديم. ومنحت النقابة لؤي جائزة ثمينة.", "PER لؤي الحوراني, لؤي"),
    ("قال قصي الحوراني إن الجسر قديم. وقدمت اللجنة لقصي وساما.", "PER قصي الحوراني, قصي"),
    ("قالت بثينة الحوراني إن الجسر قديم. وتحدث الناس عن بثينة طويلا.", "PER بثينة الحوراني, بثينة"),
  ])
  func `the given name alone of a person whom the text names whole is a mention of hers`(
    text: String, person: String
  ) {
    #expect(names(in: text).contains(person), "\(names(in: text))")
  }

  @Test(arguments: [
    "قال لؤي الحوراني إن الجسر قديم. ويقع المتجر في شارع لؤي.",
    "قال لؤي الحوراني إن الجسر قديم. ووصل لؤي الحداد إلى المطار.",
  ])
  func `a given name in a longer name is no mention of another person`(text: String) {
    #expect(!names(in: text).contains { $0.hasPrefix("PER لؤي الحوراني,") }, "\(names(in: text))")
  }

  @Test func `what is marked inside a name is a name and not said`() {
    let document = Document("أكدت سرايا القدس استهدافها مركز قيادة تابعا لـ\"جيش\" الاحتلال.")
    #expect(Analyzer().analyze(document).quotations.map(\.kind) == [.scare])
  }

  @Test(arguments: [
    ("التقى روبيو زيلينسكي في روما.", ["PER روبيو", "PER زيلينسكي", "LOC روما"]),
    ("هنأ شولتس أردوغان بالفوز.", ["PER شولتس", "PER أردوغان"]),
    ("انسحب سامر الخوري وعين مازن الخطيب مديرا للفريق.", ["PER سامر الخوري", "PER مازن الخطيب"]),
    ("فازت سعاد الحسن وفارس الهاشمي بالجائزة.", ["PER سعاد الحسن", "PER فارس الهاشمي"]),
    ("حضرت أم زياد وأم كريم الحفل.", ["PER أم زياد", "PER أم كريم"]),
    ("قابل الصحفيون هيلين مارشال-غرانت في المحكمة.", ["PER هيلين مارشال-غرانت"]),
    ("غنى سامي إمام في الحفل. وقال سامي إمام إن الصوت جميل.", ["PER سامي إمام, سامي إمام"]),
    ("يصادف العيد جمادى الثانية. وعاد الحجاج في جمادى الآخرة.", []),
    ("قال أمين سر النقابة إن الإضراب مستمر. وأضاف أمين الصندوق أن الأموال جمعت.", []),
  ])
  func `neighbours do not fuse, and one name is not two`(text: String, expected: [String]) {
    #expect(names(in: text) == expected)
  }

  @Test(arguments: [
    ("قال لاتفيك إن الخطة جاهزة.", "لاتفيك"), ("قال فانديل إن العمل بدأ.", "فانديل"),
    ("التقى الوزير بهغلاند أمس.", "هغلاند"), ("التقى المدرب بهغلاند وبدوستر في النادي.", "دوستر"),
    ("قال الرئيس إن رسالة وصلت لأورتيغاس أمس.", "أورتيغاس"),
    ("سلم النادي الكأس إلى وادلان كرغوش ثم لوادلان كرغوش مرة أخرى.", "وادلان كرغوش"),
    ("قال واثق الصباغ إن الوضع جيد.", "واثق الصباغ"),
    ("سلم الملف إلى كنان لحود أمس.", "كنان لحود"),
  ])
  func `no name loses or gains a letter`(text: String, name: String) {
    let found = names(in: text)
    #expect(found.contains { $0.hasSuffix(" \(name)") && $0.hasPrefix("PER") }, "\(found)")
  }

  @Test(arguments: [
    // Given names that news seldom writes, or that it writes as other words.
    ("سلم المدير الدرع لحنظلة الكتبي في الحفل.", "حنظلة الكتبي"),
    ("استعان النادي ببيلسان الرفاعي بعد الخسارة.", "بيلسان الرفاعي"),
    ("وكان بين الضيوف هيثم الرفاعي ورفيف الكتبي.", "رفيف الكتبي"),
    // A hamza behind the first letter shows the clitic.
    ("لا أحد كأنور البقالي يعرف الطريق.", "أنور البقالي"),
    // The given name is another word, and the surname is none.
    ("وسلم المدير الدرع إلى شمس درويش أمس.", "شمس درويش"),
    ("وآمنة البيطار قالت إن الدار مغلقة.", "آمنة البيطار"),
    ("أشاد الأعضاء برفعت البيطار وبفريقه.", "رفعت البيطار"),
    // Given names go on into the rest of the name.
    ("قال عاكف صهيب الكتبي إن الدار مغلقة.", "عاكف صهيب الكتبي"),
    ("رحب النادي بنبيل المغربي أمس.", "نبيل المغربي"),
    // What somebody is to do there is no part of the name.
    ("عين المجلس فهد لطفي خلفا للمدير السابق.", "فهد لطفي"),
  ])
  func `a given name is whole, however seldom news has it`(text: String, name: String) {
    let found = names(in: text)
    #expect(found.contains("PER \(name)"), "\(found)")
  }

  @Test(arguments: [
    // Surnames that no list has, behind given names that are nothing else.
    ("استعان النادي بسامر فقوسة بعد الخسارة.", "سامر فقوسة"),
    ("وأشاد رئيس اللجنة بأثيلة القصبجي وبجهود فريقها.", "أثيلة القصبجي"),
    ("سلم الملف إلى مسيب العبابنة أمس.", "مسيب العبابنة"),
    ("سلم الجائزة لنزار ولد الغرابي أمس.", "نزار ولد الغرابي"),
    ("رحب الاتحاد بهيثم إمام أوغلو أمس.", "هيثم إمام أوغلو"),
    // Another word as well, where no object can stand.
    ("سلم الجائزة لكمال القضاة أمس.", "كمال القضاة"),
    // A nisba that the lists have with the article.
    ("وشكر المدير رانيا راوي.", "رانيا راوي"),
  ])
  func `what stands behind a sure given name is its surname`(text: String, name: String) {
    let found = names(in: text)
    #expect(found.contains("PER \(name)"), "\(found)")
  }

  @Test(arguments: [
    ("وزير التربية: ناجي جلول السيرة الذاتية وزير العدل.", "ناجي جلول"),
    ("هزم كاميرون نوري المشارك ببطاقة دعوة خصمه.", "كاميرون نوري"),
  ])
  func `two given names are whole without the word behind them`(text: String, name: String) {
    let found = names(in: text)
    #expect(found.contains("PER \(name)"), "\(found)")
  }

  @Test(arguments: [
    "زار سامر المدينة القديمة.", "أعلن هيثم القرار أمس.", "قال سامر ويستكمل الحديث غدا.",
    "سجل سامر هدفا.",
  ])
  func `an object or a verb behind a given name is no surname`(text: String) {
    let found = names(in: text)
    #expect(found.contains("PER سامر") || found.contains("PER هيثم"), "\(found)")
  }

  @Test(arguments: [
    "طالب ترامب بوقف النار.", "شهد العام الماضي خسائر.", "جاء التقرير لتيسير العمل في الميناء.",
    "وعد الوزير بإصلاح الطريق.", "ناقش المجلس تحسين الخدمة في القرية.",
  ])
  func `a word that is a given name as well is none before other words`(text: String) {
    let given = ["طالب", "شهد", "تيسير", "وعد", "تحسين"]
    let found = names(in: text)
    #expect(!found.contains { name in given.contains { name.contains($0) } }, "\(found)")
  }

  @Test func `the house belongs to the name`() {
    #expect(names(in: "رفض تميم بن حمد آل ثاني التعليق على النبأ.") == ["PER تميم بن حمد آل ثاني"])
  }
}
