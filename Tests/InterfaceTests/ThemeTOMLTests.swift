import Testing

@testable import Interface

private func read(_ text: String) throws(TOMLError) -> TOML.Table {
  try TOML.read(text.utf8, file: "t.toml")
}

private func error(in bytes: some Sequence<UInt8>) -> TOMLError? {
  do {
    _ = try TOML.read(bytes, file: "t.toml")
    return nil
  } catch {
    return error
  }
}

/// A table written on one line, keys in the order of the file.
private func printed(_ value: TOML.Value) -> String {
  switch value.content {
  case .string(let string): "'\(string)'"
  case .integer(let number): "\(number)"
  case .boolean(let flag): "\(flag)"
  case .array(let values): "[" + values.map(printed).joined(separator: " ") + "]"
  case .table(let table): printed(table)
  }
}

private func printed(_ table: TOML.Table) -> String {
  "{" + table.entries.map { "\($0.key.name)=\(printed($0.value))" }.joined(separator: " ") + "}"
}

@Suite struct `TOML reader` {
  @Test(arguments: [
    ("", "{}"),
    ("# only a comment", "{}"),
    ("\u{FEFF}a = 1", "{a=1}"),
    ("a = 1\r\nb = 2\r\n", "{a=1 b=2}"),
    ("a = +1_000\nb = -0\nc = 0", "{a=1000 b=0 c=0}"),
    ("a = -9223372036854775808", "{a=-9223372036854775808}"),
    ("a = true # yes\nb=false", "{a=true b=false}"),
    (#"a = "x\t\"\\\u0631\U0001F4D6""#, "{a='x\t\"\\ر📖'}"),
    (#"a = 'C:\new'"#, #"{a='C:\new'}"#),
    ("a = \"\"\nb = ''", "{a='' b=''}"),
    ("\"شخص\" = 'راوٍ'", "{شخص='راوٍ'}"),
    ("a-b_1 = 1\n2 = 2\n'' = 3", "{a-b_1=1 2=2 =3}"),
    ("a.b = 1\na . 'c.d' = 2", "{a={b=1 c.d=2}}"),
    ("[a]\nb = 1\n[c.d]\ne = 2\n[c]\nf = 3", "{a={b=1} c={d={e=2} f=3}}"),
    ("[ a . b ]\n[a.c]", "{a={b={} c={}}}"),
    ("a = { b = 1, c.d = 'x', e = {} }", "{a={b=1 c={d='x'} e={}}}"),
    ("a = []\nb = ['x']\nc = [ 'x', # one\n\n \"y\",\n]", "{a=[] b=['x'] c=['x' 'y']}"),
    ("[a]\nb.c = 1\n[a.b.d]\ne = true", "{a={b={c=1 d={e=true}}}}"),
  ])
  func `reads the subset`(text: String, expected: String) throws {
    #expect(try printed(read(text)) == expected)
  }

  @Test(arguments: [
    ("a = ", "t.toml:1:5: the file ends too early"),
    ("a = \nb", "t.toml:1:5: U+000A cannot stand here"),
    ("a", "t.toml:1:2: the file ends too early; allowed: \".\" and a further name, or \"=\""),
    ("\n  = 1", "t.toml:2:3: \"=\" cannot stand here; allowed: a name"),
    ("شخص = 1", "t.toml:1:1: \"ش\" cannot stand here; allowed: a name"),
    ("a = 'شخص' x", "t.toml:1:11: \"x\" cannot stand here; allowed: the end of the line"),
    ("a = 1 b = 2", "t.toml:1:7: \"b\" cannot stand here"),
    ("a = \"x", "t.toml:1:5: the string is not closed"),
    ("a = 'x\n'", "t.toml:1:5: the string is not closed"),
    ("a = \"\"\"x\"\"\"", "t.toml:1:5: multi-line strings are not read"),
    ("a = '''x'''", "t.toml:1:5: multi-line strings are not read"),
    (#"a = "ab\x""#, #"t.toml:1:8: unknown escape \x; allowed: \b"#),
    (#"a = "\u06""#, #"t.toml:1:6: unknown escape \u06"#),
    (#"a = "\uD800""#, #"t.toml:1:6: unknown escape \uD800"#),
    (#"a = "\U00110000""#, #"t.toml:1:6: unknown escape \U00110000"#),
    ("a = \"x\u{1B}[31m\"", "t.toml:1:7: control character U+001B"),
    ("# x\u{7}", "t.toml:1:4: control character U+0007"),
    ("a = 1\rb = 2", "t.toml:1:6: U+000D cannot stand here"),
    ("a = 1.5", "t.toml:1:5: \"1.5\" is no value; allowed:"),
    ("a = 1979-05-27", "t.toml:1:5: \"1979-05-27\" is no value"),
    ("a = 0x10", "t.toml:1:5: \"0x10\" is no value"),
    ("a = 01", "t.toml:1:5: \"01\" is no value"),
    ("a = 1__0", "t.toml:1:5: \"1__0\" is no value"),
    ("a = yes", "t.toml:1:5: \"yes\" is no value"),
    ("a = 9223372036854775808", "t.toml:1:5: 9223372036854775808 is too large"),
    ("a = [1]", "t.toml:1:6: \"1\" cannot stand here; allowed: strings"),
    ("a = ['x' 'y']", "t.toml:1:10: \"'\" cannot stand here; allowed: \",\" or \"]\""),
    ("a = ['x',", "t.toml:1:10: the file ends too early"),
    ("a = { b = 1", "t.toml:1:12: the file ends too early"),
    ("a = { b = 1, }", "t.toml:1:14: \"}\" cannot stand here; allowed: a name"),
    ("a = { b = 1\n}", "t.toml:1:12: U+000A cannot stand here"),
    ("[a", "t.toml:1:3: the file ends too early"),
    ("[a] b = 1", "t.toml:1:5: \"b\" cannot stand here"),
    ("[[a]]", "t.toml:1:1: arrays of tables ([[…]]) are not read"),
    ("a = 1\n\na = 2", "t.toml:3:1: \"a\" was given before, on line 1"),
    ("[a]\n[b]\n[a]", "t.toml:3:2: \"a\" was given before, on line 1"),
    ("a.b = 1\n[a]", "t.toml:2:2: \"a\" was given before, on line 1"),
    ("a = {}\n[a.b]", "t.toml:2:2: \"a\" of line 1 takes no further keys"),
    ("a = {}\na.b = 1", "t.toml:2:1: \"a\" of line 1 takes no further keys"),
    ("a = 1\na.b = 1", "t.toml:2:1: \"a\" of line 1 takes no further keys"),
    ("[a.b]\n[a]\nb.c = 1", "t.toml:3:1: \"b\" of line 1 takes no further keys"),
    ("\"a\\u001B\" = 1\n\"a\\u001B\" = 1", "t.toml:2:1: \"a\u{FFFD}\" was given before"),
  ])
  func `says where and what is wrong, and what is allowed`(text: String, expected: String) {
    let message = error(in: text.utf8)?.description ?? "no error"
    #expect(message.hasPrefix(expected), "\(message)")
    #expect(message.contains("; allowed: "))
  }

  @Test func `finds bytes that are not UTF-8`() {
    let bytes = Array("a = 'ش'\nb = 'س".utf8) + [0xD8, 0x27]
    #expect(
      error(in: bytes)
        == TOMLError(
          file: "t.toml", position: TOML.Position(line: 2, column: 7), problem: .invalidUTF8))
  }

  @Test func `keeps the place of keys, values and elements`() throws {
    let table = try read("# خبر\n[roles]\n  'شخص' = ['bold',\n    'dim']")
    let roles = try #require(table["roles"])
    guard case .table(let entries) = roles.content, let entry = entries.entries.first,
      case .array(let elements) = entry.value.content
    else { throw try #require(error(in: [])) }
    #expect(roles.position == TOML.Position(line: 2, column: 2))
    #expect(entry.key.position == TOML.Position(line: 3, column: 3))
    #expect(entry.value.position == TOML.Position(line: 3, column: 11))
    #expect(elements.map(\.position.line) == [3, 4])
    #expect(elements.map(\.position.column) == [12, 5])
  }

  @Test(arguments: ["a.", "a = {", "[a."])
  func `refuses tables that stand too deep in each other`(step: String) {
    let isHeader = step.hasPrefix("[")
    let path = String(repeating: isHeader ? "a." : step, count: 50_000)
    let text = isHeader ? "[\(path)a]" : step.hasSuffix("{") ? path : "\(path)a = 1"
    #expect(error(in: text.utf8)?.problem == .tooDeep)
  }

  @Test func `never crashes on damaged files`() {
    var random = SplitMix(state: 20_240_601)
    let seeds = [
      ThemeCatalog.builtIn.first.map { Array($0.text.utf8) } ?? [],
      Array("[a.b]\nc = { d = \"\\u0631\", 'e' = [\"x\",\n 'y'] }\nf.g = -1_0 # ش\n".utf8),
    ]
    let alphabet = Array("[]{}=.,\"'\\#u0_-+ \n\ra1tش".utf8) + [0x00, 0x1B, 0xFF, 0xD8]
    for round in 0..<4_000 {
      var bytes = seeds[round % 8 == 0 ? 0 : 1]
      for _ in 0...random.next(below: 6) where !bytes.isEmpty {
        let place = random.next(below: bytes.count)
        switch random.next(below: 4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(alphabet[random.next(below: alphabet.count)], at: place)
        case 2: bytes[place] = UInt8(truncatingIfNeeded: random.next(below: 256))
        default: bytes.removeSubrange(place..<min(bytes.count, place + random.next(below: 20)))
        }
      }
      if let failure = error(in: bytes) {
        let message = failure.description
        #expect(!message.unicodeScalars.contains { $0.value < 0x20 })
        #expect(failure.position.line >= 1 && failure.position.column >= 1)
      }
    }
  }
}

/// A small seeded generator (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func next(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
