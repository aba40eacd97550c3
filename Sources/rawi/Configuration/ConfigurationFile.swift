import CursesTerminal
import Glibc
import Interface
import Reader

/// The file in which a person keeps keys and settings.
struct ConfigurationFile {
  /// `$XDG_CONFIG_HOME/rawi/config.toml`, by default in `~/.config`; `nil` without a home.
  let path: String?

  init(environment: [String: String] = ProcessEnvironment.variables) {
    let own = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.config" : nil }
    path = (own ?? home).map { $0 + "/rawi/config.toml" }
  }

  /// What was chosen; nothing where there is no file.
  ///
  /// - Throws: `ConfigurationError` with file, line and column.
  func read() throws(ConfigurationError) -> Configuration {
    guard let path else { return Configuration() }
    guard let file = fopen(path, "r") else {
      if errno == ENOENT || errno == ENOTDIR { return Configuration() }
      throw unreadable(path)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
      // No person writes so much; a device would never end.
      guard bytes.count < 1 << 22 else { throw unreadable(path, EFBIG) }
    }
    guard ferror(file) == 0 else { throw unreadable(path) }
    return try Configuration(bytes, file: path)
  }

  private func unreadable(_ path: String, _ number: Int32 = errno) -> ConfigurationError {
    ConfigurationError(file: path, problem: .unreadable(String(cString: strerror(number))))
  }
}
