import rawi
import Glibc
import Screen
import TestSupport
import Testing

@testable import CursesTerminal

/// The brackets of pastes are asked for, and given up on every way out.
@Suite(.serialized) struct PasteSessionTests {
  private static let on = RunningReader.pasteOn
  private static let off = RunningReader.pasteOff

  @Test(arguments: FakeTerminal.reporting)
  func `brackets are asked for on the program's screen and given up before it is left`(
    fake: FakeTerminal
  ) throws {
    let reader = try RunningReader(on: fake, options: ["--no-mouse"])
    try reader.waitForScreen()
    #expect(reader.count(of: Self.on) == 1)
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    #expect(reader.endsWith(Self.on, before: Self.off))
    if reader.count(of: RunningReader.enter) > 0 {
      #expect(reader.endsWith(RunningReader.enter, before: Self.on))
      #expect(reader.endsWith(Self.off, before: RunningReader.exit))
    }
  }

  @Test func `a stopped program gives them up and asks again`() throws {
    let reader = try RunningReader(on: .vte)
    try reader.waitForScreen()
    reader.terminal.signal(SIGTSTP)
    try reader.terminal.waitForStop()
    #expect(reader.endsWith(Self.on, before: Self.off))
    let stopped = reader.output.count
    reader.terminal.signal(SIGCONT)
    try reader.terminal.wait(for: Self.on, after: stopped)
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    #expect(reader.endsWith(Self.on, before: Self.off))
  }

  @Test func `an editor has a terminal without them`() throws {
    let reader = try RunningReader(on: .vte, environment: ["EDITOR": "echo edited"])
    try reader.waitForScreen()
    reader.terminal.send("E")
    let edited = try reader.terminal.wait(for: "edited")
    let before = Array(reader.output[..<edited])
    let on = try #require(before.lastPosition(of: Array(Self.on.utf8)))
    let off = try #require(before.lastPosition(of: Array(Self.off.utf8)))
    #expect(on < off)
    try reader.terminal.wait(for: Self.on, after: edited)
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    #expect(reader.endsWith(Self.on, before: Self.off))
  }

  @Test(arguments: ["dumb", "no-such-terminal", ""])
  func `a terminal that is refused is asked for nothing`(type: String) throws {
    let reader = try RunningReader(on: FakeTerminal(name: type, environment: ["TERM": type]))
    #expect(try reader.terminal.waitForEnd() != 0)
    #expect(reader.count(of: "2004") == 0)
  }
}

extension InProcessTests {
  /// Pastes among what the program's loop is told.
  @Suite struct PasteEventTests {
    @Test func `a paste is told, and one without an end once nothing follows`() throws {
      let pseudo = try PseudoTerminal(columns: 30, rows: 5)
      let terminal = try CursesTerminal(
        TerminalDevice(input: pseudo.descriptor, output: pseudo.descriptor), DrawingChoices(),
        ["TERM": "linux"])
      defer { terminal.close() }
      func event() -> TerminalEvent { terminal.nextEvent(timeout: PseudoTerminal.hangGuard) }
      pseudo.send("j\u{1B}[200~D\rq\u{1B}[201~k\u{1B}[200~xq")
      let events = (0..<4).map { _ in event() }
      #expect(
        events == [.key(.character("j")), .paste("D\nq"), .key(.character("k")), .paste("xq")])
      pseudo.send("\u{1B}[201~q")
      #expect(event() == .key(.character("q")))
    }

    @Test func `messages come while the rest of a paste is waited for`() throws {
      let pseudo = try PseudoTerminal(columns: 30, rows: 5)
      let terminal = try CursesTerminal(
        TerminalDevice(input: pseudo.descriptor, output: pseudo.descriptor), DrawingChoices(),
        ["TERM": "linux"])
      defer { terminal.close() }
      terminal.wakeUp()
      func event() -> TerminalEvent { terminal.nextEvent(timeout: PseudoTerminal.hangGuard) }
      pseudo.send("\u{1B}[200~D")
      #expect(event() == .posted)
      pseudo.send("q\u{1B}[201~")
      #expect(event() == .paste("Dq"))
    }
  }
}
