/// A word, without its article, in Latin letters (ALA-LC).
struct RomanizedWord {
  static let shadda: Unicode.Scalar = "\u{651}"
  private static let sukun: Unicode.Scalar = "\u{652}"

  /// A letter with the signs on it.
  private struct Letter {
    var base: Unicode.Scalar
    var signs: [Unicode.Scalar] = []

    var isDouble: Bool { signs.contains(RomanizedWord.shadda) }
    var isSilent: Bool { signs.contains(RomanizedWord.sukun) }
    /// Its short vowel, with the n of an indefinite ending.
    var vowel: String? { signs.lazy.compactMap { RomanizedWord.vowels[$0] }.first }
  }

  private static let vowels: [Unicode.Scalar: String] = [
    "\u{64E}": "a", "\u{64F}": "u", "\u{650}": "i", "\u{64B}": "an", "\u{64C}": "un",
    "\u{64D}": "in", "\u{670}": "ā",
  ]

  /// What the word is in Latin letters, without capitals.
  private(set) var text = ""
  private let letters: [Letter]
  private let isConstruct: Bool
  private let isStem: Bool
  private var index = 0

  /// Spells `scalars`; in the construct state its ending is t, and a stem is what follows the article.
  init(_ scalars: [Unicode.Scalar], isConstruct: Bool, isStem: Bool) {
    var letters: [Letter] = []
    for scalar in scalars where scalar.value != 0x640 {
      if Romanization.isSign(scalar), !letters.isEmpty {
        letters[letters.count - 1].signs.append(scalar)
      } else {
        letters.append(Letter(base: scalar))
      }
    }
    (self.letters, self.isConstruct, self.isStem) = (letters, isConstruct, isStem)
    while index < letters.count { spell() }
  }

  private var next: Letter? { index + 1 < letters.count ? letters[index + 1] : nil }
  private var isLast: Bool { index == letters.count - 1 }

  private mutating func spell() {
    let letter = letters[index]
    switch letter.base {
    case "ا", "ٱ": spellAlif(letter)
    case "آ":
      // An alif with madda is ā, within a word after the sign of hamza (4).
      text += (text.isEmpty ? "" : "ʼ") + "ā"
    case "أ", "إ":
      // Not romanized where a word begins (8a).
      if !text.isEmpty { text += "ʼ" }
      let unwritten = text.isEmpty ? (letter.base == "إ" ? "i" : "a") : nil
      spellVowel(letter.vowel ?? unwritten)
    case "ى": text += "á"
    case "ة":
      if !(text.last.map(Self.isLatinVowel) ?? false) { text += "a" }
      text += isConstruct ? "t" : "h"
    default: spellConsonant(letter)
    }
    index += 1
  }

  private mutating func spellAlif(_ letter: Letter) {
    if text.isEmpty {
      // It only bears the vowel that a word begins with (8, 9).
      return spellVowel(letter.vowel ?? "i")
    }
    // After the ū that ends a verb it is not spoken (5).
    if isLast, text.hasSuffix("ū") { return }
    text += "ā"
  }

  private mutating func spellConsonant(_ letter: Letter) {
    guard let latin = RomanizationTables.builtIn.letters[letter.base] else {
      text += String(Self.digit(letter.base))
      return
    }
    if letter.base == "ه" || letter.base == "ﻫ", isTwoSounds { text += "ʹ" }
    text += letter.isDouble && !(text.isEmpty && letter.vowel == nil) ? latin + latin : latin
    spellVowel(letter.vowel)
  }

  /// Whether an h here would be read as one sound with the consonant before it (21).
  private var isTwoSounds: Bool {
    guard index > 0, letters[index - 1].isSilent else { return false }
    return ["ت", "د", "ك", "س"].contains(letters[index - 1].base)
  }

  /// Writes the vowel of the present letter: long where the next letter makes it so, which is then done.
  ///
  /// Without signs, alif, waw and ya between consonants are long vowels.
  private mutating func spellVowel(_ vowel: String?) {
    guard let following = next else {
      text += vowel ?? ""
      return
    }
    let isPlain = following.signs.allSatisfy { $0 == Self.sukun }
    switch (vowel, following.base) {
    case ("a", "ا") where isPlain: take("ā")
    case ("a", "ى"): take("á")
    case ("an", "ا"), ("an", "ى"): take("an")
    case ("i", "ي") where following.isDouble: takeDouble("ī", "y", following)
    case ("u", "و") where following.isDouble: takeDouble("ū", "w", following)
    case ("i", "ي") where isPlain: take("ī")
    case ("u", "و") where isPlain: take("ū")
    case (nil, "ا") where isPlain && !letters[index].isSilent: take("ā")
    case (nil, "ي") where isPlain && isLong(following): take("ī")
    case (nil, "و") where isPlain && isLong(following): take("ū")
    default: text += vowel ?? ""
    }
  }

  /// Whether a waw or ya that follows a letter without signs is a long vowel: not before another.
  private func isLong(_ following: Letter) -> Bool {
    guard !letters[index].isSilent, !following.isSilent else { return false }
    guard index + 2 < letters.count else { return true }
    let after = letters[index + 2].base
    if after == "ة" { return false }
    return !["ا", "ى", "آ", "و", "ي"].contains(after)
  }

  private mutating func take(_ latin: String) {
    text += latin
    index += 1
  }

  /// A long vowel and the consonant of the same letter (11): īy within a word, ī at its end; ūw.
  private mutating func takeDouble(_ vowel: String, _ consonant: String, _ letter: Letter) {
    index += 1
    text += vowel
    if vowel == "ū" || !isLast { text += consonant }
    spellVowel(letter.vowel)
  }

  private static func isLatinVowel(_ character: Character) -> Bool { "aiuāīūá".contains(character) }

  /// The digits of Arabic as those of Latin text; all else as it is.
  private static func digit(_ scalar: Unicode.Scalar) -> Character {
    guard (0x660...0x669).contains(scalar.value) else { return Character(scalar) }
    return Character(Unicode.Scalar(UInt8(0x30 + scalar.value - 0x660)))
  }
}
