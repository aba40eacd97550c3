import ArabicText
import EntityModel

/// Joins the parts of words that poppler has cut at small gaps: `الر ئيس` is `الرئيس`.
///
/// Whether a document has the fault is told by parts that are no words: single letters, and parts that begin
/// with a letter that begins no word. In one that has it, each of them goes to the neighbour that makes the
/// likelier word of it; parts that could be words stay as they are, but in a document that is full of the fault, as
/// those are that LibreOffice justifies by lengthening letters.
struct CutWords {
  private typealias Word = [Unicode.Scalar]

  private let likelihood: WordLikelihood
  private var known: [Word: Float] = [:]

  /// How many parts have to show the fault.
  static let leastFaults = 3
  /// The most parts of a word.
  private static let mostParts = 4
  /// How much likelier two parts have to be as one word, as a logarithm: a judgement.
  private static let margin: Float = 6
  /// What a part costs that is no word: more than any two words do.
  private static let noWord: Float = -60

  /// The share of parts that are no words from which on any two words may be parts of one: a judgement.
  private static let fullShare = 0.05

  /// Whether any two words may be parts of one.
  private let isFull: Bool
  /// Letters that are words by themselves.
  private let loneWords: Set<Unicode.Scalar>

  init(_ likelihood: WordLikelihood, isFull: Bool, loneWords: Set<Unicode.Scalar> = []) {
    (self.likelihood, self.isFull, self.loneWords) = (likelihood, isFull, loneWords)
  }

  /// What joins the words of `lines`; `nil` where they do not show the fault.
  init?(likelihood: WordLikelihood?, lines: some Sequence<[Unicode.Scalar]>) {
    guard let likelihood else { return nil }
    let loneWords = Self.loneWords(in: lines)
    var (faults, voweled, words) = (0, 0, 0)
    for line in lines {
      for (index, word) in line.split(separator: " ").map(Array.init).enumerated() {
        words += 1
        guard Self.isPart(word, isFirst: index == 0, loneWords) else { continue }
        faults += 1
        // Poppler cuts words at vowel signs, and words without any beside them are whole.
        if word.contains(where: PDFLetters.isMark) { voweled += 1 }
      }
    }
    guard faults >= Self.leastFaults else { return nil }
    self.init(
      likelihood, isFull: Double(faults - voweled) >= Self.fullShare * Double(words),
      loneWords: loneWords)
  }

  /// The letters that are words by themselves in the language of `lines`: "and" in Persian and Urdu; in Arabic it is a
  /// part of the word behind it.
  private static func loneWords(in lines: some Sequence<[Unicode.Scalar]>) -> Set<Unicode.Scalar> {
    let words = lines.joined(separator: [" "]).split(separator: " ")
    return PDFLetters.areOtherThanArabic(words) ? ["و"] : []
  }

  /// `line` with its cut words whole.
  ///
  /// - Complexity: O(*n*) in the words of the line.
  mutating func joined(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(Array.init)
    guard words.count > 1 else { return line }
    // The best way to end a word before each place: its score, and where that word begins.
    var best: [(score: Float, start: Int)] = [(0, 0)]
    for end in 1...words.count {
      var choice: (score: Float, start: Int) = (-.infinity, end - 1)
      for start in max(0, end - Self.mostParts)..<end {
        guard let score = score(words[start..<end]) else { continue }
        let total = best[start].score + score
        if total >= choice.score { choice = (total, start) }
      }
      best.append(choice)
    }
    var pieces: [[Unicode.Scalar]] = []
    var end = words.count
    while end > 0 {
      let start = best[end].start
      pieces.append(Array(words[start..<end].joined()))
      end = start
    }
    return Array(pieces.reversed().joined(separator: [" "]))
  }

  /// How likely `parts` are as one word; `nil` where they cannot be one.
  private mutating func score(_ parts: ArraySlice<[Unicode.Scalar]>) -> Float? {
    let isOne = parts.count == 1
    for (part, next) in zip(parts, parts.dropFirst()) where !joins(part, next) { return nil }
    let letters = parts.joined().filter { PDFLetters.isLetter($0) }
    guard !letters.isEmpty else { return 0 }
    if isOne, isPart(Array(parts.joined())) { return Self.noWord }
    return score(letters) - Self.margin * Float(parts.count - 1)
  }

  /// Whether a word may go on from `part` to `next`: one of them is none by itself, or any may be.
  private func joins(_ part: [Unicode.Scalar], _ next: [Unicode.Scalar]) -> Bool {
    guard let last = part.last(where: { !PDFLetters.isMark($0) }), PDFLetters.isLetter(last),
      let first = next.first, PDFLetters.isLetter(first), last != "ة", last != "ى"
    else { return false }
    // The article begins a word, and once: behind it is no clitic and another one.
    let isTwice =
      next.starts(with: Self.article)
      || ["و", "ف", "ب", "ك"].contains(first) && next.dropFirst().starts(with: Self.article)
    if Self.isArticle(next) || Self.isArticle(part) && isTwice { return false }
    return isPart(part) || isPart(next) || isFull && !next.starts(with: ["ا", "ل"])
  }

  private mutating func score(_ word: [Unicode.Scalar]) -> Float {
    if let score = known[word] { return score }
    let score = likelihood.score(String(String.UnicodeScalarView(word)))
    known[word] = score
    return score
  }

  /// Whether `word` is but a part of one in a document that shows the fault: the article, too.
  private func isPart(_ word: [Unicode.Scalar]) -> Bool {
    Self.isPart(word, isFirst: false, loneWords) || Self.isArticle(word)
  }

  /// Whether `word` is but a part of one: a single letter, or what begins as no word does.
  ///
  /// A letter that begins a line may be the sign of an item.
  private static func isPart(
    _ word: [Unicode.Scalar], isFirst: Bool, _ loneWords: Set<Unicode.Scalar>
  ) -> Bool {
    guard word.allSatisfy(isOfWord) else {
      return word.first.map { starters.contains($0) } ?? false
    }
    let letters = word.filter(PDFLetters.isLetter)
    guard let first = letters.first else { return false }
    return starters.contains(first) || letters.count == 1 && !isFirst && !loneWords.contains(first)
  }

  /// The article, which is no word by itself.
  private static let article: [Unicode.Scalar] = ["ا", "ل"]

  private static func isArticle(_ word: [Unicode.Scalar]) -> Bool {
    word.filter { !PDFLetters.isMark($0) } == article
  }

  /// Letters that no word begins with.
  private static let starters: Set<Unicode.Scalar> = ["ة", "ى", "ئ", "ؤ"]

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    PDFLetters.isLetter(scalar) || PDFLetters.isMark(scalar)
  }
}
