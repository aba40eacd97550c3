import Testing

@testable import Interface

/// Names in Latin letters: the examples of the ALA-LC table for Arabic, without their capitals.
struct RomanizationTests {
  @Test func `a name of which not all vowels are known says so`() {
    #expect(Romanization(of: "محمد حسن").isWhole && Romanization(of: "الحَدّاد").isWhole)
    let unknown = Romanization(of: "محمد البرخان")
    #expect(unknown.text == "Muḥammad al-Brkhān" && !unknown.isWhole)
    #expect(Romanization(of: "BBC").isWhole)
  }

  private func latin(_ word: String) -> String { Romanization.romanize(word).lowercased() }

  @Test(arguments: [
    // Rules 1 and 2: waw and ya as consonants and as long vowels.
    ("وَضْع", "waḍʻ"), ("عِوَض", "ʻiwaḍ"), ("دَلْو", "dalw"), ("يَد", "yad"), ("حِيَل", "ḥiyal"),
    ("طَهْي", "ṭahy"), ("أُولَى", "ūlá"), ("صُورَة", "ṣūrah"), ("ذُو", "dhū"), ("إِيمَان", "īmān"),
    ("جِيل", "jīl"), ("فِي", "fī"), ("كِتَاب", "kitāb"), ("سَحَاب", "saḥāb"), ("جُمَان", "jumān"),
    ("أَوْج", "awj"), ("نَوْم", "nawm"), ("لَوْ", "law"), ("أَيْسَر", "aysar"), ("شَيْخ", "shaykh"),
    ("عَيْنَيْ", "ʻaynay"),
    // Rules 4 and 5: alif with madda, and the alif of verbs.
    ("آلَة", "ālah"), ("تَآلِيف", "taʼālīf"), ("مَآثِر", "maʼāthir"), ("فَعَلُوا", "faʻalū"),
    // Rule 6: the alif that is written as ya.
    ("حَتَّى", "ḥattá"), ("مَضَى", "maḍá"), ("كُبْرَى", "kubrá"), ("يَحْيَى", "yaḥyá"),
    ("مُسَمَّى", "musammá"), ("مُصْطَفَى", "muṣṭafá"),
    // Rule 7: the ending that is h, or t where two words are one expression.
    ("صَلَاة", "ṣalāh"), ("الرِّسَالَة", "al-risālah"), ("مِرْآة", "mirʼāh"),
    ("وِزَارَة التَّرْبِيَة", "wizārat al-tarbiyah"), ("مِرْآة الزَّمَان", "mirʼāt al-zamān"),
    // Rule 8: hamza.
    ("أَسَد", "asad"), ("أُنْس", "uns"), ("إِذَا", "idhā"), ("مَسْأَلَة", "masʼalah"),
    ("مُؤْتَمَر", "muʼtamar"), ("دَائِم", "dāʼim"), ("مَلَأَ", "malaʼa"), ("خَطِئَ", "khaṭiʼa"),
    // Rule 11: letters that are double.
    ("عَدُوّ", "ʻadūw"), ("قُوَّة", "qūwah"), ("شَوَّال", "shawwāl"), ("صَوَّرَ", "ṣawwara"),
    ("جَوّ", "jaww"), ("المِصْرِيَّة", "al-miṣrīyah"), ("المِصْرِيّ", "al-miṣrī"),
    ("أَيَّام", "ayyām"), ("سَيِّد", "sayyid"), ("قُصَيّ", "quṣayy"), ("الغَزِّيّ", "al-ghazzī"),
    ("الكَشَّاف", "al-kashshāf"),
    // Rule 17: the article, before sun letters, too.
    ("الشَّمْس", "al-shams"), ("القَمَر", "al-qamar"),
    // Rule 21: two letters that are not one sound.
    ("أَدْهَم", "adʹham"),
  ])
  func `words with their signs are spelt as the table has them`(word: String, wanted: String) {
    #expect(latin(word) == wanted)
  }

  @Test(arguments: [
    ("اللجنة الدولية للصليب الأحمر", "al-Lajnah al-Dawlīyah lil-Ṣalīb al-Aḥmar"),
    ("رئيسة للجنة", "lil-Lajnah"), ("لِلصَّلِيب", "lil-Ṣalīb"), ("للبرخان", "lil-Brkhān"),
  ])
  func `the preposition and the article are lil`(name: String, wanted: String) {
    #expect(Romanization.romanize(name).hasSuffix(wanted))
    let isKnown = name != "للبرخان"
    #expect(Romanization(of: String(name.split(separator: " ").last ?? "")).isWhole == isKnown)
  }

  @Test(arguments: [
    ("وزارة الصحة والسكان", "al-Ṣiḥḥah wa-al-Sukkān"), ("وزارة العدل", "Wizārat al-ʻAdl"),
    ("ولاية والي", "Wālī"),
  ])
  func `a later word goes on with and`(name: String, wanted: String) {
    #expect(Romanization.romanize(name).hasSuffix(wanted), "\(Romanization.romanize(name))")
    #expect(Romanization.romanize("سام والتون", isPerson: true).hasSuffix("Wāltūn"))
  }

  @Test(arguments: [
    ("عبد الفتاح البرهان", "ʻAbd al-Fattāḥ al-Burhān"), ("ليلى الحداد", "Laylá al-Ḥaddād"),
    ("محمد بن سلمان", "Muḥammad ibn Salmān"), ("عبد الله", "ʻAbd Allāh"),
    ("جامعة القاهرة", "Jāmiʻat al-Qāhirah"), ("أحمد", "Aḥmad"), ("إبراهيم", "Ibrāhīm"),
    ("وزارة الدولة", "Wizārat al-Dawlah"), ("القاهرة", "al-Qāhirah"),
    ("طه حسين", "Ṭāhā Ḥusayn"),
  ])
  func `vowels that news leave out are supplied in words that are known`(
    name: String, wanted: String
  ) {
    #expect(Romanization.romanize(name) == wanted)
  }

  @Test(arguments: [
    ("البرخان", "al-Brkhān"), ("زورق", "Zūrq"), ("السواعد", "al-Swāʻd"), ("UNOCT", "UNOCT"),
    ("قناة 24", "Qanāh 24"), ("١٢", "12"), ("", ""), ("ا", "I"), ("ال", "Il"),
  ])
  func `of other words only what is written is given`(name: String, wanted: String) {
    #expect(Romanization.romanize(name) == wanted)
  }

  @Test(arguments: [
    ("فاطمة الزهراء", "Fāṭimah al-Zahrāʼ"), ("خديجة المنصوري", "Khadījah al-Manṣūrī"),
    ("نجلاء المنقوش", "Najlāʼ al-Manqūsh"), ("عبد العزيز الشمري", "ʻAbd al-ʻAzīz al-Shammarī"),
  ])
  func `a given name keeps its ending before a surname`(name: String, wanted: String) {
    #expect(Romanization.romanize(name, isPerson: true) == wanted)
    #expect(Romanization(of: name, isPerson: true).isWhole)
  }

  @Test func `any run of signs is spelt without an error`() {
    let scalars = Array(
      "اآأإةىويءؤئبهد\u{64B}\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{670}ـ ".unicodeScalars)
    for one in scalars {
      for two in scalars {
        for three in scalars {
          var word = String.UnicodeScalarView()
          word.append(contentsOf: [one, two, three])
          let latin = Romanization.romanize(String(word))
          #expect(latin.utf8.count < 24)
        }
      }
    }
  }

  @Test func `every letter of the table is one that is spelt, and known words are spelt whole`() {
    let tables = RomanizationTables.builtIn
    #expect(tables.letters.count >= 34)
    #expect(tables.signed.count > 150)
    for word in tables.signed.values {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: word)
      let latin = Romanization.romanize(String(text))
      #expect(!latin.unicodeScalars.contains { (0x600..<0x700).contains($0.value) }, "\(latin)")
    }
  }
}
