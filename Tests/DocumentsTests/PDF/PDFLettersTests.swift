import ArabicText
import EntityModel
import Testing

@testable import Documents

/// Lines of a PDF as poppler gives them become lines as they are read.
struct PDFLettersTests {
  private func line(_ text: String) -> String {
    String(String.UnicodeScalarView(PDFLetters.line(text.unicodeScalars)))
  }

  @Test(arguments: [
    ("{خبر عاجل[ ..]من صور[ :]ثلاثة شهود[.]]", "خبر عاجل.. من صور: ثلاثة شهود."),
    ("{عمره [ 59]عاما]", "عمره 59 عاما"),
    ("{بلغة [ R]و[Python]]", "بلغة R وPython"),
    ("{يمكن لـ R و [Python]من جديد]", "يمكن لـ R وPython من جديد"),
    // Of Ghostscript.
    (
      "{في ا[\u{4427}]لتحاد ا[\u{4423}]لهلي [\u{4425}]لنهم و[\u{4422}]لتهم]",
      "في الاتحاد الأهلي لإنهم ولآتهم"
    ),
    ("plain Latin (text).", "plain Latin (text)."),
    ("{[in the presence of officials.]]", "in the presence of officials."),
    (
      "{الفترة [ 2024-2020]والنتيجة [ 1-3]والمدى [ 5-]درجات[.]]",
      "الفترة 2020-2024 والنتيجة 3-1 والمدى -5 درجات."
    ),
    (
      "{النسبة [ %45]من [ ١٢٫٥]مليون[ ،]أي [ 12,500]درهم[.]]",
      "النسبة 45% من ١٢٫٥ مليون، أي 12,500 درهم."
    ),
    ("{[ 60%]من الصناديق و[ %40]منها]", "60% من الصناديق و40% منها"),
    ("{[4.8%+]]", "+4.8%"),
    ("{[ %60]من الصناديق]", "60% من الصناديق"),
    ("{في [ 20/11/2026]الساعة [ 10:30]صباحا]", "في 20/11/2026 الساعة 10:30 صباحا"),
    ("{القرار [.)2016( 2334]]", "القرار 2334 (2016)."),
    ("{قال[« :]نعم» (ثم سكت)]", "قال: «نعم» (ثم سكت)"),
    ("{فيروس )[ COVID-19 (WHO]وصل]", "فيروس COVID-19 (WHO) وصل"),
    ("{الإصدار [( 3.5]الثاني)]", "الإصدار 3.5 (الثاني)"),
    ("{الرقم [ 555-100-20+]أو [ ٪٤٥]منه]", "الرقم +20-100-555 أو ٤٥٪ منه"),
    ("{[ 12-03-2024]صدر أمس]", "12-03-2024 صدر أمس"), ("{[ 2024-2020]كانت]", "2020-2024 كانت"),
    ("{[ .1]البند]", "1. البند"), ("{לפי סעיף [(15]ב)([ )4]לחוק]", "לפי סעיף 15(ב)(4) לחוק"),
  ])
  func `signs at the edges of runs stand where they are read`(given: String, right: String) {
    let controls: [Character: Character] = ["{": "\u{202B}", "[": "\u{202A}", "]": "\u{202C}"]
    #expect(line(String(given.map { controls[$0] ?? $0 })) == right)
  }

  @Test(arguments: [
    ("معزيا ً بهم", "معزياً بهم"), ("\u{64E}يدين", "ي\u{64E}دين"), ("حد ّ لهم", "حدّ لهم"),
    ("\u{64B}", ""), ("كتابٌ", "كتابٌ"), ("وهذا ما عد \u{651}ته", "وهذا ما عد\u{651}ته"),
    ("من ر \u{651}بهم", "من ر\u{651}بهم"), ("اجتماع ع \u{64F}قد", "اجتماع ع\u{64F}قد"),
    ("اجتماع \u{64F}عقد", "اجتماع ع\u{64F}قد"),
    ("كان م\u{650}ن \u{651}ر\u{64E}بهم", "كان م\u{650}ن ر\u{651}\u{64E}بهم"),
  ])
  func `a vowel sign stands behind a letter`(given: String, right: String) {
    #expect(line(given) == right)
  }

  @Test func `shapes become letters`() { #expect(line("ﻣﺎذا ﻻ") == "ماذا لا") }
}

/// Letters of two-letter signs that come out turned round.
struct LetterPairsTests {
  @Test func `a word that is another one with its letters turned is unsure`() {
    var pairs = LetterPairs(likelihood: .builtIn)
    for line in ["محمد صالح قال", "في صالح", "خالية من المشكالت ولالستقبال"] {
      _ = pairs.repaired(Array(line.unicodeScalars))
    }
    #expect(pairs.unsure == ["صالح"])
    #expect(pairs.unsureCount == 2)
  }

  private func repaired(_ text: String) -> String {
    var pairs = LetterPairs(likelihood: .builtIn)
    return String(String.UnicodeScalarView(pairs.repaired(Array(text.unicodeScalars))))
  }

  @Test func `a document shows the fault by words that begin as none does`() {
    let lines = ["تحسين اإلنتاجية", "األمن واالستقرار"].map { Array($0.unicodeScalars) }
    #expect(LetterPairs.isNeeded(in: lines))
    #expect(LetterPairs.isNeeded(in: [Array("الفصل األول".unicodeScalars)]))
    let right = ["تحسين الإنتاجية في البلاد", "الأمن والاستقرار", "قال الآخرون"].map {
      Array($0.unicodeScalars)
    }
    #expect(!LetterPairs.isNeeded(in: right))
  }

  @Test(arguments: [
    ("حل المشكالت من خالل البرمجة", "حل المشكلات من خلال البرمجة"),
    ("األمن واالستقرار في بالد المسلمين", "الأمن والاستقرار في بلاد المسلمين"),
    ("ال يزال هؤالء هنا، وال أحد غيرهم", "لا يزال هؤلاء هنا، ولا أحد غيرهم"),
    ("ركبوا الحافالت وقرأوا المقاالت", "ركبوا الحافلات وقرأوا المقالات"),
    ("قال الوزير في حال العمل", "قال الوزير في حال العمل"),
    ("جاهزة الستقبال المرضى", "جاهزة لاستقبال المرضى"),
  ])
  func `the likelier reading of a word is taken`(given: String, right: String) {
    #expect(repaired(given) == right)
  }
}
