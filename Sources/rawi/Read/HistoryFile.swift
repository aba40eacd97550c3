import CursesTerminal
import Glibc
import Reader

/// The file in which lines that were typed are kept for the next start.
///
/// It is lost without harm: what cannot be read or written is passed over.
struct HistoryFile {
  /// `$XDG_STATE_HOME/rawi/history`, by default in `~/.local/state`; `nil` without a home.
  private let path: String?

  init(environment: [String: String] = ProcessEnvironment.variables) {
    let own = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/state" : nil }
    path = (own ?? home).map { $0 + "/rawi/history" }
  }

  /// The lines that were kept.
  func read() -> History {
    History(lines.compactMap { History.Entry(line: $0) })
  }

  /// Adds a line; programs that run at the same time do not hurt each other's lines.
  func add(_ entry: History.Entry) {
    guard let path, !entry.line.contains(where: \.isNewline) else { return }
    makeFolders(of: path)
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC
    let file = open(path, flags, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = Array((entry.line + "\n").utf8)
    _ = write(file, bytes, bytes.count)
  }

  /// Leaves the last lines where the file has grown to twice of what is kept.
  func shorten() {
    let lines = lines
    guard let path, lines.count > 2 * History.capacity else { return }
    let part = "\(path).\(getpid())"
    let text = lines.suffix(History.capacity).joined(separator: "\n") + "\n"
    guard let file = fopen(part, "w") else { return }
    let isWritten = fputs(text, file) >= 0
    if fclose(file) != 0 || !isWritten || rename(part, path) != 0 { unlink(part) }
  }

  private var lines: [Substring] {
    guard let path, let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
  }

  private func makeFolders(of path: String) {
    let parts = path.split(separator: "/").dropLast()
    for count in 1...max(1, parts.count) {
      mkdir("/" + parts.prefix(count).joined(separator: "/"), 0o700)
    }
  }
}
