import TestSupport
import Testing

/// What the program says to input that it cannot read, and how it ends.
struct BadInputTests {
  private let folder: TemporaryFolder
  private let program = BuiltProgram.path("rawi")

  init() throws { folder = try TemporaryFolder() }

  private func expect(
    _ arguments: [String], by commands: [String] = ["read", "analyze"], status: Int32,
    says words: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for command in commands {
      let result = try ChildProcess.run(program, [command] + arguments)
      #expect(result.status == status, sourceLocation: sourceLocation)
      #expect(result.output.isEmpty, sourceLocation: sourceLocation)
      #expect(result.message.hasPrefix("rawi: "), sourceLocation: sourceLocation)
      for word in words { #expect(result.message.contains(word), sourceLocation: sourceLocation) }
    }
  }

  @Test func `a missing file is said by name`() throws {
    try expect([folder.path + "/none.txt"], status: 66, says: "none.txt", "no such file")
  }

  @Test func `a folder without articles has nothing to analyse`() throws {
    try expect([folder.path], by: ["analyze"], status: 66, says: "folder")
  }

  @Test func `an empty file has nothing to read`() throws {
    try expect([try folder.file("empty.txt", [])], status: 65, says: "empty")
  }

  @Test func `a program is not text`() throws {
    try expect([program], status: 65, says: "not text")
  }

  @Test func `an unknown charset is named`() throws {
    let file = try folder.file("a.txt", "نص".utf8)
    try expect([file, "--encoding", "klingon"], status: 64, says: "klingon")
  }

  @Test func `without a terminal the reader says so`() throws {
    let file = try folder.file("a.txt", "نص".utf8)
    let result = try ChildProcess.run(program, [file])
    #expect(result.status == 64)
    #expect(result.message.contains("not a terminal"))
  }

  @Test func `an unknown option is refused with the usage`() throws {
    let result = try ChildProcess.run(program, ["--bogus"])
    #expect(result.status == 64)
    #expect(result.message.contains("Usage"))
  }

  @Test func `a theme that does not exist is said before the terminal is touched`() throws {
    let file = try folder.file("a.txt", "نص".utf8)
    let result = try ChildProcess.run(program, [file, "--theme", "none"])
    #expect(result.status == 78)
    #expect(result.message.contains("dark, light"))
  }

  @Test func `a wrong line of a theme is named by file, line and column`() throws {
    let theme = try folder.file("mine.toml", "[roles]\ntext = 5\n".utf8)
    let file = try folder.file("a.txt", "نص".utf8)
    let result = try ChildProcess.run(program, [file, "--theme", theme])
    #expect(result.status == 78)
    #expect(result.message.contains("mine.toml:2:"))
  }

  @Test(arguments: ["bogus-terminal", ""])
  func `an unknown terminal type is refused with advice`(type: String) throws {
    let file = try folder.file("a.txt", "نص".utf8)
    let terminal = try PseudoTerminal()
    try terminal.run(
      program, [file],
      environment: BuiltProgram.environment.merging(["TERM": type]) { _, new in new })
    #expect(try terminal.waitForEnd() == 64)
    #expect(terminal.text.contains("xterm-256color"))
  }

  @Test(arguments: [
    Array(
      "قبل \u{1B}]0;title\u{7} \u{1B}[31m بعد \u{9B}2J\u{0}\u{8}\u{7F} \u{202E}نص\u{2066}".utf8),
    Array("مقطوع في الوسط ".utf8) + [0xD8],
    [0xEF, 0xBB, 0xBF] + Array("بعلامة".utf8),
    Array("سطر\r\nآخر\r\n\r\n".utf8),
    Array(String(repeating: "كلمة ", count: 200_000).utf8),
    Array("ب".utf8) + Array(String(repeating: "\u{64E}", count: 100_000).utf8),
  ])
  func `hard text is shown without a control of its own reaching the terminal`(
    bytes: [UInt8]
  ) throws {
    let file = try folder.file("a.txt", bytes)
    for (columns, rows) in [(20, 5), (100, 30)] {
      let terminal = try PseudoTerminal(columns: columns, rows: rows)
      try terminal.run(
        program, [file],
        environment: BuiltProgram.environment.merging(["TERM": "xterm-256color"]) { _, new in new })
      try terminal.wait(for: "%")
      terminal.send("q")
      #expect(try terminal.waitForEnd() == 0)
      for trace in ["]0;title", "\u{1B}[31m", "\u{9B}", "\u{202E}", "\u{2066}", "\u{0}", "\u{7F}"] {
        #expect(!terminal.text.contains(trace))
      }
    }
  }
}
