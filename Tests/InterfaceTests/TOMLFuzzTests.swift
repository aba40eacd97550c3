import TestSupport
import Testing

@testable import Interface

/// Files that nobody would write: they are read or refused, and the message can be shown.
struct TOMLFuzzTests {
  private static let seeds: [[UInt8]] =
    [ThemeCatalog.builtIn.first.map { Array($0.text.utf8) } ?? []]
    + [
      "[a.b]\nc = { d = \"\\u0631\", 'e' = [\"x\",\n 'y'] }\nf.g = -1_0 # ش\n",
      "[[a]]\nb = 0x1F\nc = [1.5e3, -inf, [nan]]\n[a.d]\n[[a]]\n\"\" = 1979-05-27 07:32:00.5-07:00",
      "a = \"\"\"\n\"راو\" \\\n  x\"\"\"\"\nb = '''\n'a\\'''\nc = 07:32:00\n[d.e]\nf = true\r\n",
    ].map { Array($0.utf8) }

  @Test(arguments: Fuzz.seeds(16))
  func `no damaged file breaks the reader`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for round in 0..<400 {
      expectShown(random.mutated(Self.seeds[round % Self.seeds.count]))
    }
  }

  @Test(arguments: Fuzz.seeds(16))
  func `no run of signs breaks the reader`(seed: Int) {
    let signs =
      ["[", "[[", "]", "{", "}", "=", ",", ".", "\"", "\"\"\"", "'''", "\\", "\n", "\r\n"]
      + ["#", "a", "b.a", "1", "0x", "e", "-", "_", ":", " ", "1979-05-27", "07:32:00", "شخص"]
    var random = SeededGenerator(seed: UInt64(seed) + 1 << 32)
    for _ in 0..<400 {
      let count = Int.random(in: 1...24, using: &random)
      let text = (0..<count).compactMap { _ in signs.randomElement(using: &random) }.joined()
      expectShown(Array(text.utf8))
    }
  }

  private func expectShown(_ bytes: [UInt8]) {
    guard let error = TOMLText.error(in: bytes) else { return }
    for language in [Language.english, .arabic] {
      #expect(!error.message(in: language).unicodeScalars.contains { $0.value < 0x20 })
    }
    #expect(error.position >= .start)
  }

  /// What would take hours where each step looked at all that came before: so many headers, elements,
  /// keys and lines of one file.
  @Test(arguments: [
    ("", "[[a]]\n", ""), ("a = [", "[],", "]"), ("a = [", "{a.b=1},", "]"), ("[a]\n", "#\n", ""),
    ("a = \"\"\"", "\\\n ", "\"\"\""), ("a = '''", "''\n", "'''"), ("a = \"", "\\u0061", "\""),
    ("a = 0.", "1_", "1"), ("a = 1.", "0", ""), ("a = 07:32:00.", "1", ""), ("", " ", ""),
  ])
  func `a long file takes no longer by the byte`(start: String, step: String, end: String) {
    let text = start + String(repeating: step, count: 50_000) + end
    #expect(TOMLText.error(in: text.utf8) == nil)
  }

  @Test func `many keys and tables are read as they come`() throws {
    let keys = (0..<20_000).map { "a.k\($0) = \($0)\n[t\($0).x]\n" }
    #expect(throws: TOMLError.self) { try TOMLText.read(keys.joined() + "[t0.x]") }
    #expect(try TOMLText.read(keys.joined()).entries.count == 20_001)
  }
}
