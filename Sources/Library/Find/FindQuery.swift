import ArabicAnalysis
import ArabicText

/// Words that are looked for: `رئيس "مجلس الوزراء" -فرنسا`.
///
/// Each must be there; one behind `-` must not. A word is found in any spelling that folding takes for the
/// same, with the conjunctions و and ف, the prepositions ب ك ل and the article, or without. What stands in
/// quotation marks is found as it stands but for folding and the seat of a hamza, or whether one ends it (هواء, هوا),
/// its words behind one another.
/// Names that papers spell in several ways are found in all of them where they stand in no marks: أمريكا and
/// أميركا, نصر الله and نصرالله.
package struct FindQuery: Hashable, Sendable {
  let terms: [Term]
  /// Whether none of the words stands in marks, and none must not be there.
  let isPlain: Bool

  /// The query that was typed; `nil` where there is no word, or none that must be there.
  ///
  /// - Parameters:
  ///   - text: the words.
  ///   - mayExcludeOnly: whether words that must not be there are enough, as beside a name.
  package init?(_ text: String, mayExcludeOnly: Bool = false) {
    let parts = Self.parts(of: text)
    let terms = parts.indices.compactMap { place -> Term? in
      let part = parts[place]
      let words = Self.spellings(of: part.text)
      guard !words.isEmpty else { return nil }
      let isExact = part.isMarked || words.count > 1
      let others = Self.others(of: parts, at: place).map { other in
        Self.spellings(of: other).enumerated().map { index, word in
          index > 0 ? word : Set(word.flatMap(Self.forms))
        }
      }
      return Term(
        spellings: [words.map { isExact ? $0 : Set($0.flatMap(Self.forms)) }] + others,
        isExcluded: part.isExcluded)
    }
    guard terms.contains(where: { mayExcludeOnly || !$0.isExcluded }) else { return nil }
    self.terms = terms
    isPlain = !parts.contains { $0.isMarked || $0.isExcluded }
  }

  /// The part at `place` in the spellings of other papers, none where it stands in marks; of two words that others write as one, that one for
  /// each of them.
  private static func others(of parts: [Part], at place: Int) -> [String] {
    guard !parts[place].isMarked else { return [] }
    let folded = parts.map { Folding.search.fold($0.text) }
    var others = NameSpellings.others(of: folded[place])
    for first in [place - 1, place]
    where first >= 0 && first + 1 < parts.count
      && parts[first...first + 1].allSatisfy({ !$0.isMarked && !$0.isExcluded })
    {
      others += NameSpellings.others(of: "\(folded[first]) \(folded[first + 1])")
        .filter { !$0.contains(" ") }
    }
    return others
  }

  private struct Part {
    var text = ""
    var isMarked = false
    var isExcluded = false
  }

  private static let marks: [Character: Character] = ["\"": "\"", "«": "»", "“": "”"]

  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var open = Part()
    var end: Character?
    func close() {
      if !open.text.isEmpty { parts.append(open) }
      (open, end) = (Part(), nil)
    }
    for character in text {
      if character == end {
        close()
      } else if end == nil, let other = marks[character] {
        let isExcluded = open.isExcluded && open.text.isEmpty
        close()
        (open.isMarked, open.isExcluded, end) = (true, isExcluded, other)
      } else if end == nil, character.isWhitespace {
        close()
      } else if end == nil, open.text.isEmpty, !open.isExcluded, "-−–".contains(character) {
        open.isExcluded = true
      } else {
        open.text.append(character)
      }
    }
    close()
    return parts
  }

  /// How each word of `text` may be spelt, folded.
  private static func spellings(of text: String) -> [Set<String>] {
    let text = DecodedText(text)
    return Tokenizer.tokens(of: text, in: text.span).filter { $0.kind != .punctuation }.map {
      token in
      let word = text.string(in: token.span)
      let spellings = Set(([word] + HamzaSeats.others(of: word)).map { Folding.search.fold($0) })
      return spellings.union(spellings.compactMap(withOtherEnd))
    }
  }

  /// The fewest letters before the hamza at the end of a word that some leave out: ماء is not ما.
  private static let fewestBeforeHamza = 3

  /// A folded word without the hamza behind its last alef, or with it, as papers write and people type: هواء, هوا.
  private static func withOtherEnd(_ word: String) -> String? {
    let isLong = word.hasSuffix("اء")
    guard isLong || word.hasSuffix("ا"),
      word.unicodeScalars.count - (isLong ? 1 : 0) >= fewestBeforeHamza
    else { return nil }
    return isLong ? String(word.dropLast()) : word + "ء"
  }

  /// The forms of a folded word: with each conjunction, each preposition and the article, or without.
  ///
  /// A word that begins with the article is looked for without it, too, where three letters are left: `الرئيس`
  /// is found in `ورئيس`.
  static func forms(of word: String) -> Set<String> {
    let isLetter = word.unicodeScalars.allSatisfy { ScalarProperties($0.value).isArabicLetter }
    guard !isLetter || word.unicodeScalars.count > 1 else { return [word] }
    let bare =
      word.hasPrefix("ال") && word.unicodeScalars.count >= 5 ? String(word.dropFirst(2)) : word
    let prefixes = ["", "ال", "ب", "بال", "ل", "لل", "ك", "كال"]
    var forms = Set(["", "و", "ف"].flatMap { first in prefixes.map { first + $0 + bare } })
    // Of a short word the article is part, which ل hides the alef of, and a lam where there would be three: لله.
    if bare == word, word.hasPrefix("ال") {
      let rest = word.dropFirst(2)
      let joined = (rest.hasPrefix("ل") ? "ل" : "لل") + rest
      for first in ["", "و", "ف"] { forms.insert(first + joined) }
    }
    return forms
  }

  /// The most spellings of words behind one another.
  private static let mostPhrases = 81

  /// Whether there is no word that must be there.
  var excludesOnly: Bool { terms.allSatisfy(\.isExcluded) }

  /// The query in the language of FTS5; where it ``excludesOnly``, for what must not be found.
  ///
  /// Source: <https://www.sqlite.org/fts5.html>, §3. Words hold letters and digits alone, and stand between
  /// quotation marks all the same: NOT is a word, too.
  var match: String {
    func expression(_ term: Term) -> String {
      let phrases = term.spellings.flatMap { spelling in
        spelling.reduce([""]) { phrases, words in
          phrases.flatMap { phrase in
            words.sorted().map { phrase.isEmpty ? $0 : "\(phrase) \($0)" }
          }
          .prefix(Self.mostPhrases).map(\.self)
        }
      }
      return "(" + phrases.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
    }
    let wanted = terms.filter { !$0.isExcluded }.map(expression).joined(separator: " AND ")
    let unwanted = terms.filter(\.isExcluded).map(expression)
    if wanted.isEmpty { return unwanted.joined(separator: " OR ") }
    return unwanted.reduce("(\(wanted))") { "\($0) NOT \($1)" }
  }

  /// Whether folded text holds what is looked for.
  ///
  /// - Complexity: O(*n*).
  func isFound(in folded: String) -> Bool {
    let words = NameWords.wanted(folded).split(separator: " ").map(String.init)
    return terms.allSatisfy { term in
      words.indices.contains { term.length(at: $0, of: words.count) { words[$0] } != nil }
        != term.isExcluded
    }
  }

  /// Where the words that must be there stand in `span` of `text`, in order, not overlapping.
  ///
  /// - Complexity: O(*n*).
  func places(in text: DecodedText, _ span: TextSpan) -> [TextSpan] {
    let tokens = Tokenizer.tokens(of: text, in: span).filter { $0.kind != .punctuation }
    let hashes = tokens.map { Self.hash(of: text, in: $0.span) }
    let wanted = terms.filter { !$0.isExcluded }
    var places: [TextSpan] = []
    var index = 0
    while index < tokens.count {
      let length = wanted.lazy.filter { $0.hashes.contains(hashes[index]) }.compactMap {
        $0.length(at: index, of: tokens.count) { CataloguedText.folded(text, in: tokens[$0].span) }
      }.first
      if let length {
        places.append(TextSpan(tokens[index].span.lower, tokens[index + length - 1].span.upper))
      }
      index += length ?? 1
    }
    return places
  }

  /// The hash of a word of `text` as it is folded.
  private static func hash(of text: DecodedText, in span: TextSpan) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in text.scalars(in: span) {
      let folded = Folding.search.fold(scalar.value)
      if folded.first != 0 { hash = (hash ^ UInt64(folded.first)) &* 0x100_0000_01B3 }
      if folded.second != 0 { hash = (hash ^ UInt64(folded.second)) &* 0x100_0000_01B3 }
    }
    return hash
  }
}
