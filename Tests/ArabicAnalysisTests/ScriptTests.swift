import ArabicAnalysis
import ArabicText
import Testing

/// Names in Latin letters beside the same names in Arabic letters.
@Suite struct ScriptTests {
  /// The words of the mentions of each named entity.
  private func entities(_ string: String) -> [[String]] {
    let document = Document(string)
    return Analyzer(tagger: nil).analyze(document).entities.filter(\.kind.isNamed).map { entity in
      entity.mentions.map { document.text.string(in: $0.span) }
    }
  }

  @Test func `a Latin spelling in brackets and a Latin surname are the person before`() {
    let document = Document(
      "فاز العداء إيفان ماركوف (Ivan Markov) بالسباق. وقال Markov إن السباق صعب.")
    let analysis = Analyzer(tagger: nil).analyze(document)
    #expect(
      analysis.entities.map { $0.mentions.map { document.text.string(in: $0.span) } } == [
        ["إيفان ماركوف", "Ivan Markov", "Markov"]
      ])
    #expect(analysis.quotations.map(\.speaker) == [analysis.entities.first?.id])
  }

  @Test(arguments: [
    ("وصل الرئيس بلغرافوف. ونشر Belgrafov صورة.", "Belgrafov"),
    ("التقى جيمس ويلسون. وشكر Wilson الحضور.", "Wilson"),
    ("حضرت الوزيرة كارين شولتس. وكتبت Schultz كتابا.", "Schultz"),
    ("حضر جورج كاتس. وعاد Katz.", "Katz"),
  ])
  func `the consonants join a Latin name without brackets`(text: String, latin: String) {
    #expect(entities(text).contains { $0.count == 2 && $0.last == latin })
  }

  @Test func `a Latin name that fits two people joins neither`() {
    let found = entities("التقى إيفان ماركوف وبيتر ماركوف. ونشر Markov صورة.")
    #expect(!found.contains { $0.contains("Markov") })
  }

  @Test func `a Latin name that fits nobody is no alias`() {
    #expect(
      entities("فاز إيفان ماركوف بالسباق في Wimbledon.") == [["إيفان ماركوف"]])
  }

  @Test func `what stands in brackets behind a person and does not sound alike is another`() {
    let found = entities("سجل إيفان ماركوف (Barcelona) هدفا.")
    #expect(found == [["إيفان ماركوف"]])
  }

  @Test func `a name of two consonants needs the brackets`() {
    #expect(entities("تحدث باراك أوباما (Barack Obama). ورد Obama.").first?.count == 3)
    #expect(entities("تحدث باراك أوباما. ورد Obama بعبارة.").first?.count == 1)
  }

  @Test func `a reporting verb brings in a Latin name that the text has nowhere else`() {
    #expect(names(in: "وقال Hartley إن العمل بدأ.") == ["PER Hartley"])
  }
}
