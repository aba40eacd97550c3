import ArabicText
import EntityModel

/// A quotation with the entity that speaks, by its cluster.
struct ResolvedQuotation {
  var found: FoundQuotation
  var speaker: Int?
  var via: Int?
  /// The resolved quotation around it, by its place in the list.
  var parent: Int?
}

/// Finds who speaks: the head of the source phrase, or the one who spoke before.
struct SpeakerResolver {
  var joiner: EntityJoiner
  let text: DecodedText
  let parameters: RuleParameters.Speakers
  let confidences: RuleParameters.QuotationConfidence
  /// Whether the entities were given: none is added, and their nominal mentions are known.
  var isClosed = false
  /// The countries that the text speaks of.
  private var countries = StatedCountries()
  /// Who spoke so far, latest last.
  var history: [Int] = []
  /// The mentions of all clusters in text order.
  var places: [(span: TextSpan, cluster: Int)] = []
  var nominals: [FoundNominal] = []
  /// The mentions by common nouns.
  var nominalSpans: Set<TextSpan> = []
  /// The entity of each source phrase, which reports of one sentence share.
  var speakers: [TextSpan: Int] = [:]
  /// The entities made of source phrases that no list knows.
  var unknownSources: [NameKey: Int] = [:]
  /// The unnamed sources by their phrases, and by the first words of these.
  var unnamedPhrases: [String: Int] = [:]
  var unnamedHeads: [String: [Int]] = [:]
  /// The phrase by which each nameless source was brought in.
  var firstSources: [Int: TextSpan] = [:]
  /// The reports that each entity makes or hands on, by their places in what was resolved.
  var reports: [Int: [Int]] = [:]
  /// Nameless entities that turned out to be named ones, not yet made one with them.
  var renamed: [(unnamed: Int, named: Int)] = []
  /// Whose the documents are that the text says it of.
  var ownersOfDocuments: [Int: Int] = [:]
  /// The titles of those who lead something, as what stands before their names says: برئاسة N.
  var leaders: [Int: Set<NameKey>] = [:]
  /// Who speaks in the headline without a name, until the first who speaks below it is known.
  var headlineSource: Int?
  /// Whether the report that is looked at goes on with a speech.
  var speechGoesOn = false
  /// Where the first paragraph ends.
  var headlineEnd = TextOffset.zero
  /// Where the paragraph begins that is looked at, and the one before it.
  var paragraphStart = TextOffset.zero
  var previousParagraphStart = TextOffset.zero
  /// The reports without a subject, with those who may have made them; `nil` where nobody asks.
  var dropped: [DroppedSubject]?
  /// The organisations by the first words of their names, with the article.
  var organisationsOfHead: [NameKey: [Int]] = [:]
  /// Who reports what is no quotation, in text order: أعربت [واشنطن] عن قلقها, شدد [رئيس الحركة] على.
  var voices: [TextSpan] = []
  /// The places in ``nominals`` of each noun.
  var nominalsOfNoun: [NameKey: [Int]] = [:]

  init(
    _ joiner: EntityJoiner, text: DecodedText, parameters: RuleParameters.Speakers,
    confidences: RuleParameters.QuotationConfidence
  ) {
    self.parameters = parameters
    self.confidences = confidences
    self.joiner = joiner
    self.text = text
    for (number, cluster) in joiner.clusters.enumerated() {
      for mention in cluster.mentions { places.append((mention.span, number)) }
    }
    places.sort { $0.span < $1.span }
  }

  /// The quotations of `findings`, given in text order, with their speakers.
  ///
  /// - Complexity: O(*n* log *n*) in mentions and quotations.
  mutating func resolve(_ findings: [ParagraphFindings]) -> [ResolvedQuotation] {
    nominals = findings.flatMap(\.nominals)
    headlineEnd = findings.first { !$0.paragraph.content.isEmpty }?.paragraph.content.upper ?? .zero
    for (place, nominal) in nominals.enumerated() where nominal.classes.contains(.document) {
      nominalsOfNoun[nominal.key, default: []].append(place)
    }
    countries = StatedCountries(joiner)
    if !isClosed {
      noteHeads()
      let apposed = noteApposedTitles()
      noteLeaders()
      addIntroducedNominals(except: apposed)
    }
    var resolved: [ResolvedQuotation] = []
    var lastSpeech: Int?
    // A report whose content stands in the next paragraph.
    var pending: FoundQuotation?
    for paragraph in findings {
      let base = resolved.count
      if !paragraph.paragraph.content.isEmpty {
        previousParagraphStart = paragraphStart
        paragraphStart = paragraph.paragraph.content.lower
      }
      for actor in paragraph.actors {
        voices.append(actor)
        // A noun with the article is told of elsewhere, and brings nobody in.
        if !isClosed, mentions(in: actor).isEmpty, speakers[actor] == nil,
          nominal(at: actor)?.isDefinite != true
        {
          speakers[actor] = entity(in: actor)
        }
      }
      for quote in paragraph.quotations {
        var quote = quote
        if let open = pending, quote.resumesFamily != nil, quote.cue == nil {
          quote = open.continued(by: quote)
        }
        pending = nil
        if let family = quote.resumesFamily, quote.cue == nil, let last = lastSpeech,
          resolved[last].found.openFamily == family
        {
          resolved[last].found.content += quote.content
          resolved[last].found.verbatim += quote.verbatim
          resolved[last].found.openFamily = quote.openFamily
          continue
        }
        quote.source = quote.source.map(wholeName)
        var next = ResolvedQuotation(found: quote)
        next.speaker = speaker(of: quote)
        if let source = quote.via?.source { next.via = entity(in: source) }
        next.parent = quote.parent.map { base + $0 }
        if resolved.isEmpty, let speaker = next.speaker { noteHeadline(quote, speaker) }
        if let named = namedInBody(next), let unnamed = headlineSource {
          renamed.append((unnamed, named))
        }
        if quote.speaker == .nearby, let parent = quote.parent {
          next.speaker = nearby(quote, in: paragraph.quotations[parent])
        }
        for cluster in Set([next.speaker, next.via].compactMap(\.self)) {
          reports[cluster, default: []].append(resolved.count)
        }
        resolved.append(next)
        for (unnamed, named) in renamed { rename(unnamed, to: named, &resolved) }
        renamed = []
        if quote.source != nil, quote.parent == nil, let speaker = next.speaker {
          learnGender(of: speaker, from: quote.slot)
        }
        if quote.kind.isSpeech { lastSpeech = resolved.count - 1 }
        if quote.kind.isSpeech, let speaker = next.speaker, quote.parent == nil {
          history.append(speaker)
        }
      }
      if let open = paragraph.pending {
        pending = open
      } else if !paragraph.paragraph.content.isEmpty {
        pending = nil
      }
    }
    attributeHeadline(&resolved)
    if !isClosed { addStanding() }
    for index in resolved.indices {
      resolved[index].found.confidence = confidence(of: resolved[index])
    }
    return resolved
  }

  /// قالت جاريت: the verb of a person who speaks tells the gender that no list knows.
  private mutating func learnGender(of speaker: Int, from slot: CueSlot?) {
    guard joiner.clusters[speaker].kind == .person else { return }
    switch slot {
    case .masculine: joiner.clusters[speaker].agreement = .masculine
    case .feminine: joiner.clusters[speaker].agreement = .feminine
    default: break
    }
  }

  /// كباشي, where the source phrase was taken for باشي behind ك: a phrase with all of the name that it begins in.
  private func wholeName(_ source: TextSpan) -> TextSpan {
    let index = place(of: source.lower) - 1
    guard index >= 0, places[index].span.upper > source.lower,
      places[index].span.upper <= source.upper
    else { return source }
    return TextSpan(places[index].span.lower, source.upper)
  }

  /// Definite nouns that introduced an entity of this text stand for it.
  private mutating func addIntroducedNominals(except apposed: Set<TextSpan>) {
    for nominal in nominals
    where nominal.isDefinite && !nominal.hasComplement && !apposed.contains(nominal.span) {
      guard let owner = owner(of: nominal), !isApposed(nominal, to: owner) else { continue }
      joiner.add(nominal, to: owner, rule: .nominalClass)
      places.append((nominal.span, owner))
      nominalSpans.insert(nominal.span)
    }
    places.sort { $0.span < $1.span }
  }

  /// The entity that a common noun stands for; before the first that it introduces, none of another country
  /// than the text speaks of there.
  func owner(of nominal: FoundNominal) -> Int? {
    let named = nominal.nisba.flatMap { Lexicon.builtIn.countries[$0] }
    return joiner.owner(
      of: nominal,
      where: { !isOfOtherGender($0, nominal) && !holdsOther($0, nominal, nominal.span) }
    ) { cluster in
      // الكاتبة is no columnist who is named later, as far as is known.
      if cluster.kind == .person, nominal.agreement == .feminine, cluster.agreement != .feminine {
        return true
      }
      if cluster.kind == .person, isNamedLater(cluster, inSentenceOf: nominal.span) { return true }
      if let named { return named.isDisjoint(with: StatedCountries.countries(of: cluster)) }
      return countries.areOthers(
        than: cluster, at: nominal.span, in: text,
        longestSentence: joiner.parameters.longestSentence)
    }
  }

  /// Whether a person is known to be a man and the noun is that of a woman, or the other way round.
  private func isOfOtherGender(_ cluster: Int, _ nominal: FoundNominal) -> Bool {
    let person = joiner.clusters[cluster]
    guard person.kind == .person, let agreement = person.agreement else { return false }
    return agreement != nominal.agreement && !nominal.classes.contains(.either)
  }

  /// قال الرئيس، خلال استقباله رئيس الوزراء N: whether somebody is first named behind a noun, in its own sentence.
  private func isNamedLater(_ cluster: EntityCluster, inSentenceOf noun: TextSpan) -> Bool {
    guard let first = cluster.firstMention, first.lower > noun.upper,
      first.lower - noun.upper < joiner.parameters.longestSentence
    else { return false }
    return text.scalars(in: TextSpan(noun.upper, first.lower)).allSatisfy {
      !SentenceSigns.isTerminator($0.value) && !SentenceSigns.isLineEnd($0.value)
    }
  }

  private mutating func speaker(of quote: FoundQuotation) -> Int? {
    speechGoesOn = quote.goesOn
    switch quote.speaker {
    case .nobody, .nearby: return nil
    case .source:
      guard let source = quote.source else {
        return broughtIn(before: quote) ?? newTopic(of: quote) ?? actor(before: quote)
          ?? ranked(quote) ?? previous(agreeing: quote.slot)
      }
      if let known = speakers[source] { return known }
      let found = entity(in: source)
      if let found {
        speakers[source] = found
        noteTitles(of: found, in: source, quote)
      }
      return found ?? (isClosed ? ranked(quote) ?? previous(agreeing: quote.slot) : nil)
    case .previous:
      if let latter = quote.latter.flatMap({ mentions(in: $0).first?.cluster }) { return latter }
      if let person = broughtIn(before: quote) ?? voice(before: quote) { return person }
      if let person = newTopic(of: quote) ?? actor(before: quote) { return person }
      if let ranked = ranked(quote) { return fitting(ranked, quote) }
      if let named = introduced(before: quote) ?? topic(of: quote) { return named }
      return history.isEmpty
        ? mentioned(before: quote) ?? nameless(of: quote) ?? nearest(to: quote)
        : previous(agreeing: quote.slot)
    }
  }

  /// Who is quoted inside a quotation: the person named in it last before the cue.
  private func nearby(_ quote: FoundQuotation, in parent: FoundQuotation) -> Int? {
    guard let outer = parent.content.first, let cue = quote.cue, outer.lower < cue.span.lower else {
      return nil
    }
    return mentions(in: TextSpan(outer.lower, cue.span.lower)).last { place in
      let cluster = joiner.clusters[place.cluster]
      return cluster.kind == .person && (quote.slot.map { agrees(cluster, $0) } ?? true)
    }?.cluster
  }

  // MARK: Dropped subjects

  /// The subject of the sentence before, if nobody has spoken since and the verb goes on with no speech.
  func topic(of quote: FoundQuotation) -> Int? {
    guard let topic = quote.topic else { return nil }
    if quote.isContinuation, let last = history.last, agrees(joiner.clusters[last], quote.slot) {
      return nil
    }
    // وأعلن المفاوضون انسحابهم. وقالوا: several whom only a noun names.
    let kinds: [EntityKind] =
      quote.slot == .plural ? [.person, .organisation, .unnamed] : [.person, .organisation]
    // أما قائد الفريق N: the club that he leads is not meant.
    let inside = mentions(in: topic)
    guard
      let place = person(named: inside, in: topic).flatMap({
        isGoverned($0.span, in: topic) ? nil : $0
      })
        ?? inside.first(where: { kinds.contains(joiner.clusters[$0.cluster].kind) }),
      agrees(joiner.clusters[place.cluster], quote.slot)
    else { return nil }
    return place.cluster
  }

  /// A person of whom the sentence before tells, where the paragraph has not named whoever spoke last: أما قائد الفريق N فبدا
  /// حذرا؛ قال.
  private func newTopic(of quote: FoundQuotation) -> Int? {
    guard !quote.isContinuation, quote.slot == .masculine || quote.slot == .feminine,
      let last = history.last, let topic = topic(of: quote), topic != last,
      joiner.clusters[topic].kind == .person,
      let here = quote.cue?.span.lower ?? quote.content.first?.lower,
      (joiner.clusters[last].lastMention(before: here) ?? .zero) < paragraphStart
    else { return nil }
    return topic
  }

  /// Who is named by an office or a role alone right behind the verb of the sentence before, whatever that names behind it:
  /// زار وزير الخارجية القاهرة، وقال.
  private mutating func actor(before quote: FoundQuotation) -> Int? {
    guard !quote.isContinuation || history.isEmpty,
      let topic = quote.topic, let head = nominal(at: topic),
      head.span.lower == topic.lower, isOffice(head, of: quote.slot),
      isBehindFirstWord(topic.lower)
    else { return nil }
    let phrase = whole(head)
    // زار وزير الخارجية N القاهرة
    let isNamed = mentions(in: TextSpan(phrase.upper, phrase.upper + Self.spaceAndMark)).contains {
      joiner.clusters[$0.cluster].kind == .person && !nominalSpans.contains($0.span)
    }
    if isNamed { return nil }
    guard isClosed else { return entity(in: phrase) }
    return mentions(in: phrase).first { joiner.clusters[$0.cluster].kind == .unnamed }?.cluster
  }

  /// Whether a noun that stands for somebody has the gender of a verb in the singular.
  private func isOffice(_ head: FoundNominal, of slot: CueSlot?) -> Bool {
    guard head.isDefinite, !head.classes.isDisjoint(with: [.title, .unnamedSource]),
      !head.classes.contains(.document)
    else { return false }
    return slot == .masculine && head.agreement == .masculine
      || slot == .feminine && head.agreement == .feminine
  }

  /// Whether one word stands before `offset` in its sentence.
  private func isBehindFirstWord(_ offset: TextOffset) -> Bool {
    var words = 0
    var isInWord = false
    var place = offset
    while let scalar = text.scalar(before: place), words < 2 {
      if SentenceSigns.isTerminator(scalar.value) || SentenceSigns.isLineEnd(scalar.value) { break }
      let isLetter = ScalarProperties(scalar.value).isArabicLetter
      if isLetter, !isInWord { words += 1 }
      guard
        isLetter || ScalarProperties(scalar.value).isSpace || ScalarProperties(scalar.value).isMark
      else { return false }
      isInWord = !ScalarProperties(scalar.value).isSpace
      place = scalar.offset
    }
    return words == 1
  }

  /// Who is named by an office or a role alone, where nobody else was: استقال وزير المالية، وقال.
  private mutating func nameless(of quote: FoundQuotation) -> Int? {
    guard !isClosed, let topic = quote.topic, let head = nominal(at: topic),
      head.span.lower == topic.lower, isOffice(head, of: quote.slot)
    else { return nil }
    return entity(in: head.span)
  }

  /// The person whom the sentence before brings in last: بينهم وسيم الحافظ. وقال: …
  func introduced(before quote: FoundQuotation) -> Int? {
    guard let cue = quote.cue, quote.slot?.isParticiple == false else { return nil }
    let index = places.firstIndex(from: cue.span.lower, by: \.span) - 1
    guard index >= 0, joiner.clusters[places[index].cluster].kind == .person,
      agrees(joiner.clusters[places[index].cluster], quote.slot)
    else { return nil }
    let name = places[index].span
    guard cue.span.lower - name.upper < parameters.introducedReach,
      let before = word(before: name.lower)
    else { return nil }
    return Lexicon.builtIn.classes[NameKey(phrase: before)]?.contains(.among) == true
      ? places[index].cluster : nil
  }

  /// The word that ends right before `offset`, or with a space between.
  func word(before offset: TextOffset) -> String? {
    var start = offset
    var letters: [UInt32] = []
    while let scalar = text.scalar(before: start), letters.count < parameters.longestIntroduction {
      let isSpace = ScalarProperties(scalar.value).isSpace
      if isSpace, !letters.isEmpty { break }
      if !isSpace { letters.append(scalar.value) }
      start = scalar.offset
    }
    guard !letters.isEmpty else { return nil }
    return String(String.UnicodeScalarView(letters.reversed().compactMap(Unicode.Scalar.init)))
  }

  /// Where nobody has spoken, the person named last before the verb, if its form allows it.
  private func mentioned(before quote: FoundQuotation) -> Int? {
    guard let cue = quote.cue, let slot = quote.slot, slot != .passive, slot != .noun else {
      return nil
    }
    return places[..<place(of: cue.span.lower)].suffix(parameters.titleMemory).last {
      let cluster = joiner.clusters[$0.cluster]
      return cluster.kind == .person && agrees(cluster, slot)
    }?.cluster
  }

  /// The latest speaker that the verb's form allows.
  private func previous(agreeing slot: CueSlot?) -> Int? {
    guard let slot, !history.isEmpty else { return history.last }
    var seen: Set<Int> = []
    for speaker in history.suffix(parameters.subjectReports).reversed()
    where seen.insert(speaker).inserted {
      if agrees(joiner.clusters[speaker], slot) { return speaker }
      if seen.count >= parameters.subjectMemory { break }
    }
    return history.last
  }

  /// Of some people, the one who spoke last.
  func lastSpeaker(among bearers: [Int], agreeing agreement: Agreement) -> Int? {
    history.suffix(parameters.titleMemory).last {
      bearers.contains($0) && joiner.clusters[$0].agreement ?? agreement == agreement
    }
  }

  func latestSpeaker(agreeing agreement: Agreement, where fits: (Int) -> Bool) -> Int? {
    history.suffix(parameters.titleMemory).last {
      joiner.clusters[$0].kind == .person && joiner.clusters[$0].agreement ?? agreement == agreement
        && fits($0)
    }
  }

  func agrees(_ cluster: EntityCluster, _ slot: CueSlot?) -> Bool {
    guard let slot, let agreement = cluster.agreement else { return true }
    switch slot {
    case .masculine, .participleMasculine: return agreement == .masculine
    case .feminine, .participleFeminine:
      return agreement == .feminine || agreement == .plural && cluster.kind != .person
    case .plural, .participlePlural: return agreement == .plural
    case .dual, .passive, .noun: return true
    }
  }
}
