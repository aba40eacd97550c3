/// Which scalars a folded letter comes from.
enum FoldingSources {
  /// The letters whose sources are known: those of ASCII and of the Arabic block.
  static func areKnown(of letter: UInt32) -> Bool {
    (0x21..<0x7F).contains(letter) || (0x620..<0x700).contains(letter)
  }

  /// All scalars that fold to `letter`, or to two of which it is one.
  ///
  /// Beside the two blocks themselves these are presentation forms, and the Kelvin sign, which has a
  /// lower case in ASCII; that there are no others is tested over all of Unicode.
  ///
  /// - Precondition: The sources of `letter` are known.
  static func sources(of letter: UInt32, by folding: Folding) -> [Unicode.Scalar] {
    let blocks: [ClosedRange<UInt32>] = [
      0x21...0x7E, 0x620...0x6FF, 0x212A...0x212A, 0xFB50...0xFEFC,
    ]
    return blocks.joined().compactMap { scalar in
      let folded = folding.fold(scalar)
      return folded.first == letter || folded.second == letter ? Unicode.Scalar(scalar) : nil
    }
  }
}

/// How rare letters are in news, to look for the rarest of a word.
enum LetterRarity {
  /// From the rarest on, as counted in the folded text of Arabic news; ASCII, rare there, by the
  /// frequency of English.
  private static let order: [UInt32] = Array(
    "zqxjkvbpygfwmucldrhsnioateظءغضثذخزصشطجحكسفقعدبتهرونميلا".unicodeScalars.map(\.value))

  /// The place in `pattern` of its rarest letter; `nil` where it has none whose sources are known.
  static func rarest(of pattern: [UInt32]) -> Int? {
    // What the list does not have is rarer: signs, digits, letters of Persian.
    func rank(_ index: Int) -> Int { order.firstIndex(of: pattern[index]) ?? -1 }
    return pattern.indices.filter { FoldingSources.areKnown(of: pattern[$0]) }
      .min { rank($0) < rank($1) }
  }
}
