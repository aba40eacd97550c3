import ArabicAnalysis
import ArabicText
import Documents

/// The text of a list that the user keeps and that learns from corrections.
///
/// An entry a line, columns with tabs between them. A line that begins with `#` is a comment, and so
/// switched off. All that the user has written stays as it is.
package struct UserListText: Hashable, Sendable {
  private var lines: [String]

  /// The list of `text`, the content of its file.
  package init(_ text: String = "") {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
  }

  /// The text of a list of `bytes`, in the charset that they tell, as that of an article.
  ///
  /// - Complexity: O(*n*).
  package static func decoded(_ bytes: [UInt8]) -> String {
    do throws(DocumentError) {
      let text = try DocumentLoader.document(ofStream: bytes, isWhole: true).text
      return text.string(in: text.span)
    } catch {
      // Nothing, or no text: then its lines are none that can be used.
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The content of the file.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// Removes the entry `columns`, wherever it was learnt.
  mutating func forget(_ columns: [String]) {
    let entry = columns.joined(separator: "\t")
    lines.removeAll { $0 == entry || $0.hasPrefix(entry + "\t") }
  }

  /// Removes what the list says of `words`.
  ///
  /// - Returns: how many entries that were.
  package mutating func forget(words: String) -> Int {
    let before = lines.count
    lines.removeAll { UserListLine($0[...])?[0] == UserList.column(words) }
    return before - lines.count
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
