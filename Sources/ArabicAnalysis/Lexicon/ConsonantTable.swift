import ArabicText
import CAnalysisData

/// Reduces names to their consonants, so that spellings in Arabic and in Latin letters meet:
/// `Markov` and ماركوف are both `MRKF`.
///
/// Arabic writes short vowels seldom and long ones freely in foreign names, so only consonants are
/// compared, and those that the scripts do not tell apart alike count as one. The idea is that of
/// Freeman, Condon and Ackerman, *Cross Linguistic Name Matching in English and Arabic* (NAACL 2006).
struct ConsonantTable: Sendable {
  private struct Rule {
    var sounds: String
    var isInitial: Bool
  }

  private var rules: [[UInt32]: Rule] = [:]
  private var longest = 1

  /// The table that is compiled into the program, read once.
  static let builtIn = ConsonantTable()

  private init() {
    TableReader(rawi_list_consonants()).forEachRow { row in
      guard row.count == 3 else { return }
      let letters = row[0].text.unicodeScalars.map(\.value)
      longest = max(longest, letters.count)
      rules[letters] = Rule(sounds: row[1].text, isInitial: row[2].equals("start"))
    }
  }

  /// The consonants of a word; empty where it has none that the table knows.
  ///
  /// - Complexity: O(*n*) in the scalars of the word.
  func skeleton(of word: String) -> String {
    let letters = Folding.search.fold(word).unicodeScalars.map(\.value)
    var skeleton = ""
    var position = 0
    // A doubled Latin letter is one sound; Arabic writes one letter, or two around a vowel.
    var last: (end: Int, sounds: String) = (0, "")
    while position < letters.count {
      let (count, sounds) = sounds(of: letters, at: position)
      let isDoubled =
        last.end == position && last.sounds == sounds && letters[position] < 0x250
      if !isDoubled { skeleton += sounds }
      position += count
      last = (position, sounds)
    }
    return skeleton
  }

  /// Whether an Arabic and a Latin name have a word of two consonants or more in common, or the same
  /// consonants throughout, wherever their words end.
  ///
  /// - Complexity: O(*n*) in the letters.
  func spellAlike(_ arabic: [String], _ latin: [String]) -> Bool {
    let left = arabic.map(skeleton)
    let right = latin.map(skeleton)
    if left.joined() == right.joined() { return true }
    return left.contains { $0.count > 1 && right.contains($0) }
  }

  private func sounds(of letters: [UInt32], at position: Int) -> (count: Int, sounds: String) {
    for count in (1...longest).reversed() where position + count <= letters.count {
      guard let rule = rules[Array(letters[position..<position + count])],
        !rule.isInitial || position == 0 && letters.count > count + 1
      else { continue }
      return (count, rule.sounds)
    }
    return (1, "")
  }
}
