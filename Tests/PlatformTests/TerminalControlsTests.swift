import Platform
import TestSupport
import Testing

@Suite struct TerminalControlsTests {
  @Test(arguments: [
    ("قال: «نعم»", "قال: «نعم»"), ("a\u{1B}[31m", "a␛[31m"), ("\u{0}\u{7}\u{7F}", "␀␇␡"),
    ("\u{9B}2J", "<U+009B>2J"), ("\u{202E}x\u{2069}", "<U+202E>x<U+2069>"),
    ("a\r\nb\rc\td\n", "a\nb␍c\td\n"), ("a\u{200C}b\u{200F}", "a\u{200C}b\u{200F}"),
    ("\u{2028}", "<U+2028>"), ("“–…”\u{A0}", "“–…”\u{A0}"), ("", ""),
  ])
  func `a terminal is shown controls as pictures`(text: String, shown: String) {
    #expect(Array(TerminalControls.pictured(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test(arguments: [
    ("a\nrawi: b\t\u{1B}", "a␊rawi: b␉␛"), ("a\r\nb", "a␊b"), ("ab", "ab"),
    ("a\u{200F}.txt\u{200E}\u{61C}", "a<U+200F>.txt<U+200E><U+061C>"),
    ("a\u{2028}b\u{2029}", "a<U+2028>b<U+2029>"), ("می\u{200C}خ", "می\u{200C}خ"),
  ])
  func `in one line there is one line`(text: String, shown: String) {
    #expect(TerminalControls.picturedOnOneLine(text) == shown)
  }

  @Test(arguments: [
    ("a\u{1B}]0;x\u{7}\r\nb\u{85}\u{202E}c\u{200F}\u{2028}", "a]0;x\nbc\u{200F}\u{2028}"),
    ("«نص»", "«نص»"),
  ])
  func `plain text goes without controls`(text: String, plain: String) {
    #expect(
      Array(TerminalControls.removed(from: text).unicodeScalars) == Array(plain.unicodeScalars))
  }

  @Test(arguments: [
    ("\u{1B}[1;38;5;2mاسم\u{1B}[m", "\u{1B}[1;38;5;2mاسم\u{1B}[m"),
    ("\u{1B}[2J\u{1B}[6n", "␛[2J␛[6n"), ("\u{1B}[31", "␛[31"), ("\u{1B}", "␛"),
    ("\u{1B}[\u{1B}[0m\r", "␛[\u{1B}[0m␍"), ("\u{1B}]0;a\u{7}\u{1B}[0m", "␛]0;a␇\u{1B}[0m"),
  ])
  func `between looks of our own all controls are pictures`(text: String, shown: String) {
    #expect(
      Array(TerminalControls.picturedBetweenLooks(text).unicodeScalars)
        == Array(shown.unicodeScalars))
  }

  @Test(arguments: [
    "{\"a\": \"\u{202E}x\u{2069}\u{9B}2J\u{7F}\u{200F}\u{2028} «نعم» می\u{200C}خ\"}",
    "{\"a\": [1, 2]}",
  ])
  func `JSON on a terminal is the same value, in escapes`(json: String) throws {
    let shown = OutputContent.json.written(json, isTerminal: true, isRaw: false)
    #expect(!shown.unicodeScalars.contains { TerminalControls.steers($0) })
    #expect(!shown.unicodeScalars.contains { TerminalControls.reorders($0) || $0 == "\u{200F}" })
    #expect(try JSON(parsing: shown) == JSON(parsing: json))
    #expect(OutputContent.json.written(json, isTerminal: false, isRaw: false) == json)
  }

  @Test(arguments: [
    ("\u{202E}أحمد\u{202C}  منصور\n", "أحمد منصور"), ("\u{1}\u{9B}a\u{7F}", "a"),
    (" \u{200F} ", ""),
    ("\u{2066}a\u{2069} \u{FEFF}b\u{61C}", "a b"), ("می\u{200C}خ", "می\u{200C}خ"), ("محمّد", "محمّد"),
  ])
  func `a name that is given steers nothing and moves nothing`(given: String, name: String) {
    #expect(
      Array(TerminalControls.cleanName(given).unicodeScalars) == Array(name.unicodeScalars))
  }

  @Test(arguments: [OutputContent.text, .exact, .styled])
  func `no kind of content steers a terminal`(content: OutputContent) {
    let text = "a\u{1B}]52;c;x\u{7}\u{9B}2J\r\u{202E}"
    for isRaw in [false, true] {
      let written = content.written(text, isTerminal: true, isRaw: isRaw)
      #expect(written == "a␛]52;c;x␇<U+009B>2J␍<U+202E>")
    }
    #expect(OutputContent.text.written(text, isTerminal: false, isRaw: false) == "a]52;c;x2J")
    #expect(OutputContent.text.written(text, isTerminal: false, isRaw: true) == text)
    #expect(OutputContent.exact.written(text, isTerminal: false, isRaw: false) == text)
  }

  @Test func `random text steers nothing, and its words stay`() {
    for seed in Fuzz.seeds(300) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let text = RandomText.paragraph(scalars: 60, using: &generator) + "\u{1B}[1m"
      let steering = { (text: String) in
        text.unicodeScalars.filter {
          TerminalControls.steers($0) || (0x202A...0x202E).contains($0.value)
        }
      }
      for shown in [
        TerminalControls.pictured(text), TerminalControls.removed(from: text),
        CSV.row([text]), TSV.row([text]), JSON.string(text).line,
      ] {
        #expect(steering(shown).isEmpty, "\(seed)")
      }
      let words = text.unicodeScalars.filter {
        !TerminalControls.steers($0) && !TerminalControls.reorders($0)
      }
      #expect(
        TerminalControls.removed(from: text).unicodeScalars.filter {
          !TerminalControls.reorders($0)
        }.elementsEqual(words), "\(seed)")
      #expect(unescaped(TSV.row([text])) == Array(text.unicodeScalars), "\(seed)")
    }
  }

  /// What a column of a row with tabs says.
  private func unescaped(_ column: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var rest = Array(column.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let sign = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      switch sign {
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "t": result.append("\t")
      case "u":
        let digits = String(String.UnicodeScalarView(rest.prefix(4)))
        rest = rest.dropFirst(4)
        if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
          result.append(scalar)
        }
      default: result.append(sign)
      }
    }
    return result
  }
}
