import EntityModel

/// Takes away the second of two lams before kaf that a PDF of WeasyPrint tells for one: Amiri draws a stroke between them,
/// which has the letter of its cluster, too.
///
/// Whether a document has the fault is told by its words: none has a lam by itself there, and one of them is likelier by
/// far without the second.
struct PDFDoubledLam {
  private typealias Word = [Unicode.Scalar]

  /// How much likelier that word has to be without it, as a logarithm: a judgement.
  private static let margin: Float = 8

  /// Whether `pages` show the fault.
  static func isNeeded(in pages: [[[Unicode.Scalar]]], _ likelihood: WordLikelihood?) -> Bool {
    guard let likelihood else { return false }
    func score(_ word: Word) -> Float { likelihood.score(String(String.UnicodeScalarView(word))) }
    var words: Set<Word> = []
    for word in pages.joined().joined(separator: [" "]).split(whereSeparator: { $0 == " " }) {
      let letters = word.filter(PDFLetters.isLetter)
      let places = places(in: letters)
      guard !places.isEmpty else { continue }
      if places.contains(where: { !$0.isDoubled }) { return false }
      words.insert(letters)
    }
    return words.contains { score(repaired($0)) - score($0) > margin }
  }

  /// `line` with one lam there.
  static func repaired(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var line = line
    for place in places(in: line).reversed() where place.isDoubled { line.remove(at: place.index) }
    return line
  }

  /// Where lams that are joined to no letter before them stand before a kaf that does not end the word, the last of
  /// them, and whether there are two.
  private static func places(in line: [Unicode.Scalar]) -> [(index: Int, isDoubled: Bool)] {
    line.indices.dropLast(2).compactMap { index in
      guard line[index] == "ل", line[index + 1] == "ك", PDFLetters.isLetter(line[index + 2]) else {
        return nil
      }
      let lams = line[..<index].reversed().prefix { $0 == "ل" }.count
      let before = line[..<(index - lams)].last
      guard before.map({ !PDFLetters.isLetter($0) || PDFLetters.joinsNone.contains($0) }) ?? true
      else { return nil }
      return (index, lams > 0)
    }
  }
}
