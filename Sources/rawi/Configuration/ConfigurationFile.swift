import CursesTerminal
import Interface
import Platform
import Reader

/// The file in which a person keeps keys and settings.
struct ConfigurationFile {
  /// `$XDG_CONFIG_HOME/rawi/config.toml`, by default in `~/.config`; `nil` without a home.
  let path: String?

  init(environment: [String: String] = ProcessEnvironment.variables) {
    path = UserFolder.configuration.path(of: "config.toml", environment)
  }

  private static let chosen = Result { () throws(ConfigurationError) in
    try ConfigurationFile().read()
  }

  /// What the person who runs the program has chosen.
  ///
  /// The file is read once, when it is first asked for: all parts of a run go by the same words, though the
  /// file may be edited meanwhile.
  ///
  /// - Throws: as ``read()``.
  static func configuration() throws(ConfigurationError) -> Configuration { try chosen.get() }

  /// What was chosen; nothing where there is no file.
  ///
  /// - Throws: `ConfigurationError` with file, line and column.
  func read() throws(ConfigurationError) -> Configuration {
    guard let path else { return Configuration() }
    let bytes: [UInt8]
    // No person writes so much.
    do throws(FileError) { bytes = try WholeFile.bytes(of: path, limit: 4 << 20) } catch {
      guard error.reason == .missing else {
        throw ConfigurationError(file: path, problem: .unreadable(error.reason))
      }
      return Configuration()
    }
    return try Configuration(bytes, file: path)
  }
}
