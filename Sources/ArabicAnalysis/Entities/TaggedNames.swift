import ArabicText
import EntityModel

/// What the trained tagger says of a paragraph, beside the lists and rules.
///
/// The tagger leads. On the development part of the labelled news (1,034 names) the first one was right
/// in 60 of 70 places where a rule found another kind or part of the text, but for those below; of what
/// rules found where it saw nothing, 12 of 59 held, half of them places of the lists.
struct TaggedNames {
  private let names: [TaggedName]
  private let words: ParagraphWords

  /// Looks for names in paragraphs that stand behind one another.
  ///
  /// - Complexity: linear in the words; far slower than the rules.
  static func read(_ paragraphs: [ParagraphWords], by session: TaggerSession) -> [TaggedNames] {
    guard let text = paragraphs.first?.text else { return [] }
    let tokens = paragraphs.map { $0.words.map { Token(span: $0.span, kind: $0.kind) } }
    return zip(paragraphs, session.names(inParagraphs: tokens, of: text)).map(TaggedNames.init)
  }

  private init(_ words: ParagraphWords, _ names: [TaggedName]) {
    self.words = words
    self.names = names
  }

  /// The name to take at the word `index`, given what the rules propose there.
  func choice(at index: Int, rules proposal: NameCandidate?) -> NameCandidate? {
    let place = names.partitioningIndex { $0.words.upperBound > index }
    let tagged = place < names.count ? names[place] : nil
    if let proposal, proposal.words.count > 1, Self.leading.contains(proposal.rule),
      tagged?.words.overlaps(proposal.words) ?? false
    {
      return proposal
    }
    guard let tagged, tagged.words.lowerBound == index else {
      return proposal.flatMap { adds($0, beside: tagged) ? $0 : nil }
    }
    if let proposal, proposal.kind == EntityKind(tagged.type),
      proposal.words.upperBound > tagged.words.upperBound,
      Self.lengthening.contains(proposal.rule)
    {
      return proposal
    }
    if let proposal, proposal.words == tagged.words, tagged.type == .person,
      proposal.rule == .listOrganisation
    {
      return proposal
    }
    if proposal == nil, tagged.probability < words.parameters.names.leastTaggedAlone { return nil }
    return candidate(tagged, rules: proposal)
  }

  /// Whether a rule may find a name where the tagger finds none, or is not sure of the `next`.
  private func adds(_ proposal: NameCandidate, beside next: TaggedName?) -> Bool {
    if let next, next.words.lowerBound < proposal.words.upperBound {
      return next.probability < words.parameters.names.leastTaggedAlone
        && EntityKind(next.type) == proposal.kind
    }
    return Self.adding.contains(proposal.rule) || speaks(proposal)
  }

  /// Whether what a rule takes for a name stands where papers say who speaks: "the X said".
  ///
  /// Rules were made for such places.
  private func speaks(_ proposal: NameCandidate) -> Bool {
    guard proposal.kind != .place, proposal.form == .name else { return false }
    let index = proposal.words.lowerBound
    return words.reading(index - 1, of: [.cue, .said, .according]) != nil
  }

  private func candidate(_ name: TaggedName, rules proposal: NameCandidate?) -> NameCandidate {
    var found = NameCandidate(
      words: name.words, start: start(of: name), kind: EntityKind(name.type),
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
        (found.rule, found.form, found.start) = (proposal.rule, proposal.form, proposal.start)
      }
    }
    return found
  }

  /// Where the name begins: behind as many letters of its first word as the tagger holds for clitics.
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
