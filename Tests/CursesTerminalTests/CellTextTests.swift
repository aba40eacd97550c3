import Screen
import Testing
@testable import CursesTerminal

/// Nothing in a cell can steer the terminal or move its columns.
@Suite struct CellTextTests {
  init() { Locale.useUTF8() }

  private func sanitised(_ text: String, columns: Int = 1) -> String {
    String(String.UnicodeScalarView(CellText.sanitised(text, columns: columns)))
  }

  /// All scalars that a terminal could obey or place in a way of its own.
  static let dangerous: [Unicode.Scalar] = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter {
    switch $0.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  @Test func `a control or format character is shown as U+FFFD`() {
    // C0, DEL and C1 are 65; the others depend on the version of Unicode.
    #expect(Self.dangerous.count > 65 + 150)
    for scalar in Self.dangerous {
      #expect(CellText.sanitised(String(scalar), columns: 1) == [CellText.replacement])
    }
  }

  @Test func `a control or format character behind a letter is left out`() {
    for scalar in Self.dangerous {
      var text = String.UnicodeScalarView("\u{628}".unicodeScalars)
      text.append(scalar)
      text.append("\u{64E}")
      #expect(CellText.sanitised(String(text), columns: 1) == ["\u{628}", "\u{64E}"])
    }
  }

  @Test(arguments: [
    ("", " "), ("ب", "ب"), ("\u{FEFB}", "\u{FEFB}"),
    ("\u{628}\u{651}\u{64E}", "\u{628}\u{651}\u{64E}"),
    ("\u{628}\u{651}\u{64E}\u{670}\u{653}\u{655}", "\u{628}\u{651}\u{64E}\u{670}\u{653}"),
    ("لا", "ل"), ("\u{64E}", "\u{FFFD}"), ("☺\u{FE0F}", "☺"), ("漢", "\u{FFFD}"),
    ("\u{1B}[31m", "\u{FFFD}"), ("\r\n", "\u{FFFD}"), ("\u{6DD}", "\u{FFFD}"),
    ("\u{FFFF}", "\u{FFFD}"),
  ])
  func `a cell is one base and at most four marks`(text: String, expected: String) {
    #expect(sanitised(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: ["1\u{FE0F}\u{20E3}", "☺\u{FE0F}"])
  func `a file keeps what asks for a picture, and a terminal does not get it`(text: String) {
    let kept = CellText.sanitised(text, columns: 1, keepsSequences: true)
    #expect(kept.elementsEqual(text.unicodeScalars))
    let sent = CellText.sanitised(text, columns: 1)
    #expect(!sent.contains("\u{FE0F}") && sent.first == kept.first)
  }

  @Test(arguments: [("漢", "漢"), ("😀", "😀"), ("ب", "\u{FFFD}"), ("👩\u{200D}🚀", "👩")])
  func `a wide cell holds a wide character`(text: String, expected: String) {
    let result = sanitised(text, columns: 2)
    #expect(result.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }
}
