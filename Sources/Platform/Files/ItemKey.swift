/// What stands in the place of a path for one of several articles in a file, so that what is kept of it is found again
/// when its words are others.
package enum ItemKey {
  /// A ``StreamKey`` has a number here.
  private static let mark = "| item\n"

  /// The key of the article in the file at `path` that calls itself `name`.
  package static func make(_ path: String, _ name: String) -> String {
    "\(mark)\(path)\n\(name.replacing("\n", with: " "))"
  }

  /// The path of the file that `key` is of; `nil` of what is no such key.
  package static func path(of key: String) -> String? {
    guard key.hasPrefix(mark), let end = key.lastIndex(of: "\n") else { return nil }
    let path = key.dropFirst(mark.count)
    return path.startIndex <= end ? String(path[..<end]) : nil
  }
}
