import CursesTerminal
import Glibc

/// A file of what is convenient to find again and lost without harm.
struct StateFile {
  /// `$XDG_STATE_HOME/rawi/NAME`, by default in `~/.local/state`; `nil` without a home.
  let path: String?

  /// The file called `name`.
  init(_ name: String, environment: [String: String] = ProcessEnvironment.variables) {
    let own = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/state" : nil }
    path = (own ?? home).map { "\($0)/rawi/\(name)" }
  }

  /// Its lines, of the first megabyte; none where it cannot be read.
  var lines: [Substring] {
    guard let path, let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
  }

  /// Adds a line; programs that run at the same time do not hurt each other's lines.
  func append(_ line: String) {
    guard let path else { return }
    makeFolders()
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC
    let file = open(path, flags, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = Array((line + "\n").utf8)
    _ = write(file, bytes, bytes.count)
  }

  /// Puts `text` in the place of what it holds, at once or not at all.
  func replace(with text: String) {
    guard let path else { return }
    makeFolders()
    let part = "\(path).\(getpid())"
    guard let file = fopen(part, "w") else { return }
    let isWritten = fputs(text, file) >= 0
    if fclose(file) != 0 || !isWritten || rename(part, path) != 0 { unlink(part) }
  }

  private func makeFolders() {
    let parts = (path ?? "").split(separator: "/").dropLast()
    for count in 1...max(1, parts.count) {
      mkdir("/" + parts.prefix(count).joined(separator: "/"), 0o700)
    }
  }
}
