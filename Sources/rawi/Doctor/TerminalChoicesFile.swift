import CursesTerminal
import Interface
import Platform
import Reader
import Screen

/// The file in which `rawi doctor` keeps what was chosen for each terminal.
struct TerminalChoicesFile {
  typealias Choices = [TerminalIdentity: DrawingChoices.Remembered]

  /// Why the file is of no use.
  enum Problem: Error {
    /// Something in it has no meaning.
    case wrongValue(file: String, TOML.Position, allowed: String)
    /// It cannot be written, or not be read before that.
    case notWritten(FileError)
    /// There is no folder for it.
    case noFolder
  }

  /// `$XDG_CONFIG_HOME/rawi/terminals.toml`, by default in `~/.config`; `nil` without a home.
  let path: String?

  init(environment: [String: String] = ProcessEnvironment.variables) {
    path = UserFolder.configuration.path(of: "terminals.toml", environment)
  }

  /// What was chosen; nothing where there is no file.
  ///
  /// - Throws: `FileError` where it cannot be read; `TOMLError` or ``Problem`` with file, line and
  ///   column.
  func read() throws -> Choices {
    guard let path else { return [:] }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try WholeFile.bytes(of: path, limit: 1 << 20) } catch {
      guard error.reason == .missing else { throw error }
      return [:]
    }
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

  /// Keeps `choice` for the terminal `identity` beside those for others, or forgets it where it is
  /// `nil`; of two programs that do so at once both are kept.
  ///
  /// A file with mistakes in it is replaced, one that cannot be read is not.
  func keep(
    _ choice: DrawingChoices.Remembered?, for identity: TerminalIdentity
  ) throws(Problem) {
    guard let path else { throw .noFolder }
    do throws(FileError) {
      try Folder.make(FilePath.folder(of: path))
      let lock = try FolderLock(.exclusive, folderOf: path)
      defer { lock.release() }
      var choices = try readMended()
      choices[identity] = choice
      try FileReplacement.replace(path, with: Self.text(of: choices), isDurable: true)
    } catch {
      throw .notWritten(error)
    }
  }

  /// What was chosen; nothing where the file has mistakes in it.
  private func readMended() throws(FileError) -> Choices {
    do { return try read() } catch {
      if let error = error as? FileError { throw error }
      return [:]
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
}
