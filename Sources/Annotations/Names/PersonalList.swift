/// Something that a person has taught.
///
/// Kept as text for people: an entry a line, fields with tabs between them. A line that begins with `#`
/// is a comment, and so switched off.
package protocol PersonalList: Hashable, Sendable {
  /// The name of the file that keeps it, in the data folder.
  static var fileName: String { get }

  /// The list of `text`, the content of the file.
  init(text: String)

  /// The content of the file; comments stay as they were.
  var text: String { get }

  /// Learns from corrections that hold everywhere, and forgets those that were taken back.
  ///
  /// - Returns: whether anything has changed.
  mutating func learn(from items: [JournalItem]) -> Bool
}

/// The lines of a personal list.
struct PersonalLines: Hashable, Sendable {
  private(set) var lines: [String]

  init(text: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  /// The fields of `line`, two at least, or `nil` where it is a comment or no entry.
  static func fields(_ line: String) -> [String]? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count >= 2, !line.hasPrefix("#"), !fields[0].isEmpty else { return nil }
    return fields
  }

  /// Removes the entry `fields` where it stands like that.
  mutating func forget(_ fields: [String]) {
    lines.removeAll { $0 == fields.joined(separator: "\t") }
  }

  /// Puts the entry `fields` in the place of those that say something else of the same words.
  mutating func learn(_ fields: [String]) {
    lines.removeAll { Self.fields($0)?[0] == fields[0] }
    lines.append(fields.joined(separator: "\t"))
  }

  /// `text` as a field: its words with one blank between them.
  static func field(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
