import Testing

@testable import Interface

/// The choice of the language, its numbers and its plurals.
struct LanguageTests {
  @Test func `the first variable of the locale that is set decides`() {
    #expect(Language(environment: [:]) == .english)
    #expect(Language(environment: ["LANG": "ar_EG.UTF-8"]) == .arabic)
    #expect(Language(environment: ["LANG": "ar_EG.UTF-8", "LC_ALL": "en_GB.UTF-8"]) == .english)
    #expect(Language(environment: ["LC_MESSAGES": "ar", "LANG": "C.UTF-8"]) == .arabic)
    #expect(Language(environment: ["LC_ALL": "", "LANG": "ar_SA@latin"]) == .arabic)
    #expect(Language(environment: ["LANG": "arn_CL.UTF-8"]) == .english)
  }

  @Test func `what the person chose goes before the locale, which still tells the digits`() {
    #expect(Language(.arabic, environment: ["LANG": "de_DE.UTF-8"]) == .arabic)
    #expect(Language(.english, environment: ["LANG": "ar_EG.UTF-8"]) == .english)
    #expect(Language(.arabic, environment: ["LANG": "ar_MA.UTF-8"]).digits == .european)
  }

  @Test func `Arabic is written with the digits of its country`() {
    let tunisian = Language(environment: ["LANG": "ar_TN.UTF-8"])
    #expect(tunisian.string(of: 1_234_567) == "1.234.567")
    #expect(Language.arabic.string(of: 1_234_567) == "١٬٢٣٤٬٥٦٧")
    #expect(Language.english.string(of: 1_234_567) == "1,234,567")
    #expect(Language.arabic.string(of: 999) == "٩٩٩")
    #expect(Language.arabic.string(ofPercent: 24) == "٢٤٪")
    #expect(Language.english.string(ofPercent: 24) == "24%")
    #expect(tunisian.string(ofPercent: 24) == "24%")
  }

  @Test(arguments: [
    (0, PluralCategory.zero), (1, .one), (2, .two), (3, .few), (10, .few), (11, .many), (99, .many),
    (100, .other), (102, .other), (103, .few), (111, .many), (1000, .other), (1005, .few),
  ])
  func `Arabic plurals follow the rules of the CLDR`(number: Int, category: PluralCategory) {
    #expect(PluralCategory(of: number, in: .arabic) == category)
    #expect(PluralCategory(of: number, in: .english) == (number == 1 ? .one : .other))
  }

  @Test func `a template chooses by the number and tells it in the language's digits`() throws {
    let source =
      "{1}: {0, plural, zero {لا نتائج} one {نتيجة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}}"
    let template = try Template(source)
    let told = [0, 1, 2, 5, 40, 100].map {
      template.string([.number($0), .word("هنا")], in: .arabic)
    }
    #expect(
      told == [
        "هنا: لا نتائج", "هنا: نتيجة", "هنا: نتيجتان", "هنا: ٥ نتائج", "هنا: ٤٠ نتيجة",
        "هنا: ١٠٠ نتيجة",
      ])
    #expect(template.arguments == [0, 1])
  }

  @Test(arguments: [
    ("{0", Template.Problem.unbalanced), ("0}", .unbalanced), ("{x}", .unknown("x")),
    ("{0, plural, one {#}}", .noOther), ("{0, plural, some {#}}", .unknown("some")),
  ])
  func `a wrong template is refused`(source: String, problem: Template.Problem) {
    #expect(throws: problem) { try Template(source) }
  }

  @Test func `texts that a sentence tells keep their own direction`() {
    #expect(
      Phrase(.copied, .text("x")).string(in: .english) == "sent to the clipboard: \u{2068}x\u{2069}"
    )
  }

  @Test func `what is wrong with a theme is told in both languages`() {
    let error = ThemeError(
      file: "x.toml", position: TOML.Position(line: 2, column: 3),
      problem: .duplicateRole("cue", first: TOML.Position(line: 1, column: 1)))
    #expect(
      "\(error)"
        == "x.toml:2:3: \"cue\" was given before, on line 1; allowed: each role once")
    #expect(
      error.message(in: .arabic)
        == "x.toml:2:3: سبق ذكر \"cue\" في السطر ١؛ المقبول: كل دور مرة واحدة")
  }
}
