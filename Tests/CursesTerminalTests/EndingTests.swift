import Glibc
import TestSupport
import Testing

/// However the program ends or stops, the terminal is as it was.
@Suite(.serialized) struct EndingTests {
  @Test(arguments: FakeTerminal.switched)
  func `a wish to end is followed in order`(fake: FakeTerminal) throws {
    let reader = try RunningReader(on: fake)
    try reader.waitForScreen()
    reader.terminal.signal(SIGTERM)
    #expect(try reader.terminal.waitForEnd() == 128 + SIGTERM)
    reader.expectRestored(fake)
  }

  @Test(arguments: FakeTerminal.switched)
  func `a crash undoes the switch of each terminal`(fake: FakeTerminal) throws {
    let reader = try RunningReader(on: fake)
    try reader.waitForScreen()
    reader.terminal.signal(SIGSEGV)
    try reader.terminal.waitForEnd()
    reader.expectRestored(fake)
  }

  @Test(arguments: FakeTerminal.switched)
  func `a stopped program gives the terminal back and takes it again`(fake: FakeTerminal) throws {
    let reader = try RunningReader(on: fake)
    try reader.waitForScreen()
    reader.terminal.signal(SIGTSTP)
    try reader.terminal.waitForStop()
    reader.expectRestored(fake)
    let stopped = reader.output.count
    reader.terminal.signal(SIGCONT)
    let entered = try reader.terminal.wait(for: RunningReader.enter, after: stopped)
    let off = try reader.terminal.wait(for: fake.off, after: entered)
    try reader.terminal.wait(for: RunningReader.clear, after: off)
    #expect(!reader.terminal.modes.isCooked)
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectRestored(fake)
  }

  @Test func `a stop that cannot be caught is made good when it ends`() throws {
    let reader = try RunningReader(on: .vte)
    try reader.waitForScreen()
    reader.terminal.signal(SIGSTOP)
    try reader.terminal.waitForStop()
    let stopped = reader.output.count
    reader.terminal.signal(SIGCONT)
    let off = try reader.terminal.wait(for: FakeTerminal.vteOff, after: stopped)
    try reader.terminal.wait(for: RunningReader.clear, after: off)
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectRestored(.vte)
  }

  @Test func `Ctrl-Z gives the shell the terminal until fg`() throws {
    let reader = try RunningReader(
      on: .vte, command: #"set -m; "$RAWI" "$FILE"; echo stopped; read -r; fg; echo over"#)
    try reader.waitForScreen()
    reader.terminal.send("\u{1A}")
    let stopped = try reader.terminal.wait(for: "stopped")
    #expect(reader.terminal.modes.isCooked)
    #expect(reader.endsWith(FakeTerminal.vteOff, before: FakeTerminal.vteUndo))
    reader.terminal.send("\n")
    let off = try reader.terminal.wait(for: FakeTerminal.vteOff, after: stopped)
    try reader.terminal.wait(for: RunningReader.clear, after: off)
    reader.terminal.send("q")
    try reader.terminal.wait(for: "over")
    try reader.terminal.waitForEnd()
    reader.expectRestored(.vte)
  }

  @Test func `a stopped program that is killed ends without taking the terminal`() throws {
    let shell = #"""
      set -m; "$RAWI" "$FILE"; echo stopped; reader=$(jobs -p)
      kill $reader; kill -CONT $reader
      while kill -0 $reader 2>/dev/null; do sleep 0.01; done; echo gone
      """#
    let reader = try RunningReader(on: .vte, command: shell)
    try reader.waitForScreen()
    reader.terminal.send("\u{1A}")
    let stopped = try reader.terminal.wait(for: "stopped")
    try reader.terminal.wait(for: "gone", after: stopped)
    try reader.terminal.waitForEnd()
    #expect(reader.output.position(of: Array(RunningReader.enter.utf8), from: stopped) == nil)
    reader.expectRestored(.vte)
  }

  @Test func `Ctrl-Z does not stop a program that nobody could continue`() throws {
    let reader = try RunningReader(on: .vte)
    let drawn = try reader.waitForScreen()
    reader.terminal.send("\u{1A}")
    try reader.terminal.wait(for: FakeTerminal.vteOff, after: drawn)
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectRestored(.vte)
  }

  @Test func `Ctrl-Z where the parent ignores stops changes nothing`() throws {
    let reader = try RunningReader(on: .vte, command: #"trap '' TSTP; exec "$RAWI" "$FILE""#)
    let drawn = try reader.waitForScreen()
    reader.terminal.send("\u{1A}")
    try reader.terminal.wait(for: FakeTerminal.vteOff, after: drawn)
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectRestored(.vte)
  }

  @Test func `a program whose terminal takes no bytes still ends on SIGTERM`() throws {
    let reader = try RunningReader(on: .vte)
    try reader.waitForScreen()
    // Nobody reads any more: with each new size the program writes, until the line is full.
    for round in 0..<3000 {
      reader.terminal.resize(columns: 80 + round % 2, rows: 24)
      usleep(300)
    }
    reader.terminal.signal(SIGTERM)
    #expect(try reader.terminal.waitForEndUnread() == 128 + SIGTERM)
    #expect(reader.terminal.modes == reader.modesBefore)
  }

  @Test func `a program whose terminal is gone ends`() throws {
    let reader = try RunningReader(on: .vte)
    try reader.waitForScreen()
    reader.terminal.hangUp()
    #expect(try reader.terminal.waitForEnd() == 128 + SIGHUP)
  }
}
