import CInterfaceData

/// The letters, and words whose vowels are known, read once from the tables of the program.
struct RomanizationTables: Sendable {
  /// The tables of the program.
  static let builtIn = RomanizationTables()

  /// Each consonant in Latin letters.
  let letters: [Unicode.Scalar: String]
  /// Words with their vowel signs, by their letters alone.
  let signed: [[Unicode.Scalar]: [Unicode.Scalar]]
  /// Words that have a romanization of their own.
  let own: [[Unicode.Scalar]: String]

  private init() {
    let pairs = Table.rows(of: rawi_interface_romanization()).compactMap { columns in
      columns.count == 2 ? columns[0].unicodeScalars.first.map { ($0, columns[1]) } : nil
    }
    letters = Dictionary(pairs) { first, _ in first }
    var signed: [[Unicode.Scalar]: [Unicode.Scalar]] = [:]
    var own: [[Unicode.Scalar]: String] = [:]
    for columns in Table.rows(of: rawi_interface_vowels()) {
      let word = Array((columns.first ?? "").unicodeScalars)
      let bare = word.filter { !Romanization.isSign($0) }
      if columns.count == 2 { own[bare] = columns[1] } else { signed[bare] = word }
    }
    (self.signed, self.own) = (signed, own)
  }
}
