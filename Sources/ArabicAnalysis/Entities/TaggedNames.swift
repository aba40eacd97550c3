import ArabicText
import EntityModel

/// What the trained tagger says of a paragraph, beside the lists and rules.
///
/// The tagger leads. On the development part of the labelled news (1,034 names) the first one was right
/// in 60 of 70 places where a rule found another kind or part of the text, but for those below; of what
/// rules found where it saw nothing, 12 of 59 held, half of them places of the lists.
struct TaggedNames {
  private(set) var names: [TaggedName]
  let words: ParagraphWords
  let stem: NameStem
  /// The words before which the tagger's names were found to end.
  private let borders: Set<Int>
  /// Where names begin that the text has elsewhere without a clitic, by their first words.
  private var knownStarts: [Int: TextOffset] = [:]

  /// Looks for names in paragraphs that stand behind one another.
  ///
  /// - Complexity: linear in the words; far slower than the rules. Words in doubt are looked at twice: ``SecondLook``.
  static func read(_ paragraphs: [ParagraphWords], by session: TaggerSession) -> [TaggedNames] {
    guard let text = paragraphs.first?.text else { return [] }
    let tokens = paragraphs.map { $0.words.map { Token(span: $0.span, kind: $0.kind) } }
    // Feed: … Title: …, Subject: …: lines of a header, of which one alone may be a source, Reuters: ….
    let isHeader = paragraphs.count(where: beginsWithField) > 1
    let all = zip(paragraphs, session.names(inParagraphs: tokens, of: text)).map { words, names in
      let isField = isHeader && beginsWithField(words)
      let names = isField ? names.filter { $0.words != 0..<1 } : names
      return TaggedNames(words, SecondLook(words: words, names: names).names(askedOf: session))
    }
    let known = KnownNames(of: all)
    return all.map(known.completing)
  }

  /// Whether a word in Latin letters before a colon begins the paragraph.
  private static func beginsWithField(_ paragraph: ParagraphWords) -> Bool {
    paragraph.words.first?.kind == .foreign && paragraph.sign(1) == Signs.colon
  }

  /// The same with `name`, which the text has elsewhere too, in the place of what it overlaps.
  mutating func take(_ name: TaggedName) {
    knownStarts[name.words.lowerBound] = start(of: name)
    names.removeAll { $0.words.overlaps(name.words) }
    names.insert(name, at: names.partitioningIndex { $0.words.lowerBound > name.words.lowerBound })
  }

  /// What `names` of the tagger come to in the paragraph `words`.
  init(_ words: ParagraphWords, _ names: [TaggedName]) {
    self.words = words
    (self.names, borders) = TaggedNameRepair(words: words).repaired(names)
    stem = NameStem(words: words)
  }

  /// The name to take at the word `index`, given what the rules propose there.
  func choice(at index: Int, rules proposal: NameCandidate?) -> NameCandidate? {
    guard var found = chosen(at: index, rules: proposal) else { return nil }
    if found.kind == .person, let known = knownStarts[found.words.lowerBound] {
      found.start = known
    } else if found.kind == .person, found.rule != .listPerson,
      let reading = stem.reading(at: found.words.lowerBound, .person, tagged: found.start)
    {
      found.start = reading.start
    }
    return found
  }

  private func chosen(at index: Int, rules proposal: NameCandidate?) -> NameCandidate? {
    let proposal = proposal.flatMap { crossesBorder($0) ? nil : $0 }
    let place = names.partitioningIndex { $0.words.upperBound > index }
    let tagged = place < names.count ? names[place] : nil
    if let proposal, proposal.words.count > 1, Self.leading.contains(proposal.rule), let tagged,
      tagged.words.overlaps(proposal.words), !goesOn(tagged, behind: proposal)
    {
      return proposal
    }
    let sure = sureName(at: index, before: tagged)
    guard let tagged, tagged.words.lowerBound == index else {
      if let sure { return sure }
      if let proposal,
        let whole = begins(proposal, before: tagged) ?? standing(proposal, before: tagged)
      {
        return whole
      }
      if let whole = tagged.flatMap({ whole($0, from: index) }) ?? pair(at: index, before: tagged)
        ?? beforeSurname(at: index, before: tagged)
      {
        return whole
      }
      return proposal.flatMap { adds($0, beside: tagged) ? $0 : nil }
        ?? alone(at: index, before: tagged)
    }
    if let sure, sure.words.upperBound > tagged.words.upperBound || tagged.type != .person {
      return sure
    }
    // مي الجزائري, of which the tagger takes the given name for a body.
    if tagged.type != .person, tagged.words.count == 1,
      tagged.probability < words.parameters.names.sureTagged,
      let person = beforeSurname(at: index, before: names[(place + 1)...].first)
    {
      return person
    }
    if let proposal, isPersonFromGivenName(proposal, over: tagged) { return proposal }
    if let proposal, proposal.kind == EntityKind(tagged.type),
      proposal.words.upperBound > tagged.words.upperBound,
      Self.lengthening.contains(proposal.rule), !isWhole(tagged, within: proposal)
    {
      return proposal
    }
    if let proposal, proposal.words == tagged.words, proposal.rule == .listOrganisation,
      tagged.type == .person || tagged.type == .place && isNoPlace(proposal)
    {
      return proposal
    }
    if proposal == nil, tagged.probability < leastProbability(of: tagged) { return nil }
    return candidate(tagged, rules: proposal)
  }

  /// إلى كنان لحود: whether the rules find a person where the tagger takes the given name alone, which is nothing else, for a
  /// place or a body.
  private func isPersonFromGivenName(_ person: NameCandidate, over tagged: TaggedName) -> Bool {
    let first = tagged.words.lowerBound
    guard person.kind == .person, person.words.count > 1, tagged.type != .person,
      tagged.words.count == 1, let surname = words.plain(first + 1),
      let given = words.readings(of: first).first(where: { $0.start == person.start })
    else { return false }
    let places: NameKinds = [.place, .organisation, .common]
    return given.kinds.contains(.given) && given.kinds.isDisjoint(with: places)
      && (given.isWholeName || given.kinds.isCertainPart)
      && surname.kinds.isPart && !surname.kinds.contains(.rarePart)
  }

  /// الاتحاد السعودي لكرة القدم: whether the tagger is sure of a longer name than the body of the lists in `proposal`.
  private func goesOn(_ tagged: TaggedName, behind proposal: NameCandidate) -> Bool {
    proposal.rule == .listOrganisation && tagged.type == .organisation
      && tagged.words.lowerBound == proposal.words.lowerBound
      && tagged.words.upperBound > proposal.words.upperBound
      && tagged.probability >= words.parameters.names.sureTagged
  }

  /// ترامب in ترامب حدا, but not معاذ in معاذ المهندي: whether the tagger is sure of a person to whom a rule adds words,
  /// unless it is a given name alone and they are surnames of the lists.
  private func isWhole(_ tagged: TaggedName, within proposal: NameCandidate) -> Bool {
    guard tagged.type == .person, tagged.probability >= words.parameters.names.sureTagged else {
      return false
    }
    let first = tagged.words.lowerBound
    let isGiven = words.readings(of: first).contains {
      $0.start == proposal.start && $0.kinds.contains(.given)
    }
    return tagged.words.count > 1 || !isGiven
      || !(tagged.words.upperBound..<proposal.words.upperBound).allSatisfy { index in
        stem.isPart(index) && words.plain(index)?.kinds.contains(.surname) == true
      }
  }

  /// From which probability a name that no rule finds is followed: a person whom the words show, a place of several words,
  /// and a body of several with a class noun, need less.
  private func leastProbability(of name: TaggedName) -> Double {
    let names = words.parameters.names
    if name.type == .person {
      return isShownPerson(name) ? names.leastTaggedShown : names.leastTaggedAlone
    }
    guard name.words.count > 1, isNounPhrase(name) else { return names.leastTaggedAlone }
    switch name.type {
    case .place: return names.leastTaggedShown
    case .organisation: return hasClassNoun(name) ? names.leastTaggedShown : names.leastTaggedAlone
    case .person, .other: return names.leastTaggedAlone
    }
  }

  /// شمس درويش; بهغلاند وبدوستر: whether a person has a surname, or stands behind the preposition of the name before.
  private func isShownPerson(_ name: TaggedName) -> Bool {
    if name.words.count > 1, stem.isPart(name.words.upperBound - 1) { return true }
    let first = name.words.lowerBound
    guard let before = names.last(where: { $0.words.upperBound == first && $0.type == .person })
    else { return false }
    let letter = clitic(of: before, beginningAt: begin(of: before))
    return name.clitics > 1 && letter != nil
      && letter == clitic(of: name, beginningAt: start(of: name))
  }

  /// The letter that is attached before a name.
  private func clitic(of name: TaggedName, beginningAt start: TextOffset) -> UInt32? {
    guard start > words.words[name.words.lowerBound].span.lower else { return nil }
    return words.text.scalar(before: start)?.value
  }

  /// تلة كرفوش, but not الطريق مغلق, جمعية صيادين: whether no sign stands inside a name, no common word without the
  /// article behind one with it, and not common words without it alone.
  private func isNounPhrase(_ name: TaggedName) -> Bool {
    var isMarked = false
    var last: Reading?
    for index in name.words {
      guard words.sign(index) == 0, let reading = words.plain(index) else { return false }
      let isCommon =
        (reading.kinds.contains(.common) || words.words[index].shape.contains(.inflected))
        && !reading.hasArticle
      if isCommon, last?.hasArticle == true { return false }
      isMarked = isMarked || !isCommon && (last != nil || reading.hasArticle)
      last = reading
    }
    return isMarked
  }

  /// شركة سيريكا إنرجي، المستشفى الجامعي: whether a class noun stands before the name or opens it.
  private func hasClassNoun(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    let nouns: WordClasses = [.organisationClass, .organisationHead]
    let word = words.text.string(in: words.words[first].span)
    let bare = NameKey(String(word.dropFirst(2)), folding: .words)
    let isDefinite = words.plain(first)?.hasArticle == true
    return isDefinite && words.lexicon.classes[bare]?.isDisjoint(with: nouns) == false
      || words.reading(first, of: nouns) != nil
      || words.sign(first - 1) == 0 && words.reading(first - 1, of: nouns) != nil
  }

  /// سوناطراك: whether the lists have a body of one word, and no place of that name.
  private func isNoPlace(_ body: NameCandidate) -> Bool {
    let first = body.words.lowerBound
    guard body.words.count == 1 else { return false }
    return words.readings(of: first).contains {
      $0.start == body.start && $0.kinds.contains(.organisation)
        && $0.kinds.isDisjoint(with: [.place, .doubtfulPlace, .doubtfulOrganisation])
    }
  }

  private func crossesBorder(_ proposal: NameCandidate) -> Bool {
    proposal.words.count > 1 && !borders.isEmpty
      && proposal.words.dropFirst().contains { borders.contains($0) }
  }

  /// Whether a rule may find a name where the tagger finds none, or is not sure of the `next`.
  private func adds(_ proposal: NameCandidate, beside next: TaggedName?) -> Bool {
    if let next, next.words.lowerBound < proposal.words.upperBound {
      // شرطة بلباو: the place belongs to the name that the head opens.
      if proposal.rule == .organisationConstruct, next.type == .place,
        next.words == proposal.words.dropFirst(),
        words.reading(proposal.words.lowerBound, of: .organisationHead) != nil
      {
        return true
      }
      return next.probability < words.parameters.names.leastTaggedAlone
        && EntityKind(next.type) == proposal.kind
    }
    if proposal.rule == .listPlace, proposal.words.count == 1, isOtherWord(proposal) {
      return false
    }
    if proposal.rule == .listOrganisation, isBodyBehindClitic(proposal) { return true }
    if proposal.rule == .organisationDefinite, hasMarkedName(behind: proposal) { return true }
    return Self.adding.contains(proposal.rule) || speaks(proposal)
      || proposal.kind == .organisation && words.opensSecondBody(at: proposal.words.lowerBound)
  }

  /// كسوناطراك: whether the lists have a body of one word behind a clitic, and the word as it stands is nothing.
  private func isBodyBehindClitic(_ body: NameCandidate) -> Bool {
    let first = body.words.lowerBound
    return isNoPlace(body) && body.start > words.words[first].span.lower && isNothing(first)
      && words.readings(of: first).contains {
        $0.start == body.start && !$0.kinds.contains(.common)
      }
  }

  /// Whether no list has the word at `index` as it stands.
  private func isNothing(_ index: Int) -> Bool {
    words.plain(index).map { $0.kinds.isEmpty && $0.classes.isEmpty } ?? false
      && !words.isInflection(at: index)
  }

  /// المكتبة الباسكية، "باسك لايبراري": whether a name in marks stands in apposition.
  private func hasMarkedName(behind body: NameCandidate) -> Bool {
    let sign = words.sign(body.words.upperBound)
    let isOpened = SentenceSigns.isComma(sign) || sign == Signs.openBracket
    return isOpened && QuotationSigns.isOpening(words.sign(body.words.upperBound + 1))
  }

  /// Whether a word that the lists have as a place and the tagger does not is more likely another:
  /// a verb that opens the sentence (سرت شائعات) or a relative clause (الذي أبهر), a nisba (المرأة السعودية), a word
  /// with tanwin or a pronoun (إبله), a clitic before a common word (بعقوبة).
  private func isOtherWord(_ place: NameCandidate) -> Bool {
    let index = place.words.lowerBound
    let word = words.words[index]
    if word.shape.contains(.tanwin) { return true }
    let reading = words.readings(of: index).first { $0.start == place.start }
    // فمأرب: where the word as it stands is nothing, ف stands before the place.
    if reading?.clitics.contains(.fa) == true, !isNothing(index) { return true }
    if reading?.hasArticle == true, word.shape.contains(.feminine),
      words.sign(index - 1) == 0, words.plain(index - 1)?.hasArticle == true
    {
      return true
    }
    if words.isPlain(index - 1, .relative) || isOwned(index, reading) { return true }
    if words.expectsPlace(at: index) { return false }
    if reading?.classes.contains(.homographPlace) == true { return true }
    if words.readings(of: index).contains(where: {
      $0.start > place.start && $0.kinds.contains(.common)
    }) {
      return true
    }
    let sign = words.sign(index - 1)
    let isFirst =
      index == 0 || SentenceSigns.isTerminator(sign) || sign == Signs.colon
      || QuotationSigns.isOpening(sign)
    return isFirst && reading?.hasArticle == false && index + 1 < words.count
      && words.words[index + 1].kind == .arabic
      && words.plain(index + 1)?.kinds.contains(.common) == true
  }

  /// إبله: whether a common word with the pronoun of its owner is spelt as a place is.
  private func isOwned(_ index: Int, _ reading: Reading?) -> Bool {
    guard let reading, !reading.hasArticle,
      let last = words.text.scalar(before: words.words[index].span.upper),
      last.value == Letters.haa, last.offset > reading.start
    else { return false }
    let owned = NameKey(words.text.string(in: TextSpan(reading.start, last.offset)))
    return words.names[owned]?.kinds.contains(.common) == true
  }

  /// Whether what a rule takes for a name stands where papers say who speaks: "the X said".
  ///
  /// Rules were made for such places.
  private func speaks(_ proposal: NameCandidate) -> Bool {
    guard proposal.kind != .place, proposal.form == .name else { return false }
    let index = proposal.words.lowerBound
    if proposal.words.count == 1, words.isOffice(at: index) { return false }
    return words.reading(index - 1, of: [.cue, .said, .according]) != nil
  }

  private func candidate(_ name: TaggedName, rules proposal: NameCandidate?) -> NameCandidate {
    var found = NameCandidate(
      words: wholeWords(of: name), start: begin(of: name), kind: EntityKind(name.type),
      confidence: name.probability, rule: .tagger)
    let first = words.words[name.words.lowerBound]
    if first.shape.contains(.acronym), name.words.count == 1 { found.form = .acronym }
    if found.kind == .person, words.words[name.words].allSatisfy({ $0.kind == .foreign }) {
      found.rule = .personTitleForeign
    }
    if let proposal, proposal.kind == found.kind, proposal.words.overlaps(found.words) {
      found.agreement = proposal.agreement
      found.classWord = proposal.classWord
      // Where both find the same, the rule tells more: what an acronym stands behind, which script.
      // Its beginning is that of a word that it knows.
      if proposal.words == found.words {
        (found.rule, found.form) = (proposal.rule, proposal.form)
        if found.kind != .person || proposal.rule == .listPerson { found.start = proposal.start }
      }
    }
    return found
  }

  /// Where the name begins, by the tagger, the lists and the word before.
  func begin(of name: TaggedName) -> TextOffset {
    let tagged = start(of: name)
    return stem.reading(at: name.words.lowerBound, EntityKind(name.type), tagged: tagged)?.start
      ?? tagged
  }

  /// Where the tagger begins the name: behind as many letters of its first word as the tagger holds for clitics.
  private func start(of name: TaggedName) -> TextOffset {
    let span = words.words[name.words.lowerBound].span
    var left = name.clitics
    var start = span.lower
    for scalar in words.text.scalars(in: span) {
      let properties = ScalarProperties(scalar.value)
      let isLetter = !properties.isMark && !properties.isHidden && scalar.value != Letters.tatweel
      // Marks behind a clitic belong to it.
      if left == 0, isLetter { return scalar.offset }
      if isLetter { left -= 1 }
      start = scalar.offset
    }
    return start
  }

  /// Rules whose whole names are right more often where the tagger finds another part of them.
  private static let leading: Set<RuleID> = [
    .listOrganisation, .listPerson, .organisationClassList, .organisationClassQuoted,
  ]
  /// Rules that see the end of a name better where the tagger ends it earlier (7 of 8).
  private static let lengthening: Set<RuleID> = [
    .listOrganisation, .organisationConstruct, .organisationDefinite, .personChain,
    .personTitle,
  ]
  /// Rules that find names which the tagger misses.
  private static let adding: Set<RuleID> = [
    .listPlace, .listPlaceContext, .organisationClassList, .organisationClassPurpose,
    .organisationClassQuoted, .organisationClassTeknonym, .organisationClassTown,
    .organisationClassUnknown,
  ]
}

extension EntityKind {
  init(_ type: NameType) {
    switch type {
    case .person: self = .person
    case .organisation: self = .organisation
    case .place, .other: self = .place
    }
  }
}
