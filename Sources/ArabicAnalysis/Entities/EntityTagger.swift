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
      listed(at: index, after: last), people.candidate(at: index, after: title),
      organisations.headed(at: index), organisations.classified(at: index),
      places.classified(at: index),
    ]
    var best: NameCandidate?
    for case let proposal? in proposals where best.map({ proposal.isBetter(than: $0) }) ?? true {
      best = proposal
    }
    return best
  }

  /// An entry of the lists, where its context allows it.
  private func listed(at index: Int, after last: FoundMention?) -> NameCandidate? {
    guard let match = lists.longest(at: index) else { return nil }
    let kinds = match.kinds
    let isLong = match.words.count > 1
    func candidate(_ kind: EntityKind, _ confidence: Double, _ rule: String) -> NameCandidate {
      NameCandidate(
        words: match.words, start: match.reading.start, kind: kind, confidence: confidence,
        rule: rule)
    }
    if kinds.contains(.person) {
      guard !kinds.contains(.place) else { return candidate(.place, 0.9, "list.place") }
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
    if kinds.contains(.organisation) { return candidate(.organisation, 0.95, "list.organisation") }
    if kinds.contains(.place) {
      if !kinds.contains(.doubtfulPlace) || isLong && !kinds.contains(.common) {
        return candidate(.place, isLong ? 0.95 : 0.9, "list.place")
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
    if candidate.kind == .person, let title, title.classWord != TitleTracker.nothing {
      mention.classWord = title.classWord
    }
    return mention
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
