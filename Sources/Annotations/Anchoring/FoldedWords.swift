import ArabicText

extension DecodedText {
  /// Calls `body` with a hash of each word, folded as for a search, whether a digit is in it, and the number of the
  /// line that it stands in, from 0; lines without words do not count.
  ///
  /// - Complexity: O(*n*).
  func forEachFoldedWord(_ body: (_ hash: UInt64, _ hasDigit: Bool, _ line: Int) -> Void) {
    var word = WordHash.start
    var hasDigit = false
    var (line, isNewLine, isFirst) = (0, false, true)
    func end() {
      guard word != WordHash.start else { return }
      if isNewLine, !isFirst { line += 1 }
      body(word, hasDigit, line)
      (word, hasDigit, isNewLine, isFirst) = (WordHash.start, false, false, false)
    }
    for scalar in scalars(in: span) {
      let folded = Folding.search.fold(scalar.value)
      // A mark parts no word.
      if folded.first == 0 { continue }
      for value in [folded.first, folded.second] where value != 0 {
        let properties = ScalarProperties(value)
        if properties.isLetter || properties.isDigit {
          word = (word ^ UInt64(value)) &* WordHash.prime
          hasDigit = hasDigit || properties.isDigit
        } else {
          end()
          isNewLine = isNewLine || value == 0x0A
        }
      }
    }
    end()
  }
}

/// FNV-1a, of 64 bits (Fowler, Noll, Vo; RFC 9923).
private enum WordHash {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  static let prime: UInt64 = 0x100_0000_01B3
}
