import EntityModel

/// Puts alef back where a table of clusters tells alef with hamza for the sign of alef, which both share in fonts that
/// draw hamza as a sign of its own (Scheherazade by WeasyPrint): `طرأبلس`.
enum PDFSharedAlef {
  private static let (alef, hamza): (Unicode.Scalar, Set<Unicode.Scalar>) = ("ا", ["أ", "إ", "آ"])
  /// Of these letters hardly a fifth bears hamza in any text; so many have to be there.
  private static let (largestShare, fewest) = (0.45, 20)
  /// How much likelier a word has to be without hamza, as a logarithm: many papers leave it away.
  private static let margin: Float = 3

  /// Whether more of the alefs on `pages` bear hamza than in any text.
  ///
  /// - Complexity: O(*n*).
  static func isNeeded(in pages: [[[Unicode.Scalar]]]) -> Bool {
    let letters = pages.joined().joined()
    let bearing = letters.count(where: hamza.contains)
    let all = bearing + letters.count { $0 == alef }
    return all >= fewest && Double(bearing) > largestShare * Double(all)
  }

  /// `line` with alef where it makes a likelier word.
  ///
  /// - Complexity: O(*n*) in the letters, and in each word those that bear hamza.
  static func repaired(
    _ line: [Unicode.Scalar], by likelihood: WordLikelihood
  ) -> [Unicode.Scalar] {
    var line = line
    var start = line.startIndex
    while start < line.endIndex {
      let end =
        line[start...].firstIndex { !PDFLetters.isLetter($0) && !PDFLetters.isMark($0) }
        ?? line.endIndex
      for index in start..<end where hamza.contains(line[index]) {
        var other = line
        other[index] = alef
        let gain = score(other[start..<end], likelihood) - score(line[start..<end], likelihood)
        // Few words end with hamza: بدأ, مبدأ.
        if gain > (index == end - 1 ? 0 : margin) {
          line = other
        }
      }
      start = end + 1
    }
    return line
  }

  private static func score(
    _ word: ArraySlice<Unicode.Scalar>, _ likelihood: WordLikelihood
  ) -> Float {
    likelihood.score(String(String.UnicodeScalarView(word.filter(PDFLetters.isLetter))))
  }
}
