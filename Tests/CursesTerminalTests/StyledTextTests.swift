import CursesTerminal
import Screen
import Testing

/// Cells as lines of text with control sequences.
struct StyledTextTests {
  private func line(
    _ cells: [Screen.Cell], _ depth: ColorDepth = .direct, _ drawing: Drawing = .visual,
    isPlain: Bool = false
  ) -> String {
    StyledText(depth: depth, drawing: drawing, isPlain: isPlain).line(of: cells[...])
  }

  private func cells(_ text: String, _ style: Style = .plain) -> [Screen.Cell] {
    text.map { Screen.Cell(String($0), style: style) }
  }

  @Test func `a look is sent once and taken back at the end of the line`() {
    let amber = Style(foreground: .rgb(0xFFAF00), attributes: [.bold])
    #expect(
      line(cells("a") + cells("bc", amber) + cells("d"))
        == "a\u{1B}[1;38;2;255;175;0mbc\u{1B}[md")
    #expect(line(cells("bc", amber)) == "\u{1B}[1;38;2;255;175;0mbc\u{1B}[m")
  }

  @Test(arguments: [
    (ColorDepth.none, Color.named(9), "x"), (.eight, .named(9), "\u{1B}[31mx\u{1B}[m"),
    (.sixteen, .named(9), "\u{1B}[91mx\u{1B}[m"), (.indexed, .named(3), "\u{1B}[33mx\u{1B}[m"),
    (.direct, .named(12), "\u{1B}[94mx\u{1B}[m"),
    (.indexed, .rgb(0xFFFFFF), "\u{1B}[38;5;231mx\u{1B}[m"),
    (.direct, .rgb(0x000001), "\u{1B}[38;2;0;0;1mx\u{1B}[m"), (.direct, .terminal, "x"),
  ])
  func `colours are brought down to those that there are`(
    depth: ColorDepth, color: Color, wanted: String
  ) {
    #expect(line(cells("x", Style(foreground: color)), depth) == wanted)
  }

  @Test func `blanks at the end are left out unless they are seen`() {
    #expect(line(cells("a   ")) == "a")
    let paper = Style(background: .rgb(0xFFFFFF))
    #expect(line(cells("a  ", paper)).hasSuffix("a  \u{1B}[m"))
    #expect(line(cells("a  ", paper), isPlain: true) == "a")
    #expect(line(cells("a  ", Style(attributes: .reverse)), .none) == "\u{1B}[7ma  \u{1B}[m")
  }

  @Test func `nothing that a cell holds steers the terminal`() {
    let hostile = ["\u{1B}", "\u{9B}", "\u{202E}", "\n", "x\u{7}"].map { Screen.Cell($0) }
    let scalars = line(hostile).unicodeScalars
    #expect(scalars.allSatisfy { $0 == "x" || $0 == "\u{FFFD}" })
  }
}
