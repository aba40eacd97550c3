import Glibc
import TestSupport
import Testing

/// The real program inside multiplexers and on terminals that cannot be switched.
@Suite(.serialized) struct MultiplexerTests {
  /// The first word of the article from its first letter on, and the second's first letter.
  private static let firstWord = "\u{FED7}\u{FE8E}\u{FEDD}"
  private static let inLogicalOrder = firstWord + " \u{FE8D}"
  private static let inVisualOrder = "\u{FEDD}\u{FE8E}\u{FED7}"

  private static let tmux = FakeTerminal(
    name: "tmux", environment: ["TERM": "tmux-256color", "TMUX": "/tmp/none,1,0"],
    version: "tmux 3.3a")
  private static let screen = FakeTerminal(
    name: "screen", environment: ["TERM": "screen", "STY": "1.pts-0.host"])

  /// A tmux that says what its client is, and writes down the options that are set.
  private func folder(termtype: String, termname: String = "xterm-256color") throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    // The process of the client: the program itself, for its variables.
    let script = """
      #!/bin/sh
      case "$1" in
      display-message) printf '%s\\n%s\\n%s\\n' '\(termtype)' '\(termname)' "$PPID" ;;
      *) echo "$@" >> "\(folder.path)/set" ;;
      esac
      """
    chmod(try folder.file("tmux", script.utf8), 0o755)
    return folder
  }

  private func path(_ folder: TemporaryFolder) -> [String: String] {
    ["PATH": "\(folder.path):/usr/bin:/bin"]
  }

  private func quit(_ reader: RunningReader) throws {
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
  }

  @Test func `kitty is sent each word turned round`() throws {
    let kitty = try #require(FakeTerminal.left.first { $0.name == "kitty" })
    let reader = try RunningReader(on: kitty)
    try reader.terminal.wait(for: Self.firstWord)
    try quit(reader)
    reader.expectRestored(kitty)
    #expect(reader.count(of: Self.inLogicalOrder) == 0)
  }

  @Test func `in tmux inside VTE rows are sent for VTE to reorder`() throws {
    let folder = try folder(termtype: "")
    let environment = path(folder).merging(["VTE_VERSION": "7006"]) { $1 }
    let reader = try RunningReader(on: Self.tmux, environment: environment)
    try reader.terminal.wait(for: Self.inLogicalOrder)
    try quit(reader)
    reader.expectRestored(Self.tmux)
    #expect(reader.count(of: "Ptmux;") == 0)
  }

  @Test(arguments: ["XTerm(379)", "foot(1.13.1)"])
  func `in tmux inside a terminal that does not reorder rows are sent as they look`(
    termtype: String
  ) throws {
    let folder = try folder(termtype: termtype)
    // The variable is left from the terminal that tmux was started in.
    let environment = path(folder).merging(["VTE_VERSION": "7006"]) { $1 }
    let reader = try RunningReader(on: Self.tmux, environment: environment)
    try reader.terminal.wait(for: Self.inVisualOrder)
    try quit(reader)
    reader.expectRestored(Self.tmux)
  }

  @Test(arguments: [0, SIGTERM, SIGSEGV])
  func `a switch through tmux is allowed, sent and undone`(signal: Int32) throws {
    let folder = try folder(termtype: "Konsole 22.12.3")
    var tmux = Self.tmux
    tmux.off = "\u{1B}Ptmux;\u{1B}\u{1B}]50;BidiRenderingEnabled=false\u{7}\u{1B}\\"
    tmux.undo = "\u{1B}Ptmux;\u{1B}\u{1B}]50;BidiRenderingEnabled=true\u{7}\u{1B}\\"
    let reader = try RunningReader(
      on: tmux, options: ["--tmux-passthrough", "on"], environment: path(folder))
    try reader.terminal.wait(for: Self.inVisualOrder)
    if signal == 0 {
      try quit(reader)
    } else {
      reader.terminal.signal(signal)
      #expect(try reader.terminal.waitForEnd() == 128 + signal)
    }
    reader.expectRestored(tmux)
    let options = try TemporaryFolder.read(folder.path + "/set")
    #expect(String(decoding: options, as: UTF8.self) == "set-option -p allow-passthrough on\n")
  }

  @Test func `a stop undoes the switch through tmux and a continuation sends it again`() throws {
    let folder = try folder(termtype: "")
    let reader = try RunningReader(
      on: Self.tmux, options: ["--tmux-passthrough", "on"],
      environment: path(folder).merging(["VTE_VERSION": "7006"]) { $1 })
    let (off, undo) = ("\u{1B}\u{1B}[200H\u{1B}\u{1B}[8l", "\u{1B}\u{1B}[200H\u{1B}\u{1B}[8h")
    try reader.terminal.wait(for: Self.inVisualOrder)
    reader.terminal.signal(SIGTSTP)
    try reader.terminal.waitForStop()
    #expect(reader.endsWith(off, before: undo))
    let stopped = reader.output.count
    reader.terminal.signal(SIGCONT)
    try reader.terminal.wait(for: off, after: stopped)
    try quit(reader)
    #expect(reader.endsWith(off, before: undo))
    #expect(reader.terminal.modes == reader.modesBefore)
  }

  @Test func `GNU screen inside VTE passes the switch where that is wanted`() throws {
    let environment = ["VTE_VERSION": "7006"]
    let plain = try RunningReader(on: Self.screen, environment: environment)
    try plain.terminal.wait(for: Self.inLogicalOrder)
    try quit(plain)
    plain.expectRestored(Self.screen)

    var switched = Self.screen
    switched.off = "\u{1B}P\u{1B}[8l\u{1B}[?1243l\u{1B}\\"
    switched.undo = "\u{1B}P\u{1B}[8h\u{1B}[?1243h\u{1B}\\"
    let reader = try RunningReader(
      on: switched, options: ["--tmux-passthrough", "on"], environment: environment)
    try reader.terminal.wait(for: Self.inVisualOrder)
    try quit(reader)
    reader.expectRestored(switched)
  }
}
