import Glibc

/// The variables that the program was started with.
package enum ProcessEnvironment {
  /// All variables by name; of a name that is set twice, the first.
  package static var variables: [String: String] { variables(ofProcess: "self") ?? [:] }

  /// The variables that another process was started with, or `nil` where they cannot be read.
  static func variables(ofProcess process: String) -> [String: String]? {
    guard let file = fopen("/proc/\(process)/environ", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    let pairs = bytes.split(separator: 0).compactMap { entry -> (String, String)? in
      guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      return (
        String(decoding: entry[..<equals], as: UTF8.self),
        String(decoding: entry[(equals + 1)...], as: UTF8.self)
      )
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

/// The locale of the C library, by which curses encodes letters.
enum Locale {
  /// How the locale encodes letters: "UTF-8".
  static var codeset: String {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
  }

  /// Uses the user's locale; where it is not UTF-8 (LC_ALL=C), C.UTF-8 for letters, as each Arabic
  /// letter would become a blank without any call failing.
  static func useUTF8() {
    setlocale(LC_ALL, "")
    if codeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }
}
