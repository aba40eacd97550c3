import ArabicText
import EntityModel

/// Places: doubtful list entries in context, and names behind class nouns.
struct PlaceRule {
  let words: ParagraphWords
  let people: PersonRule
  private let lists: ListRule

  init(words: ParagraphWords) {
    self.words = words
    people = PersonRule(words: words)
    lists = ListRule(words: words)
  }

  /// Whether what stands before `index` asks for a place.
  func isExpected(at index: Int, reading: Reading) -> Bool {
    if words.reading(index - 1, of: .placeClass) != nil { return true }
    guard !reading.kinds.contains(.common) else { return false }
    return reading.clitics.isEmpty && words.isPlain(index - 1, .placePreposition)
  }

  /// The name behind a class noun at `index`: "the town of [Ain al-Zaytun]".
  func classified(at index: Int) -> NameCandidate? {
    guard let noun = words.reading(index, of: .placeClass), !noun.hasArticle || isCapital(noun),
      let reading = words.plain(index + 1), words.words[index + 1].kind == .arabic
    else { return nil }
    let first = index + 1
    var end = first
    if let match = lists.longest(at: first), match.reading.start == reading.start,
      match.words.count > 1, !match.kinds.isDisjoint(with: [.place, .doubtfulPlace])
    {
      end = match.words.upperBound
    } else if reading.classes.contains(.toponym), words.plain(first + 1)?.hasArticle == true {
      end = first + 2
    } else if people.strength(first, reading) == .unknown {
      end = first + 1
      if let next = words.plain(end), people.strength(end, next) == .unknown, !next.hasArticle {
        end += 1
      }
    } else if reading.kinds.contains(.doubtfulPlace) {
      end = first + 1
    } else if noun.classes.contains(.settlement), reading.hasArticle, isName(first, reading) {
      end = first + 1
    } else if noun.classes.contains(.facility), let complement = facilityEnd(first, reading) {
      end = complement
    } else {
      return nil
    }
    // "The airport of X", "the square of X" are names themselves.
    let isFacility = noun.classes.contains(.facility)
    if isFacility, let adjective = words.plain(end), adjective.hasArticle,
      adjective.classes.contains(.demonym)
    {
      end += 1
    }
    return NameCandidate(
      words: isFacility ? index..<end : first..<end,
      start: isFacility ? noun.start : words.words[first].span.lower, kind: .place,
      confidence: noun.classes.contains(.settlement)
        ? words.parameters.names.confidence.settlement
        : words.parameters.names.confidence.placeOfClass,
      rule: .placeClass)
  }

  /// The end of the complement of a square, a street, a river: a listed name or one word with the article.
  private func facilityEnd(_ index: Int, _ reading: Reading) -> Int? {
    if let match = lists.longest(at: index), match.reading.start == reading.start,
      !match.kinds.isDisjoint(with: [.place, .person])
    {
      return match.words.upperBound
    }
    let isPerson = reading.kinds.isCertainPart && !reading.kinds.contains(.common)
    let isProper = reading.hasArticle && isName(index, reading) && !reading.kinds.contains(.common)
    return isPerson || isProper ? index + 1 : nil
  }

  private func isCapital(_ reading: Reading) -> Bool { reading.word == Self.capital }

  private static let capital = NameKey(phrase: "العاصمة")

  private func isName(_ index: Int, _ reading: Reading) -> Bool {
    reading.classes.isDisjoint(with: [
      .function, .adjective, .demonym, .relative, .time, .title, .organisationHead,
      .organisationClass,
    ])
  }
}
