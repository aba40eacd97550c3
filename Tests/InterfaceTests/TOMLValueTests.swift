import Testing

@testable import Interface

/// What a TOML file says, rule by rule of the grammar.
struct TOMLValueTests {
  @Test(arguments: [
    ("", "{}"),
    ("# only a comment", "{}"),
    ("\u{FEFF}a = 1", "{a=1}"),
    ("a = 1\r\nb = 2\r\n", "{a=1 b=2}"),
    ("\t\n  a\t=\t1 # one\n", "{a=1}"),
    ("a = true # yes\nb=false", "{a=true b=false}"),
  ])
  func `lines end with either break, and space and comments are passed over`(
    text: String, expected: String
  ) throws {
    #expect(try TOMLText.printed(TOMLText.read(text)) == expected)
  }

  @Test(arguments: [
    ("\"شخص\" = 'راوٍ'", "{شخص='راوٍ'}"),
    ("a-b_1 = 1\n2 = 2\n'' = 3", "{a-b_1=1 2=2 =3}"),
    ("a.b = 1\na . 'c.d' = 2", "{a={b=1 c.d=2}}"),
    ("3.14 = 1", "{3={14=1}}"),
    (#""\u0062" = 1"#, "{b=1}"),
    ("true = 1\ninf = 2\n1979-05-27 = 3", "{true=1 inf=2 1979-05-27=3}"),
    // The same letter with its hamza in one scalar and in two: other bytes, another name.
    ("'\u{623}' = 1\n'\u{627}\u{654}' = 2", "{\u{623}=1 \u{627}\u{654}=2}"),
  ])
  func `names are bare, quoted or dotted`(text: String, expected: String) throws {
    #expect(try TOMLText.printed(TOMLText.read(text)) == expected)
  }

  @Test(arguments: [
    ("[a]\nb = 1\n[c.d]\ne = 2\n[c]\nf = 3", "{a={b=1} c={d={e=2} f=3}}"),
    ("[ a . b ]\n[a.c]", "{a={b={} c={}}}"),
    ("[a]\nb.c = 1\n[a.b.d]\ne = true", "{a={b={c=1 d={e=true}}}}"),
    ("a = { b = 1, c.d = 'x', e = {} }", "{a={b=1 c={d='x'} e={}}}"),
    ("[[a]]\nb = 1\n[[a]]\n[[a]]\nb = 3", "{a=[{b=1} {} {b=3}]}"),
    ("[[a.b]]\nc = 1\n[a.b.d]\ne = 2\n[[a.b]]\n[a.b.d]", "{a={b=[{c=1 d={e=2}} {d={}}]}}"),
    ("[[a]]\n[[a.b]]\nc = 1\n[[a.b]]\n[[a]]", "{a=[{b=[{c=1} {}]} {}]}"),
  ])
  func `tables are made by headers, dotted names and braces`(
    text: String, expected: String
  ) throws {
    #expect(try TOMLText.printed(TOMLText.read(text)) == expected)
  }

  @Test(arguments: [
    ("[]", "[]"),
    ("['x']", "['x']"),
    ("[ 'x', # one\n\n \"y\",\n]", "['x' 'y']"),
    ("[1, 'x', [true, []], {b = 1}, 1979-05-27]", "[1 'x' [true []] {b=1} 1979-05-27]"),
  ])
  func `arrays hold anything, over any number of lines`(text: String, expected: String) throws {
    #expect(try TOMLText.printed(TOMLText.read("a = " + text)) == "{a=\(expected)}")
  }

  @Test(arguments: [
    (#""x\t\"\\\u0631\U0001F4D6""#, "x\t\"\\ر📖"),
    (#""\b\n\f\r""#, "\u{8}\n\u{C}\r"),
    (#"'C:\new'"#, #"C:\new"#),
    ("\"\"", ""),
    ("''", ""),
    ("\"\"\"\"\"\"", ""),
    ("\"\"\"\nسطر\n\tآخر\"\"\"", "سطر\n\tآخر"),
    ("\"\"\"\r\na\r\nb\"\"\"", "a\nb"),
    ("\"\"\"a \\\n\n   b\\  \r\n\"\"\"", "a b"),
    ("\"\"\"\"a\"\" \\\"\"\"\"\"\"", "\"a\"\" \"\"\""),
    ("'''\na\\\n''b'''", "a\\\n''b"),
    ("'''''a'''''", "''a''"),
  ])
  func `strings stand on one line or on several, with or without escapes`(
    text: String, expected: String
  ) throws {
    #expect(try TOMLText.read("a = " + text)["a"]?.content == .string(expected))
  }

  @Test(arguments: [
    ("+1_000", 1000), ("-0", 0), ("0", 0), ("-17", -17), ("9223372036854775807", .max),
    ("-9223372036854775808", .min), ("0xDead_beef", 0xDEAD_BEEF), ("0o755", 0o755),
    ("0b11_01", 0b1101), ("0x00e1", 0xE1),
  ])
  func `integers have signs, groups and three other radices`(text: String, number: Int) throws {
    #expect(try TOMLText.read("a = " + text)["a"]?.content == .integer(number))
  }

  @Test(arguments: [
    ("1.5", 1.5), ("+1.0", 1), ("-0.01", -0.01), ("5e+22", 5e22), ("1e06", 1e6),
    ("-2E-2", -0.02), ("6.626e-34", 6.626e-34), ("224_617.445_991", 224_617.445_991),
    ("inf", .infinity), ("-inf", -.infinity), ("0.0", 0), ("1e400", .infinity),
  ])
  func `floats have a fraction, an exponent or a name`(text: String, number: Double) throws {
    #expect(try TOMLText.read("a = " + text)["a"]?.content == .float(number))
  }

  @Test(arguments: ["nan", "+nan", "-nan"])
  func `what is no number is a float`(text: String) throws {
    guard case .float(let number) = try TOMLText.read("a = " + text)["a"]?.content else {
      Issue.record("no float")
      return
    }
    #expect(number.isNaN)
  }

  @Test(arguments: [
    ("1979-05-27", "1979-05-27"),
    ("2000-02-29", "2000-02-29"),
    ("07:32:00", "07:32:00"),
    ("23:59:60", "23:59:60"),
    ("00:32:00.9999999999", "00:32:00.999999999"),
    ("07:32:00.500 # half", "07:32:00.5"),
    ("1979-05-27T07:32:00", "1979-05-27T07:32:00"),
    ("1979-05-27 07:32:00.6", "1979-05-27T07:32:00.6"),
    ("1979-05-27t07:32:00z", "1979-05-27T07:32:00Z"),
    ("1979-05-27 07:32:00-07:30", "1979-05-27T07:32:00-07:30"),
    ("1979-05-27T07:32:00+03:00", "1979-05-27T07:32:00+03:00"),
    ("1979-05-27 # a day", "1979-05-27"),
  ])
  func `dates and times are those of RFC 3339`(text: String, expected: String) throws {
    #expect(try TOMLText.printed(TOMLText.read("a = " + text)) == "{a=\(expected)}")
  }

  @Test func `the place of keys, values and elements is kept`() throws {
    let table = try TOMLText.read(
      "# خبر\n[roles]\n  'شخص' = ['bold',\n    'dim']\n[[x]]\n[[x]]")
    let roles = try #require(table["roles"])
    guard case .table(let entries) = roles.content, let entry = entries.entries.first,
      case .array(let elements) = entry.value.content,
      case .array(let tables) = try #require(table["x"]).content
    else {
      Issue.record("other kinds of values")
      return
    }
    #expect(roles.position == TOML.Position(line: 2, column: 2))
    #expect(entry.key.position == TOML.Position(line: 3, column: 3))
    #expect(entry.value.position == TOML.Position(line: 3, column: 11))
    #expect(elements.map(\.position.line) == [3, 4])
    #expect(elements.map(\.position.column) == [12, 5])
    #expect(tables.map(\.position.line) == [5, 6])
  }

  @Test func `every value knows its kind`() throws {
    let text =
      "a = ['', 1, 1.0, true, 1979-05-27T07:32:00, 1979-05-27, 07:32:00, [], {}]"
    guard case .array(let values) = try TOMLText.read(text)["a"]?.content else {
      Issue.record("no array")
      return
    }
    #expect(values.map(\.kind) == TOML.Kind.allCases)
  }
}
