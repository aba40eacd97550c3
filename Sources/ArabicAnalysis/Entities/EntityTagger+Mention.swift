import ArabicText
import EntityModel

// What a name found in the text carries on to the joining step.
extension EntityTagger {
  func mention(_ candidate: NameCandidate, _ title: TitleContext?) -> FoundMention {
    let last = words.words[candidate.words.upperBound - 1]
    var parts: [NameKey] = []
    var unwritten = UnwrittenArticle.none
    for index in candidate.words {
      let isFirst = index == candidate.words.lowerBound
      // القناة 12 is not القناة 13.
      if candidate.kind == .organisation, words.words[index].kind == .number {
        parts.append(NameKey(words.text.string(in: words.words[index].span)))
        continue
      }
      guard let reading = isFirst ? first(of: candidate) : words.plain(index) else { continue }
      parts.append(reading.name)
      if isFirst { unwritten = reading.unwritten }
    }
    var mention = FoundMention(
      span: TextSpan(candidate.start, last.span.upper), kind: candidate.kind,
      form: candidate.form, confidence: candidate.confidence, rule: candidate.rule, parts: parts,
      agreement: candidate.agreement, classWord: candidate.classWord)
    mention.unwritten = unwritten
    let isGuess = candidate.kind == .place && candidate.rule == RuleID.tagger
    if candidate.words.count == 1, candidate.kind == .person || isGuess, candidate.rule != .own {
      mention.otherReadings = words.readings(of: candidate.words.lowerBound).filter {
        $0.start != candidate.start && !$0.clitics.contains(.future)
      }.map { ($0.start, $0.name) }
    }
    mention.isForeign = isForeign(candidate)
    mention.isBehindShare = words.reading(candidate.words.lowerBound - 1, of: .share) != nil
    mention.squeezed = squeezed(candidate)
    mention.isTentative = candidate.isTentative
    mention.canonical = candidate.canonical
    mention.entry = entry(of: parts, candidate.kind)
    if candidate.kind == .organisation, mention.classWord == nil {
      mention.classWord = organisations.classWord(of: candidate.words)
    }
    if candidate.kind == .person, mention.agreement == nil {
      mention.agreement = genderBehindVerb(candidate)
    }
    if candidate.kind == .organisation { mention.nisba = nisba(behind: candidate) }
    if candidate.kind == .organisation, mention.agreement == nil {
      mention.agreement = words.agreement(ofOrganisation: candidate.words.lowerBound)
    }
    if candidate.kind == .organisation, parts.count > 1,
      words.reading(candidate.words.lowerBound, of: [.organisationClass, .club]) != nil
        || words.reading(candidate.words.lowerBound + 1, of: .ministry) != nil
    {
      mention.bareParts = Array(parts.dropFirst())
    }
    if candidate.kind == .place, parts.count == 1 {
      mention.isInPlaceContext = isInPlaceContext(candidate)
    }
    // "The minister to X", "the minister and X": a title brings in nobody behind a clitic.
    let isBehindClitic = candidate.start != words.words[candidate.words.lowerBound].span.lower
    if candidate.kind == .person, !isBehindClitic, let title,
      title.classWord != TitleTracker.nothing
    {
      mention.classWord = title.classWord
      mention.nisba = nisba(before: candidate.words.lowerBound, from: title.index)
    }
    return mention
  }

  /// شركة نوفا المغربية: the nisba of a country right behind the name of a body, or behind the mark that closes it.
  private func nisba(behind candidate: NameCandidate) -> NameKey? {
    var index = candidate.words.upperBound
    if QuotationSigns.isMark(words.sign(index)) { index += 1 }
    guard let nisba = words.plain(index), nisba.classes.contains(.demonym), nisba.hasArticle else {
      return nil
    }
    return nisba.name
  }

  /// وقالت شكور: what a verb of saying that takes no object beside its clause tells of the name right behind it.
  private func genderBehindVerb(_ candidate: NameCandidate) -> Agreement? {
    let first = candidate.words.lowerBound
    guard candidate.start == words.words[first].span.lower, words.sign(first - 1) == 0,
      let verb = words.reading(first - 1, of: .cue),
      let form = words.lexicon.cues[verb.word]?.first,
      form.strength == .strong, form.frame.isDisjoint(with: [.object, .secondObject, .nounPhrase])
    else { return nil }
    switch form.slot {
    case .masculine: return .masculine
    case .feminine: return .feminine
    default: return nil
    }
  }

  /// The reading of the first word of a name: of two that begin alike, للبنان and للعراق, the known one.
  private func first(of candidate: NameCandidate) -> Reading? {
    let readings = words.readings(of: candidate.words.lowerBound)
    let fitting = readings.filter { $0.start == candidate.start }
    return fitting.first { !$0.kinds.isDisjoint(with: Self.known) } ?? fitting.first
      ?? readings.first
  }

  private static let known: NameKinds = [.place, .organisation, .given, .surname, .person]

  private func isForeign(_ candidate: NameCandidate) -> Bool {
    let index = candidate.words.upperBound - 1
    let reading = candidate.words.count == 1 ? first(of: candidate) : words.plain(index)
    guard candidate.kind == .person, words.words[index].kind == .arabic, let reading,
      !reading.hasArticle, reading.classes.isEmpty
    else { return false }
    return reading.kinds.isDisjoint(with: [.given, .common])
  }

  /// The last two words of a person's name written as one: نصرالله for نصر الله, أبوزيد for أبو زيد.
  private func squeezed(_ candidate: NameCandidate) -> NameKey? {
    guard candidate.kind == .person, candidate.words.count > 1 else { return nil }
    let last = candidate.words.upperBound - 1
    guard words.words[last - 1].kind == .arabic,
      words.plain(last)?.hasArticle == true || words.isPlain(last - 1, .kunya)
    else { return nil }
    let text = TextSpan(
      max(candidate.start, words.words[last - 1].span.lower), words.words[last].span.upper)
    return NameKey(words.text.string(in: text).filter { $0 != " " })
  }

  /// Whether a preposition, a class noun or another place stands before a place.
  ///
  /// A preposition that is written onto a word asks for a place only where the lists have the word for one:
  /// المعادية للبرهان.
  private func isInPlaceContext(_ place: NameCandidate) -> Bool {
    let index = place.words.lowerBound
    if words.readings(of: index).contains(where: {
      $0.start == place.start && $0.clitics.contains(.preposition)
        && !$0.kinds.isDisjoint(with: [.place, .doubtfulPlace])
    }) {
      return true
    }
    return words.isPlain(index - 1, [.placePreposition, .function])
      && !words.isPlain(index - 1, .complementiser)
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
