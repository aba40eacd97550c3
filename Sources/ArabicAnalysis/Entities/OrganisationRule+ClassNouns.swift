import ArabicText
import EntityModel

// Names behind class nouns: "the group X", "the paper «X»".
extension OrganisationRule {
  func listed(at index: Int) -> ListRule.Match? {
    guard let reading = words.plain(index), words.words[index].kind == .arabic,
      let match = lists.longest(at: index), match.reading.start == reading.start
    else { return nil }
    return match
  }

  /// A listed name, also a doubtful one: the class noun decides.
  func listed(after index: Int) -> NameCandidate? {
    guard let match = listed(at: index + 1),
      !match.kinds.isDisjoint(with: [.organisation, .doubtfulOrganisation])
    else { return nil }
    return NameCandidate(
      words: match.words, start: match.reading.start, kind: .organisation,
      confidence: words.parameters.names.confidence.listedLong, rule: .organisationClassList)
  }

  /// A name in quotation marks.
  func quoted(after index: Int) -> NameCandidate? {
    guard QuotationSigns.isOpening(words.sign(index + 1)) else { return nil }
    var end = index + 2
    while end < words.count, end - index < words.parameters.names.longestMarkedName,
      !QuotationSigns.isMark(words.sign(end))
    { end += 1 }
    guard end < words.count, end > index + 2, QuotationSigns.isMark(words.sign(end)) else {
      return nil
    }
    var found = NameCandidate(
      words: index + 2..<end, start: words.words[index + 2].span.lower, kind: .organisation,
      confidence: words.parameters.names.confidence.markedOrganisation,
      rule: .organisationClassQuoted)
    found.resume = end + 1
    return found
  }

  /// نادي بروج: a club that bears the name of its town.
  func town(of noun: Reading, after index: Int) -> NameCandidate? {
    guard noun.classes.contains(.club), let match = listed(at: index + 1),
      match.kinds.contains(.place), words.reading(index + 1, of: .adjective) == nil
    else { return nil }
    return NameCandidate(
      words: match.words, start: match.reading.start, kind: .organisation,
      confidence: words.parameters.names.confidence.clubOrGroup,
      rule: .organisationClassTown)
  }

  /// جماعة أبو سياف: a group that bears a teknonym.
  func teknonym(after index: Int) -> NameCandidate? {
    guard words.reading(index, of: .nameTrigger) != nil,
      words.isPlain(index + 1, .kunya), let person = people.teknonym(at: index + 1)
    else { return nil }
    return NameCandidate(
      words: person.words, start: person.start, kind: .organisation,
      confidence: words.parameters.names.confidence.clubOrGroup,
      rule: .organisationClassTeknonym)
  }

  /// Unknown words, which a word with the article may follow: "the company [Solaris al-Khalij]".
  func unknown(after index: Int) -> NameCandidate? {
    var end = index + 1
    while end < words.count, end - index < words.parameters.names.longestUnknownName,
      let reading = words.plain(end)
    {
      let isForeign = words.words[end].kind == .foreign
      let strength = people.strength(end, reading)
      guard isForeign || strength == .unknown || strength >= .rare && !reading.hasArticle else {
        break
      }
      // An adjective of the class noun, or a person: "an Islamic party", "the company of N".
      if end == index + 1, !isForeign,
        !words.words[end].shape.isDisjoint(with: [.nisba, .feminine])
          || reading.kinds.contains(.given) && strength == .certain
      {
        return nil
      }
      end += 1
    }
    if end == index + 1,
      words.reading(index, of: .organisationClass)?.classes.contains(.female) == true,
      let noun = words.plain(end), isNoun(end, noun), !noun.hasArticle,
      words.words[end].shape.isDisjoint(with: [.feminine, .nisba]), let after = purposeEnd(end + 1)
    {
      return NameCandidate(
        words: index + 1..<after, start: words.words[index + 1].span.lower, kind: .organisation,
        confidence: words.parameters.names.confidence.purpose, rule: .organisationClassPurpose)
    }
    guard end > index + 1 else { return nil }
    if let next = words.plain(end), next.hasArticle, isNominal(end, next), end == index + 2,
      next.classes.isDisjoint(with: [.demonym, .title])
    {
      end += 1
    } else if let after = purposeEnd(end) {
      end = after
    }
    return NameCandidate(
      words: index + 1..<end, start: words.words[index + 1].span.lower, kind: .organisation,
      confidence: words.parameters.names.confidence.unknownOrganisation,
      rule: .organisationClassUnknown)
  }
}
