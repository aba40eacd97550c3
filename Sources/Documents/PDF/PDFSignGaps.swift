import ArabicText
import EntityModel

/// Joins the parts of a word that poppler cuts behind a vowel sign, where the gap tells nothing: `وسُ جلت` is `وسُجلت`.
///
/// No word of a text without vowel signs ends with one but tanwin, and so the parts are joined where they are likelier as
/// one word than as two.
enum PDFSignGaps {
  /// Signs of letters inside words: fatha, damma, kasra and sukun; shadda ends words, too.
  private static let signs: Set<Unicode.Scalar> = ["\u{64E}", "\u{64F}", "\u{650}", "\u{652}"]

  /// Of how many words of a line one at most bears such a sign: a judgement, that those of a text with vowel signs do, and
  /// end with them, too.
  private static let leastPlain = 3

  /// `line` with those words whole.
  ///
  /// - Complexity: O(*n*).
  static func joined(_ line: [Unicode.Scalar], by likelihood: WordLikelihood?) -> [Unicode.Scalar] {
    guard let likelihood, line.contains(where: signs.contains) else { return line }
    let given = line.split(separator: " ", omittingEmptySubsequences: false).map(Array.init)
    guard given.count(where: { $0.contains(where: signs.contains) }) * leastPlain <= given.count
    else {
      return line
    }
    var words: [[Unicode.Scalar]] = []
    for word in given {
      if let last = words.last, areOne(last, word, likelihood) {
        words[words.count - 1] += word
      } else {
        words.append(word)
      }
    }
    return Array(words.joined(separator: [" "]))
  }

  private static func areOne(
    _ first: [Unicode.Scalar], _ second: [Unicode.Scalar], _ likelihood: WordLikelihood
  ) -> Bool {
    guard let sign = first.last, signs.contains(sign),
      let next = second.first, PDFLetters.isLetter(next)
    else { return false }
    func score(_ word: [Unicode.Scalar]) -> Float {
      likelihood.score(String(String.UnicodeScalarView(word.filter(PDFLetters.isLetter))))
    }
    let part = Array(
      first.reversed().prefix { PDFLetters.isLetter($0) || PDFLetters.isMark($0) }.reversed())
    let rest = Array(second.prefix { PDFLetters.isLetter($0) || PDFLetters.isMark($0) })
    return score(part + rest) > score(part) + score(rest)
  }
}
