import ArabicText
import CAnalysisData

/// Spellings of one name in different papers: أمريكا and أميركا, نصر الله and نصرالله.
///
/// A name that is looked for in one of them is looked for in the others, too.
package enum NameSpellings {
  /// The most spellings that one name is looked for in: each is a pass over the text.
  package static let most = 8
  /// The longest text that may hold names, in bytes of UTF-8: a longer one is a passage.
  private static let longest = 2048

  /// For each name, or part that its derivations share, its spellings, folded as a search is.
  private static let names: [[String]] = {
    var names: [[String]] = []
    TableReader(rawi_list_spellings()).forEachRow { row in
      names.append(row.map { Folding.search.fold($0.text) })
    }
    return names
  }()

  /// `name`, folded as a search is, in its other spellings; none of most words, and none of what is too
  /// long for a name.
  ///
  /// - Complexity: O(*n*) in the table.
  package static func others(of name: String) -> [String] {
    guard name.utf8.count <= longest else { return [] }
    var spellings = [name]
    for row in names {
      guard let known = row.filter({ name.contains($0) }).max(by: { $0.count < $1.count })
      else { continue }
      spellings += spellings.flatMap { spelling in
        row.filter { $0 != known }.map { spelling.replacing(known, with: $0) }
      }
      // Each row may double them.
      spellings = Array(spellings.prefix(most))
    }
    return Array(spellings.dropFirst())
  }
}

/// What spellings of one foreign name have in common: its consonants, those as one that different papers
/// write for one sound.
///
/// Names of fewer than ``fewest`` differ by their vowels (سالم, سليم) and have none.
package struct NameSkeleton: Hashable, Sendable {
  /// The fewest consonants that tell a name.
  private static let fewest = 4

  private static let longVowels: Set<Unicode.Scalar> = ["ا", "و", "ي"]
  private static let sounds: [Unicode.Scalar: Unicode.Scalar] = [
    "غ": "ج", "ق": "ج", "ك": "ج", "گ": "ج", "ط": "ت", "ص": "س", "ث": "ت", "ڤ": "ف", "پ": "ب",
  ]

  private let consonants: [Unicode.Scalar]

  /// The skeleton of `word`, folded as a search is; `nil` where it has too few consonants.
  package init?(_ word: some StringProtocol) {
    let letters = word.unicodeScalars
    consonants = letters.enumerated().compactMap { place, letter in
      // A vowel at the start is written by everybody.
      place > 0 && Self.longVowels.contains(letter) ? nil : Self.sounds[letter] ?? letter
    }
    guard consonants.count >= Self.fewest else { return nil }
  }
}
