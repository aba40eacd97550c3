import ArabicText
import EntityModel

// The entity that a source phrase names.
extension SpeakerResolver {
  /// The entity that the head of a source phrase names.
  mutating func entity(in source: TextSpan) -> Int? {
    var inside = mentions(in: source)
    if isClosed { return given(inside, source) }
    // زوجة الأسير، هالة: a noun that stands for somebody else is no name of who speaks.
    if inside.count > 1,
      inside.contains(where: {
        $0.span.lower > source.lower && joiner.clusters[$0.cluster].kind == .person
          && !nominalSpans.contains($0.span)
      }), let first = inside.first, nominalSpans.contains(first.span),
      first.span.lower > source.lower
    {
      inside = inside.dropFirst()
    }
    if let same = sameSource(source) { return same }
    let head = nominal(at: source).flatMap { $0.span.lower == source.lower ? $0 : nil }
    // "A lawyer of X", "sources close to X": X does not speak. "The minister X": X does.
    let isNameless = head.map { !$0.isDefinite && $0.classes.contains(.unnamedSource) } ?? false
    let person = person(named: inside, in: source)
    if let person, let own = apposed(to: person, among: inside, in: source) { return own }
    if let person, isOther(person.span, in: source) {
      if let bearer = bearer(ofPhrase: source) {
        joiner.add(source, to: bearer)
        return bearer
      }
      return head.flatMap { isNameless ? unnamed($0, source) : nil } ?? unknown(source)
    }
    if let person, !isNameless || !isGoverned(person.span, in: source),
      head?.isDefinite != true || !isBehindClitic(person.span, in: source)
    {
      forget(nominalAt: source, of: person.cluster)
      joinIntroduced(person.cluster, by: head, in: source)
      return person.cluster
    }
    guard let head else {
      // معدو الدراسة: the document is not who speaks.
      if let first = inside.first(where: { joiner.clusters[$0.cluster].kind != .place }),
        joiner.clusters[first.cluster].kind != .document || first.span.lower == source.lower
      {
        if joiner.clusters[first.cluster].kind == .organisation, isOwner(first.span, in: source) {
          return unknown(source)
        }
        return first.cluster
      }
      if let place = inside.first, place.span.lower == source.lower { return place.cluster }
      return national(called: source) ?? unknown(source)
    }
    if head.classes.contains(.document) {
      let owner = inside.first {
        $0.span.lower > head.span.lower && !nominalSpans.contains($0.span)
      }
      var whole = head
      // Of بيان الوزارة and شهادات الشهود the noun alone stands for what is said, as who says it has a phrase of his own;
      // دراسة في بريطانيا is whole.
      let isWhole =
        owner.map { joiner.clusters[$0.cluster].kind == .place } ?? !hasIssuer(head, source)
      if isWhole, !head.isDefinite, source.utf8Count < parameters.longestDocument {
        whole.span = TextSpan(source.lower, end(ofDocument: source))
      }
      let document = document(whole, of: owner?.cluster)
      if !isWhole, !head.isDefinite, joiner.clusters[document].mentions.count == 1 {
        joiner.clusters[document].canonical = source
      }
      return document
    }
    if let known = inside.first(where: { $0.span.lower == head.span.lower }) {
      guard let speaker = lastSpeaker(calledBy: head, insteadOf: known.cluster) else {
        return known.cluster
      }
      forget(nominalAt: source, of: speaker)
      joiner.add(head, to: speaker, rule: .nominalClass)
      return speaker
    }
    if inside.allSatisfy({ joiner.clusters[$0.cluster].kind != .person }),
      let bearer = bearer(ofPhrase: source)
    {
      joiner.add(source, to: bearer)
      return bearer
    }
    if isNameless, !isSpokesman(source) { return unnamed(head, source) }
    if head.isDefinite, !head.classes.contains(.title) || inside.isEmpty,
      let owner = owner(of: head), fits(owner, head, source)
    {
      joiner.add(head, to: owner, rule: .nominalClass)
      return owner
    }
    if head.isDefinite, inside.isEmpty, head.classes.contains(.generic),
      let last = history.last ?? places.first?.cluster,
      joiner.clusters[last].kind == .organisation
    {
      joiner.add(head, to: last, rule: .nominalClass)
      return last
    }
    if inside.isEmpty, !head.classes.contains(.title),
      let organisation = organisation(headedBy: source)
    {
      joiner.add(head, to: organisation, rule: .nominalClass)
      return organisation
    }
    if inside.isEmpty, let company = organisation(withoutNoun: head) {
      joiner.add(head, to: company, rule: .nominalClass)
      return company
    }
    let organisation = inside.first { joiner.clusters[$0.cluster].kind == .organisation }
    guard head.classes.contains(.title) else {
      // المصدر بوزارة X: somebody in it.
      if let organisation, isIn(organisation.span, source) {
        return unnamed(head, source)
      }
      if organisation == nil, let last = lastPerson(calledLike: head, source) {
        joiner.add(head, to: last, rule: .nominalTitle)
        return last
      }
      return organisation?.cluster ?? unnamed(head, source)
    }
    // "The spokesman of the group" speaks for the group; "the president of X" is a person.
    if isSpokesman(source), let organisation { return organisation.cluster }
    if head.isDefinite || !inside.isEmpty, let person = titled(head, source) {
      joiner.add(head, to: person, rule: .nominalTitle)
      return person
    }
    return unnamed(head, source)
  }

  /// الرئيس الأميركي، دونالد ترامب: of a title that meant somebody before and a name, the name.
  func person(
    named inside: ArraySlice<(span: TextSpan, cluster: Int)>, in source: TextSpan
  ) -> (span: TextSpan, cluster: Int)? {
    let people = inside.filter { joiner.clusters[$0.cluster].kind == .person }
    // المرصد المعارض لفلان: the organisation that opens the phrase speaks.
    if let head = inside.first, head.span.lower == source.lower,
      joiner.clusters[head.cluster].kind == .organisation, !nominalSpans.contains(head.span),
      people.allSatisfy({ isGoverned($0.span, in: source) })
    {
      return nil
    }
    guard let first = people.first, first.span.lower == source.lower,
      nominalSpans.contains(first.span)
    else { return people.first }
    return people.first {
      !nominalSpans.contains($0.span) && !isGoverned($0.span, in: source)
    } ?? first
  }

  /// وأضاف الإسباني: the person brought in with this nisba who spoke last.
  private func national(called source: TextSpan) -> Int? {
    let word = text.string(in: source)
    guard !word.contains(" "), word.hasPrefix("ال"), classes(of: word[...]).contains(.demonym)
    else {
      return nil
    }
    let nisba = NameKey(word)
    return history.suffix(parameters.titleMemory).last {
      joiner.clusters[$0].kind == .person && joiner.clusters[$0].nisbas.contains(nisba)
    }
  }

  /// الطبيب N … الجراح المصري: the one who spoke last, where that is a person of whom a title like the noun of `head` was said.
  private func lastPerson(calledLike head: FoundNominal, _ source: TextSpan) -> Int? {
    guard head.isDefinite, head.agreement != .plural, let last = history.last,
      joiner.clusters[last].kind == .person,
      joiner.clusters[last].agreement ?? head.agreement == head.agreement,
      hasLike(joiner.clusters[last].classWords, head)
        || joiner.clusters[last].classWords.contains(head.key),
      fits(last, head, source)
    else { return nil }
    return last
  }

  /// Takes the title that opens a source from the person whom it meant before, where the name behind it is
  /// another's.
  private mutating func forget(nominalAt source: TextSpan, of person: Int) {
    let index = place(of: source.lower)
    guard index < places.count, places[index].span.lower == source.lower,
      places[index].cluster != person, nominalSpans.contains(places[index].span)
    else { return }
    let (span, other) = places[index]
    guard joiner.clusters[other].mentions.count > 1 else { return }
    joiner.clusters[other].removeMention(at: span)
    nominalSpans.remove(span)
    places.remove(at: index)
  }

  /// The person whom a title without a name means: the one whom it introduced, or for titles that fit
  /// many the latest speaker.
  private func titled(_ head: FoundNominal, _ source: TextSpan) -> Int? {
    // Of several who bear the title, the one who spoke last.
    let bearers = (joiner.introduced[head.key] ?? []).filter { fits($0, head, source) }
    if bearers.count > 1, let speaker = lastSpeaker(among: bearers, agreeing: head.agreement) {
      return speaker
    }
    if let holder = holder(called: head, source) { return holder }
    if let owner = owner(of: head), joiner.clusters[owner].kind == .person,
      fits(owner, head, source),
      joiner.clusters[owner].agreement ?? head.agreement == head.agreement
    {
      return owner
    }
    // "The French president": whoever was brought in as French.
    if let nisba = head.nisba,
      let person = latestPerson(
        before: source.lower, agreeing: head.agreement,
        where: { joiner.clusters[$0].nisbas.contains(nisba) && fits($0, head, source) })
    {
      return person
    }
    // القاضي, الطبيب: nobody who was not brought in with this title or one like it.
    let isOwn = head.classes.contains(.ownTitle)
    func suits(_ cluster: Int) -> Bool {
      fits(cluster, head, source)
        && (isOwn
          ? hasLike(joiner.clusters[cluster].classWords, head) : mayHave(cluster, head, source))
    }
    return latestSpeaker(agreeing: head.agreement, where: suits)
      ?? latestPerson(before: source.lower, agreeing: head.agreement, where: suits)
  }

  private func isSpokesman(_ source: TextSpan) -> Bool {
    text.string(in: source).split(separator: " ").first.map(classes(of:))?.contains(.spokesman)
      == true
  }

  /// بوزارة X, في وزارة X: whether a preposition of place stands right before a name in a source phrase.
  private func isIn(_ name: TextSpan, _ source: TextSpan) -> Bool {
    guard name.lower > source.lower else { return false }
    let last = text.string(in: TextSpan(source.lower, name.lower)).split(separator: " ").last
    return last == "ب" || last == "في"
  }

  /// Whether the word of a name inside a source phrase begins with something else: "the minister to X".
  private func isBehindClitic(_ name: TextSpan, in source: TextSpan) -> Bool {
    guard name.lower > source.lower, let before = text.scalar(before: name.lower) else {
      return false
    }
    return ScalarProperties(before.value).isArabicLetter || ScalarProperties(before.value).isMark
  }

  /// Whether a preposition or "office of" stands right before a name inside a source phrase.
  func isGoverned(_ name: TextSpan, in source: TextSpan) -> Bool {
    guard name.lower > source.lower else { return false }
    let before = text.string(in: TextSpan(source.lower, name.lower))
    if let last = before.unicodeScalars.last, last == "ل" || last == "ب" { return true }
    let words = before.split(separator: " ")
    // "The government of N".
    if words.count == 1, let head = words.first, classes(of: head).contains(.body) { return true }
    guard let last = words.last else { return false }
    return isInTheName(last) || !classes(of: last).isDisjoint(with: [.governor, .body])
  }

  /// Whether a word is باسم, however it is spelt.
  func isInTheName(_ word: Substring) -> Bool { NameKey(String(word)) == NameKeys.inTheNameOf }

  func classes(of word: Substring) -> WordClasses {
    Lexicon.builtIn.classes[NameKey(phrase: String(word))] ?? []
  }

  /// Of given entities mentioned in a source phrase, the one that its head names.
  private func given(
    _ inside: ArraySlice<(span: TextSpan, cluster: Int)>, _ source: TextSpan
  ) -> Int? {
    func kind(_ place: (span: TextSpan, cluster: Int)) -> EntityKind {
      joiner.clusters[place.cluster].kind
    }
    // "A security source in X", "the European official": the phrase itself is a mention.
    if let head = inside.first, head.span.lower == source.lower, kind(head) != .place {
      return head.cluster
    }
    return
      (inside.first { kind($0) == .person } ?? inside.first { kind($0) == .organisation }
      ?? inside.first { kind($0) != .place } ?? inside.first)?.cluster
  }

  /// The person mentioned last before `offset` whose gender is that of a title without a name.
  private func latestPerson(
    before offset: TextOffset, agreeing agreement: Agreement,
    where fits: (Int) -> Bool
  ) -> Int? {
    var index = place(of: offset)
    let first = max(0, index - parameters.mentionMemory)
    while index > first {
      index -= 1
      let cluster = joiner.clusters[places[index].cluster]
      if cluster.kind == .person, cluster.agreement ?? agreement == agreement,
        fits(places[index].cluster)
      {
        return places[index].cluster
      }
    }
    return nil
  }

  /// How many mentions begin before `offset`.
  func place(of offset: TextOffset) -> Int {
    places.firstIndex(from: offset, by: \.span)
  }

  func mentions(in span: TextSpan) -> ArraySlice<(span: TextSpan, cluster: Int)> {
    let low = place(of: span.lower)
    var end = low
    while end < places.count, places[end].span.lower < span.upper { end += 1 }
    return places[low..<end]
  }

  func nominal(at source: TextSpan) -> FoundNominal? {
    let index = nominals.firstIndex(from: source.lower, by: \.span)
    return index < nominals.count && nominals[index].span.lower < source.upper
      ? nominals[index] : nil
  }

  /// بيان مكتب الادعاء, شهادات الشهود: whether right behind the noun of a document stands the noun of a body or of people.
  private func hasIssuer(_ document: FoundNominal, _ source: TextSpan) -> Bool {
    let words = text.string(in: source).split(separator: " ", maxSplits: 2)
    guard !document.isDefinite, words.count > 1 else { return false }
    let bare = words[1].hasPrefix("ال") ? classes(of: words[1].dropFirst(2)) : []
    return !classes(of: words[1]).union(bare).isDisjoint(with: [
      .organisationClass, .organisationHead, .stateBody, .unnamedSource, .title,
    ])
  }

  /// تقرير نشرته الصحيفة: where the phrase of a document ends, before the verb of which it is the object.
  private func end(ofDocument source: TextSpan) -> TextOffset {
    let phrase = text.string(in: source)
    guard let space = phrase.firstIndex(of: " ") else { return source.upper }
    let second = phrase[phrase.index(after: space)...].prefix { $0 != " " }
    let first = TextOffset(source.lower.utf8 + phrase[..<space].utf8.count)
    // تغريدة على الموقع
    if second == "على" { return first }
    let verb = Folding.words.fold(String(second))
    guard second.endIndex < phrase.endIndex, verb.hasSuffix("ته") || verb.hasSuffix("تها") else {
      return source.upper
    }
    return first
  }

  /// One entity for all mentions of a document by the same noun, but for those of other owners: the
  /// statement of the ministry is not that of the party.
  private mutating func document(_ nominal: FoundNominal, of owner: Int?) -> Int {
    let known = (joiner.introduced[nominal.key] ?? []).last {
      joiner.clusters[$0].kind == .document
        && (owner == nil || ownersOfDocuments[$0] == nil || ownersOfDocuments[$0] == owner)
    }
    if let known {
      joiner.add(nominal, to: known, rule: .nominalDocument)
      if let owner { ownersOfDocuments[known] = owner }
      return known
    }
    let made = joiner.addUnnamed(nominal, kind: .document)
    ownersOfDocuments[made] = owner
    // وأوضحت النقابة، في بيان، … وأضاف البيان: the one brought in last.
    if nominal.isDefinite || owner != nil && owner == history.last,
      let first = nominalsOfNoun[nominal.key]?.last(where: {
        nominals[$0].span.lower < nominal.span.lower && !nominals[$0].isDefinite
      })
    {
      joiner.add(nominals[first], to: made, rule: .nominalDocument)
    }
    // The same noun further on means the same document.
    for place in nominalsOfNoun[nominal.key] ?? []
    where nominals[place].isDefinite && !nominals[place].hasComplement {
      joiner.add(nominals[place], to: made, rule: .nominalDocument)
    }
    return made
  }
}
