import ArabicText
import EntityModel

/// Organisations: heads that grow over their complements, and names behind class nouns.
struct OrganisationRule {
  let words: ParagraphWords
  private let lists: ListRule
  private let people: PersonRule

  init(words: ParagraphWords) {
    self.words = words
    lists = ListRule(words: words)
    people = PersonRule(words: words)
  }

  /// The organisation that begins at `index` with a head that belongs to the name: "the ministry of
  /// energy", "the Asian Football Confederation".
  func headed(at index: Int) -> NameCandidate? {
    guard let head = words.reading(index, of: [.organisationHead, .organisationClass]) else {
      return nil
    }
    let isClass = head.classes.contains(.organisationClass)
    if head.classes.contains(.neverInside) { return nil }
    let end = head.hasArticle ? definiteEnd(index) : constructEnd(index, isClass: isClass)
    guard var end else { return nil }
    // A listed name is whole: what it is for ("the coordinator of the European Union for …") is not.
    if let match = lists.longest(at: index), match.kinds.contains(.organisation),
      match.words.count > 1, match.words.upperBound < end, isLam(match.words.upperBound)
    {
      end = match.words.upperBound
    }
    var found = NameCandidate(
      words: index..<end, start: head.start, kind: .organisation,
      confidence: isClass ? 0.65 : 0.8,
      rule: head.hasArticle ? "organisation.definite" : "organisation.construct")
    found.classWord = classWord(head, index)
    found.agreement = head.classes.contains(.female) ? .feminine : .masculine
    return found
  }

  /// The name behind a class noun at `index`: "the group [Daesh]", "the paper "[Al-Mizan]"".
  func classified(at index: Int) -> NameCandidate? {
    guard let noun = words.reading(index, of: .organisationClass), !noun.hasArticle else {
      return nil
    }
    var found = quoted(after: index) ?? listed(after: index) ?? unknown(after: index)
    found?.classWord = classWord(noun, index)
    found?.agreement = noun.classes.contains(.female) ? .feminine : .masculine
    return found
  }

  /// The class noun as a later mention uses it, with the article: التنظيم.
  private func classWord(_ reading: Reading, _ index: Int) -> NameKey {
    if reading.hasArticle { return reading.name }
    let span = TextSpan(reading.start, words.words[index].span.upper)
    return NameKey("ال" + words.text.string(in: span))
  }

  // MARK: Heads

  /// "X al-Y …": the end of a name whose head has no article.
  private func constructEnd(_ index: Int, isClass: Bool) -> Int? {
    var end = index + 1
    if let match = listed(at: end) {
      end = match.words.upperBound
      if isClass { return nil }
    } else {
      // One or two nouns without article may stand between: "the council for human rights".
      var middle = 0
      while middle < 2, let reading = words.plain(end), !reading.hasArticle,
        isNoun(end, reading), words.plain(end + 1)?.hasArticle == true || middle == 0
      {
        guard hasDefiniteAhead(end + 1) else { break }
        end += 1
        middle += 1
      }
      guard let complement = words.plain(end) else { return nil }
      if complement.hasArticle, isNominal(end, complement) {
        end += 1
      } else if !isClass, isUnknown(end, complement) {
        end += 1
        if let next = words.plain(end), isUnknown(end, next) { end += 1 }
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
  private func definiteEnd(_ index: Int) -> Int? {
    var end = index + 1
    while end < words.count, isAdjective(end) { end += 1 }
    guard end > index + 1 else { return nil }
    let isOneCommonAdjective = end == index + 2 && words.isPlain(index + 1, .demonym)
    let grown = growth(from: end, mayCoordinate: false)
    return isOneCommonAdjective && grown == end ? nil : grown
  }

  /// Takes adjectives, a second noun behind "and", and a complement behind ل.
  private func growth(from index: Int, mayCoordinate: Bool) -> Int {
    var end = index
    var hasPurpose = false
    while end < words.count, end - index < 6 {
      if isAdjective(end) {
        end += 1
      } else if mayCoordinate, !hasPurpose, isCoordinated(end) {
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

  /// "and the information" of "the ministry of culture and information".
  private func isCoordinated(_ index: Int) -> Bool {
    guard let reading = words.readings(of: index).first(where: { $0.clitics == .conjunction })
    else {
      return false
    }
    return reading.hasArticle && !words.words[index].shape.contains(.inflected)
      && isNominal(index, reading)
      && reading.classes.isDisjoint(with: [.organisationHead, .title, .relative])

  }

  /// "for the fight against terror", "of football": the end of a complement behind ل.
  private func purposeEnd(_ index: Int) -> Int? {
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

  private func isLam(_ index: Int) -> Bool {
    words.text.scalar(at: words.words[index].span.lower)?.value == LetterBuffer.lam
  }

  private func isAdjective(_ index: Int) -> Bool {
    guard let reading = words.plain(index), reading.hasArticle,
      reading.classes.isDisjoint(with: [.function, .time, .title, .relative])
        || reading.classes.contains(.adjective)
    else { return false }
    return words.words[index].shape.contains(.nisba) || reading.classes.contains(.adjective)
  }

  private func isNominal(_ index: Int, _ reading: Reading) -> Bool {
    words.words[index].kind == .arabic
      && reading.classes.isDisjoint(with: [.function, .relative, .complementiser, .time])
  }

  private func isNoun(_ index: Int, _ reading: Reading) -> Bool {
    isNominal(index, reading) && reading.classes.isDisjoint(with: [.cue, .title, .unnamedSource])
      && reading.kinds.contains(.common)
      && words.words[index].shape.isDisjoint(with: [.presentVerb, .inflected, .short])
  }

  private func isUnknown(_ index: Int, _ reading: Reading) -> Bool {
    words.words[index].kind == .arabic && people.strength(index, reading) == .unknown
  }

  // MARK: Class nouns

  private func listed(at index: Int) -> ListRule.Match? {
    guard let reading = words.plain(index), words.words[index].kind == .arabic,
      let match = lists.longest(at: index), match.reading.start == reading.start
    else { return nil }
    return match
  }

  /// A listed name, also a doubtful one: the class noun decides.
  private func listed(after index: Int) -> NameCandidate? {
    guard let match = listed(at: index + 1),
      !match.kinds.isDisjoint(with: [.organisation, .doubtfulOrganisation])
    else { return nil }
    return NameCandidate(
      words: match.words, start: match.reading.start, kind: .organisation,
      confidence: 0.95, rule: "organisation.class.list")
  }

  /// A name in quotation marks.
  private func quoted(after index: Int) -> NameCandidate? {
    guard QuotationSigns.isOpening(words.sign(index + 1)) else { return nil }
    var end = index + 2
    while end < words.count, end - index < 9, !QuotationSigns.isMark(words.sign(end)) { end += 1 }
    guard end < words.count, end > index + 2, QuotationSigns.isMark(words.sign(end)) else {
      return nil
    }
    var found = NameCandidate(
      words: index + 2..<end, start: words.words[index + 2].span.lower, kind: .organisation,
      confidence: 0.9, rule: "organisation.class.quoted")
    found.resume = end + 1
    return found
  }

  /// Unknown words, which a word with the article may follow: "the company [Solaris al-Khalij]".
  private func unknown(after index: Int) -> NameCandidate? {
    var end = index + 1
    while end < words.count, end - index < 4, let reading = words.plain(end) {
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
        confidence: 0.6, rule: "organisation.class.purpose")
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
      confidence: 0.7, rule: "organisation.class.unknown")
  }
}
