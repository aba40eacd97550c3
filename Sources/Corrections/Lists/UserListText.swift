import ArabicAnalysis
import Documents

/// The text of a list that the user keeps and that learns from corrections.
///
/// An entry a line, columns with tabs between them. A line that begins with `#` is a comment, and so
/// switched off. All that the user has written stays as it is, in the charset of the file.
package struct UserListText: Hashable, Sendable {
  private var lines: StoredLines

  /// The list of `text`.
  package init(_ text: String = "") { self.init(bytes: Array(text.utf8)) }

  /// The list of `bytes`, the content of its file.
  package init(bytes: [UInt8]) { lines = StoredLines(bytes) }

  /// The text of a list of `bytes`, in the charset that they tell, as that of an article.
  ///
  /// - Complexity: O(*n*).
  package static func decoded(_ bytes: [UInt8]) -> String { StoredLines.text(of: bytes) }

  /// The lines of the list.
  package var text: String { lines.texts.map { $0 + "\n" }.joined() }

  /// The content of the file.
  package var bytes: [UInt8] { lines.bytes }

  /// Begins a line that a lesson has taken the place of, so that it can be switched on again.
  private static let replaced = "#- "

  /// Takes the lesson `columns` back, wherever it was learnt: what it had replaced is switched on again.
  mutating func forget(_ columns: [String]) {
    let entry = columns.joined(separator: "\t")
    let isEntry = { (line: String) in line == entry || line.hasPrefix(entry + "\t") }
    guard lines.removeAll(where: isEntry) > 0 else {
      // Another lesson has replaced it since: then that one has nothing to go back to.
      lines.removeAll { isEntry(Self.replacedLine($0) ?? "") }
      return
    }
    let texts = lines.texts
    let before = texts.lastIndex {
      Self.replacedLine($0).map { Self.says($0, of: columns[0]) } ?? false
    }
    if let before, let line = Self.replacedLine(texts[before]) { lines.replace(before, with: line) }
  }

  /// Removes what the list says of `words`, and what it said before.
  ///
  /// - Returns: how many entries that were.
  package mutating func forget(words: String) -> Int {
    let words = UserList.column(words)
    let count = lines.removeAll { Self.says($0, of: words) }
    lines.removeAll { Self.replacedLine($0).map { Self.says($0, of: words) } ?? false }
    return count
  }

  /// Puts the entry `columns` in the place of those that say something else of the same words, which are
  /// switched off.
  ///
  /// - Parameters:
  ///   - columns: what is learnt.
  ///   - origin: when, and from which article, in columns of their own; none where that is not known.
  mutating func learn(_ columns: [String], from origin: [String] = []) {
    for (index, line) in lines.texts.enumerated() where Self.says(line, of: columns[0]) {
      lines.replace(index, with: Self.replaced + line)
    }
    lines.append((columns + origin).joined(separator: "\t"))
  }

  private static func says(_ line: String, of words: String) -> Bool {
    UserListLine(line[...])?[0] == words
  }

  /// The line that `line` says a lesson has replaced.
  private static func replacedLine(_ line: String) -> String? {
    line.hasPrefix(replaced) ? String(line.dropFirst(replaced.count)) : nil
  }
}
