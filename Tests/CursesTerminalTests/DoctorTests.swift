import Glibc
import TestSupport
import Testing

/// `rawi doctor` on terminals played by a test, and what the reader makes of its answers.
@Suite(.serialized) struct DoctorTests {
  private let home: TemporaryFolder
  private let folder: String

  init() throws {
    home = try TemporaryFolder()
    folder = home.path + "/rawi"
  }

  private var environment: [String: String] { ["XDG_CONFIG_HOME": home.path] }

  private var choices: String {
    (try? TemporaryFolder.read(folder + "/terminals.toml"))
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Removes what a test leaves in the inner folder.
  private func cleanUp() {
    unlink(folder + "/terminals.toml")
    rmdir(folder)
  }

  private func doctor(
    on fake: FakeTerminal, _ options: [String] = [], rows: Int = 40, columns: Int = 100
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: columns, rows: rows)
    fake.play(on: terminal)
    let variables = BuiltProgram.environment.merging(fake.environment) { $1 }
      .merging(environment) { $1 }
    try terminal.run(
      BuiltProgram.path("rawi"), ["doctor"] + options, environment: variables)
    return terminal
  }

  private var kitty: FakeTerminal {
    get throws { try #require(FakeTerminal.left.first { $0.name == "kitty" }) }
  }

  @Test func `without a terminal the report is printed and nothing asked`() throws {
    let result = try ChildProcess.run(BuiltProgram.path("rawi"), ["doctor"])
    #expect(result.status == 0)
    #expect(result.text.contains("was not asked"))
    #expect(!result.output.contains(0x1B))
  }

  @Test func `in Arabic only names are not, and lines are ordered for the terminal`() throws {
    let file = try ChildProcess.run(BuiltProgram.path("rawi"), ["doctor", "--lang", "ar"])
    #expect(file.status == 0)
    #expect(file.text.contains("الطرفية") && !file.text.contains("\u{2068}"))
    for words in ["Terminal ", "Locale", "reorder", "nothing yet", "recognised"] {
      #expect(!file.text.contains(words))
    }
    let xterm = try #require(FakeTerminal.left.first { $0.name == "xterm" })
    let terminal = try doctor(on: xterm, ["--no-ask", "--lang", "ar"])
    #expect(try terminal.waitForEnd() == 0)
    // "الطرفية" shaped, from the left.
    #expect(terminal.text.contains("\u{FE94}\u{FEF4}\u{FED3}\u{FEAE}\u{FEC4}\u{FEDF}\u{FE8D}"))
  }

  @Test(arguments: [80, 50])
  func `lines are broken between words, and go on below what they tell`(columns: Int) throws {
    /// The rows of the report, without what is there for the terminal.
    func report(_ columns: Int) throws -> [String] {
      let terminal = try doctor(on: kitty, ["--no-ask"], rows: 60, columns: columns)
      #expect(try terminal.waitForEnd() == 0)
      let text = terminal.text.replacing(
        /\u{1B}(\[[0-9;?>=$]*[a-zA-Z]|[P\]_][^\u{1B}]*\u{1B}\\)/, with: "")
      let rows = text.split(whereSeparator: \.isNewline).map(String.init)
      let start = try #require(rows.firstIndex { $0.hasPrefix("Terminal") })
      let end = try #require(rows[start...].firstIndex { $0.hasPrefix("Locale") })
      return Array(rows[start..<end])
    }
    let (wide, narrow) = (try report(500), try report(columns))
    #expect(narrow.count > wide.count)
    func words(_ rows: [String]) -> [Substring] { rows.flatMap { $0.split(separator: " ") } }
    #expect(words(wide) == words(narrow))
    let titled = wide.map { $0.prefix(13) }
    for row in narrow {
      #expect(row.count < columns || words([row]).count == 1, "\(row)")
      #expect(
        titled.contains(row.prefix(13)) || row.hasPrefix(String(repeating: " ", count: 13)),
        "\(row)")
    }
  }

  @Test func `the report is not pushed out of a low window by the samples`() throws {
    let terminal = try doctor(on: kitty, rows: 20)
    try terminal.wait(for: "Any key")
    try terminal.drain()
    #expect(!terminal.text.contains("One sentence"))
    terminal.send(" ")
    try terminal.wait(for: "Which line")
    terminal.send("\u{3}")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func `the report says what was recognised and what follows`() throws {
    let terminal = try doctor(on: .konsole, ["--no-ask"])
    #expect(try terminal.waitForEnd() == 0)
    for words in ["Konsole 22.12.3", "by its name", "visual: ", "switched off", "xterm-256color"] {
      #expect(terminal.text.contains(words))
    }
    #expect(choices.isEmpty)
  }

  @Test func `a terminal whose switch serves needs no entry`() throws {
    defer { cleanUp() }
    let terminal = try doctor(on: .konsole)
    let off = try terminal.wait(for: FakeTerminal.konsole.off)
    try terminal.wait(for: "[y/n]", after: off)
    terminal.send("y")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.output.position(of: Array(FakeTerminal.konsole.undo.utf8), from: off) != nil)
    #expect(!choices.contains("Konsole"))
    #expect(terminal.modes.isCooked)
  }

  @Test func `the line that reads correctly is kept, and the reader draws so`() throws {
    defer { cleanUp() }
    let terminal = try doctor(on: try kitty)
    try terminal.wait(for: "for none)?")
    terminal.send("1")
    #expect(try terminal.waitForEnd() == 0)
    #expect(choices.contains("['kitty']\nbidi = \"visual\""))
    let reader = try RunningReader(on: try kitty, environment: environment)
    try reader.terminal.wait(for: "\u{FEDD}\u{FE8E}\u{FED7}")
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)

    let again = try doctor(on: try kitty)
    try again.wait(for: "for none)?")
    again.send("2")
    #expect(try again.waitForEnd() == 0)
    #expect(!choices.contains("kitty"))
  }

  @Test(arguments: ["\u{3}", "\u{4}"])
  func `Ctrl-C and Ctrl-D leave all as it was`(key: String) throws {
    let terminal = try doctor(on: try kitty)
    try terminal.wait(for: "for none)?")
    terminal.send(key)
    #expect(try terminal.waitForEnd() == 0)
    #expect(choices.isEmpty)
    #expect(terminal.modes.isCooked)
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGSEGV])
  func `a signal in the middle puts the terminal back`(signal: Int32) throws {
    let terminal = try doctor(on: .konsole)
    let off = try terminal.wait(for: FakeTerminal.konsole.off)
    try terminal.wait(for: "[y/n]", after: off)
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == 128 + signal)
    #expect(terminal.output.position(of: Array(FakeTerminal.konsole.undo.utf8), from: off) != nil)
    #expect(terminal.modes.isCooked)
  }

  @Test func `a multiplexer around which no line is right may be passed through`() throws {
    defer { cleanUp() }
    let screen = FakeTerminal(
      name: "screen", environment: ["TERM": "screen", "STY": "1.x", "KONSOLE_VERSION": "221203"])
    let terminal = try doctor(on: screen)
    try terminal.wait(for: "for none)?")
    terminal.send("0")
    try terminal.wait(for: "[y/n]")
    terminal.send("y")
    #expect(try terminal.waitForEnd() == 0)
    #expect(choices.contains("['screen in konsole']\nbidi = \"auto\"\npassthrough = true"))
    let reader = try RunningReader(on: screen, environment: environment)
    try reader.terminal.wait(for: "\u{1B}P\u{1B}]50;BidiRenderingEnabled=false\u{7}\u{1B}\\")
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
  }

  @Test(arguments: [
    ("['kitty']\nbidi = \"sideways\"\n", ":2:8:"), ("kitty = 1\n", ":1:1:"), ("[", ":1:2:"),
    ("['kitty']\nside = 1\n", ":2:1:"),
  ])
  func `a wrong file is said by line and mended by the doctor`(
    text: String, place: String
  ) throws {
    defer { cleanUp() }
    mkdir(folder, 0o700)
    _ = try home.file("rawi/terminals.toml", text.utf8)
    let reader = try RunningReader(on: try kitty, environment: environment)
    #expect(try reader.terminal.waitForEnd() == 78)
    #expect(reader.terminal.text.contains("terminals.toml\(place)"))
    let terminal = try doctor(on: try kitty)
    try terminal.wait(for: "for none)?")
    terminal.send("3")
    #expect(try terminal.waitForEnd() == 0)
    #expect(choices.contains("bidi = \"inverse\""))
  }
}
