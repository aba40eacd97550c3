import ArabicText
import EntityModel

// Names in Latin letters.
extension EntityTagger {
  /// Names in other scripts: a person behind a title, an acronym.
  func foreign(
    at index: Int, _ title: TitleContext?, after last: FoundMention?
  ) -> NameCandidate? {
    let word = words.words[index]
    if word.shape.contains(.acronym) {
      let isApposed =
        words.sign(index - 1) == 0x28 && last?.kind == .organisation
        && index > 1 && words.words[index - 2].span.upper == last?.span.upper
      var found = NameCandidate(
        words: index..<index + 1, start: word.span.lower, kind: .organisation,
        confidence: isApposed ? 0.9 : 0.5, rule: isApposed ? "acronym.apposed" : "acronym")
      found.form = .acronym
      return found
    }
    guard word.shape.contains(.capitalised) else { return nil }
    var end = index + 1
    while end < words.count, words.words[end].kind == .foreign { end += 1 }
    guard let title, end - index < 5, end > index + 1 || licensesOneForeignWord(title) else {
      return nil
    }
    var found = NameCandidate(
      words: index..<end, start: word.span.lower, kind: .person, confidence: 0.7,
      rule: Self.foreignPerson)
    found.agreement = title.agreement
    return found
  }

  /// The rule of people in Latin letters.
  static let foreignPerson = "person.title.foreign"

  /// "President Markov", "said Markov that" with a verb in the masculine: papers and firms are feminine.
  private func licensesOneForeignWord(_ title: TitleContext) -> Bool {
    guard title.isAdjacent, !title.needsTwoWords else { return false }
    return title.classWord != TitleTracker.nothing || title.agreement == .masculine
  }
}
