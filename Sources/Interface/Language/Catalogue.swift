import CInterfaceData

/// Every sentence of the interface in every language.
///
/// Read once from the table in `CInterfaceData/interface`; titles of commands stand in ``CommandTable``.
struct Catalogue: Sendable {
  /// A row of the table: one sentence in all languages.
  struct Row: Hashable {
    var key: String
    var english: String
    var arabic: String
  }

  /// The catalogue of the program.
  static let builtIn = Catalogue()

  /// Where the sentences of a key stand in the table: strings are made of those alone that are told.
  private let places: [String: Range<Int>]

  private init() {
    let bytes = Self.bytes
    var places: [String: Range<Int>] = [:]
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if bytes[start] != UInt8(ascii: "#"),
        let tab = bytes[start..<end].firstIndex(of: UInt8(ascii: "\t"))
      {
        places[String(decoding: bytes[start..<tab], as: UTF8.self)] = tab + 1..<end
      }
      start = end + 1
    }
    self.places = places
  }

  private static var bytes: UnsafeBufferPointer<UInt8> {
    let data = rawi_interface_phrases()
    return UnsafeBufferPointer(start: data.bytes, count: data.count)
  }

  /// The sentence of `key`; its name where the table lacks it, which a test excludes.
  ///
  /// A sentence is taken apart when it is told, in some microseconds: all of them at once would be a quarter of the
  /// time until the first text.
  func template(of key: PhraseKey, in language: Language.Code) -> Template {
    let sentences = places[key.rawValue].map { Self.bytes[$0].split(separator: UInt8(ascii: "\t")) }
    guard let sentences, sentences.count == 2 else { return Template(literal: key.rawValue) }
    let sentence = String(decoding: sentences[language == .arabic ? 1 : 0], as: UTF8.self)
    return (try? Template(sentence)) ?? Template(literal: key.rawValue)
  }

  /// The rows of the table.
  static var rows: [Row] {
    Table.rows(of: rawi_interface_phrases()).compactMap { columns in
      guard columns.count == 3 else { return nil }
      return Row(key: columns[0], english: columns[1], arabic: columns[2])
    }
  }
}

extension Template {
  init(literal: String) { parts = [.literal(literal)] }
}
