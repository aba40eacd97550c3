import Glibc
import TestSupport
import Testing

/// Copying by a program of the desktop.
struct ClipboardTests {
  private static let tool = """
    #!/bin/sh
    echo "$0 $*" > "$FOLDER/called.part"
    /bin/cat >> "$FOLDER/called.part"
    /bin/mv "$FOLDER/called.part" "$FOLDER/called"
    """

  /// Copies the first paragraph of an article where the tools of `names` are installed; what the one
  /// that was called was given.
  private func copy(tools names: [String], session: [String: String]) throws -> String {
    let folder = try TemporaryFolder()
    for name in names {
      let path = try folder.file(name, Self.tool.utf8)
      chmod(path, 0o755)
    }
    let article = try folder.file("article.txt", "عنوان المقال\nنص.\n".utf8)
    let terminal = try PseudoTerminal()
    let environment = BuiltProgram.environment.merging([
      "PATH": folder.path, "FOLDER": folder.path, "TERM": "xterm-256color",
    ]) { $1 }.merging(session) { $1 }
    try terminal.run(BuiltProgram.path("rawi"), [article], environment: environment)
    terminal.send("y")
    try terminal.wait(for: "\u{1B}]52;c;")
    let called = folder.path + "/called"
    let deadline = ContinuousClock.now + PseudoTerminal.hangGuard
    while access(called, R_OK) != 0, !session.isEmpty, ContinuousClock.now < deadline {
      terminal.pump(.milliseconds(10))
    }
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
    guard access(called, R_OK) == 0 else { return "" }
    return String(decoding: try TemporaryFolder.read(called), as: UTF8.self)
      .replacing(folder.path + "/", with: "")
  }

  @Test func `the tool of the session is given the text`() throws {
    let all = ["wl-copy", "xclip", "xsel"]
    #expect(
      try copy(tools: all, session: ["WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"])
        == "wl-copy \nعنوان المقال")
    #expect(
      try copy(tools: all, session: ["DISPLAY": ":0"])
        == "xclip -selection clipboard\nعنوان المقال")
    #expect(
      try copy(tools: ["xsel"], session: ["DISPLAY": ":0"])
        == "xsel --clipboard --input\nعنوان المقال")
  }

  @Test func `without a desktop or a tool only the terminal is told`() throws {
    #expect(try copy(tools: ["xclip"], session: [:]) == "")
  }
}
