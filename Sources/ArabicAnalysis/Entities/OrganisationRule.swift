import ArabicText
import EntityModel

/// Organisations: heads that grow over their complements, and names behind class nouns.
struct OrganisationRule {
  let words: ParagraphWords
  let lists: ListRule
  let people: PersonRule

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
    // "The party [the Christian Social Union]": the rest is a name by itself.
    if isClass, !head.hasArticle, definiteName(at: index + 1) { return nil }
    let end = head.hasArticle ? definiteEnd(index, head) : constructEnd(index, isClass: isClass)
    guard var end else { return nil }
    // A listed name is whole: what it is for ("the coordinator of the European Union for …") is not.
    if let match = lists.longest(at: index), match.kinds.contains(.organisation),
      match.words.count > 1, match.words.upperBound < end, isLam(match.words.upperBound)
    {
      end = match.words.upperBound
    }
    var found = NameCandidate(
      words: index..<end, start: head.start, kind: .organisation,
      confidence: isClass
        ? words.parameters.names.confidence.headOfClass : words.parameters.names.confidence.head,
      rule: head.hasArticle ? .organisationDefinite : .organisationConstruct)
    found.classWord = classWord(head, index)
    found.agreement = head.classes.contains(.female) ? .feminine : .masculine
    return found
  }

  /// The name behind a class noun at `index`: "the group [Daesh]", "the paper "[Al-Mizan]"".
  func classified(at index: Int) -> NameCandidate? {
    guard let noun = words.reading(index, of: .organisationClass), !noun.hasArticle else {
      return nil
    }
    var found =
      quoted(after: index) ?? listed(after: index) ?? teknonym(after: index)
      ?? town(of: noun, after: index) ?? unknown(after: index)
    found?.classWord = classWord(noun, index)
    found?.agreement = noun.classes.contains(.female) ? .feminine : .masculine
    return found
  }

  private func definiteName(at index: Int) -> Bool {
    guard let head = words.plain(index), head.hasArticle, head.classes.contains(.organisationHead)
    else { return false }
    return definiteEnd(index, head) != nil
  }

  /// الخارجية المصرية, "the spokesman of al-Kharijiya": a ministry by its field alone.
  func ministry(at index: Int) -> NameCandidate? {
    guard let reading = words.reading(index, of: .ministry),
      reading.clitics.isEmpty
        || reading.clitics == .conjunction || reading.clitics == .preposition
    else { return nil }
    var end = index + 1
    if let nisba = words.plain(end), nisba.classes.contains(.demonym),
      words.words[end].shape.contains(.feminine), words.words[end].kind == .arabic
    {
      // السياسة الخارجية المصرية, وسائل الإعلام المصرية, وزير الخارجية: part of a longer phrase.
      if let last = words.plain(index - 1), reading.clitics.isEmpty,
        last.hasArticle || last.classes.contains(.title)
          || last.kinds.contains(.common)
            && last.classes.isDisjoint(with: [.cue, .function, .placePreposition, .complementiser])
      {
        return nil
      }
      end += 1
    } else {
      guard reading.clitics.isEmpty,
        words.plain(index - 1)?.name == NameKeys.inTheNameOf || isSubjectOfReport(index)
      else { return nil }
    }
    var found = NameCandidate(
      words: index..<end, start: reading.start, kind: .organisation,
      confidence: end > index + 1
        ? words.parameters.names.confidence.ministryWithNisba
        : words.parameters.names.confidence.ministry,
      rule: .organisationMinistry)
    found.agreement = .feminine
    return found
  }

  /// Whether a verb of saying in the feminine stands right before.
  private func isSubjectOfReport(_ index: Int) -> Bool {
    guard let cue = words.reading(index - 1, of: .cue), !cue.clitics.contains(.preposition) else {
      return false
    }
    return words.lexicon.cues[cue.word]?.contains { $0.slot == .feminine } == true
  }

  /// وأشارت «بيلد» إلى أن, «بيلد»: …: a marked name that speaks, with a word that no list knows.
  func markedSource(at index: Int) -> NameCandidate? {
    guard index > 0, QuotationSigns.isOpening(words.sign(index - 1)),
      !words.isFutureVerb(at: index)
    else { return nil }
    var end = index
    var isName = false
    while end < words.count, end - index < words.parameters.names.longestMarkedSource,
      !QuotationSigns.isMark(words.sign(end))
    {
      guard words.sign(end) == 0, let reading = words.plain(end),
        words.words[end].kind == .foreign
          || reading.classes.isDisjoint(with: [.function, .complementiser, .cue, .title])
      else { return nil }
      let isKnown = reading.kinds.contains(.common) || reading.kinds.isPart
      if words.words[end].kind == .foreign
        || !isKnown && !words.words[end].shape.contains(.inflected)
        || reading.kinds.contains(.doubtfulOrganisation)
      {
        isName = true
      }
      end += 1
    }
    guard isName, end > index, QuotationSigns.isMark(words.sign(end)) else { return nil }
    let isHeadline = index == 1 && words.sign(end + 1) == Signs.colon
    guard isHeadline || isBehindReport(index - 2) && opensClause(end + 1) else { return nil }
    var found = NameCandidate(
      words: index..<end, start: words.words[index].span.lower, kind: .organisation,
      confidence: words.parameters.names.confidence.markedSource,
      rule: .organisationMarkedSource)
    found.agreement = .feminine
    found.resume = end + 1
    return found
  }

  private func isBehindReport(_ index: Int) -> Bool {
    guard let cue = words.reading(index, of: .cue), !cue.clitics.contains(.preposition) else {
      return false
    }
    return words.lexicon.cues[cue.word]?.contains {
      $0.strength == .strong && !$0.slot.isParticiple && $0.slot != .noun
    } == true
  }

  /// A clause, a comma or an adjunct: the marked words were the subject.
  private func opensClause(_ index: Int) -> Bool {
    SentenceSigns.isComma(words.sign(index)) || words.isPlain(index, [.complementiser, .function])
      || words.sign(index) == Signs.colon
  }

  /// The class noun that heads the name `range` or stands before it, also before a quotation mark.
  func classWord(of range: Range<Int>) -> NameKey? {
    let first = range.lowerBound
    let before = QuotationSigns.isMark(words.sign(first - 1)) ? first - 2 : first - 1
    for index in (range.count > 1 ? [first] : []) + [before] {
      if let noun = words.reading(index, of: .organisationClass) { return classWord(noun, index) }
    }
    guard range.count > 1 else { return nil }
    // صندوق النقد الدولي: later الصندوق.
    if let head = words.reading(first, of: .organisationHead) { return classWord(head, first) }
    // القناة الـ12
    guard let head = words.plain(first), head.hasArticle,
      words.lexicon.classesWithoutArticle[head.word]?.contains(.organisationClass) == true
    else { return nil }
    return head.name
  }

  /// The class noun as a later mention uses it, with the article: التنظيم.
  private func classWord(_ reading: Reading, _ index: Int) -> NameKey {
    if reading.hasArticle { return reading.name }
    let span = TextSpan(reading.start, words.words[index].span.upper)
    return NameKey("ال" + words.text.string(in: span))
  }
}
