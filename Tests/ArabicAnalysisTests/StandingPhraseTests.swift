import ArabicAnalysis
import ArabicText
import EntityModel
import Testing

/// Phrases outside reports that stand for somebody of the text, and names of one body that have no word in common.
@Suite struct StandingPhraseTests {
  /// The words of the mentions of the entity that one of them names.
  private func entity(_ name: String, in string: String, tagger: NameTagger? = nil) -> [String] {
    let document = Document(string)
    return Analyzer(tagger: tagger).analyze(document).entities
      .map { entity in entity.mentions.map { document.text.string(in: $0.span) } }
      .first { $0.contains(name) } ?? []
  }

  @Test(arguments: [
    (
      "سفير بلغاريا يغادر الرباط\nودع سفير بلغاريا سمير الحداد المدينة أمس.", "سمير الحداد",
      ["سفير بلغاريا", "سمير الحداد"]
    ),
    (
      "رئيس كرواتيا يزور الرباط\nوصل الرئيس الكرواتي سامر الحداد أمس.", "سامر الحداد",
      ["رئيس كرواتيا", "سامر الحداد"]
    ),
    (
      "نائب رئيس كرواتيا يزور الرباط\nوصل الرئيس الكرواتي سامر الحداد أمس.", "سامر الحداد",
      ["سامر الحداد"]
    ),
    (
      "رئيس كرواتيا السابق يزور الرباط\nوصل الرئيس الكرواتي سامر الحداد أمس.", "سامر الحداد",
      ["سامر الحداد"]
    ),
    (
      "رئيس بلغاريا يزور الرباط\nوصل الرئيس الكرواتي سامر الحداد أمس.", "سامر الحداد",
      ["سامر الحداد"]
    ),
  ])
  func `an office with its country stands for who holds it`(
    text: String, name: String, mentions: [String]
  ) {
    #expect(entity(name, in: text) == mentions)
  }

  @Test func `the words of a source without a name mean it before its report, too`() {
    let text = """
      باحثون بلغاريون يعودون من القطب
      عاد باحثون بلغاريون من القطب أمس.
      ونقلت الإذاعة عن باحثين بلغاريين أن الجليد يذوب بسرعة.
      """
    #expect(
      entity("باحثين بلغاريين", in: text) == [
        "باحثون بلغاريون", "باحثون بلغاريون", "باحثين بلغاريين",
      ])
  }

  @Test(arguments: [
    ("تحدثت مصادر طبية عن وفاة ثلاثة. وقالت المصادر إن الوضع صعب.", ["مصادر طبية", "المصادر"]),
    ("اعترفت وسائل إعلام كرواتية بوقوع خسائر كبيرة.", ["وسائل إعلام كرواتية"]),
  ])
  func `a source without a name that reports no clause is one`(text: String, mentions: [String]) {
    #expect(entity(mentions[0], in: text) == mentions)
  }

  @Test(arguments: [
    (
      "قال المعهد الوطني للبحوث (إنرا) إن الأمطار قليلة. وأضاف إنرا أن الحرارة مرتفعة.",
      ["المعهد الوطني للبحوث", "إنرا", "إنرا"]
    ),
    (
      "قال البنك المركزي الكرواتي إن الأسعار ثابتة. ورفع المركزي الكرواتي الفائدة.",
      ["البنك المركزي الكرواتي", "المركزي الكرواتي"]
    ),
  ])
  func `a body is one under its short name`(text: String, mentions: [String]) {
    #expect(entity(mentions[0], in: text, tagger: .builtIn) == mentions)
  }

  @Test func `the noun of a well-known body stands for it where the text brings in no other`() {
    #expect(
      entity("سامسونغ", in: "كشفت سامسونغ عن هاتف جديد. وقالت الشركة إن الهاتف رخيص.")
        == ["سامسونغ", "الشركة"])
    #expect(
      entity("سامسونغ", in: "تنافس شركة البحر سامسونغ. وقالت الشركة إن الهاتف رخيص.") == ["سامسونغ"]
    )
  }
}
