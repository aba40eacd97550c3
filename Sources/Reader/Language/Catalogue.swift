import CBuiltInData

/// Every sentence of the interface and every command's title in every language.
///
/// Read once from the tables in `CBuiltInData/interface`.
struct Catalogue: Sendable {
  /// A row of a table: one thing in all languages.
  struct Row: Hashable {
    var key: String
    var english: String
    var arabic: String

    /// The text in `language`.
    subscript(_ language: Language.Code) -> String {
      language == .arabic ? arabic : english
    }
  }

  /// The catalogue of the program.
  static let builtIn = Catalogue()

  private let phrases: [Language.Code: [PhraseKey: Template]]
  private let titles: [Command: Row]

  private init() {
    var phrases: [Language.Code: [PhraseKey: Template]] = [:]
    for row in Self.phraseRows {
      guard let key = PhraseKey(rawValue: row.key) else { continue }
      for language in Language.Code.allCases {
        phrases[language, default: [:]][key] = try? Template(row[language])
      }
    }
    self.phrases = phrases
    let pairs = Self.commandRows.compactMap { row in
      Command(rawValue: row.key).map { ($0, row) }
    }
    titles = Dictionary(pairs) { first, _ in first }
  }

  /// The sentence of `key`; its name where the tables lack it, which a test excludes.
  func template(of key: PhraseKey, in language: Language.Code) -> Template {
    phrases[language]?[key] ?? Template(literal: key.rawValue)
  }

  /// What `command` does, in a few words.
  func title(of command: Command, in language: Language.Code) -> String {
    titles[command]?[language] ?? command.rawValue
  }

  /// The rows of the table of sentences.
  static var phraseRows: [Row] { rows(of: rawi_interface_phrases()) }

  /// The rows of the table of commands.
  static var commandRows: [Row] { rows(of: rawi_interface_commands()) }

  /// Rows of three columns; comments begin with "#".
  ///
  /// Works on bytes, as it runs at each start.
  private static func rows(of data: rawi_data) -> [Row] {
    let bytes = UnsafeBufferPointer(start: data.bytes, count: data.count)
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    return lines.filter { $0.first != UInt8(ascii: "#") }.compactMap { line in
      let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard columns.count == 3 else { return nil }
      let texts = columns.map { String(decoding: $0, as: UTF8.self) }
      return Row(key: texts[0], english: texts[1], arabic: texts[2])
    }
  }
}

extension Template {
  init(literal: String) { parts = [.literal(literal)] }
}
