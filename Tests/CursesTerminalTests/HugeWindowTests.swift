import TestSupport
import Testing

/// Windows of a size that no screen has, as a program may set it.
@Suite(.serialized) struct HugeWindowTests {
  private func reader(columns: Int, rows: Int) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: columns, rows: rows)
    try terminal.run(
      BuiltProgram.path("rawi"), ["--sample"],
      environment: BuiltProgram.environment.merging(["TERM": "xterm-256color"]) { $1 })
    return terminal
  }

  @Test(arguments: [(65_535, 1), (1, 65_535)])
  func `the reader starts in it`(columns: Int, rows: Int) throws {
    let terminal = try reader(columns: columns, rows: rows)
    try terminal.wait(for: RunningReader.enter)
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func `the reader goes on when its window becomes one, and when it is small again`() throws {
    let terminal = try reader(columns: 80, rows: 24)
    let entered = try terminal.wait(for: RunningReader.enter)
    terminal.resize(columns: 65_535, rows: 65_535)
    let cleared = try terminal.wait(for: RunningReader.clear, after: entered)
    terminal.resize(columns: 80, rows: 24)
    try terminal.wait(for: RunningReader.clear, after: cleared)
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
  }
}
