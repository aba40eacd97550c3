/// A folder of the user's, in which a program keeps a kind of its files.
///
/// Source: XDG Base Directory Specification, version 0.8.
package enum UserFolder: Hashable, Sendable, CaseIterable {
  /// What the user has set and may edit: XDG_CONFIG_HOME, else `~/.config`.
  case configuration
  /// What must not be lost: XDG_DATA_HOME, else `~/.local/share`.
  case data
  /// What is convenient to find again: XDG_STATE_HOME, else `~/.local/state`.
  case state
  /// What can be made again at any time: XDG_CACHE_HOME, else `~/.cache`.
  case cache

  private var variable: String {
    switch self {
    case .configuration: "XDG_CONFIG_HOME"
    case .data: "XDG_DATA_HOME"
    case .state: "XDG_STATE_HOME"
    case .cache: "XDG_CACHE_HOME"
    }
  }

  private var place: String {
    switch self {
    case .configuration: "/.config"
    case .data: "/.local/share"
    case .state: "/.local/state"
    case .cache: "/.cache"
    }
  }

  /// The absolute path of the folder, without a slash at its end.
  ///
  /// It is `nil` where neither its variable nor HOME is an absolute path. Nothing is looked up or made.
  package func path(_ environment: [String: String]) -> String? {
    Self.absolute(environment[variable]) ?? Self.absolute(environment["HOME"]).map { $0 + place }
  }

  /// The path of `name` in this program's part of the folder, `rawi`.
  package func path(of name: String, _ environment: [String: String]) -> String? {
    path(environment).map { "\($0)/rawi/\(name)" }
  }

  /// `value` without slashes at its end, or `nil` unless it is an absolute path.
  private static func absolute(_ value: String?) -> String? {
    guard var path = value, path.hasPrefix("/") else { return nil }
    while path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
