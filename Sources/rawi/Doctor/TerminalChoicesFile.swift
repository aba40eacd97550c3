import CursesTerminal
import Glibc
import Interface
import Reader

/// The file in which `rawi doctor` keeps what was chosen for each terminal.
struct TerminalChoicesFile {
  typealias Choices = [TerminalIdentity: DrawingChoices.Remembered]

  /// Why the file is of no use.
  enum Problem: Error {
    /// Something in it has no meaning.
    case wrongValue(file: String, TOML.Position, allowed: String)
    /// It cannot be written; what the system says.
    case notWritten(file: String, String)
    /// There is no folder for it.
    case noFolder
  }

  /// `$XDG_CONFIG_HOME/rawi/terminals.toml`, by default in `~/.config`; `nil` without a home.
  let path: String?

  init(environment: [String: String] = ProcessEnvironment.variables) {
    let own = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.config" : nil }
    path = (own ?? home).map { $0 + "/rawi/terminals.toml" }
  }

  /// What was chosen; nothing where there is no file.
  ///
  /// - Throws: `TOMLError` or ``Problem`` with file, line and column.
  func read() throws -> Choices {
    guard let path, let bytes = Self.bytes(of: path) else { return [:] }
    var choices: Choices = [:]
    for entry in try TOML.read(bytes, file: path).entries {
      guard case .table(let table) = entry.value.content else {
        throw Problem.wrongValue(file: path, entry.key.position, allowed: "[\"terminal\"]")
      }
      choices[TerminalIdentity(entry.key.name)] = try choice(table, path)
    }
    return choices
  }

  private func choice(
    _ table: TOML.Table, _ path: String
  ) throws -> DrawingChoices.Remembered {
    var choice = DrawingChoices.Remembered()
    for entry in table.entries {
      switch (entry.key.name, entry.value.content) {
      case ("bidi", .string(let word)):
        guard let mode = BidiMode(rawValue: word) else {
          let words = BidiMode.allCases.map(\.rawValue).joined(separator: ", ")
          throw Problem.wrongValue(file: path, entry.value.position, allowed: words)
        }
        choice.bidi = mode
      case ("passthrough", .boolean(let isAllowed)): choice.passthrough = isAllowed
      default:
        throw Problem.wrongValue(
          file: path, entry.key.position,
          allowed: "bidi = \"…\", passthrough = true, passthrough = false")
      }
    }
    return choice
  }

  /// Keeps `choices`; the file is replaced at once or not at all.
  func write(_ choices: Choices) throws(Problem) {
    guard let path else { throw .noFolder }
    makeFolders(of: path)
    let (bytes, part) = (Array(Self.text(of: choices).utf8), path + ".part")
    guard let file = fopen(part, "w") else {
      throw .notWritten(file: path, String(cString: strerror(errno)))
    }
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    guard fclose(file) == 0, isWritten, rename(part, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(part)
      throw .notWritten(file: path, reason)
    }
  }

  private static func text(of choices: Choices) -> String {
    let header = "# How right-to-left text is drawn in each terminal; written by `rawi doctor`.\n"
    return choices.sorted { $0.key.description < $1.key.description }.reduce(into: header) {
      text, choice in
      // Names hold letters, spaces, "-", "_" and "."; whoever writes others by hand loses them.
      let name = choice.key.description.filter { $0 != "'" && !$0.isNewline }
      text += "\n['\(name)']\nbidi = \"\(choice.value.bidi.rawValue)\"\n"
      if choice.value.passthrough { text += "passthrough = true\n" }
    }
  }

  private func makeFolders(of path: String) {
    let parts = path.split(separator: "/").dropLast()
    for count in 1...max(1, parts.count) {
      mkdir("/" + parts.prefix(count).joined(separator: "/"), 0o700)
    }
  }

  private static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return ferror(file) == 0 ? Array(bytes[..<count]) : nil
  }
}
