import ArabicText
import EntityModel

// The subject of a reporting word that stands before it.
extension SourcePhrase {
  /// The subject that stands before the reporting word at `cue`: "X said that", "X, who said that".
  func subject(before cue: Int, agreeing slot: CueSlot?) -> TextSpan? {
    guard var subject = phrase(before: cue, agreeing: slot) else { return nil }
    if let adjunct = openingAdjunct(before: cue),
      isGoverned(context.word(at: subject.lower), inAdjunct: adjunct)
    {
      return nil
    }
    // تحدث الوزير عما سماه
    let last = context.word(at: subject.upper - 1)
    if last == cue - 1, context.word(at: subject.lower) < last, words.isWhat(last) {
      subject.upper = words.words[last - 1].span.upper
    }
    return subject
  }

  private func phrase(before cue: Int, agreeing slot: CueSlot?) -> TextSpan? {
    let first = context.sentenceStart(of: cue)
    var end = cue
    while end > first, isFiller(end - 1) { end -= 1 }
    guard end > first else { return nil }
    if (end..<cue).contains(where: { SentenceSigns.isComma(words.sign($0)) }),
      let comma = parenthesis(before: end, from: first)
    {
      return subject(before: comma, agreeing: slot)
    }
    if words.reading(end - 1, of: .relative) != nil {
      return antecedent(before: end - 1, from: first)
    }
    if let person = accusativeSubject(before: end, from: first, slot) { return person }
    if let head = headOfRelative(before: end, from: first, slot) { return head }
    if end == cue, let document = describedDocument(before: end, from: first, slot) {
      return document
    }
    if let near = adjacent(before: end, from: first, slot) { return near }
    if end == cue, let joined = joinedSubject(before: end, from: first, slot) { return joined }
    if end - first < limits.openingReach, let subject = opening(from: first, to: end, slot) {
      return subject
    }
    return clauseSubject(before: end, from: first, slot)
      ?? (slot == .plural ? peopleSubject(before: end, from: first) : nil)
      ?? mainSubject(before: end, agreeing: slot)
  }

  /// الصين ترفض الاتهامات، والمتحدث باسم خارجيتها يؤكد أن: the title behind a comma and "and" that with its complement fills the words before
  /// the verb.
  private func joinedSubject(before end: Int, from first: Int, _ slot: CueSlot?) -> TextSpan? {
    let near = max(first, end - limits.longestTitle)..<end
    guard let comma = near.last(where: { SentenceSigns.isComma(words.sign($0)) }),
      case let start = comma + 1, start < end, context.mention(at: start) == nil,
      let title = words.readings(of: start).first(where: {
        $0.clitics == .conjunction && $0.hasArticle
      }), let classes = words.lexicon.classesWithoutArticle[title.word], classes.contains(.title),
      agrees(classes, slot), nounPhraseEnd(from: start, limit: end) == end
    else { return nil }
    return TextSpan(title.start, words.words[end - 1].span.upper)
  }

  /// بيانا قال فيه, تغريدة قال فيها: the document that no preposition governs and in which the reporting word at
  /// `cue` stands.
  func writtenObject(before cue: Int) -> Int? {
    guard let next = words.plain(cue + 1),
      NameKeys.insideIt.contains(next.word)
        || NameKeys.onIt.contains(next.word) && writes(cue)
    else { return nil }
    let first = max(context.sentenceStart(of: cue), cue - limits.objectReach)
    return (first..<max(first, cue)).last { index in
      words.isTanwinSource(index)
        || words.isPlain(index, .document) && words.plain(index)?.hasArticle == false
          && !isGoverned(index, from: first)
    }
  }

  /// لافتة كتب عليها: whether a word is a form of "wrote".
  private func writes(_ index: Int) -> Bool {
    words.readings(of: index).contains {
      words.lexicon.cues[$0.word]?.contains { $0.lemma == NameKeys.write } == true
    }
  }

  /// الفحوص التي طلبتها البلدية بينت أن: the noun that opens the clause, where a relative clause without a
  /// comma stands between it and the verb.
  private func headOfRelative(before end: Int, from first: Int, _ slot: CueSlot?) -> TextSpan? {
    guard end - first < limits.antecedentReach,
      let relative = (first + 1..<max(first + 1, end)).first(where: { words.isPlain($0, .relative) }
      ),
      relative - first <= limits.longestAntecedent, end - relative > 1,
      (relative..<end).allSatisfy({ words.sign($0) == 0 }),
      (first..<relative).allSatisfy({ words.sign($0) == 0 && !words.isPlain($0, .function) })
    else { return nil }
    let isFeminine = words.plain(relative)?.word == NameKeys.which
    guard slot == nil || isFeminine == (slot == .feminine || slot == .participleFeminine),
      words.plain(first)?.hasArticle == true || context.mention(at: first) != nil
    else { return nil }
    return TextSpan(stemStart(first), words.words[relative - 1].span.upper)
  }

  /// The noun phrase that ends where the verb begins: "reports said that".
  private func adjacent(before end: Int, from first: Int, _ slot: CueSlot?) -> TextSpan? {
    var index = end - 1
    while index >= first, end - index < limits.adjacentReach {
      if let mention = context.mention(at: index) {
        var start = index
        while start > first, context.mention(at: start - 1)?.span == mention.span { start -= 1 }
        if mention.kind == .organisation, let head = head(before: start, from: first) {
          if let named = named(before: head, from: first, slot) { return named }
          if words.reading(head, of: .unnamedSource) != nil {
            return TextSpan(stemStart(head), words.words[index].span.upper)
          }
        }
        guard mention.kind != .place || start == first, !isGoverned(start, from: first),
          agrees(mention, slot)
        else { return nil }
        return mention.span
      }
      guard words.sign(index) == 0, let reading = words.plain(index) else { return nil }
      // شرطي متقاعد
      if index > first, words.isPlain(index, .describing),
        words.reading(index - 1, of: .unnamedSource)?.hasArticle == false
      {
        index -= 1
        continue
      }
      if let noun = words.reading(index, of: [.unnamedSource, .document]) {
        // أنباء تفيد: an indefinite noun with a clause about it may be governed.
        let hasClause = index == end - 1 && !noun.hasArticle
        guard !noun.clitics.contains(.preposition), hasClause || !isGoverned(index, from: first),
          agrees(noun.classes, slot)
        else { return nil }
        return TextSpan(noun.start, words.words[end - 1].span.upper)
      }
      // Adjectives only may stand between.
      guard reading.hasArticle || words.words[index].shape.contains(.nisba) else { return nil }
      if reading.hasArticle {
        let bare = words.lexicon.classesWithoutArticle[reading.word] ?? []
        let known: WordClasses = [.document, .unnamedSource, .title, .organisationClass]
        if !bare.isDisjoint(with: known), !isAccusative(index), !isGoverned(index, from: first),
          agrees(bare, slot)
        {
          return TextSpan(reading.start, words.words[end - 1].span.upper)
        }
      }
      index -= 1
    }
    return nil
  }

  /// The noun phrase that opens the clause, whatever stands between it and the verb.
  private func opening(from first: Int, to end: Int, _ slot: CueSlot?) -> TextSpan? {
    // The clause begins behind a conjunction of clauses; commas may enclose an apposition.
    var start = first
    for index in first..<end where opensClause(index) { start = index + 1 }
    while start < end {
      if let phrase = context.phrase(at: start, .turn) {
        start = phrase.end
      } else if isFiller(start) || words.isPlain(start, .time) {
        start += 1
      } else {
        break
      }
    }
    guard start < end, isHead(start) else { return nil }
    if let mention = context.mention(at: start), !agrees(mention, slot) { return nil }
    let phraseEnd = nounPhraseEnd(from: start, limit: end)
    guard phraseEnd > start else { return nil }
    let span = TextSpan(stemStart(start), words.words[phraseEnd - 1].span.upper)
    return span.lower < span.upper ? span : nil
  }

  /// Whether a noun phrase that can speak begins at `index`.
  private func isHead(_ index: Int) -> Bool {
    if context.mention(at: index) != nil { return !isGoverned(index, from: index) }
    if words.isKin(index) { return true }
    let known: WordClasses = [
      .title, .unnamedSource, .document, .organisationClass, .organisationHead,
    ]
    // خرج عشرات من المحتجين هاتفين
    if isQuantityOfPeople(index) { return true }
    // أحد المحققين: no subject has the ending of an object.
    if isAccusative(index) { return false }
    return words.readings(of: index).contains { reading in
      guard !reading.clitics.contains(.preposition) else { return false }
      let bare = reading.hasArticle ? words.lexicon.classesWithoutArticle[reading.word] ?? [] : []
      return !reading.classes.union(bare).isDisjoint(with: known)
    }
  }

  /// عشرات من المحتجين, but not الكثير من الحبر.
  private func isQuantityOfPeople(_ index: Int) -> Bool {
    guard words.isPlain(index, .quantity), words.plain(index + 1)?.word == NameKeys.from,
      let people = words.plain(index + 2)
    else { return false }
    let bare = words.lexicon.classesWithoutArticle[people.word] ?? []
    return !people.classes.union(bare).isDisjoint(with: [.unnamedSource, .title, .relation])
  }

  /// The subject of the sentence's main verb: the first name or noun that can speak, agrees and stands
  /// behind no preposition.
  ///
  /// - Complexity: O(*n*) in the words before `end`, at most 60 of them.
  func mainSubject(before end: Int, agreeing slot: CueSlot?) -> TextSpan? {
    guard end > 0, end <= context.count else { return nil }
    let first = context.sentenceStart(of: end - 1)
    var index = first
    while index < end, index - first < limits.subjectReach {
      if let mark = context.mark(openingAt: index), context.mention(at: index + 1) == nil {
        index = max(mark.outer.upperBound, index + 1)
        continue
      }
      if let mention = context.mention(at: index) {
        var next = index + 1
        while next < end, context.mention(at: next)?.span == mention.span { next += 1 }
        let isNear = mention.kind != .place || index <= first + 1
        if isNear, !isGoverned(index, from: first), agrees(mention, slot) { return mention.span }
        index = next
        continue
      }
      if index > first || opensSentence(index), let reading = words.plain(index), isHead(index),
        !isGoverned(index, from: first)
      {
        let bare = words.lexicon.classesWithoutArticle[reading.word] ?? []
        let classes = reading.classes.union(reading.hasArticle ? bare : [])
        // رئيس الجمعية
        let isIndefiniteTitle =
          !reading.hasArticle && classes.isDisjoint(with: [.unnamedSource, .document])
          && !words.isKin(index)
          && (words.sign(index + 1) != 0 || words.plain(index + 1)?.hasArticle != true)
        if isQuantityOfPeople(index), slot == .plural || slot == .participlePlural || slot == nil {
          let phraseEnd = nounPhraseEnd(from: index, limit: end)
          return TextSpan(stemStart(index), words.words[phraseEnd - 1].span.upper)
        }
        let phraseEnd = nounPhraseEnd(from: index, limit: end)
        let holdsName = (index..<phraseEnd).contains { context.mention(at: $0) != nil }
        if phraseEnd > index, holdsName || !isIndefiniteTitle, agrees(classes, slot) {
          return TextSpan(stemStart(index), words.words[phraseEnd - 1].span.upper)
        }
      }
      index += 1
    }
    return nil
  }

  /// What a relative pronoun refers to: the nearest name or noun that can speak before it.
  private func antecedent(before relative: Int, from first: Int) -> TextSpan? {
    let isFeminine = words.reading(relative, of: .relative)?.word == NameKeys.which
    let slot: CueSlot = isFeminine ? .feminine : .masculine
    var index = relative - 1
    // والدها الذي قال
    if index > first, context.mention(at: index) == nil,
      words.isKin(index)
    {
      return words.words[index].span
    }
    var organisation: TextSpan?
    while index >= first, relative - index < limits.antecedentReach {
      if let mention = context.mention(at: index), mention.kind != .place, agrees(mention, slot),
        words.sign(index - 1) != Signs.openBracket
      {
        if mention.kind == .person { return mention.span }
        var start = index
        while start > first, context.mention(at: start - 1)?.span == mention.span { start -= 1 }
        if !isGoverned(start, from: first) || isFeminine { return organisation ?? mention.span }
        organisation = organisation ?? mention.span
        index = start - 1
        continue
      }
      if organisation == nil, let reading = words.plain(index), context.mention(at: index) == nil {
        let bare = reading.hasArticle ? words.lexicon.classesWithoutArticle[reading.word] ?? [] : []
        let classes = reading.classes.union(bare)
        if !classes.isDisjoint(with: [.unnamedSource, .document, .title, .organisationClass]),
          agrees(classes, slot)
        {
          // N، مفتش التموين، الذي
          if let named = named(before: index, from: first, slot) { return named }
          return words.words[index].span
        }
      }
      index -= 1
    }
    return organisation
  }

  /// Whether a preposition, alone or attached, governs the phrase that begins at `index`.
  func isGoverned(_ index: Int, from first: Int) -> Bool {
    if let mention = context.mention(at: index), mention.span.lower > words.words[index].span.lower
    {
      let attached = words.readings(of: index).first { $0.start == mention.span.lower }
      if attached?.clitics.contains(.preposition) == true { return true }
    }
    // في «X»
    if index - 1 > first, QuotationSigns.isMark(words.sign(index - 1)) {
      return isGoverned(index - 1, from: first)
    }
    guard index > first, words.sign(index - 1) == 0, let last = words.plain(index - 1),
      context.mention(at: index - 1) == nil
    else { return false }
    // في صحيفة X
    if last.classes.contains(.title)
      || last.classes.contains(.organisationClass) && !last.hasArticle
    {
      return isGoverned(index - 1, from: first)
    }
    return last.classes.contains(.governor) || opensAdjunct(index - 1)
      || isOwner(index, from: first)
  }

  /// وعن X يقول, وبشأن X: whether a preposition behind "and" opens the sentence.
  private func opensAdjunct(_ index: Int) -> Bool {
    index == context.sentenceStart(of: index)
      && words.readings(of: index).contains {
        $0.clitics == .conjunction && $0.classes.contains(.governor)
      }
  }

  /// عن غضب الأهالي، قال; وعن دور والدها الراحل: whether the phrase at `index` is whose thing it is, or tells of somebody's,
  /// that a preposition governs.
  private func isOwner(_ index: Int, from first: Int) -> Bool {
    var thing = index - 1
    while thing > first, index - thing <= limits.longestAntecedent, isThing(thing) {
      guard words.sign(thing - 1) == 0, context.mention(at: thing - 1) == nil else { return false }
      if words.isPlain(thing - 1, [.governor, .timePreposition]) || opensAdjunct(thing - 1) {
        return true
      }
      thing -= 1
    }
    return false
  }

  /// Whether a noun without the article that is no name and speaks for nobody stands at `index`, or one of kin with its
  /// pronoun.
  private func isThing(_ index: Int) -> Bool {
    guard let thing = words.plain(index), !thing.hasArticle, words.words[index].kind == .arabic,
      context.mention(at: index) == nil
    else { return false }
    return words.isKin(index)
      || thing.kinds.contains(.common)
        && thing.classes.isDisjoint(with: [
          .cue, .function, .relative, .unnamedSource, .document, .organisationClass,
          .organisationHead, .placeClass, .body,
        ])
  }

  // MARK: Agreement

  /// Whether a verb of the form `slot` may have the mention as its subject.
  func agrees(_ mention: FoundMention, _ slot: CueSlot?) -> Bool {
    guard let agreement = mention.agreement else { return true }
    switch slot {
    case .masculine, .participleMasculine: return agreement == .masculine
    case .feminine, .participleFeminine:
      return agreement == .feminine || agreement == .plural && mention.kind != .person
    case .plural, .participlePlural: return agreement == .plural
    case .dual, .passive, .noun, nil: return true
    }
  }

  /// Whether a verb of the form `slot` may have a noun of `classes` as its subject.
  func agrees(_ classes: WordClasses, _ slot: CueSlot?) -> Bool {
    switch slot {
    case .masculine: !classes.contains(.female) || classes.contains(.either)
    case .participleMasculine: classes.isDisjoint(with: [.female, .plural])
    case .feminine, .participleFeminine: !classes.isDisjoint(with: [.female, .plural])
    case .participlePlural, .plural: classes.contains(.plural)
    case .dual, .passive, .noun, nil: true
    }
  }

  // MARK: Words around the subject

  func isFiller(_ index: Int) -> Bool {
    if SentenceSigns.isComma(words.sign(index)) { return true }
    guard let reading = words.plain(index) else { return false }
    return reading.word == NameKeys.already || reading.word == NameKeys.asFor
      || reading.classes.contains(.filler)
  }

  func opensClause(_ index: Int) -> Bool {
    guard let reading = words.plain(index) else { return false }
    return reading.classes.contains(.clauseOpener)
  }
}
