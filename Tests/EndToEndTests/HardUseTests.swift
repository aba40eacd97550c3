import Glibc
import TestSupport
import Testing

/// The real program under what no one should do to it.
struct HardUseTests {
  private let folder: TestSupport.TemporaryFolder
  private let program = BuiltProgram.path("rawi")

  init() throws { folder = try TestSupport.TemporaryFolder() }

  private var environment: [String: String] {
    BuiltProgram.environment.merging([
      "TERM": "xterm-256color", "XDG_DATA_HOME": folder.path, "RAWI": program,
    ]) { _, new in new }
  }

  private func start(
    _ arguments: [String], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: columns, rows: rows)
    terminal.answers = [("\u{1B}[c", "\u{1B}[?62;c")]
    try terminal.run(program, arguments, environment: environment)
    return terminal
  }

  private func article(_ paragraphs: Int = 60) throws -> String {
    let text = (0..<paragraphs).map { "الفقرة رقم \($0) من نص طويل يكفي أسطرا عدة على الشاشة.\n\n" }
    return try folder.file("article.txt", Array(text.joined().utf8))
  }

  @Test func `a storm of sizes ends in a whole screen`() throws {
    let terminal = try start([try article()])
    try terminal.wait(for: "%")
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      terminal.resize(
        columns: Int.random(in: 1...200, using: &generator),
        rows: Int.random(in: 1...60, using: &generator))
      terminal.send(["j", " ", "e", "J", "G", "g"].randomElement(using: &generator) ?? "j")
      terminal.pump(.zero)
    }
    terminal.resize(columns: 80, rows: 24)
    terminal.send("\u{1B}G")
    // 24 rows again: the status line is drawn there.
    let start = terminal.output.count
    terminal.send("\u{C}")
    try terminal.wait(for: "\u{1B}[24;", after: start)
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.text.contains("\u{1B}[?1049l"))
  }

  /// A text of every control and format character, with sequences that would be seen if they worked.
  private static let hostile: [UInt8] = {
    var text = ""
    for value in UInt32(0)...0x10FFFF {
      guard value != 0x0A, let scalar = Unicode.Scalar(value) else { continue }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        text.unicodeScalars.append(contentsOf: "قبل".unicodeScalars)
        text.unicodeScalars.append(scalar)
        text += "[97;45mخلف abc "
      default: break
      }
    }
    // Raw C1 bytes are ill-formed UTF-8; they must not come through either.
    return Array("عنوان\u{1B}]0;TAKEN\u{7}\n\n".utf8) + Array(text.utf8) + [0x9B, 0x32, 0x4A, 0x0A]
  }()

  @Test(arguments: ["visual", "words", "inverse", "terminal", "logical"], [[], ["--justify"]])
  func `no control or format character of a text or its name reaches the terminal`(
    mode: String, options: [String]
  ) throws {
    let file = try folder.file("a\u{1B}]0;NAMED\u{7}\u{202E}\u{9B}2Jb.txt", Self.hostile)
    let terminal = try start(options + ["--bidi", mode, file], columns: 100, rows: 30)
    try terminal.wait(for: "%")
    // Through the text, the pane, a search for such characters, the help, the card and the end.
    for keys in Array(repeating: " ", count: 12) + [
      "e", "e", "]", "c", "\u{1B}", "G", "?", "\u{1B}",
    ] {
      terminal.send(keys)
      terminal.pump(.milliseconds(60))
      while terminal.pump(.milliseconds(15)) {}
    }
    terminal.send("/\u{202E}abc\u{200F}\r")
    while terminal.pump(.milliseconds(60)) {}
    terminal.signal(SIGTERM)
    _ = try terminal.waitForEnd()
    let sent = Set(
      terminal.text.unicodeScalars.filter {
        switch $0.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      })
    // Those of curses: its sequences, and CR, LF and BS to move; BEL and SI end some of them.
    #expect(sent.isSubset(of: ["\u{1B}", "\r", "\n", "\u{8}", "\u{F}", "\u{18}"]), "\(sent)")
    for trace in ["TAKEN\u{7}", "\u{1B}]0;", "\u{1B}[97;45m"] {
      #expect(!terminal.text.contains(trace))
    }
  }

  @Test func `a disk without room costs the memory of places and nothing else`() throws {
    let file = try article()
    let terminal = try PseudoTerminal()
    terminal.answers = [("\u{1B}[c", "\u{1B}[?62;c")]
    // No file may grow, as on a full disk: the store cannot be made.
    try terminal.run(
      "/bin/sh", ["-c", "ulimit -f 0; exec \"$RAWI\" '\(file)'"], environment: environment)
    try terminal.wait(for: "%")
    terminal.send(" ")
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.text.contains("\u{1B}[?1049l"))
  }

  @Test func `a disk that fills while reading costs the place and nothing else`() throws {
    let file = try article()
    let first = try start([file])
    try first.wait(for: "%")
    first.send("q")
    #expect(try first.waitForEnd() == 0)
    let terminal = try PseudoTerminal()
    terminal.answers = [("\u{1B}[c", "\u{1B}[?62;c")]
    try terminal.run(
      "/bin/sh", ["-c", "ulimit -f 0; exec \"$RAWI\" '\(file)'"], environment: environment)
    try terminal.wait(for: "%")
    terminal.send("Gq")
    #expect(try terminal.waitForEnd() == 0)
    // With room again the store is whole.
    let again = try start([file])
    try again.wait(for: "%")
    again.send("q")
    #expect(try again.waitForEnd() == 0)
    #expect(!again.text.contains("damaged"))
  }

  @Test func `two readers of one file do not disturb each other`() throws {
    let file = try article()
    let readers = try (0..<2).map { _ in try start([file]) }
    for reader in readers { try reader.wait(for: "%") }
    for (reader, keys) in zip(readers, ["   ", "G"]) { reader.send(keys) }
    for reader in readers {
      reader.pump(.milliseconds(100))
      reader.send("q")
      #expect(try reader.waitForEnd() == 0)
    }
    let third = try start([file])
    try third.wait(for: "%")
    third.send("q")
    #expect(try third.waitForEnd() == 0)
    #expect(!third.text.contains("damaged"))
  }

  @Test func `a reader that is killed leaves a store that the next one opens`() throws {
    let file = try article()
    for keys in ["   ", "G", "gjjj"] {
      let terminal = try start([file])
      try terminal.wait(for: "%")
      terminal.send(keys)
      terminal.pump(.milliseconds(20))
      terminal.signal(SIGKILL)
      #expect(try terminal.waitForEnd() == 128 + SIGKILL)
    }
    let terminal = try start([file])
    try terminal.wait(for: "%")
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
    for trace in ["damaged", "nothing will be remembered"] {
      #expect(!terminal.text.contains(trace))
    }
  }
}
