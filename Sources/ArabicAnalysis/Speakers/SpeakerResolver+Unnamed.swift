import ArabicText
import EntityModel

// Sources without a name: who they are, and which phrases mean one.
extension SpeakerResolver {
  /// المصدر نفسه: whoever spoke before, where no source was brought in.
  func sameSource(_ source: TextSpan) -> Int? {
    guard let last = history.last, joiner.clusters[last].kind != .place else { return nil }
    let words = text.string(in: source).split(separator: " ")
    guard let first = words.first, words.count <= 2, isSameAgain(words, source) else { return nil }
    if Self.source == NameKey(phrase: String(first)) {
      return joiner.introduced[NameKey(String(first))]?.isEmpty ?? true ? last : nil
    }
    return sameSpeaker(source)
  }

  /// المتحدث نفسه, الوثيقة ذاتها: who spoke last of those whom the noun may mean, if no other was brought in with it.
  private func sameSpeaker(_ source: TextSpan) -> Int? {
    guard let head = nominal(at: source), head.span.lower == source.lower, head.isDefinite,
      head.agreement != .plural
    else { return nil }
    // يكتب N: … ويجيب الكاتب نفسه
    if head.classes.contains(.title), let last = history.last,
      joiner.clusters[last].kind == .person, joiner.clusters[last].classWords.isEmpty,
      joiner.clusters[last].agreement ?? head.agreement == head.agreement,
      joiner.clusters[last].lastMention(before: source.lower) ?? .zero >= paragraphStart
    {
      return last
    }
    guard joiner.introduced[head.key]?.isEmpty ?? true,
      headNoun(of: source).flatMap({ unnamedHeads[$0] })?.isEmpty ?? true
    else { return nil }
    if head.classes.contains(.document) {
      return history.suffix(parameters.titleMemory).last { joiner.clusters[$0].kind == .document }
    }
    guard !head.classes.isDisjoint(with: [.title, .unnamedSource]) else { return nil }
    return history.suffix(parameters.titleMemory).last {
      let entity = joiner.clusters[$0]
      return (entity.kind == .person || entity.kind == .unnamed)
        && entity.agreement ?? head.agreement == head.agreement
    }
  }

  /// المصدر نفسه, ذات المصدر: whether a word in or beside a source says that it is the same as before.
  private func isSameAgain(_ words: [Substring], _ source: TextSpan) -> Bool {
    if words.count > 1 { return classes(of: words[1]).contains(.reflexive) }
    if let before = word(before: source.lower), classes(of: before[...]).contains(.same) {
      return true
    }
    var next = source.upper
    while let scalar = text.scalar(at: next), ScalarProperties(scalar.value).isSpace {
      next = scalar.span.upper
    }
    let start = next
    while let scalar = text.scalar(at: next), ScalarProperties(scalar.value).isArabicLetter,
      next - start < parameters.longestReflexive
    {
      next = scalar.span.upper
    }
    let word = text.string(in: TextSpan(start, next))
    return classes(of: Substring(word)).contains(.reflexive)
  }

  /// The person before whose name the text has these very words, or behind it and a comma: رئيس بلدية كفر سالم نبيل
  /// الحوراني; نبيل الحوراني، محامي سامر الحداد.
  func bearer(ofPhrase source: TextSpan) -> Int? {
    let phrase = text.string(in: source)
    guard phrase.contains(" "), source.utf8Count < parameters.longestDocument else { return nil }
    for place in places.prefix(parameters.mentionMemory)
    where joiner.clusters[place.cluster].kind == .person && !nominalSpans.contains(place.span) {
      let end = place.span.lower - 1
      if hasPhrase(phrase, at: end - source.utf8Count) { return place.cluster }
      if let comma = text.scalar(at: place.span.upper), SentenceSigns.isComma(comma.value),
        hasPhrase(phrase, at: comma.span.upper + 1)
      {
        return place.cluster
      }
    }
    return nil
  }

  /// Whether the text has a phrase at `lower`.
  private func hasPhrase(_ phrase: String, at lower: TextOffset) -> Bool {
    let upper = lower + phrase.utf8.count
    return lower >= text.span.lower && upper <= text.span.upper && text.isScalarBoundary(lower)
      && text.isScalarBoundary(upper) && text.string(in: TextSpan(lower, upper)) == phrase
  }

  /// One nameless entity for a phrase that no list knows, however often it is named so.
  mutating func unknown(_ source: TextSpan) -> Int? {
    guard source.utf8Count < parameters.longestUnknown, !isTime(source) else { return nil }
    let isOther = isOtherAlone(source)
    let key = unknownKey(of: source)
    if let known = unknownSources[key], !isOther {
      joiner.add(source, to: known)
      return known
    }
    if !isOther, let known = unknown(beginningAs: source) ?? pointedAt(by: source) {
      joiner.add(source, to: known)
      unknownSources[key] = known
      return known
    }
    if let organisation = organisation(headedBy: source) ?? organisation(called: source) {
      joiner.add(source, to: organisation)
      return organisation
    }
    let made = joiner.addUnnamed(source, key: key, agreement: agreement(of: source))
    joiner.clusters[made].unwritten = unwritten(source)
    if !isOther {
      noteUnnamed(source, as: made)
      unknownSources[key] = made
    }
    return made
  }

  /// الأرقام, الأرقام الرسمية: who was brought in by a phrase with the article of which this one is the beginning, or that is its beginning.
  private func unknown(beginningAs source: TextSpan) -> Int? {
    let phrase = text.string(in: source)
    guard phrase.hasPrefix("ال"), let noun = headNoun(of: source) else { return nil }
    return unnamedHeads[noun]?.last { known in
      guard let first = firstSources[known].map({ text.string(in: $0) }), first.hasPrefix("ال")
      else {
        return false
      }
      return first.hasPrefix(phrase + " ") || phrase.hasPrefix(first + " ")
    }
  }

  /// تلك المصادر: the nameless source whom the noun behind a demonstrative means.
  private func pointedAt(by source: TextSpan) -> Int? {
    let words = text.string(in: source).split(separator: " ", maxSplits: 1)
    guard words.count > 1, classes(of: words[0]).contains(.demonstrative), words[1].hasPrefix("ال")
    else { return nil }
    return sameUnnamed(TextSpan(source.lower + words[0].utf8.count + 1, source.upper))
  }

  /// آخر, ثالث: another one each time.
  private func isOtherAlone(_ source: TextSpan) -> Bool {
    let word = text.string(in: source)
    return !word.contains(" ") && !word.hasPrefix("ال") && classes(of: word[...]).contains(.other)
      && classes(of: word[...]).isDisjoint(with: [.each, .people])
  }

  /// The gender or number that the ending of the first word of a phrase shows: المحتجون, صاحبة.
  private func agreement(of source: TextSpan) -> Agreement? {
    guard let first = text.string(in: source).split(separator: " ").first else { return nil }
    if !classes(of: first).isDisjoint(with: [.people, .plural]) { return .plural }
    let word = Folding.words.fold(String(first))
    guard word.count > parameters.shortestPlural else { return nil }
    if word.hasSuffix("ون") || word.hasSuffix("ات") { return .plural }
    return word.hasSuffix("ة") ? .feminine : nil
  }

  /// في الوقت نفسه: whether a phrase tells when, and not who.
  private func isTime(_ source: TextSpan) -> Bool {
    text.string(in: source).split(separator: " ").first.map(classes(of:))?
      .isDisjoint(with: [.time, .adverbialNoun]) == false
  }

  /// What a phrase that no list knows is found by again.
  func unknownKey(of source: TextSpan) -> NameKey {
    NameKey(unwritten(source).letters + text.string(in: source), folding: .words)
  }

  /// للعاملين, للجنة: what the article of a source phrase has lost behind ل.
  func unwritten(_ source: TextSpan) -> UnwrittenArticle {
    guard text.scalar(at: source.lower)?.value == LetterBuffer.lam,
      text.scalar(before: source.lower)?.value == LetterBuffer.lam,
      let first = text.string(in: source).split(separator: " ").first
    else { return .none }
    if classes(of: first).isDisjoint(with: .headsOfNames) { return .alef }
    let second = text.string(in: source).split(separator: " ").dropFirst().first
    return second.map { isIndefinite(before: $0) } == true ? .none : .whole
  }

  /// للجنة تحقيق: whether a noun without the article follows, before which no noun has it.
  private func isIndefinite(before word: Substring) -> Bool {
    !word.hasPrefix("ال") && !isInTheName(word)
      && classes(of: word).isDisjoint(with: [.function, .governor, .relative, .time, .reflexive])
      && word.unicodeScalars.allSatisfy { ScalarProperties($0.value).isArabicLetter }
  }

  /// The organisation of whose name one word with the article is left: المركزي.
  private func organisation(called source: TextSpan) -> Int? {
    let words = text.string(in: source).split(separator: " ")
    guard words.count == 1, let word = words.first else { return nil }
    let name = unwritten(source).letters + word
    return name.hasPrefix("ال") ? joiner.organisation(calledBy: NameKey(name)) : nil
  }

  /// The unnamed source that the same words named before, or a phrase with the same head noun.
  ///
  /// Of 53 phrases of labelled news whose head noun had named an unnamed source of the article before, 52
  /// meant the same one, whatever stood behind it. "Another" and "some" say that it is not, and so does what tells two of a
  /// kind apart: رئيس بلدية بيروت, رئيس بلدية طرابلس; مصدر أمني, مصدر حكومي.
  private func sameUnnamed(_ source: TextSpan) -> Int? {
    if let known = unnamedPhrases[text.string(in: source)] { return known }
    let words = text.string(in: source).split(separator: " ")
    guard !words.contains(where: { classes(of: $0).contains(.other) }) else { return nil }
    let known = unnamed(headedAs: source).filter { !isOtherUnnamed($0, than: source) }
    return known.last { isLikeUnnamed($0, source) } ?? known.last
  }

  /// The unnamed sources whose first phrase had the head noun of `source`, the last one last; المصدران are مصدرين, whose ending a
  /// plural has as well.
  private func unnamed(headedAs source: TextSpan) -> [Int] {
    guard let noun = headNoun(of: source) else { return [] }
    if let known = unnamedHeads[noun], !known.isEmpty { return known }
    let (stem, ending) = (noun.dropLast(2), noun.suffix(2))
    if ending == "ون", endsAsObject(source) { return unnamedHeads[stem + "ان"] ?? [] }
    guard ending == "ان", let known = unnamedHeads[stem + "ون"] else { return [] }
    return known.filter { firstSources[$0].map(endsAsObject) == true }
  }

  /// مصدرين: whether the first word of a phrase ends in ين.
  private func endsAsObject(_ source: TextSpan) -> Bool {
    text.string(in: source).prefix { $0 != " " }.hasSuffix("ين")
  }

  private mutating func noteUnnamed(_ source: TextSpan, as cluster: Int) {
    unnamedPhrases[text.string(in: source)] = cluster
    if let head = headNoun(of: source), unnamedHeads[head]?.contains(cluster) != true {
      unnamedHeads[head, default: []].append(cluster)
    }
    if firstSources[cluster] == nil { firstSources[cluster] = source }
  }

  /// The first word of a source phrase without its article and the case of its plural.
  ///
  /// وسائل إعلام are called إعلام too.
  func headNoun(of source: TextSpan) -> String? {
    let words = text.string(in: source).split(separator: " ", maxSplits: 2)
    guard let first = words.first else { return nil }
    var noun = Folding.search.fold(String(first))
    switch unwritten(source) {
    case .alef: noun.removeFirst()
    case .none where noun.hasPrefix("ال"): noun.removeFirst(2)
    case .none, .whole: break
    }
    if noun.hasSuffix("ين") { noun = noun.dropLast(2) + "ون" }
    // مراسلنا, محاميه
    for pronoun in Self.owners where noun.hasSuffix(pronoun) {
      let bare = noun.dropLast(pronoun.count)
      if !classes(of: bare).isDisjoint(with: [.unnamedSource, .title]) {
        noun = String(bare)
        break
      }
    }
    if noun == Self.means, let second = words.dropFirst().first,
      Self.media.contains(Folding.search.fold(String(second)))
    {
      return Self.media[0]
    }
    return noun.isEmpty ? nil : noun
  }

  private static let owners = ["نا", "هما", "هم", "ها", "ه"].map { Folding.search.fold($0) }
  private static let means = Folding.search.fold("وسائل")
  private static let media = ["إعلام", "الإعلام"].map { Folding.search.fold($0) }

  mutating func unnamed(_ nominal: FoundNominal, _ source: TextSpan) -> Int {
    let span = namesOwner(nominal, source) ? nominal.span : source
    if let known = sameUnnamed(source) ?? deputy(meantBy: nominal, source) {
      joiner.add(span, to: known)
      return known
    }
    var whole = nominal
    whole.span = span
    let made = joiner.addUnnamed(whole, kind: .unnamed)
    joiner.clusters[made].canonical = source
    joiner.clusters[made].unwritten = unwritten(source)
    noteUnnamed(source, as: made)
    return made
  }

  /// المسؤول, المصدر: the last speaker, where that is a nameless representative or official, one person.
  private func deputy(meantBy nominal: FoundNominal, _ source: TextSpan) -> Int? {
    let noun = text.string(in: source).prefix { $0 != " " }
    guard nominal.isDefinite,
      noun == Self.official && noun.endIndex == text.string(in: source).endIndex
        || NameKey(phrase: String(noun)) == Self.source,
      let last = history.last,
      joiner.clusters[last].kind == .unnamed, joiner.clusters[last].agreement == .masculine,
      let mention = joiner.clusters[last].mentions.last,
      let head = text.string(in: mention.span).split(separator: " ").first,
      !classes(of: head).isDisjoint(with: [.deputy, .title]),
      classes(of: head).isDisjoint(with: [.body, .plural])
    else { return nil }
    return last
  }

  private static let official = "المسؤول"

  /// مراسل الميادين: whether the name of an organisation stands right behind the title, or of whom one speaks in the
  /// name, so that the title alone means who does.
  private func namesOwner(_ nominal: FoundNominal, _ source: TextSpan) -> Bool {
    guard nominal.classes.contains(.title), !text.string(in: nominal.span).hasPrefix("ال") else {
      return false
    }
    // متحدث باسم الرئيس N
    let end = max(nominal.span.upper, source.upper)
    if let next = text.string(in: TextSpan(nominal.span.upper, end)).split(separator: " ").first,
      isInTheName(next)
    {
      return mentions(in: source).contains { joiner.clusters[$0.cluster].kind == .person }
    }
    return mentions(in: source).contains {
      $0.span.lower > nominal.span.upper
        && $0.span.lower - nominal.span.upper <= Self.spaceAndMark
        && !nominalSpans.contains($0.span)
        && joiner.clusters[$0.cluster].kind == .organisation
    }
  }

  /// A space and a mark have no more bytes.
  static let spaceAndMark = 3
  private static let source = NameKey(phrase: "المصدر")
}
