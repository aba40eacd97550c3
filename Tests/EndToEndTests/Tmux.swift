import Glibc
import TestSupport

/// A program running in a tmux of its own, seen through `capture-pane`.
final class Tmux {
  static let path: String? = ["/usr/bin/tmux", "/usr/local/bin/tmux"].first { path in
    access(path, X_OK) == 0
  }

  private let folder: TemporaryFolder

  /// Runs `command` in a terminal of the given size.
  init(_ command: [String], columns: Int, rows: Int) throws {
    folder = try TemporaryFolder()
    let words = command.map { "'" + $0.split(separator: "'").joined(separator: "'\\''") + "'" }
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      words.joined(separator: " "))
  }

  deinit { _ = try? tmux("kill-server") }

  /// The rows of the screen from the top, as terminal cells from the left.
  func screen() throws -> [String] {
    try tmux("capture-pane", "-p").text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }

  /// Presses keys as tmux names them.
  func press(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", key) }
  }

  /// Pastes `text` as a person does, in brackets where the program has asked for them.
  func paste(_ text: String) throws {
    try tmux("set-buffer", "--", text)
    try tmux("paste-buffer", "-p")
  }

  /// The screen when `condition` holds of it, or the last one after the time of a hanging test.
  ///
  /// It may be looked at while it is drawn: what counts is one that stays for three looks.
  func screen(when condition: ([String]) -> Bool) throws -> [String] {
    var rows = try screen()
    var looks = 0
    try wait {
      let last = rows
      rows = try screen()
      looks = rows == last && condition(rows) ? looks + 1 : 0
      return looks == 2
    }
    return rows
  }

  /// Waits for the program to end; `false` where it does not.
  func ends() throws -> Bool {
    var hasEnded = false
    try wait {
      hasEnded = try tmux("has-session").status != 0
      return hasEnded
    }
    return hasEnded
  }

  private func wait(until condition: () throws -> Bool) throws {
    let deadline = ContinuousClock.now + PseudoTerminal.hangGuard
    while try !condition(), ContinuousClock.now < deadline { usleep(20_000) }
  }

  @discardableResult private func tmux(_ arguments: String...) throws -> ChildProcess.Result {
    try ChildProcess.run(Self.path ?? "tmux", ["-u", "-S", folder.path + "/socket"] + arguments)
  }
}
