/// A line of a list that a user keeps: columns with tabs between them.
///
/// Files of other systems are read as they are meant: blanks, a carriage return and a byte order mark
/// around a column count for nothing.
package struct UserListLine: Hashable, Sendable {
  /// The number of the line, from 1.
  package let number: Int
  /// The columns, one at least; the first is not empty.
  package let columns: [String]

  /// The line `text`, or `nil` where it says nothing: without a first column, or a comment, which
  /// begins with `#`.
  package init?(_ text: Substring, number: Int = 1) {
    let columns = text.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
    guard let first = columns.first, !first.isEmpty, !first.hasPrefix("#") else { return nil }
    self.number = number
    self.columns = columns
  }

  /// The column with the number `index`, from 0; empty where there is none.
  package subscript(index: Int) -> String { index < columns.count ? columns[index] : "" }

  /// The lines of `text` that say something.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func all(in text: String) -> [UserListLine] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .compactMap { UserListLine($1, number: $0 + 1) }
  }

  private static func trimmed(_ column: Substring) -> String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\u{FEFF}" || $0 == "\r" }
    return String(column.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
