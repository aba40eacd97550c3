import ArabicText
import EntityModel

/// Puts the end of a quotation back that poppler gives at the other end of its line, with letters of the word there.
///
/// Amiri has quotation marks and the letters beside them as signs that move back, and poppler takes those for others of
/// the word that is painted last: `خة».كلها منسو` is `كلها منسوخة».`, and `نطعن فالأدلة«س` is `«سنطعن فالأدلة`.
enum PDFTurnedEnds {
  private static let opening: Set<Unicode.Scalar> = ["«", "“", "("]
  private static let closing: Set<Unicode.Scalar> = ["»", "”", ")", ".", "،", "؟", "!", "؛", ":"]
  /// The most letters of the part of a word, and how much likelier it has to be as a part, as a logarithm: judgements.
  private static let (mostLetters, margin): (Int, Float) = (4, 1)

  /// `line` with its ends in place.
  ///
  /// - Complexity: O(*n*).
  static func repaired(_ line: [Unicode.Scalar], by likelihood: WordLikelihood?) -> [Unicode.Scalar]
  {
    guard let likelihood, line.contains(where: { opening.contains($0) || closing.contains($0) })
    else { return line }
    func score(_ word: some Sequence<Unicode.Scalar>) -> Float {
      likelihood.score(String(String.UnicodeScalarView(word.filter { PDFLetters.isLetter($0) })))
    }
    func isPart(_ part: [Unicode.Scalar], of whole: [Unicode.Scalar], beside rest: [Unicode.Scalar])
      -> Bool
    {
      rest.contains(where: PDFLetters.isLetter) && score(whole) > score(part) + score(rest) + margin
    }
    var words = line.split(separator: " ").map(Array.init)
    guard words.count > 1 else { return line }
    let last = words.count - 1
    if let (part, signs, rest) = parts(of: words[0], at: closing), signs.contains("»"),
      isPart(part, of: words[last] + part, beside: words[last])
    {
      words[0] = rest
      words[last] += part + signs
    }
    if let (rest, signs, part) = parts(of: words[last], at: opening), part.count <= mostLetters,
      isPart(part, of: part + words[0], beside: words[0])
    {
      words[last] = rest
      words[0] = signs + part + words[0]
    }
    return Array(words.joined(separator: [" "]))
  }

  /// The letters before the first signs of `set` in `word`, those signs, and the letters behind them.
  private static func parts(
    of word: [Unicode.Scalar], at set: Set<Unicode.Scalar>
  ) -> (before: [Unicode.Scalar], signs: [Unicode.Scalar], behind: [Unicode.Scalar])? {
    let isOfWord = { (scalar: Unicode.Scalar) in
      PDFLetters.isLetter(scalar) || PDFLetters.isMark(scalar)
    }
    let before = Array(word.prefix(while: isOfWord))
    let signs = Array(word[before.count...].prefix { set.contains($0) })
    let behind = Array(word[(before.count + signs.count)...])
    guard !before.isEmpty, !signs.isEmpty, let first = behind.first, PDFLetters.isLetter(first)
    else { return nil }
    return (before, signs, behind)
  }
}
