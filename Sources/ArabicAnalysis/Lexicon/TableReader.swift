import ArabicText
import CAnalysisData
import EntityModel

/// Reads a built-in table: a row a line, columns separated by tabs, comments after "#".
///
/// Works on bytes: the tables are read when the first text is analysed, and splitting strings by
/// characters would cost ten times as much.
struct TableReader {
  /// One column of a row, or a part of it.
  typealias Field = Slice<UnsafeBufferPointer<UInt8>>

  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ data: rawi_analysis_data) {
    bytes = UnsafeBufferPointer(start: data.bytes, count: data.count)
  }

  /// Calls `body` with the columns of each row.
  func forEachRow(_ body: ([Field]) -> Void) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      body(line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false))
    }
  }
}

extension TableReader.Field {
  /// The field as a string.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// Whether the field is `text`.
  func equals(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { elementsEqual($0) }
  }

  /// The words of the field.
  var words: [Self] { split(separator: UInt8(ascii: " ")) }

  /// The phrases of the field, separated by " | ".
  var phrases: [Self] { split(separator: UInt8(ascii: "|")) }

  /// Whether the word begins with ال.
  var hasArticle: Bool { starts(with: "ال".utf8) }
}

extension NameKey {
  /// The key of a word of the tables: letters as written but for hamza and marks, so that `على` and
  /// `علي` stay apart.
  init(word: TableReader.Field, addingArticle: Bool = false) {
    let bytes = UnsafeBufferPointer(rebasing: word)
    var scalars: [UInt32] = addingArticle ? [LetterBuffer.alef, LetterBuffer.lam] : []
    var position = 0
    while position < bytes.count {
      let (value, length) = decodeScalar(bytes, at: position)
      let folded = Folding.words.fold(value)
      if folded.first != 0 { scalars.append(folded.first) }
      if folded.second != 0 { scalars.append(folded.second) }
      position += length
    }
    self.init(folded: scalars)
  }

  /// The key of a word or phrase that a rule names.
  init(phrase: String) {
    self.init(phrase, folding: .words)
  }
}
