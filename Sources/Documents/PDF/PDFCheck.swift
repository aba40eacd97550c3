import ArabicText
import EntityModel

/// Tells whether the letters of a PDF are those that are seen in it.
struct PDFCheck {
  private let pageCount: Int
  private var letters = 0
  private var strange = 0
  private var marks = 0
  /// How many words, or parts of them, have two vowels or more.
  private var voweled = 0
  private var words: [[Unicode.Scalar]] = []

  /// Looks at the lines of `pages`.
  init(pages: [[[Unicode.Scalar]]]) {
    pageCount = pages.count
    for line in pages.flatMap(\.self) {
      for scalar in line { count(scalar) }
      voweled += line.split(separator: " ").count { $0.count(where: Self.vowels.contains) > 1 }
      words += line.filter { !PDFLetters.isMark($0) }
        .split { !PDFLetters.isLetter($0) }.map(Array.init)
    }
  }

  private mutating func count(_ scalar: Unicode.Scalar) {
    if PDFLetters.isMark(scalar) {
      marks += 1
      return
    }
    switch scalar.value {
    case 0xE000...0xF8FF, 0xFFFD: (letters, strange) = (letters + 1, strange + 1)
    // Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic and its shapes.
    case 0x41...0x58F, 0x5D0...0x6FF, 0x750...0x77F, 0x1E00...0x1FFF, 0xFB00...0xFEFF:
      if scalar.properties.isAlphabetic { letters += 1 }
      // Old letters of Latin and Cyrillic, which no text has many of.
      if (0x180...0x24F).contains(scalar.value) || (0x460...0x52F).contains(scalar.value) {
        strange += 1
      }
    default:
      if scalar.properties.isAlphabetic { (letters, strange) = (letters + 1, strange + 1) }
    }
  }

  /// How many words have to bear vowel signs throughout for them to be told as unsure: a judgement.
  private static let leastVoweled = 5
  /// Fatha, damma, kasra and sukun, which stand on every letter or on none: others stand on words here and there.
  private static let vowels: Set<Unicode.Scalar> = ["\u{64E}", "\u{64F}", "\u{650}", "\u{652}"]

  /// Whether the pages are pictures: hardly a letter on them.
  var isScanned: Bool { letters < 2 * max(1, pageCount) }

  /// What a person has to know.
  var warnings: [DocumentStructure.Warning] {
    if strange * 5 > letters { return [.brokenLetters] }
    if words.count >= 10 {
      if isReversed { return [.reversed] }
      if isBroken { return [.brokenLetters] }
    }
    // A text with vowel signs on a few words is read without them.
    return marks * 5 > letters || voweled >= Self.leastVoweled ? [.unsureTashkeel] : []
  }

  /// Whether more words begin as words end than as they begin.
  private var isReversed: Bool {
    let forward = words.count { $0.count > 2 && ($0.last == "ة" || $0.starts(with: ["ا", "ل"])) }
    let backward = words.count {
      $0.count > 2
        && ($0.first == "ة" || $0.first == "ى" || $0.suffix(2).elementsEqual(["ل", "ا"]))
    }
    return backward > forward + 2
  }

  /// Whether letters are missing or others: words of one or two letters, one word again and again, and words that
  /// nobody knows.
  private var isBroken: Bool {
    let sample = words.prefix(2000)
    let counts = Dictionary(sample.map { ($0, 1) }, uniquingKeysWith: +)
    if counts.values.contains(where: { $0 * 2 > sample.count }) { return true }
    let short = sample.count { $0.count <= 2 }
    if short * 2 > sample.count { return true }
    // How likely words are is known of Arabic alone.
    guard !PDFLetters.areOtherThanArabic(sample), let likelihood = WordLikelihood.builtIn else {
      return false
    }
    let scores = sample.filter { $0.count > 2 }.map { word in
      likelihood.score(String(String.UnicodeScalarView(word))) / Float(word.count)
    }.sorted()
    return scores.count >= 10 && scores[scores.count / 2] < Self.leastScore
  }

  /// What half of the words score at least, for each of their letters: news has -3.4 to -3.8, short texts
  /// down to -4.3, letters with a wrong text behind them -5.5 and less.
  private static let leastScore: Float = -4.9
}
