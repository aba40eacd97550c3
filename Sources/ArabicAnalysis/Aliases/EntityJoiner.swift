import ArabicText
import EntityModel

/// Makes one entity of all its mentions.
///
/// Sieves in order of precision, each noted in the mention's rule: the same form; an acronym in
/// apposition; the last words of a fuller name; a class noun or title that introduced the name.
/// Follows the multi-pass sieves of Raghunathan et al., *A Multi-Pass Sieve for Coreference
/// Resolution* (EMNLP 2010), cut down to names.
struct EntityJoiner {
  let findings: [ParagraphFindings]
  let parameters: RuleParameters.Joining
  var clusters: [EntityCluster] = []
  /// The cluster of each exact form.
  private(set) var forms: [Form: Int] = [:]
  /// The clusters of people by the endings of their names.
  private(set) var endings: [NameKey: [Int]] = [:]
  /// The clusters that a class noun or a title introduced.
  var introduced: [NameKey: [Int]] = [:]

  /// The words outside all names that were taken for short forms, in text order.
  var aliasSpans: [TextSpan] = []
  /// The mentions in marks or brackets behind the name that they repeat.
  private var apposed: Set<TextSpan> = []
  /// The organisations by each later word of their names.
  private(set) var organisationsByPart: [NameKey: [Int]] = [:]
  /// The organisations of several words by the first.
  private var organisationsByFirst: [NameKey: [Int]] = [:]
  /// The clusters of people by the first words of their names.
  private var beginnings: [NameKey: [Int]] = [:]

  struct Form: Hashable {
    var kind: EntityKind
    var key: NameKey
  }

  /// Joins the mentions of `findings`, given in text order; `text` is read only where names in Latin
  /// letters are compared with those in Arabic letters.
  ///
  /// With `takesRepeats`, words outside all names that repeat one of them are mentions too: rules miss
  /// these, while of those that the trained tagger left out 2 of 17 were names.
  ///
  /// - Complexity: O(*n*) in mentions and words, but for names shared by many entities.
  init(
    _ findings: [ParagraphFindings], text: DecodedText, takesRepeats: Bool,
    parameters: RuleParameters.Joining
  ) {
    self.findings = findings
    self.parameters = parameters
    joinFullNames(text)
    indexEndings()
    joinShortNames(text)
    joinSpellings(in: text)
    joinFullerNames()
    joinOrganisations(in: text)
    joinParts(in: text)
    joinCompanies()
    joinPurposes(in: text)
    joinAliases()
    joinKinds()
    joinPlaceSpellings(in: text)
    aliasSpans.sort()
    if takesRepeats { joinRepeats() }
    joinForeignNames(of: text, .builtIn)
    for (number, cluster) in clusters.enumerated() {
      for word in cluster.classWords { introduced[word, default: []].append(number) }
      guard cluster.kind == .organisation, !cluster.mentions.isEmpty else { continue }
      for part in Set(cluster.parts.count > 1 ? cluster.parts : []) {
        organisationsByPart[part, default: []].append(number)
      }
    }
    introduceKnownBodies()
  }

  /// سامسونغ … الشركة: lets the nouns of well-known bodies stand for them, where the text brings in none with such a noun.
  private mutating func introduceKnownBodies() {
    let known = Lexicon.builtIn.knownBodies
    var bodies: [NameKey: [Int]] = [:]
    for (number, cluster) in clusters.enumerated()
    where cluster.kind == .organisation && !cluster.mentions.isEmpty {
      for noun in known[key(cluster.parts)] ?? [] where introduced[noun] == nil {
        bodies[noun, default: []].append(number)
      }
    }
    introduced.merge(bodies) { old, _ in old }
  }

  /// Takes the entities as they are given, one cluster each, in their order.
  ///
  /// - Complexity: O(*m*) in the mentions.
  init(
    _ given: GivenEntities, _ findings: [ParagraphFindings],
    _ parameters: RuleParameters.Joining
  ) {
    self.findings = findings
    self.parameters = parameters
    clusters = given.entities.map { entity in
      var cluster = EntityCluster(
        kind: entity.kind, parts: [],
        canonical: entity.mentions.first?.span ?? TextSpan(.zero, .zero),
        agreement: nil)
      for mention in entity.mentions.sorted(by: { $0.span < $1.span }) { cluster.add(mention) }
      return cluster
    }
    var entityOfPlace: [TextSpan: Int] = [:]
    for place in given.places where entityOfPlace[place.span] == nil {
      entityOfPlace[place.span] = place.entity
    }
    for mention in findings.lazy.flatMap(\.mentions) {
      guard let owner = entityOfPlace[mention.span] else { continue }
      clusters[owner].agreement = clusters[owner].agreement ?? mention.agreement
      if let word = mention.classWord { clusters[owner].classWords.insert(word) }
    }
  }

  /// Takes in a cluster made elsewhere.
  mutating func append(_ cluster: EntityCluster) {
    clusters.append(cluster)
    for word in cluster.classWords { introduced[word, default: []].append(clusters.count - 1) }
  }

  // MARK: Names

  /// Whether a mention stands in brackets or marks right behind another name of the same organisation:
  /// الاتحاد الآسيوي "ATTX"; جماعة دول الغرب (إكواس).
  private func isApposed(_ mention: FoundMention, to owner: Int, _ text: DecodedText) -> Bool {
    if mention.form == .acronym, mention.rule == .acronymApposed { return true }
    guard mention.kind == .organisation, clusters[owner].kind == .organisation,
      clusters[owner].parts.count > 1,
      clusters[owner].parts.count >= mention.parts.count,
      let last = clusters[owner].mentions.last?.span, last.upper < mention.span.lower,
      mention.span.lower - last.upper < parameters.apposedReach
    else { return false }
    let between = text.scalars(in: TextSpan(last.upper, mention.span.lower)).map(\.value)
    guard let mark = between.last, let next = text.scalar(at: mention.span.upper)?.value else {
      return false
    }
    let before = between.dropLast()
    if mark == Self.openingBracket {
      // جامعة N (منظمة الأعراف): what has a noun of bodies before it is another one.
      return next == Self.closingBracket && !isHeaded(mention)
        && before.allSatisfy { ScalarProperties($0).isSpace }
    }
    return QuotationSigns.isOpening(mark) && QuotationSigns.isMark(next)
      && before.allSatisfy { ScalarProperties($0).isSpace || SentenceSigns.isComma($0) }
  }

  private func isHeaded(_ mention: FoundMention) -> Bool {
    guard let first = mention.parts.first, mention.parts.count > 1 else { return false }
    return Lexicon.builtIn.classes[first]?
      .isDisjoint(with: [.organisationClass, .organisationHead, .stateBody]) == false
  }

  private static let openingBracket: UInt32 = 0x28
  private static let closingBracket: UInt32 = 0x29

  /// Takes in a name in brackets or marks behind that of its organisation, and what has been called so before.
  private mutating func join(apposed mention: FoundMention, to owner: Int) {
    apposed.insert(mention.span)
    let form = Form(kind: mention.kind, key: key(mention.parts))
    if let other = forms[form], other != owner, clusters[other].kind == clusters[owner].kind,
      clusters[other].ownName == nil
    {
      merge(other, into: owner)
      for (form, number) in forms where number == other { forms[form] = owner }
    }
    clusters[owner].add(mention)
    forms[form] = owner
  }

  private mutating func joinFullNames(_ text: DecodedText) {
    for paragraph in findings {
      var last: Int?
      for mention in paragraph.mentions {
        if let owner = last, isApposed(mention, to: owner, text) {
          join(apposed: mention, to: owner)
        } else if !isShort(mention), !mention.isForeignPerson, !mayBeSurname(mention) {
          let number = joinExact(mention)
          // The surname of a name that a list of one's own gives to an entity called otherwise.
          if mention.canonical != nil, mention.kind == .person { index(mention.parts, as: number) }
          last = number
        }
      }
    }
  }

  /// Whether a mention may be the short form of a fuller name.
  private func isShort(_ mention: FoundMention) -> Bool {
    guard mention.canonical == nil else { return false }
    return mention.kind == .person && mention.parts.count < parameters.longestShortForm
      || mention.form == .acronym
        && mention.rule == .acronym
  }

  /// Whether the name of a place may be the surname of a person of this text, or what the tagger takes
  /// for an organisation by one word that no list knows and no class noun introduces.
  private func mayBeSurname(_ mention: FoundMention) -> Bool {
    guard mention.canonical == nil else { return false }
    switch mention.kind {
    case .place: return !mention.isInPlaceContext
    case .organisation:
      return mention.rule == RuleID.tagger && mention.parts.count == 1
        && mention.classWord == nil && mention.form == .name
    case .person, .document, .unnamed: return false
    }
  }

  @discardableResult
  mutating func joinExact(_ mention: FoundMention) -> Int {
    let name = mention.canonical.map { NameKey($0) } ?? key(mention.parts)
    let form = Form(
      kind: mention.kind, key: Lexicon.builtIn.sameNames[mention.kind]?[name] ?? name)
    // Names that the lists give for one entity share their English name: الحوثيون, الحوثيين.
    let listed = mention.entry.map {
      Form(kind: mention.kind, key: NameKey(bits: UInt64($0.gloss)))
    }
    // "The Renaissance movement" is also called "Renaissance".
    let bare =
      mention.bareParts.isEmpty ? nil : Form(kind: mention.kind, key: key(mention.bareParts))
    if let known = forms[form] ?? listed.flatMap({ forms[$0] }) ?? bare.flatMap({ forms[$0] }) {
      clusters[known].add(mention)
      forms[form] = known
      return known
    }
    for other in [listed, bare] { if let other { forms[other] = clusters.count } }
    var cluster = EntityCluster(
      kind: mention.kind, parts: mention.parts, canonical: mention.span,
      agreement: mention.agreement)
    cluster.ownName = mention.canonical
    cluster.unwritten = mention.unwritten
    cluster.add(mention)
    clusters.append(cluster)
    forms[form] = clusters.count - 1
    return clusters.count - 1
  }

  /// The key of a form; أبو, أبي and أبا are one word here.
  private func key(_ parts: [NameKey]) -> NameKey {
    guard let first = parts.first else { return NameKey(folded: []) }
    return parts.dropFirst().reduce(Self.normal(first)) { $0.appending(Self.normal($1)) }
  }

  private static let abu = NameKeys.abuInNames
  private static let abuForms = NameKeys.abuForms
  private static func normal(_ key: NameKey) -> NameKey { abuForms.contains(key) ? abu : key }

  /// Two-word names first, so that surnames find them wherever they stand.
  private mutating func indexEndings() {
    for (number, cluster) in clusters.enumerated() where cluster.kind == .person {
      index(cluster.parts, as: number)
      for squeezed in cluster.squeezed { endings[squeezed, default: []].append(number) }
    }
    for paragraph in findings {
      for mention in paragraph.mentions where isTwoWordName(mention) {
        guard endings[key(mention.parts)] == nil else { continue }
        let number = joinExact(mention)
        index(mention.parts, as: number)
        if let key = mention.squeezed, endings[key]?.contains(number) != true {
          endings[key, default: []].append(number)
        }
      }
    }
  }

  private func isTwoWordName(_ mention: FoundMention) -> Bool {
    mention.kind == .person && mention.parts.count == 2 && !isTeknonym(mention)
      && mention.canonical == nil
      && !mention.isForeignPerson
  }

  private func isTeknonym(_ mention: FoundMention) -> Bool {
    mention.parts.first.map { Self.abuForms.contains($0) } ?? false
  }

  private mutating func index(_ parts: [NameKey], as cluster: Int) {
    guard parts.count > 1 else { return }
    if beginnings[parts[0]]?.contains(cluster) != true {
      beginnings[parts[0], default: []].append(cluster)
    }
    for start in 1..<parts.count {
      let ending = key(Array(parts[start...]))
      if endings[ending]?.contains(cluster) != true { endings[ending, default: []].append(cluster) }
    }
    // "Abu Tahir" of "Abu Tahir al-Tajiki".
    if parts.count > 2, Self.abuForms.contains(parts[0]) {
      endings[key(Array(parts[0..<2])), default: []].append(cluster)
    }
  }

  /// The people whose names end with these words.
  func bearers(of parts: [NameKey]) -> [Int] { endings[key(parts)] ?? [] }

  // MARK: Short forms

  /// The one organisation of two words of the text that begins with a name of one word: الجهاد of الجهاد الإسلامي.
  private func organisation(opening mention: FoundMention, _ text: DecodedText) -> Int? {
    guard mention.kind == .organisation, let word = mention.parts.first, mention.parts.count == 1,
      text.string(in: mention.span).hasPrefix("ال")
    else { return nil }
    let owners = organisationsByFirst[word] ?? []
    return owners.count == 1 ? owners.first : nil
  }

  private mutating func joinShortNames(_ text: DecodedText) {
    for (number, cluster) in clusters.enumerated()
    where cluster.kind == .organisation && cluster.parts.count > 1 {
      organisationsByFirst[cluster.parts[0], default: []].append(number)
    }
    // Whom the text names by one word elsewhere, the tagger takes for no place, and for no organisation
    // behind للـ.
    let surnames = Set(
      findings.lazy.flatMap(\.mentions).filter { $0.kind == .person && !$0.isTentative }
        .map(\.parts).filter { $0.count == 1 })
    for paragraph in findings {
      for mention in paragraph.mentions
      where mayBeSurname(mention) && !apposed.contains(mention.span) {
        let mention = read(mention, text)
        guard
          let owner = choose(endings[key(mention.parts)] ?? [], for: mention.span.lower, nil)
            ?? (mention.kind == .place ? bearer(calledAsPlace: mention) : nil)
            ?? organisation(opening: mention, text)
        else {
          var named = mention
          let isNoPlace =
            mention.kind == .place
            || mention.kind == .organisation && text.isInWord(mention.span.lower)
          if isNoPlace, mention.rule == RuleID.tagger, surnames.contains(mention.parts) {
            named.kind = .person
          }
          joinExact(named)
          continue
        }
        clusters[owner].add(
          Mention(span: mention.span, confidence: parameters.ending, rule: .aliasEnding))
      }
      for mention in paragraph.mentions
      where isShort(mention) && !mention.isForeignPerson && !apposed.contains(mention.span) {
        let mention = read(mention, text)
        if isTwoWordName(mention), endings[key(mention.parts)] == nil { continue }
        let owners = mention.kind == .person ? endings[key(mention.parts)] ?? [] : []
        if let owner = choose(owners, for: mention.span.lower, mention.agreement) {
          var joined = mention
          joined.rule = .aliasEnding
          clusters[owner].add(joined)
        } else if let owner = bearer(ofGivenName: mention) {
          var joined = mention
          joined.rule = .aliasGiven
          clusters[owner].add(joined)
        } else if let owner = shortOrganisation(mention) {
          var joined = mention
          joined.rule = .aliasRepeat
          clusters[owner].add(joined)
        } else if forms[Form(kind: mention.kind, key: key(mention.parts))] != nil
          || !mention.isTentative
        {
          joinExact(mention)
        }
      }
    }
  }

  /// وأضاف إنرا: the organisation that the text has in brackets or marks by a word that is no given name.
  private func shortOrganisation(_ mention: FoundMention) -> Int? {
    guard mention.kind == .person, let only = mention.parts.first, mention.parts.count == 1,
      NameList.builtIn[only]?.kinds.contains(.given) != true,
      forms[Form(kind: .person, key: key(mention.parts))] == nil,
      let owner = forms[Form(kind: .organisation, key: key(mention.parts))],
      clusters[owner].parts.count > 1
    else { return nil }
    return owner
  }

  /// A name of one word read as the text knows it: براش where a fuller name ends so, not راش.
  ///
  /// الكباشي is كباشي where only that ends a fuller name, and the other way round.
  private func read(_ mention: FoundMention, _ text: DecodedText) -> FoundMention {
    if mention.parts.count == 1, endings[key(mention.parts)] == nil, mention.canonical == nil {
      let word = text.string(in: mention.span)
      let other = NameKey(word.hasPrefix("ال") ? String(word.dropFirst(2)) : "ال" + word)
      if endings[other] != nil {
        var joined = mention
        joined.parts = [other]
        return joined
      }
    }
    guard !mention.otherReadings.isEmpty, endings[key(mention.parts)] == nil,
      mention.parts.first.map({ beginnings[$0] == nil }) ?? false,
      let known = mention.otherReadings.first(where: { endings[$0.key] != nil })
    else { return mention }
    var other = mention
    other.span.lower = known.start
    other.parts = [known.key]
    return other
  }

  /// The only person of the text whose name begins with a given name that stands alone.
  private func bearer(ofGivenName mention: FoundMention) -> Int? {
    mention.kind == .person ? onlyBearer(ofGivenName: mention) : nil
  }

  /// The person whose given name is that of a place: a country alone is no man of the text (إسرائيل), but may be a woman (سوريا).
  private func bearer(calledAsPlace mention: FoundMention) -> Int? {
    onlyBearer(ofGivenName: mention).flatMap { bearer in
      clusters[bearer].agreement == .masculine
        && Lexicon.builtIn.countryNames.contains(key(mention.parts)) ? nil : bearer
    }
  }

  private func onlyBearer(ofGivenName mention: FoundMention) -> Int? {
    guard mention.parts.count == 1, let only = mention.parts.first,
      let owners = beginnings[only], owners.count == 1
    else { return nil }
    return owners.first
  }

  /// Words outside all names that are surnames of people of this text, whom it names not far from there: in a long
  /// text, surnames that are other words, too, are those.
  private mutating func joinAliases() {
    var found: [(mention: Mention, cluster: Int)] = []
    for paragraph in findings {
      var covered = TextOffset(-1)
      for word in paragraph.aliases where word.span.lower >= covered {
        guard !word.isCommon || word.traits.contains(.subject), let owners = endings[word.key],
          let owner = choose(
            owners.filter { clusters[$0].isNamed(within: parameters.aliasReach, of: word.span) },
            for: word.span.lower, agreement(of: word))
        else { continue }
        let mention = Mention(
          span: word.span, confidence: parameters.endingOfWord, rule: .aliasEnding)
        found.append((mention, owner))
        aliasSpans.append(word.span)
        covered = word.span.upper
      }
    }
    // One such word does not show that another is near its bearer.
    for (mention, owner) in found { clusters[owner].add(mention) }
  }

  /// What the verb before a surname shows of its bearer.
  private func agreement(of word: AliasWord) -> Agreement? {
    guard word.traits.contains(.subject) else { return nil }
    return word.traits.contains(.feminineSubject) ? .feminine : .masculine
  }

  /// The one entity that was named twice and twice as often as any other before `offset`: who is mentioned once
  /// in passing is not whom the text goes on about.
  private func prominent(among owners: [Int], before offset: TextOffset) -> Int? {
    let counts = owners.map { clusters[$0].namedCount(before: offset) }
    guard let most = counts.max(), most > 1,
      counts.count(where: { $0 * 2 > most }) == 1
    else { return nil }
    return counts.firstIndex(of: most).map { owners[$0] }
  }

  /// Of several entities, the one that agrees and was mentioned last before `offset`; where none was,
  /// the first one of the text.
  private func choose(
    _ owners: [Int], for offset: TextOffset, _ agreement: Agreement?
  ) -> Int? {
    // Those that have become one with others have no mentions left.
    let owners = owners.filter { !clusters[$0].mentions.isEmpty }
    guard owners.count > 1 else { return owners.first }
    let agreeing = owners.filter {
      agreement == nil || clusters[$0].agreement == nil || clusters[$0].agreement == agreement
    }
    let candidates = agreeing.isEmpty ? owners : agreeing
    if let main = prominent(among: candidates, before: offset) { return main }
    let latest = candidates.max {
      let left = clusters[$0].lastMention(before: offset) ?? TextOffset(-1)
      let right = clusters[$1].lastMention(before: offset) ?? TextOffset(-1)
      return left < right
    }
    return latest
  }
}

extension DecodedText {
  /// Whether a letter stands right before `offset`, as a particle does before a name.
  fileprivate func isInWord(_ offset: TextOffset) -> Bool {
    scalar(before: offset).map { ScalarProperties($0.value).isLetter } ?? false
  }
}
