import ArabicText
import EntityModel

// Names in Latin letters.
extension EntityTagger {
  /// Names in other scripts: a person behind a title, an acronym.
  func foreign(
    at index: Int, _ title: TitleContext?, after last: FoundMention?
  ) -> NameCandidate? {
    let word = words.words[index]
    let confidence = words.parameters.names.confidence
    if word.shape.contains(.acronym) {
      let isApposed =
        words.sign(index - 1) == Signs.openBracket && last?.kind == .organisation
        && index > 1 && words.words[index - 2].span.upper == last?.span.upper
      var found = NameCandidate(
        words: index..<index + 1, start: word.span.lower, kind: .organisation,
        confidence: isApposed ? confidence.apposedAcronym : confidence.acronym,
        rule: isApposed ? .acronymApposed : .acronym)
      found.form = .acronym
      return found
    }
    guard word.shape.contains(.capitalised) else { return nil }
    var end = index + 1
    while end < words.count, words.words[end].kind == .foreign { end += 1 }
    guard let title, end - index < words.parameters.names.longestForeignName,
      end > index + 1 || licensesOneForeignWord(title)
    else {
      return nil
    }
    var found = NameCandidate(
      words: index..<end, start: word.span.lower, kind: .person,
      confidence: confidence.foreignPerson, rule: .personTitleForeign)
    found.agreement = title.agreement
    return found
  }

  /// "President Markov", "said Markov that" with a verb in the masculine: papers and firms are feminine.
  private func licensesOneForeignWord(_ title: TitleContext) -> Bool {
    guard title.isAdjacent, !title.needsTwoWords else { return false }
    return title.classWord != TitleTracker.nothing || title.agreement == .masculine
  }
}
