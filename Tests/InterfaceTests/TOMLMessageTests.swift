import Testing

@testable import Interface

/// What is no TOML, and what a person is told of it.
struct TOMLMessageTests {
  @Test(arguments: [
    ("a = ", "t.toml:1:5: the file ends too early; allowed: \"…\", '…', a number"),
    ("a = \nb", "t.toml:1:5: U+000A cannot stand here"),
    ("a", "t.toml:1:2: the file ends too early; allowed: \".\" and a further name, or \"=\""),
    ("\n  = 1", "t.toml:2:3: \"=\" cannot stand here; allowed: a name"),
    ("شخص = 1", "t.toml:1:1: \"ش\" cannot stand here; allowed: a name"),
    ("a = 'شخص' x", "t.toml:1:11: \"x\" cannot stand here; allowed: the end of the line"),
    ("a = 1 b = 2", "t.toml:1:7: \"b\" cannot stand here"),
    ("a = 1\rb = 2", "t.toml:1:6: U+000D cannot stand here"),
    ("a = ['x' 'y']", "t.toml:1:10: \"'\" cannot stand here; allowed: \",\" or \"]\""),
    ("a = [,]", "t.toml:1:6: \",\" cannot stand here; allowed: \"…\""),
    ("a = ['x',", "t.toml:1:10: the file ends too early"),
    ("a = { b = 1", "t.toml:1:12: the file ends too early"),
    ("a = { b = 1, }", "t.toml:1:14: \"}\" cannot stand here; allowed: a name"),
    ("a = { b = 1\n}", "t.toml:1:12: U+000A cannot stand here"),
    ("[a", "t.toml:1:3: the file ends too early"),
    ("[a] b = 1", "t.toml:1:5: \"b\" cannot stand here"),
    ("[ [a]]", "t.toml:1:3: \"[\" cannot stand here; allowed: a name"),
    ("[[a] ]", "t.toml:1:5: \" \" cannot stand here; allowed: \"]]\""),
    ("\"\"\"a\"\"\" = 1", "t.toml:1:3: '\"' cannot stand here"),
  ])
  func `something else was to come`(text: String, expected: String) {
    expectMessage(text, expected)
  }

  @Test(arguments: [
    ("a = \"x", "t.toml:1:5: the string is not closed on its line"),
    ("a = 'x\n'", "t.toml:1:5: the string is not closed on its line"),
    ("a = \"\"\"x\n\"\"", "t.toml:1:5: the string is not closed; allowed: \"\"\" at its end"),
    ("a = '''x'", "t.toml:1:5: the string is not closed; allowed: ''' at its end"),
    ("a = '''''''''", "t.toml:1:13: \"'\" cannot stand here; allowed: the end of the line"),
    (#"a = "ab\x""#, #"t.toml:1:8: unknown escape \x; allowed: \b"#),
    (#"a = "\e""#, #"t.toml:1:6: unknown escape \e"#),
    (#"a = "\u06""#, #"t.toml:1:6: unknown escape \u06"#),
    (#"a = "\uD800""#, #"t.toml:1:6: unknown escape \uD800"#),
    (#"a = "\U00110000""#, #"t.toml:1:6: unknown escape \U00110000"#),
    ("a = \"\"\"a \\ b\"\"\"", "t.toml:1:10: unknown escape \\ ; allowed"),
    ("a = \"x\u{1B}[31m\"", "t.toml:1:7: control character U+001B"),
    ("a = '''x\r'''", "t.toml:1:9: control character U+000D"),
    ("# x\u{7}", "t.toml:1:4: control character U+0007"),
  ])
  func `a string is not written as strings are`(text: String, expected: String) {
    expectMessage(text, expected)
  }

  @Test(arguments: [
    "yes", "True", "01", "+01", "1__0", "_1", "1_", "0x", "+0x10", "0b2", "0o8", "0xg", "0X10",
    "1.", ".5", "1._5", "1e", "1e+", "1.e5", "01.5", "1.5.5", "1e5e5", "infinity", "NaN", "--1",
    "1979-05", "79-05-27", "1979-5-27", "1979-05-27T", "1979-05-27T07:32", "07:32", "7:32:00",
    "07:32:00.", "07:32:00Z", "1979-05-27T07:32:00+3", "1979-05-27T07:32:00Z0",
  ])
  func `a word is no value`(word: String) {
    expectMessage("a = \(word)", "t.toml:1:5: \"\(word)\" is no value; allowed: ")
  }

  @Test(arguments: [
    "1979-02-30", "1900-02-29", "1979-13-01", "1979-00-01", "1979-01-00", "24:00:00", "00:60:00",
    "00:00:61", "1979-05-27T25:00:00", "1979-05-27T07:32:00+24:00", "1979-05-27 07:32:00-00:60",
  ])
  func `the calendar or the clock does not have it`(word: String) {
    expectMessage("a = \(word)", "t.toml:1:5: \"\(word)\" is no date or time; allowed: ")
  }

  @Test(arguments: ["9223372036854775808", "-9223372036854775809", "0xffff_ffff_ffff_ffff"])
  func `an integer does not fit`(word: String) {
    expectMessage("a = \(word)", "t.toml:1:5: \(word) is too large")
  }

  @Test(arguments: [
    ("a = 1\n\na = 2", "t.toml:3:1: \"a\" was given before, on line 1"),
    ("a = { b = 1, b = 2 }", "t.toml:1:14: \"b\" was given before, on line 1"),
    ("[a]\n[b]\n[a]", "t.toml:3:2: \"a\" was given before, on line 1"),
    ("a.b = 1\n[a]", "t.toml:2:2: \"a\" was given before, on line 1"),
    ("[[a]]\n[a]", "t.toml:2:2: \"a\" was given before, on line 1"),
    ("[a]\n[[a]]", "t.toml:2:3: \"a\" was given before, on line 1"),
    ("[a.b]\n[[a]]", "t.toml:2:3: \"a\" was given before, on line 1"),
    ("a = []\n[[a]]", "t.toml:2:3: \"a\" was given before, on line 1"),
    ("a = {}\n[a.b]", "t.toml:2:2: \"a\" of line 1 takes no further keys"),
    ("a = {}\na.b = 1", "t.toml:2:1: \"a\" of line 1 takes no further keys"),
    ("a = 1\na.b = 1", "t.toml:2:1: \"a\" of line 1 takes no further keys"),
    ("a = [{}]\n[a.b]", "t.toml:2:2: \"a\" of line 1 takes no further keys"),
    ("[a.b]\n[a]\nb.c = 1", "t.toml:3:1: \"b\" of line 1 takes no further keys"),
    ("[[a.b]]\n[a]\nb.c = 1", "t.toml:3:1: \"b\" of line 1 takes no further keys"),
    ("a = { b = {}, b.c = 1 }", "t.toml:1:15: \"b\" of line 1 takes no further keys"),
    ("\"a\\u001B\" = 1\n\"a\\u001B\" = 1", "t.toml:2:1: \"a␛\" was given before"),
  ])
  func `a name is given twice, or to what is closed`(text: String, expected: String) {
    expectMessage(text, expected)
  }

  @Test(arguments: ["a.", "a = {", "a = [", "[a.", "[[a."])
  func `tables and arrays stand too deep in each other`(step: String) {
    let (step, end) =
      switch step {
      case "a.": ("a.", "a = 1")
      case "[a.": ("a.", "a]")
      case "[[a.": ("a.", "a]]")
      case "a = [": ("[", "")
      default: (step, "")
      }
    let start = end == "a]" ? "[" : end == "a]]" ? "[[" : step == "[" ? "a = " : ""
    let text = { (count: Int) in start + String(repeating: step, count: count) + end }
    #expect(TOMLText.error(in: text(50_000).utf8)?.problem == .tooDeep)
    #expect(TOMLText.error(in: text(TOML.deepest + 1).utf8)?.problem == .tooDeep)
    #expect(TOMLText.error(in: text(TOML.deepest - 1).utf8)?.problem != .tooDeep)
  }

  @Test func `the place of bytes that are not UTF-8 is told`() {
    let bytes = Array("a = 'ش'\nb = 'س".utf8) + [0xD8, 0x27]
    #expect(
      TOMLText.error(in: bytes)
        == TOMLError(
          file: "t.toml", position: TOML.Position(line: 2, column: 7), problem: .invalidUTF8))
  }

  @Test(arguments: [
    ("a = 1979-02-30", "t.toml:1:5: \"1979-02-30\" لا يصلح تاريخا أو وقتا؛ المقبول: "),
    ("a = '''x", "t.toml:1:5: لم تغلق السلسلة؛ المقبول: ''' في آخرها"),
    ("a = x", "t.toml:1:5: \"x\" لا يصلح قيمة؛ المقبول: \"…\" أو '…' أو عدد"),
    ("[[a]", "t.toml:1:5: ينتهي الملف قبل تمامه؛ المقبول: \"]]\" في آخر"),
  ])
  func `messages are Arabic where the interface is`(text: String, expected: String) {
    let message = TOMLText.error(in: text.utf8)?.message(in: .arabic) ?? "no error"
    #expect(message.hasPrefix(expected), "\(message)")
  }

  private func expectMessage(
    _ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let message = TOMLText.error(in: text.utf8)?.description ?? "no error"
    #expect(message.hasPrefix(expected), "\(message)", sourceLocation: sourceLocation)
    #expect(message.contains("; allowed: "), sourceLocation: sourceLocation)
  }
}
