import ArabicText
import EntityModel

/// Places: doubtful list entries in context, and names behind class nouns.
struct PlaceRule {
  let words: ParagraphWords
  private let people: PersonRule

  init(words: ParagraphWords) {
    self.words = words
    people = PersonRule(words: words)
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
    if reading.classes.contains(.toponym), words.plain(first + 1)?.hasArticle == true {
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
    } else {
      return nil
    }
    return NameCandidate(
      words: first..<end, start: words.words[first].span.lower, kind: .place,
      confidence: noun.classes.contains(.settlement) ? 0.8 : 0.6, rule: "place.class")
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
