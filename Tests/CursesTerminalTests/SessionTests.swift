import Glibc
import TestSupport
import Testing

/// The real program on a terminal that a test plays.
@Suite(.serialized) struct SessionTests {
  @Test(arguments: FakeTerminal.switched)
  func `a terminal that reorders is switched before the first clearing`(fake: FakeTerminal) throws {
    let reader = try RunningReader(on: fake)
    try reader.waitForScreen()
    let off = try #require(reader.output.position(of: Array(fake.off.utf8)))
    let clear = try #require(reader.output.position(of: Array("\u{1B}[2J".utf8)))
    let enter = try #require(reader.output.position(of: Array(RunningReader.enter.utf8)))
    #expect(enter < off)
    #expect(off < clear)
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectRestored(fake)
    #expect(reader.endsWith(fake.undo, before: RunningReader.exit))
  }

  @Test(arguments: FakeTerminal.left)
  func `a terminal without a switch gets none`(fake: FakeTerminal) throws {
    let reader = try RunningReader(on: fake)
    try reader.waitForScreen()
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectRestored(fake)
  }

  @Test(arguments: ["visual", "words", "inverse", "terminal", "logical"])
  func `nothing is switched when the user says how to draw`(mode: String) throws {
    let reader = try RunningReader(on: .vte, options: ["--bidi", mode])
    try reader.waitForScreen()
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectNoSwitch()
    #expect(reader.terminal.modes == reader.modesBefore)
  }

  @Test func `terminal mode switches on what was found off, and off again`() throws {
    var vte = FakeTerminal.vte
    vte.mode = "\u{1B}[8;2$y"
    (vte.off, vte.undo) = ("\u{1B}[8h", "\u{1B}[8l")
    let reader = try RunningReader(on: vte, options: ["--bidi", "terminal"])
    // The first word in logical order, in the letters of the text.
    try reader.terminal.wait(for: "قال")
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectRestored(vte)
  }

  @Test func `a Linux console is not asked anything`() throws {
    let console = try #require(FakeTerminal.left.first { $0.name == "Linux console" })
    let reader = try RunningReader(on: console)
    try reader.waitForScreen()
    reader.terminal.send("q")
    try reader.terminal.waitForEnd()
    #expect(reader.count(of: FakeTerminal.modeQuery) == 0)
  }

  @Test(arguments: ["dumb", "no-such-terminal", ""])
  func `a terminal that cannot place text is refused with a message`(type: String) throws {
    let fake = FakeTerminal(name: type, environment: ["TERM": type])
    let reader = try RunningReader(on: fake)
    #expect(try reader.terminal.waitForEnd() != 0)
    #expect(reader.terminal.text.contains("TERM"))
    reader.expectNoSwitch()
    #expect(reader.count(of: FakeTerminal.modeQuery) == 0)
    #expect(reader.terminal.modes == reader.modesBefore)
  }

  @Test func `keys typed before the answers are not lost`() throws {
    let reader = try RunningReader(on: .vte, typing: "q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectRestored(.vte)
  }

  @Test func `a terminal that answers nothing is waited for in vain and shown the text`() throws {
    var mute = FakeTerminal(name: "mute", environment: ["TERM": "xterm-256color"])
    mute.attributes = nil
    let reader = try RunningReader(on: mute)
    reader.terminal.answers = []
    try reader.waitForScreen()
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectRestored(mute)
  }

  @Test func `answers that come late are not taken for keys`() throws {
    var slow = FakeTerminal.vte
    slow.mode = nil
    slow.attributes = nil
    let reader = try RunningReader(on: slow)
    let drawn = try reader.waitForScreen()
    reader.terminal.send("\u{1B}[8;1$y\u{1B}P>|VTE(7006) quit\u{1B}\\\u{1B}[?65;1;9c")
    reader.terminal.resize(columns: 60, rows: 20)
    try reader.waitForScreen(after: drawn)
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
  }

  @Test func `the switch is sent again when the size changes`() throws {
    let reader = try RunningReader(on: .vte)
    let drawn = try reader.waitForScreen()
    reader.terminal.resize(columns: 100, rows: 30)
    let off = try reader.terminal.wait(for: FakeTerminal.vteOff, after: drawn)
    try reader.terminal.wait(for: RunningReader.clear, after: off)
    reader.terminal.send("q")
    try reader.terminal.waitForEnd()
    reader.expectRestored(.vte)
  }

  @Test func `keys come from the terminal when standard input is a pipe`() throws {
    let reader = try RunningReader(
      on: .vte, command: #"printf x | "$RAWI" "$FILE""#)
    try reader.waitForScreen()
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectRestored(.vte)
  }

  @Test func `24-bit colours are used where the terminal has them`() throws {
    let direct = try RunningReader(on: .vte, environment: ["COLORTERM": "truecolor"])
    try direct.waitForScreen()
    direct.terminal.send("q")
    #expect(try direct.terminal.waitForEnd() == 0)
    direct.expectRestored(.vte)
  }

  @Test func `no colours are used when NO_COLOR is set`() throws {
    let reader = try RunningReader(on: .vte, environment: ["NO_COLOR": "1"])
    try reader.waitForScreen()
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    #expect(reader.count(of: "\u{1B}[38") == 0)
    #expect(reader.count(of: "\u{1B}[48") == 0)
  }
}
