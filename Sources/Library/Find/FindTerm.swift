extension FindQuery {
  /// A word or some words behind one another.
  struct Term: Hashable, Sendable {
    /// What may stand there: words behind one another, each in any of its forms, folded.
    var spellings: [[Set<String>]]
    /// Whether it must not be there.
    var isExcluded: Bool
    /// The hashes of the first words, by which nearly all words of a text are passed over unread.
    let hashes: Set<UInt64>

    init(spellings: [[Set<String>]], isExcluded: Bool) {
      // The longest first: نصر الله is not found as نصر.
      self.spellings = spellings.sorted { $0.count > $1.count }
      self.isExcluded = isExcluded
      hashes = Set(
        spellings.compactMap(\.first).joined().map {
          FindQuery.hash($0.unicodeScalars.lazy.map(\.value))
        })
    }

    /// How many words it has at `index` of words; `nil` where it does not stand there.
    func length(at index: Int, of count: Int, _ word: (Int) -> String) -> Int? {
      spellings.first { spelling in
        index + spelling.count <= count
          && spelling.indices.allSatisfy { spelling[$0].contains(word(index + $0)) }
      }?.count
    }
  }

  /// FNV-1a over scalars.
  static func hash(_ scalars: some Sequence<UInt32>) -> UInt64 {
    scalars.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
