import ArabicText
import EntityModel

// Names that grow from their head: "the ministry of …", "the … council".
extension OrganisationRule {
  /// "X al-Y …": the end of a name whose head has no article.
  func constructEnd(_ index: Int, isClass: Bool) -> Int? {
    var end = index + 1
    if let match = listed(at: end) {
      end = match.words.upperBound
      // وكالة السودان للأنباء; but "the party of X" is no name.
      if isClass, purposeEnd(end) == nil { return nil }
      return growth(from: end, mayCoordinate: true, isProper: true)
    } else {
      // One or two nouns without article may stand between: "the council for human rights".
      var middle = 0
      while middle < words.parameters.names.longestMiddle, let reading = words.plain(end),
        !reading.hasArticle,
        isNoun(end, reading), words.plain(end + 1)?.hasArticle == true || middle == 0
      {
        guard hasDefiniteAhead(end + 1) else { break }
        end += 1
        middle += 1
      }
      guard let complement = words.plain(end) else { return nil }
      if complement.hasArticle, isNominal(end, complement) {
        end += 1
        if words.reading(index, of: .ambiguousHead) != nil, complement.kinds.contains(.common),
          !isAdjective(end)
        {
          return nil
        }
        if middle == 0, complement.classes.contains(.weakComplement) {
          let grown = growth(from: end, mayCoordinate: true)
          let isWeak = (end..<grown).allSatisfy { words.isPlain($0, .weakComplement) }
          return isWeak ? nil : grown
        }
      } else if !isClass, isUnknown(end, complement) {
        end += 1
        if let next = words.plain(end), isUnknown(end, next), !next.hasArticle { end += 1 }
        return growth(from: end, mayCoordinate: false, isProper: true)
      } else {
        return nil
      }
    }
    return growth(from: end, mayCoordinate: true)
  }

  private func hasDefiniteAhead(_ index: Int) -> Bool {
    if words.plain(index)?.hasArticle == true { return true }
    guard let reading = words.plain(index), isNoun(index, reading) else { return false }
    return words.plain(index + 1)?.hasArticle == true
  }

  /// "al-X al-Y …": the end of a name whose head has the article.
  func definiteEnd(_ index: Int, _ head: Reading) -> Int? {
    var end = index + 1
    let isFeminine =
      head.classes.contains(.female) || words.words[index].shape.contains(.feminine)
    while end < words.count, isAdjective(end), agrees(end, isFeminine: isFeminine) { end += 1 }
    guard end > index + 1 else { return nil }
    let isOneCommonAdjective =
      end == index + 2 && words.isPlain(index + 1, .demonym) && !head.classes.contains(.national)
    let grown = growth(from: end, mayCoordinate: false)
    return isOneCommonAdjective && grown == end ? nil : grown
  }

  /// Whether an adjective has the gender of the head; those of the list have irregular forms.
  private func agrees(_ index: Int, isFeminine: Bool) -> Bool {
    words.isPlain(index, .adjective) || words.words[index].shape.contains(.feminine) == isFeminine
  }

  /// Takes adjectives, a second noun behind "and", and a complement behind ل.
  ///
  /// Behind a proper name a nisba says where the organisation is, and is no part of the name.
  private func growth(from index: Int, mayCoordinate: Bool, isProper: Bool = false) -> Int {
    var end = index
    var hasPurpose = false
    while end < words.count, end - index < words.parameters.names.longestComplement {
      if isAdjective(end), !isProper || hasPurpose || words.isPlain(end, .adjective) {
        end += 1
      } else if mayCoordinate || hasPurpose, isCoordinated(end),
        !hasPurpose || words.plain(end - 1)?.hasArticle == false
          || words.readings(of: end - 1).contains(where: {
            $0.clitics == .preposition && $0.hasArticle
          })
      {
        end += 1
      } else if !hasPurpose, let after = purposeEnd(end) {
        end = after
        hasPurpose = true
      } else {
        break
      }
    }
    return end
  }

  /// حزب الله والحكومة اللبنانية: a body with its nisba that "and" joins to an organisation.
  func secondBody(at index: Int, after last: FoundMention?) -> NameCandidate? {
    guard let last, last.kind == .organisation, index > 0, words.opensSecondBody(at: index),
      words.words[index - 1].span.upper == last.span.upper,
      let reading = words.readings(of: index).first(where: { $0.clitics == .conjunction })
    else { return nil }
    return NameCandidate(
      words: index..<index + 2, start: reading.start, kind: .organisation,
      confidence: words.parameters.names.confidence.head, rule: .organisationDefinite)
  }

  /// "and the information" of "the ministry of culture and information".
  private func isCoordinated(_ index: Int) -> Bool {
    guard let reading = words.readings(of: index).first(where: { $0.clitics == .conjunction })
    else {
      return false
    }
    return reading.hasArticle && !words.words[index].shape.contains(.inflected)
      && isNominal(index, reading) && !words.opensSecondBody(at: index)
      // حزب الله واليمنيين
      && !(reading.classes.contains(.demonym) && endsInNun(index))
      && reading.classes.isDisjoint(with: [.organisationHead, .title, .relative])
  }

  /// "for the fight against terror", "of football": the end of a complement behind ل.
  func purposeEnd(_ index: Int) -> Int? {
    guard
      let reading = words.readings(of: index).first(where: {
        $0.clitics == .preposition && $0.start > words.words[index].span.lower
      }), isLam(index), reading.classes.isDisjoint(with: [.function, .complementiser])
    else { return nil }
    if reading.hasArticle { return index + 1 }
    if !reading.kinds.isDisjoint(with: [.place, .organisation]) {
      return lists.longest(at: index)?.words.upperBound ?? index + 1
    }
    guard let next = words.plain(index + 1), next.hasArticle, isNominal(index + 1, next) else {
      return nil
    }
    return index + 2
  }

  func isLam(_ index: Int) -> Bool {
    words.text.scalar(at: words.words[index].span.lower)?.value == LetterBuffer.lam
  }

  private func isAdjective(_ index: Int) -> Bool {
    guard let reading = words.plain(index), reading.hasArticle,
      reading.classes.isDisjoint(with: [.function, .time, .title, .relative])
        || reading.classes.contains(.adjective)
    else { return false }
    if reading.classes.contains(.adjective) { return true }
    guard words.words[index].shape.contains(.nisba), !reading.classes.contains(.notAdjective) else {
      return false
    }
    // A plural needs one before it: نقابة الصحفيين المصريين.
    return !endsInNun(index) || endsInNun(index - 1)
  }

  private func endsInNun(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    return words.text.scalar(before: words.words[index].span.upper)?.value == 0x646
  }

  func isNominal(_ index: Int, _ reading: Reading) -> Bool {
    words.words[index].kind == .arabic
      && reading.classes.isDisjoint(with: [.function, .relative, .complementiser, .time])
  }

  func isNoun(_ index: Int, _ reading: Reading) -> Bool {
    isNominal(index, reading) && reading.classes.isDisjoint(with: [.cue, .title])
      && reading.kinds.contains(.common)
      && words.words[index].shape.isDisjoint(with: [.presentVerb, .inflected, .short])
  }

  func isUnknown(_ index: Int, _ reading: Reading) -> Bool {
    words.words[index].kind == .arabic && people.strength(index, reading) == .unknown
  }
}
