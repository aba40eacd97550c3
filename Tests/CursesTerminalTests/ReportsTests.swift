import TestSupport
import Testing

@testable import CursesTerminal

extension InProcessTests {
  /// What a terminal is asked to report is what terminfo says that it can.
  @Suite struct ReportsTests {
    private func reports(_ type: String) throws -> Reports {
      let pseudo = try PseudoTerminal()
      let entry = try Terminfo(type: type, wantsDirect: false, output: pseudo.descriptor)
      return Reports(mouse: entry.reportsMouse, pastes: entry.bracketsPastes)
    }

    @Test(arguments: ["vt52", "vt100", "vt220", "ansi", "cygwin", "linux", "hurd"])
    func `a terminal without these modes is sent none`(type: String) throws {
      let reports = try reports(type)
      #expect(reports.on.isEmpty)
      #expect(reports.off.isEmpty)
    }

    @Test(arguments: [
      "xterm", "xterm-256color", "xterm-color", "rxvt", "rxvt-unicode-256color", "screen",
      "screen-256color", "tmux", "tmux-256color",
    ])
    func `xterm and those like it report the mouse and brackets`(type: String) throws {
      let reports = try reports(type)
      #expect(reports.on == MouseReports.on + BracketedPaste.on)
      #expect(reports.off == BracketedPaste.off + MouseReports.off)
    }
  }
}

/// The real program on terminals that know little.
@Suite(.serialized) struct SimpleTerminalTests {
  @Test(arguments: ["vt52", "vt100", "vt220", "ansi", "linux"])
  func `no private mode of others reaches a simple terminal`(type: String) throws {
    let fake = FakeTerminal(name: type, environment: ["TERM": type], attributes: nil)
    let reader = try RunningReader(on: fake, options: ["--mouse"])
    try reader.terminal.wait(for: "│")
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    for mode in ["1000", "1002", "1003", "1004", "1006", "2004"] {
      #expect(reader.count(of: "?\(mode)") == 0)
    }
    if type == "vt52" { #expect(reader.count(of: "\u{1B}[") == 0) }
    #expect(reader.terminal.modes == reader.modesBefore)
  }
}
