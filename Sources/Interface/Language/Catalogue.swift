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

  private let rows: [String: Row]

  private init() {
    rows = Dictionary(Self.rows.map { ($0.key, $0) }) { first, _ in first }
  }

  /// The sentence of `key`; its name where the table lacks it, which a test excludes.
  ///
  /// A sentence is taken apart when it is told, in some microseconds: all of them at once would be a quarter of the
  /// time until the first text.
  func template(of key: PhraseKey, in language: Language.Code) -> Template {
    let row = rows[key.rawValue]
    let sentence = language == .arabic ? row?.arabic : row?.english
    return sentence.flatMap { try? Template($0) } ?? Template(literal: key.rawValue)
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
