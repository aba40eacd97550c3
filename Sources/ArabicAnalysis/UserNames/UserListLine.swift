/// A line of a list that a user keeps: columns with tabs between them.
///
/// Files of other systems are read as they are meant: whatever blanks, a carriage return and a byte order
/// mark around a column count for nothing, and those between its words, however many, for one blank.
package struct UserListLine: Hashable, Sendable {
  /// The number of the line, from 1.
  package let number: Int
  /// The columns, one at least; not all are empty.
  package let columns: [String]

  /// The line `text`, or `nil` where it says nothing: without any column, or a comment, which begins
  /// with `#`.
  package init?(_ text: some StringProtocol, number: Int = 1) {
    self.init(utf8: Array(text.utf8)[...], number: number)
  }

  private init?(utf8 line: ArraySlice<UInt8>, number: Int) {
    let columns = line.split(separator: 0x09, omittingEmptySubsequences: false).map(Self.column)
    guard let first = columns.first, !first.hasPrefix("#"), columns.contains(where: { $0 != "" })
    else { return nil }
    self.number = number
    self.columns = columns
  }

  /// The column with the number `index`, from 0; empty where there is none.
  package subscript(index: Int) -> String { index < columns.count ? columns[index] : "" }

  /// The lines of `text` that say something.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func all(in text: String) -> [UserListLine] {
    var lines: [UserListLine] = []
    var number = 0
    var last: UInt8 = 0
    let bytes = Array(text.utf8)
    var start = 0
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : 0x0A
      defer { last = byte }
      guard byte == 0x0A || byte == 0x0D else { continue }
      // Of CR LF the first has ended the line.
      if byte == 0x0A, last == 0x0D, start == index {
        start = index + 1
        continue
      }
      number += 1
      if let line = UserListLine(utf8: bytes[start..<index], number: number) { lines.append(line) }
      start = index + 1
    }
    return lines
  }

  /// The words of `bytes` with one blank between them.
  private static func column(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard mayHaveOtherBlanks(bytes) else { return text }
    return text.unicodeScalars
      .split { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
      .map { String($0) }.joined(separator: " ")
  }

  /// Whether there may be blanks but single ones between words: hardly ever, and they are looked for
  /// letter by letter.
  private static func mayHaveOtherBlanks(_ bytes: ArraySlice<UInt8>) -> Bool {
    var last: UInt8 = 0x20
    for byte in bytes {
      switch byte {
      case 0x20 where last == 0x20: return true
      // Controls, and the lead bytes of U+0085 and U+00A0, of U+1680 to U+3000, and of U+FEFF.
      case 0x00..<0x20, 0xC2, 0xE1...0xE3, 0xEF: return true
      default: last = byte
      }
    }
    return last == 0x20
  }
}
