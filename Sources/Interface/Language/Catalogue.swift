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

  private let english: [PhraseKey: Template]
  private let arabic: [PhraseKey: Template]

  private init() {
    var english: [PhraseKey: Template] = [:]
    var arabic: [PhraseKey: Template] = [:]
    for row in Self.rows {
      guard let key = PhraseKey(rawValue: row.key) else { continue }
      english[key] = try? Template(row.english)
      arabic[key] = try? Template(row.arabic)
    }
    (self.english, self.arabic) = (english, arabic)
  }

  /// The sentence of `key`; its name where the table lacks it, which a test excludes.
  func template(of key: PhraseKey, in language: Language.Code) -> Template {
    (language == .arabic ? arabic : english)[key] ?? Template(literal: key.rawValue)
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
