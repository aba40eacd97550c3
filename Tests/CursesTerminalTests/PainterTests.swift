import CNCurses
import Glibc
import Screen
import TestSupport
import Testing
@testable import CursesTerminal

extension InProcessTests {
  /// What curses sends for a screen.
  @Suite struct PainterTests {
    /// Paints `screens` one after the other on a terminal of 20 by 4 cells, and gives what was written
    /// for each.
    private func painted(
      _ screens: [Screen], type: String = "xterm-256color", depth: ColorDepth? = nil,
      hasItalics: Bool = true
    ) throws -> [String] {
      Locale.useUTF8()
      let terminal = try PseudoTerminal(columns: 20, rows: 4)
      let file = try #require(fdopen(dup(terminal.descriptor), "r+"))
      let handle = try #require(newterm(type, file, file))
      defer {
        endwin()
        delscreen(handle)
        fclose(file)
      }
      _ = raw()
      start_color()
      use_default_colors()
      curs_set(0)
      var painter = CursesPainter(
        depth: depth ?? ColorDepth(count: Int(cn_colors())), hasItalics: hasItalics)
      var written: [String] = []
      for screen in screens {
        let before = terminal.output.count
        painter.paint(screen, in: Size(columns: 20, rows: 4))
        wrefresh(cn_stdscr())
        try terminal.drain()
        written.append(String(decoding: terminal.output[before...], as: UTF8.self))
      }
      return written
    }

    private func screen(_ cells: [Screen.Cell], row: Int = 1) -> Screen {
      var screen = Screen(size: Size(columns: 20, rows: 4))
      for (column, cell) in cells.enumerated() { screen[row: row, column: column] = cell }
      return screen
    }

    @Test func `a base with its marks is sent as it is`() throws {
      let cells = ["\u{FEB3}\u{651}\u{64E}", "\u{FEFC}", "ن"].map { Screen.Cell($0) }
      let written = try painted([screen(cells)])
      #expect(written[0].contains("\u{FEB3}\u{651}\u{64E}\u{FEFC}ن"))
    }

    @Test func `a wide character takes two columns`() throws {
      let cells = [Screen.Cell("漢", columns: 2), Screen.Cell("", columns: 0), Screen.Cell("x")]
      let written = try painted([screen(cells)])
      #expect(written[0].contains("漢x"))
    }

    @Test func `the last column of the last row is painted`() throws {
      var screen = Screen(size: Size(columns: 20, rows: 4))
      screen[row: 3, column: 19] = Screen.Cell("ي")
      #expect(try painted([screen])[0].contains("ي"))
    }

    @Test func `no control of a cell reaches the terminal`() throws {
      for scalars in stride(from: 0, to: CellTextTests.dangerous.count, by: 80) {
        let cells = CellTextTests.dangerous.dropFirst(scalars).prefix(80)
        var screen = Screen(size: Size(columns: 20, rows: 4))
        for (index, scalar) in cells.enumerated() {
          screen[row: index / 20, column: index % 20] = Screen.Cell(String(scalar))
        }
        let plain = screen.size
        let written = try painted([screen, Screen(size: plain)]).joined()
        let sent = written.unicodeScalars.filter { CellTextTests.dangerous.contains($0) }
        // Those of curses itself: ESC of its sequences, CR, LF and BS to move.
        #expect(Set(sent).isSubset(of: ["\u{1B}", "\r", "\n", "\u{8}"]))
        #expect(written.contains("\u{FFFD}"))
      }
    }

    @Test func `a screen that is the same sends nothing`() throws {
      let one = screen([Screen.Cell("ب"), Screen.Cell("ت")])
      let written = try painted([one, one])
      #expect(written[1].isEmpty)
    }

    @Test func `a row that changed is sent, the others are not`() throws {
      let one = screen([Screen.Cell("ب"), Screen.Cell("ت")])
      var other = one
      other[row: 2, column: 0] = Screen.Cell("ث")
      let written = try painted([one, other])
      #expect(written[1].contains("ث"))
      #expect(!written[1].contains("ب"))
    }

    @Test func `colours and attributes are sent with the cell`() throws {
      let style = Style(
        foreground: .rgb(0xFF0000), background: .named(4), attributes: [.bold, .underline])
      let written = try painted([screen([Screen.Cell("ب", style: style)])])
      #expect(written[0].contains("38;5;196"))
      #expect(written[0].contains("44m"))
    }

    @Test func `italics are faint where they would be drawn in a font without Arabic`() throws {
      let cell = Screen.Cell("ب", style: Style(attributes: [.italic]))
      #expect(try painted([screen([cell])])[0].contains("\u{1B}[3m"))
      let written = try painted([screen([cell])], hasItalics: false)[0]
      #expect(written.contains("\u{1B}[0;2m") && !written.contains("\u{1B}[3m"))
    }

    @Test(
      arguments: [
        ("vt100", true, "4"), ("linux", true, "2"), ("screen", true, "2"), ("xterm", true, "3"),
        ("mlterm", false, "4"),
      ])
    func `italics are seen where the entry of the terminal has none`(
      type: String, hasItalics: Bool, look: String
    ) throws {
      let cell = Screen.Cell("ب", style: Style(attributes: [.italic]))
      let written = try painted(
        [screen([cell])], type: type, depth: ColorDepth.none, hasItalics: hasItalics)[0]
      // What stands before the letter; some entries leave other modes in the same sequence.
      let sequence = written.prefix { $0 != "ب" }.split(separator: "\u{1B}[").last ?? ""
      let numbers = sequence.prefix { $0 != "m" }.split(separator: ";")
      #expect(numbers.last.map(String.init) == look, "\(written.debugDescription)")
    }

    @Test func `24-bit colours are sent where the entry has them`() throws {
      let style = Style(foreground: .rgb(0xE06C75))
      let written = try painted([screen([Screen.Cell("ب", style: style)])], type: "xterm-direct")
      #expect(written[0].contains("38:2::224:108:117"))
    }

    @Test func `without colours the attributes stay`() throws {
      let style = Style(foreground: .rgb(0xE06C75), attributes: [.reverse])
      let written = try painted([screen([Screen.Cell("ب", style: style)])], depth: ColorDepth.none)
      #expect(written[0].contains("7m"))
      #expect(!written[0].contains("38;5"))
    }

    @Test func `more colours than there are pairs do no harm`() throws {
      let screens = (0..<40).map { round in
        screen(
          (0..<20).map { column in
            let number = UInt8((round * 20 + column) % 16)
            let style = Style(foreground: .named(number), background: .named(UInt8(round % 8)))
            return Screen.Cell("ب", style: style)
          })
      }
      #expect(try painted(screens, type: "xterm-color").count == 40)
    }

    @Test func `a screen larger than the terminal is cut`() throws {
      var screen = Screen(size: Size(columns: 40, rows: 9))
      screen[row: 0, column: 19] = Screen.Cell("漢", columns: 2)
      screen[row: 8, column: 0] = Screen.Cell("x")
      let written = try painted([screen])
      #expect(!written[0].contains("漢"))
      #expect(!written[0].contains("x"))
    }
  }
}
