/// The variables that a process was started with.
package enum ProcessEnvironment {
  /// All variables of this program by name; of a name that is set twice, the first.
  package static let variables: [String: String] = variables(ofProcess: "self") ?? [:]

  /// The variables that another process was started with, by its number or `self`; `nil` where they
  /// cannot be read.
  package static func variables(ofProcess process: String) -> [String: String]? {
    // Linux takes no more than 6 MiB of arguments and variables (execve(2)).
    guard let bytes = try? WholeFile.bytes(of: "/proc/\(process)/environ", limit: 8 << 20) else {
      return nil
    }
    let pairs = bytes.split(separator: 0).compactMap { entry -> (String, String)? in
      guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      return (
        String(decoding: entry[..<equals], as: UTF8.self),
        // Folders among them may have names that are no UTF-8.
        FilePath.string(entry[(equals + 1)...])
      )
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
