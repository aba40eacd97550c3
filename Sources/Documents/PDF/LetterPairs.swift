import ArabicText
import EntityModel

/// Puts the letters right that a PDF stores as one sign and poppler turns round: لا becomes ال, in files whose
/// signs ``PDFLigatures`` cannot turn.
///
/// Whether a document has the fault is told by words that begin with `األ`, `اإل`, `اآل`, `اال`, which none
/// does. In one that has it the ligature of lam and alef is always written so: which of two letters in
/// a word were one is told by how likely the word is with each reading.
struct LetterPairs {
  private typealias Word = [Unicode.Scalar]

  private let likelihood: WordLikelihood?
  private var known: [String: (word: [Unicode.Scalar], isUnsure: Bool)] = [:]
  /// The words that may be others with the letters the other way round, in order, and how often they stand there.
  private(set) var unsure: [String] = []
  private(set) var unsureCount = 0

  /// How many words have to show the fault, or which share of a shorter text.
  private static let (leastFaults, leastShare) = (3, 0.02)
  /// How much likelier a reading has to be, as a logarithm: a judgement.
  private static let margin: Float = 0.5
  /// How much likelier still where alef and lam begin the word, and so look like the article.
  private static let articleMargin: Float = 3

  /// How much less likely another reading may be that may be meant all the same, as a logarithm, and what each of
  /// its letters scores at least: judgements.
  private static let (unsureMargin, leastScore): (Float, Float) = (1.3, -3.5)

  init(likelihood: WordLikelihood?) { self.likelihood = likelihood }

  /// The letters that lam makes one sign with.
  private static let alefs: Set<Unicode.Scalar> = ["ا", "أ", "إ", "آ"]

  /// Whether `lines` show the fault.
  static func isNeeded(in lines: [[Unicode.Scalar]]) -> Bool {
    let counts = lines.map(counts)
    let faults = counts.reduce(0) { $0 + $1.faults }
    let words = counts.reduce(0) { $0 + $1.words }
    return faults >= leastFaults || faults > 0 && Double(faults) >= leastShare * Double(words)
  }

  /// How many words of `output`, what `pdftotext` writes, show the fault.
  static func faults(in output: [UInt8]) -> Int {
    counts(Array(String(decoding: output, as: UTF8.self).unicodeScalars)).faults
  }

  private static func counts(_ line: [Unicode.Scalar]) -> (faults: Int, words: Int) {
    let words = line.split { !PDFLetters.isLetter($0) && !PDFLetters.isMark($0) }
    return (words.count { $0.count >= 4 && certainStart(Array($0)) != nil }, words.count)
  }

  /// Where the article stands in `word` with its lam behind the alef that follows it: the index of that
  /// alef.
  private static func certainStart(_ word: [Unicode.Scalar]) -> Int? {
    let clitics: Set<Unicode.Scalar> = ["و", "ف", "ب", "ك"]
    for start in 0...1 where word.count > start + 3 {
      if start == 1, !clitics.contains(word[0]) { break }
      if word[start] == "ا", alefs.contains(word[start + 1]), word[start + 2] == "ل" {
        return start + 1
      }
    }
    return nil
  }

  /// `line` with the lam of an article behind which it stands put right: no word begins so in any document.
  static func withCertain(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard line.contains("ل") else { return line }
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let right = words.map { word -> [Unicode.Scalar] in
      var word = Array(word)
      let start = word.prefix { !PDFLetters.isLetter($0) }.count
      if let place = certainStart(Array(word[start...])) {
        word.swapAt(start + place, start + place + 1)
      }
      return word
    }
    return Array(right.joined(separator: [" "]))
  }

  /// Whether `word` has the article and ends in `الت`, which is `لات` then: no verb, as قالت, has the article.
  private static func isPlural(_ word: [Unicode.Scalar]) -> Bool {
    let bare =
      word.first.map { ["و", "ف", "ب", "ك"].contains($0) } ?? false ? word.dropFirst() : word[...]
    return bare.count > 5 && bare.starts(with: ["ا", "ل"])
      && bare.suffix(3).elementsEqual(["ا", "ل", "ت"])
  }

  /// `line` with the letters of its words put right.
  ///
  /// - Complexity: O(*n*) in the words that were not met before, and 2^4 readings of each at most.
  mutating func repaired(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var word: [Unicode.Scalar] = []
    for scalar in line {
      if PDFLetters.isLetter(scalar) || PDFLetters.isMark(scalar) {
        word.append(scalar)
      } else {
        result += repaired(word: word)
        word = []
        result.append(scalar)
      }
    }
    return result + repaired(word: word)
  }

  private mutating func repaired(word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard word.contains("ل") else { return word }
    if word.suffix(2).elementsEqual(["ا", "ل"]),
      word.count == 2 || word.count == 3 && Self.joins(word[0])
    {
      return word.dropLast(2) + ["ل", "ا"]
    }
    guard word.count >= 3 else { return word }
    let key = String(String.UnicodeScalarView(word))
    let found = known[key] ?? bestReading(word)
    if found.isUnsure {
      unsureCount += 1
      if known[key] == nil { unsure.append(String(String.UnicodeScalarView(found.word))) }
    }
    known[key] = found
    return found.word
  }

  private func bestReading(
    _ word: [Unicode.Scalar]
  ) -> (word: [Unicode.Scalar], isUnsure: Bool) {
    var word = word
    if let start = Self.certainStart(word) { word.swapAt(start, start + 1) }
    if Self.isPlural(word) { word.swapAt(word.count - 3, word.count - 2) }
    guard let likelihood else { return (word, false) }
    let places = word.indices.dropLast().filter { index in
      Self.alefs.contains(word[index]) && word[index + 1] == "ل"
    }.suffix(4)
    guard !places.isEmpty else { return (word, false) }
    var readings: [(word: Word, score: Float)] = [(word, score(word, likelihood))]
    var best = (word: word, score: score(word, likelihood))
    let plain = best.score
    for choice in 1..<(1 << places.count) {
      var other = word
      for (bit, index) in places.enumerated() where choice >> bit & 1 == 1 {
        other.swapAt(index, index + 1)
      }
      // An article that is none: لاستقبال is a word, الستقبال is not.
      let article = places.enumerated().contains { bit, index in
        choice >> bit & 1 == 1 && word[index] == "ا" && isArticle(index, word)
      }
      let found = score(other, likelihood) - (article ? Self.articleMargin : 0)
      readings.append((other, found))
      if found > best.score, found > plain + Self.margin { best = (other, found) }
    }
    let isUnsure = readings.contains { other in
      other.word != best.word && other.score > best.score - Self.unsureMargin
        && other.score > Self.leastScore * Float(word.count)
    }
    return (best.word, isUnsure)
  }

  /// Whether alef and lam at `index` begin the word, behind at most one clitic, and so are the article.
  private func isArticle(_ index: Int, _ word: [Unicode.Scalar]) -> Bool {
    index == 0 && word.count > 4
      || index == 1 && word.count > 5 && ["و", "ف"].contains(word[0])
  }

  /// Whether `letter` stands before "not" as a part of its word: ولا, فلا, بلا, ألا.
  private static func joins(_ letter: Unicode.Scalar) -> Bool {
    ["و", "ف", "ب", "أ"].contains(letter)
  }

  private func score(_ word: [Unicode.Scalar], _ likelihood: WordLikelihood) -> Float {
    likelihood.score(String(String.UnicodeScalarView(word.filter { !PDFLetters.isMark($0) })))
  }
}
