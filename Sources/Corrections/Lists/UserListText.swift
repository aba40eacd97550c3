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

  /// Removes the entry `columns`, wherever it was learnt.
  mutating func forget(_ columns: [String]) {
    let entry = columns.joined(separator: "\t")
    lines.removeAll { $0 == entry || $0.hasPrefix(entry + "\t") }
  }

  /// Removes what the list says of `words`.
  ///
  /// - Returns: how many entries that were.
  package mutating func forget(words: String) -> Int {
    lines.removeAll { UserListLine($0[...])?[0] == UserList.column(words) }
  }

  /// Puts the entry `columns` in the place of those that say something else of the same words.
  ///
  /// - Parameters:
  ///   - columns: what is learnt.
  ///   - origin: when, and from which article, in columns of their own; none where that is not known.
  mutating func learn(_ columns: [String], from origin: [String] = []) {
    lines.removeAll { UserListLine($0[...])?[0] == columns[0] }
    lines.append((columns + origin).joined(separator: "\t"))
  }
}
