import ArabicText

/// Arabic names in Latin letters by the table of the American Library Association and the Library of
/// Congress (ALA-LC, Arabic, 2012).
///
/// News are written without the signs for short vowels. Those of words that names are often made of
/// stand in `CInterfaceData/interface/vowels.tsv`; of other words only what is written is given, so
/// that a reader sees what is certain: البرهان is al-Burhān, and an unknown البرخان is al-Brkhān.
///
/// Numbers in comments are those of the rules in the table.
package struct Romanization: Hashable, Sendable {
  /// The name in Latin letters.
  package let text: String
  /// Whether the vowels of all words are known, or written.
  package let isWhole: Bool

  /// `name` by the table.
  ///
  /// - Parameters:
  ///   - name: In Arabic letters; what is in others stays as it is.
  ///   - isPerson: Whether it is a person's: فاطمة before a surname is Fāṭimah.
  /// - Complexity: O(*n*) in its letters.
  package init(of name: String, isPerson: Bool = false) {
    text = Self.romanize(name, isPerson: isPerson)
    let words = name.split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) }
    isWhole = words.enumerated().allSatisfy { index, word in
      let joined = index > 0 && !isPerson ? Self.behindAnd(word) : nil
      return Self.knowsVowels(of: joined ?? word)
    }
  }

  /// Whether the vowels of `word` are written, or stand in the tables; of what is not written in Arabic letters
  /// there is nothing to know.
  private static func knowsVowels(of word: [Unicode.Scalar]) -> Bool {
    guard word.contains(where: { (0x620...0x6FF).contains($0.value) }) else { return true }
    let tables = RomanizationTables.builtIn
    let bare = word.filter { !isSign($0) }
    let stem =
      if let toStem = Self.stem(afterLil: word) {
        toStem
      } else {
        bare.count > 3 && bare.starts(with: article) ? Array(bare.dropFirst(2)) : bare
      }
    return word.contains(where: isVowel) || tables.own[bare] != nil
      || tables.signed[stem.filter { !isSign($0) }] != nil
  }

  /// `name` in Latin letters, each word with a capital, the article without (rules 17, 26).
  ///
  /// - Complexity: O(*n*) in its letters.
  package static func romanize(_ name: String, isPerson: Bool = false) -> String {
    let words = name.split { $0.isWhitespace }.map { Array($0.unicodeScalars) }
    return words.indices.map { index in
      let next = !isPerson && words.indices.contains(index + 1) ? words[index + 1] : []
      if index > 0, !isPerson, let joined = behindAnd(words[index]) {
        return "wa-" + romanize(joined, before: next)
      }
      let word = romanize(words[index], before: next)
      return index == 0 ? capitalized(word) : word
    }.joined(separator: " ")
  }

  /// What stands behind و, with which a later word of a name goes on: الصحة والسكان; `nil` where و is a letter of
  /// the word, as it is of all that the tables do not know without it and that have no article there.
  private static func behindAnd(_ word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    let bare = word.filter { !isSign($0) }
    guard bare.first == "و", let start = word.firstIndex(of: "و") else { return nil }
    let rest = Array(bare.dropFirst())
    let isKnown =
      RomanizationTables.builtIn.signed[rest] != nil
      && RomanizationTables.builtIn.signed[bare] == nil
    guard isKnown || rest.starts(with: article) && rest.count > 4 else { return nil }
    return Array(word[(start + 1)...].drop(while: isSign))
  }

  /// A word that stands before `next`.
  private static func romanize(
    _ word: [Unicode.Scalar], before next: [Unicode.Scalar]
  ) -> String {
    let bare = word.filter { !isSign($0) }
    if let own = RomanizationTables.builtIn.own[bare] { return own }
    let toStem = stem(afterLil: word)
    let hasArticle = toStem != nil || bare.count > 3 && bare.starts(with: article)
    let stem = toStem ?? (hasArticle ? afterArticle(word) : word)
    let known = RomanizationTables.builtIn.signed[stem.filter { !isSign($0) }]
    let hasSigns = stem.contains { isVowel($0) }
    // Two words of which the second has the article are one expression (7b): the ending of the first
    // is heard as t.
    let isConstruct = !hasArticle && next.starts(with: article)
    let speller = RomanizedWord(
      hasSigns ? stem : known ?? stem, isConstruct: isConstruct, isStem: hasArticle)
    let latin = capitalized(speller.text)
    guard hasArticle else { return latin }
    return (toStem == nil ? "al-" : "lil-") + latin
  }

  private static let article: [Unicode.Scalar] = ["ا", "ل"]

  /// The stem of a word with the preposition ل and the article, which are written للـ together (17a);
  /// `nil` for any other.
  ///
  /// Where the stem begins with ل that is written once for the article's, too: للجنة is of لجنة, where that
  /// is the word that is known.
  private static func stem(afterLil word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    let letters = word.indices.filter { !isSign(word[$0]) }
    guard letters.count > 3, word[letters[0]] == "ل", word[letters[1]] == "ل" else { return nil }
    let tables = RomanizationTables.builtIn
    let bare = letters.map { word[$0] }
    let known = { (stem: ArraySlice<Unicode.Scalar>) in tables.signed[Array(stem)] != nil }
    if !known(bare[2...]), known(bare[1...]) { return Array(word[letters[1]...]) }
    var stem = Array(word[(letters[1] + 1)...].drop(while: isSign))
    dropDoubling(&stem)
    return stem
  }

  /// What follows the article; the sign by which it makes a letter double is no part of it (17b).
  private static func afterArticle(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var stem = Array(word.drop { $0 != "ل" }.dropFirst().drop { isSign($0) })
    dropDoubling(&stem)
    return stem
  }

  /// Leaves out the sign by which the article makes the first letter of `stem` double.
  private static func dropDoubling(_ stem: inout [Unicode.Scalar]) {
    if let double = stem.prefix(3).firstIndex(of: RomanizedWord.shadda),
      stem[1..<double].allSatisfy(isSign)
    {
      stem.remove(at: double)
    }
  }

  static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    (0x64B...0x65F).contains(scalar.value) || scalar.value == 0x670 || scalar.value == 0x640
  }

  /// Whether `scalar` says how a letter is spoken, and not only that it is double.
  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    isSign(scalar) && scalar != RomanizedWord.shadda && scalar.value != 0x640
  }

  /// `latin` with a capital; signs of ayn and hamza stand before it.
  private static func capitalized(_ latin: String) -> String {
    guard !latin.hasPrefix("al-"), !latin.hasPrefix("lil-"),
      let first = latin.firstIndex(where: { $0.isLowercase })
    else {
      return latin
    }
    let before = latin[..<first]
    guard before.allSatisfy({ "ʻʼ".contains($0) }) else { return latin }
    return before + latin[first].uppercased() + latin[latin.index(after: first)...]
  }
}
