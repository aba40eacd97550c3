import Glibc

/// What stands in the place of a path for a text that is piped into the program, so that what is kept of it
/// while it grows is told from what is kept of others.
package enum StreamKey {
  /// No path from the root begins so.
  private static let mark = "| "

  /// What a person is told of it: where the text came from.
  private static let name = "standard input"

  /// A key that no other stream has.
  package static func make() -> String { "\(mark)\(getpid()) \(Timestamp.next().milliseconds)" }

  /// Whether `path` is a key and no path.
  package static func isKey(_ path: String) -> Bool { path.hasPrefix(mark) }

  /// What is shown for `path`, where that is a key; `nil` where it is a path.
  static func name(of path: String) -> String? { isKey(path) ? name : nil }
}
