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

  /// A spelling, folded as a search is.
  private struct Spelling: Equatable {
    var text: String
    var bytes: [UInt8]

    init(_ word: String) {
      text = Folding.search.fold(word)
      bytes = Array(text.utf8)
    }

    /// Whether it stands in the UTF-8 of a text.
    ///
    /// By characters a look at all of them took 4 ms, of the 35 of a query.
    func stands(in name: [UInt8]) -> Bool {
      name.indices.contains { name[$0] == bytes[0] && name[$0...].starts(with: bytes) }
    }
  }

  /// For each name, or part that its derivations share, its spellings.
  private static let names: [[Spelling]] = {
    var names: [[Spelling]] = []
    TableReader(rawi_list_spellings()).forEachRow { row in
      names.append(row.map { Spelling($0.text) })
    }
    return names
  }()

  /// The spellings by their first two letters.
  private static let beginnings = Dictionary(grouping: names.joined()) { beginning($0.bytes, 0) }

  /// The first two letters, which have two bytes each, at `place` of UTF-8.
  private static func beginning(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// `name`, folded as a search is, with every part that has several spellings in one of them, so that names
  /// which differ by them alone are equal.
  ///
  /// - Complexity: O(*n*) in most names, which have no such part; in others also in the table.
  package static func common(_ name: String) -> String {
    guard name.utf8.count <= longest else { return name }
    let bytes = Array(name.utf8)
    let mayStand = bytes.indices.dropLast(3).contains { place in
      beginnings[beginning(bytes, place)]?.contains { bytes[place...].starts(with: $0.bytes) }
        ?? false
    }
    let own = father.stands(in: bytes) ? parted(name) ?? name : name
    guard mayStand else { return own }
    return names.reduce(own) { name, row in
      guard let first = row.first, let known = longest(of: row, in: Array(name.utf8)) else {
        return name
      }
      return known == first ? name : name.replacing(known.text, with: first.text)
    }
  }

  /// The longest of `row` that stands in a name.
  private static func longest(of row: [Spelling], in name: [UInt8]) -> Spelling? {
    row.filter { $0.stands(in: name) }.max { $0.text.count < $1.text.count }
  }

  /// `name`, folded as a search is, in its other spellings; none of most words, and none of what is too
  /// long for a name.
  ///
  /// - Complexity: O(*n*) in the table.
  package static func others(of name: String) -> [String] {
    guard name.utf8.count <= longest else { return [] }
    let bytes = Array(name.utf8)
    var spellings = [name]
    for row in names {
      guard let known = longest(of: row, in: bytes) else { continue }
      spellings += spellings.flatMap { spelling in
        row.filter { $0 != known }.map { spelling.replacing(known.text, with: $0.text) }
      }
      // Each row may double them.
      spellings = Array(spellings.prefix(most))
    }
    spellings += spellings.compactMap(parted)
    spellings += spellings.compactMap(joined)
    return Array(spellings.dropFirst().prefix(most))
  }

  /// أبو, which a name is begun with, folded.
  private static let father = Spelling("أبو")
  /// The fewest letters of a name behind it: أبواب are doors.
  private static let fewest = 3

  /// `name` with أبو by itself, where it was written as one with what follows: أبوبكر.
  private static func parted(_ name: String) -> String? {
    let words = name.split(separator: " ")
    let parted = words.map { word in
      word.hasPrefix(father.text) && word.count >= father.text.count + fewest
        ? "\(father.text) \(word.dropFirst(father.text.count))" : String(word)
    }.joined(separator: " ")
    return parted == name ? nil : parted
  }

  /// `name` with أبو as one with what follows, where it was by itself: أبو بكر.
  private static func joined(_ name: String) -> String? {
    guard " \(name)".contains(" \(father.text) ") else { return nil }
    let joined = " \(name)".replacing(" \(father.text) ", with: " \(father.text)").dropFirst()
    return joined == name ? nil : String(joined)
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
