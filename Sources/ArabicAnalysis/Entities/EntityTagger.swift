import ArabicText
import EntityModel

/// Finds the names of one paragraph: at each word the rules propose, the longest proposal wins.
struct EntityTagger {
  let words: ParagraphWords
  private let lists: ListRule
  private let people: PersonRule
  private let organisations: OrganisationRule
  private let places: PlaceRule

  init(words: ParagraphWords) {
    self.words = words
    lists = ListRule(words: words)
    people = PersonRule(words: words)
    organisations = OrganisationRule(words: words)
    places = PlaceRule(words: words)
  }

  /// The names in text order, not overlapping.
  ///
  /// - Complexity: O(*n*) in the words: every rule looks a bounded number of words ahead.
  func mentions() -> [FoundMention] {
    var found: [FoundMention] = []
    var titles = TitleTracker(words: words)
    var index = 0
    while index < words.count {
      guard let best = best(at: index, titles.current, after: found.last) else {
        titles.pass(index)
        index += 1
        continue
      }
      found.append(mention(best, titles.current))
      if best.kind == .person { titles.close() } else { titles.passName(of: best.words.count) }
      index = max(best.resume, index + 1)
    }
    return found
  }

  private func best(
    at index: Int, _ title: TitleContext?, after last: FoundMention?
  ) -> NameCandidate? {
    switch words.words[index].kind {
    case .number, .punctuation: return nil
    case .foreign: return foreign(at: index, title, after: last)
    case .arabic: break
    }
    let proposals = [
      listed(at: index, title, after: last), people.candidate(at: index, after: title),
      organisations.headed(at: index), organisations.classified(at: index),
      organisations.ministry(at: index), organisations.markedSource(at: index),
      places.classified(at: index), places.coordinated(at: index, after: last),
    ]
    var best: NameCandidate?
    for case let proposal? in proposals where best.map({ proposal.isBetter(than: $0) }) ?? true {
      best = proposal
    }
    return best
  }

  /// An entry of the lists, where its context allows it.
  private func listed(
    at index: Int, _ title: TitleContext?, after last: FoundMention?
  ) -> NameCandidate? {
    guard var match = lists.longest(at: index), !standsBehindClass(match) else { return nil }
    let kinds = match.kinds
    // القدس المحتلة: said of the place, no part of its name.
    if match.words.count > 1, words.isPlain(match.words.upperBound - 1, .attribute) {
      match.words = match.words.dropLast()
    }
    let isLong = match.words.count > 1
    func candidate(_ kind: EntityKind, _ confidence: Double, _ rule: String) -> NameCandidate {
      NameCandidate(
        words: match.words, start: match.reading.start, kind: kind, confidence: confidence,
        rule: rule)
    }
    if kinds.contains(.person) {
      guard !kinds.contains(.place) else {
        return place(candidate(.place, 0.9, "list.place"), title)
      }
      var found = candidate(.person, 0.95, "list.person")
      // The chain of name parts may go on where the entry ends.
      if let chain = people.candidate(at: index, after: nil),
        chain.words.upperBound > match.words.upperBound
      {
        found = chain
      }
      found.agreement = match.reading.kinds.contains(.female) ? .feminine : .masculine
      return found
    }
    if kinds.contains(.organisation) {
      return candidate(.organisation, 0.95, "list.organisation")
    }
    if kinds.contains(.place) {
      if !kinds.contains(.doubtfulPlace) || isLong && !kinds.contains(.common) {
        return place(candidate(.place, isLong ? 0.95 : 0.9, "list.place"), title)
      }
      guard match.reading.classes.isDisjoint(with: [.cue, .function, .title]) else { return nil }
      let isNeighbour = last.map { $0.kind == .place && follows(index, $0) } ?? false
      let isShort =
        words.words[index].shape.contains(.short) || words.words[index].span.utf8Count < 9
      if places.isExpected(at: index, reading: match.reading) || isNeighbour && !isShort {
        return candidate(.place, 0.6, "list.place.context")
      }
    }
    return nil
  }

  /// "General Dayton": directly behind a title that takes no complement, the name of a place is that of
  /// a person.
  private func place(_ found: NameCandidate, _ title: TitleContext?) -> NameCandidate {
    guard let title, title.isAdjacent, title.classWord != TitleTracker.nothing,
      found.words.count == 1, words.reading(title.index, of: .title)?.hasArticle == true,
      words.words[found.words.lowerBound].span.lower == found.start
    else { return found }
    var person = found
    person.kind = .person
    person.confidence = 0.6
    person.rule = "person.title.place"
    person.agreement = title.agreement
    return person
  }

  /// Whether an entry begins with a class noun that stays outside: "the town of X", "the agency X".
  ///
  /// It does where the rest is an entry of the same kind.
  private func standsBehindClass(_ match: ListRule.Match) -> Bool {
    guard match.words.count > 1, !match.reading.hasArticle,
      !match.reading.classes.isDisjoint(with: [.placeClass, .organisationClass]),
      match.reading.classes.isDisjoint(with: .facility),
      let rest = lists.longest(at: match.words.lowerBound + 1),
      rest.words.upperBound == match.words.upperBound,
      rest.reading.start == words.words[rest.words.lowerBound].span.lower
    else { return false }
    let places: NameKinds = [.place, .doubtfulPlace]
    let organisations: NameKinds = [.organisation, .doubtfulOrganisation]
    return !match.kinds.isDisjoint(with: places) && !rest.kinds.isDisjoint(with: places)
      || !match.kinds.isDisjoint(with: organisations)
        && !rest.kinds.isDisjoint(with: organisations)
  }

  /// Whether only "and" or a comma stands between a mention and the word at `index`.
  private func follows(_ index: Int, _ mention: FoundMention) -> Bool {
    guard index > 0 else { return false }
    if words.words[index - 1].span.upper == mention.span.upper {
      return words.words[index].span.lower < (words.readings(of: index).last?.start ?? .zero)
    }
    return words.sign(index - 1) == 0x60C && index > 1
      && words.words[index - 2].span.upper == mention.span.upper
  }

  /// Names in other scripts: a person behind a title, an acronym.
  private func foreign(
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

  private func mention(_ candidate: NameCandidate, _ title: TitleContext?) -> FoundMention {
    let last = words.words[candidate.words.upperBound - 1]
    var parts: [NameKey] = []
    for index in candidate.words {
      let readings = words.readings(of: index)
      let isFirst = index == candidate.words.lowerBound
      let reading = readings.first { !isFirst || $0.start == candidate.start } ?? readings.first
      if let reading { parts.append(reading.name) }
    }
    var mention = FoundMention(
      span: TextSpan(candidate.start, last.span.upper), kind: candidate.kind,
      form: candidate.form, confidence: candidate.confidence, rule: candidate.rule, parts: parts,
      agreement: candidate.agreement, classWord: candidate.classWord)
    mention.isTentative = candidate.isTentative
    mention.entry = entry(of: parts, candidate.kind)
    if candidate.kind == .organisation, mention.agreement == nil {
      mention.agreement = words.agreement(ofOrganisation: candidate.words.lowerBound)
    }
    if candidate.kind == .organisation, parts.count > 1,
      words.reading(candidate.words.lowerBound, of: [.organisationClass, .club]) != nil
    {
      mention.bareParts = Array(parts.dropFirst())
    }
    if candidate.kind == .place, parts.count == 1 {
      mention.isInPlaceContext = isInPlaceContext(candidate)
    }
    if candidate.kind == .person, let title, title.classWord != TitleTracker.nothing {
      mention.classWord = title.classWord
      mention.nisba = nisba(before: candidate.words.lowerBound, from: title.index)
    }
    return mention
  }

  /// Whether a preposition, a class noun or another place stands before a place.
  private func isInPlaceContext(_ place: NameCandidate) -> Bool {
    let index = place.words.lowerBound
    if words.readings(of: index).contains(where: {
      $0.start == place.start && $0.clitics.contains(.preposition)
    }) {
      return true
    }
    return words.isPlain(index - 1, [.placePreposition, .function])
      || words.reading(index - 1, of: .placeClass) != nil
  }

  /// The last nisba of a country between a title and the name behind it.
  private func nisba(before index: Int, from title: Int) -> NameKey? {
    var last = index - 1
    while last > title {
      if let reading = words.plain(last), reading.classes.contains(.demonym) { return reading.name }
      last -= 1
    }
    return nil
  }

  /// The entry of the lists for a whole name, if it has an English name.
  private func entry(of parts: [NameKey], _ kind: EntityKind) -> NameEntry? {
    guard kind == .place || kind == .organisation, let first = parts.first else { return nil }
    let key = parts.dropFirst().reduce(first) { $0.appending($1) }
    let wanted: NameKinds =
      kind == .place ? .place : [.organisation, .doubtfulOrganisation]
    guard let entry = words.names[key], entry.gloss != 0, !entry.kinds.isDisjoint(with: wanted)
    else {
      return nil
    }
    return entry
  }
}
