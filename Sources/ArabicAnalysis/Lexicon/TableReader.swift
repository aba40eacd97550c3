import CBuiltInData
import EntityModel

/// Reads a built-in table: a row a line, columns separated by tabs, comments after "#".
struct TableReader {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ data: rawi_data) {
    bytes = UnsafeBufferPointer(start: data.bytes, count: data.count)
  }

  /// Calls `body` with the columns of each row.
  func forEachRow(_ body: ([Substring]) -> Void) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let text = String(decoding: line, as: UTF8.self)
      body(text.split(separator: "\t", omittingEmptySubsequences: false))
    }
  }
}

extension NameKey {
  /// The key of a word or phrase of the tables: letters as written but for hamza and marks, so that
  /// `على` and `علي` stay apart.
  init(phrase: Substring) {
    self.init(String(phrase), folding: .words)
  }
}
