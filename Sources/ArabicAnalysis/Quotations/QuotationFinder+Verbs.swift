import ArabicText
import EntityModel

// Reports behind verbs, participles and nouns of saying.
extension QuotationFinder {
  mutating func findVerbs() {
    for cue in cues.outsideMarks where !isTaken[cue.index] && !belongsToAccording(cue.index) {
      report(cue)
    }
  }

  /// اكتفت الوزيرة بالقول: the noun of saying behind a verb that does not report by itself.
  mutating func findSayings() {
    for index in 0..<context.count where !isTaken[index] && context.mark(at: index) == nil {
      guard let reading = context.words.plain(index), reading.classes.contains(.said) else {
        continue
      }
      // من الصعب القول إن, يمكن القول إن: nobody says it.
      if context.words.isPlain(index - 1, .awaiting), context.words.sign(index - 1) == 0 {
        continue
      }
      let opening = VerbFrame(opening: .said, index: index)
      guard
        context.words.sign(index + 1) == Signs.colon || context.mark(openingAt: index + 1) != nil
          || context.words.isPlain(index + 1, .complementiser)
          || clauseBehindAdjunct(index + 1) != nil,
        let start = contentStart(opening)
      else { continue }
      let form = CueForm(
        lemma: "قال", slot: .noun, strength: .strong, frame: [.clause, .colon, .mark], share: 1)
      let cue = FoundCue(
        index: index, span: context.words.words[index].span, form: form, isCoordinated: false,
        isPredicate: false)
      let source = sources.nearest(before: index)
      emit(
        from: start, cue: cue, source: source, via: nil,
        speaker: source == nil ? .previous : .source,
        rule: .saying)
    }
  }

  mutating func report(_ word: FoundCue) {
    var cue = word
    let (frame, end) = frames.frame(of: cue)
    if let frame, isCalled(cue, frame) { cue.form.slot = .passive }
    let sentence = context.sentence[cue.index]
    guard let frame else {
      if reportSecondObject(of: cue) { return }
      // The verb reports nothing itself, but its subject speaks in the participle that follows.
      if !cue.form.slot.isParticiple,
        let source = pluperfectSubject(of: cue) ?? nameBefore(cue)
          ?? sources.source(in: cue.index + 1..<end).flatMap({ source in
            isActor(source, cue)
              || isHeadSpeaker(source) && sources.standsBeforeThing(source, limit: context.count)
              ? subject(besides: source, of: cue) ?? source : nil
          })
          ?? svo(cue),
        isSpeaker(source)
      {
        sourceOfSentence[sentence] = source
        if let actor = namelessActor(source, cue) ?? namedActor(source, cue) {
          actors.append(actor)
        }
      }
      return
    }
    let aside =
      isAboutWhat(cue)
      ? cue.index + 1 : accordingAside(in: cue.index + 1..<frame.index) ?? frame.index
    let isOfPronoun = isRelayedOfPronoun(cue, before: frame.index)
    var source =
      cue.form.slot.isParticiple
      ? sourceOfSentence[sentence]
      : pluperfectSubject(of: cue) ?? subject(behind: cue, before: aside)
    let object = cue.form.slot.isParticiple ? nil : sources.writtenObject(before: cue.index)
    if let object,
      source.map({ !isHeadSpeaker($0) }) ?? true || NameKeys.summons.contains(cue.form.lemma)
    {
      source = sources.mainSubject(before: object, agreeing: nil)
      if source == nil, cue.form.traits.contains(.document) {
        source = context.words.words[object].span
      }
    } else if cue.form.traits.contains(.document) {
      source =
        sources.document(before: cue.index) ?? sources.document(behind: cue.index, to: frame.index)
        ?? (frame.index < cue.index + limits.documentReach ? source : nil)
      if source == nil { return }
    }
    if !cue.form.slot.isParticiple, let marked = markedSource(behind: cue, before: frame.index) {
      source = marked
    }
    if let named = source, !holds(cue, before: frame), let other = subject(besides: named, of: cue)
    {
      source = other
    }
    let isObject =
      isLatter(behind: cue) || source.map { isObjectAlone($0, of: cue, before: frame) } ?? false
    if isObject { source = nil }
    // ويُقال في أروقة البرلمان إن
    if cue.form.slot == .passive { source = nil }
    var via: Quotation.Via?
    if let about = relay(cue, before: frame.index),
      let quoted = sources.complement(in: about + 1..<frame.index)
    {
      if let medium = source, medium.upper > context.words.words[about - 1].span.lower {
        let before = cue.index + 1..<max(cue.index + 1, about - 1)
        source = before.isEmpty ? nil : sources.source(in: before)
      }
      via = Quotation.Via(source: source ?? svo(cue))
      source = quoted
    } else if isOfPronoun {
      via = Quotation.Via(source: source ?? svo(cue))
      source = nil
    }
    if let antecedent = antecedent(of: cue, besides: source) { source = antecedent }
    let isOfAntecedent = describesAntecedent(cue, source)
    let asker = source == nil ? asker(before: cue) : nil
    if asker != nil { sourceOfSentence[sentence] = nil }
    if isOfAntecedent {
      source = sourceOfSentence[sentence].flatMap { $0.upper < cue.span.lower ? $0 : nil }
    } else if object != nil || isObject || isOfPronoun || asker != nil, source == nil {
      // وأصدر بيانا قال فيه, نقلت عنه الوكالة: who goes on stands in no word of the sentence.
    } else if cue.form.slot.isParticiple, source == nil, continuesReport(cue) {
      // وتابعت أن …، مشيرة إلى: who goes on stands in no word of the sentence.
    } else if cue.form.slot.isParticiple {
      source = source ?? sources.mainSubject(before: cue.index, agreeing: cue.form.slot)
      if cue.form.slot == .participlePlural, let thing = source, isThing(thing) { source = nil }
    } else if let written = source,
      fills(written, cue, before: frame) || sources.standsBeforeObject(written)
        || written.lower >= cue.span.upper && cue.form.slot != .passive
          && sources.isPeople(written, limit: frame.index)
    {
      // The noun behind the verb is its subject, whatever else the sentence names.
    } else if source.map({ !isSpeaker($0) && !isMarked($0) }) ?? true {
      let written = source.flatMap { isPlausible($0, subjectOf: cue) ? $0 : nil }
      let named = written.flatMap { isUnknownName($0) ? $0 : nil }
      source =
        cue.form.slot == .passive
        ? nil
        : svo(cue) ?? named
          ?? (cue.form.slot == .plural
            ? nil : sources.name(in: cue.index + 1..<aside, agreeing: cue.form.slot))
          ?? written
      if source == nil, cue.form.strength == .weak, cue.form.slot != .passive,
        !goesOn(cue, frame), !cue.hasObject || !context.words.isWhat(cue.index - 1),
        frame.opening != .colon || frame.index > cue.index + limits.documentReach
      {
        return
      }
    }
    guard let start = contentStart(frame) else {
      if context.words.sign(context.count - 1) == Signs.colon { setPending(cue, source) }
      return
    }
    let isImpersonal = cue.form.slot == .passive && source == nil
    if frame.opening == .mark, let content = partlyMarked(frame, cue) {
      let first = context.words.words[content.words.lowerBound].span.lower
      if let named = source, named.upper > first, named.lower > cue.span.lower {
        source = sources.source(in: cue.index + 1..<content.words.lowerBound)
      }
      if let named = source, isAddressed(named, by: cue, before: content) {
        source = svo(cue)
      }
      keep(content, cue, source, via)
      if let source { sourceOfSentence[sentence] = source }
      return
    }
    let first = frames.firstObject(of: cue, before: frame)
    emit(
      from: first ?? start, cue: cue, source: source, via: via, asker: asker,
      speaker: isImpersonal ? .nobody : source == nil ? .previous : .source,
      rule: first == nil ? frame.opening.rule : .verbClause)
    // A relative clause on the way may hold a report of its own.
    if let inner = frame.inner { for index in inner { isTaken[index] = false } }
    if let source { sourceOfSentence[sentence] = source }
  }

  /// تحدثت [وسائل إعلام] عن هدنة: the phrase of the subject behind a verb, where that is a source without a name and its noun has no article.
  private func namelessActor(_ source: TextSpan, _ cue: FoundCue) -> TextSpan? {
    let words = context.words
    let range = context.word(at: source.lower)..<context.word(at: source.upper)
    guard cue.form.strength != .weak, source.lower >= cue.span.upper, !range.isEmpty,
      (cue.index + 1..<max(cue.index + 1, range.lowerBound)).allSatisfy({ words.sign($0) == 0 }),
      let noun = words.plain(range.lowerBound), !noun.hasArticle,
      noun.classes.contains(.unnamedSource),
      noun.classes.isDisjoint(with: [.office, .organisationHead, .organisationClass, .stateBody])
    else { return nil }
    let end = range.dropFirst().first(where: opensComplement) ?? range.upperBound
    let phrase = range.lowerBound..<end
    guard phrase.allSatisfy({ context.mention(at: $0) == nil && words.sign($0) == 0 }) else {
      return nil
    }
    return TextSpan(source.lower, words.words[end - 1].span.upper)
  }

  /// أعربت [واشنطن] عن قلقها: the phrase of the subject behind a verb, where that has a name.
  private func namedActor(_ source: TextSpan, _ cue: FoundCue) -> TextSpan? {
    let head = context.word(at: source.lower)
    guard cue.form.strength != .weak, !cue.form.slot.isParticiple, head == cue.index + 1,
      context.mention(at: head)?.span == source || isOfficeWithArticle(source)
    else { return nil }
    return source
  }

  /// شدد رئيس الحركة على, نفى الوزير: whether a title, with the article or with a noun that has it, heads a phrase without a
  /// name.
  private func isOfficeWithArticle(_ source: TextSpan) -> Bool {
    let words = context.words
    let range = context.word(at: source.lower)..<context.word(at: source.upper)
    guard let head = range.first, let noun = words.plain(head) else { return false }
    let bare = words.lexicon.classesWithoutArticle[noun.word] ?? []
    let classes = noun.classes.union(noun.hasArticle ? bare : [])
    return classes.contains(.title) && range.allSatisfy { context.mention(at: $0) == nil }
      && (noun.hasArticle
        || range.dropFirst().first.map { words.plain($0)?.hasArticle == true } ?? false)
  }

  /// عن, بمقتل: whether a word may be what a verb takes behind its subject.
  private func opensComplement(_ index: Int) -> Bool {
    context.words.isPlain(index, [.function, .governor, .relative, .time, .connector])
      || !context.words.words[index].shape.contains(.nisba)
        && context.words.readings(of: index).contains { $0.clitics.contains(.preposition) }
  }

  /// وزاد أن: whether a verb behind "and" opens the sentence behind one with a report and has its clause at once.
  private func goesOn(_ cue: FoundCue, _ frame: VerbFrame) -> Bool {
    let sentence = context.sentence[cue.index]
    return frame.opening == .clause && cue.isCoordinated && !cue.hasObject
      && cue.index == context.sentenceStart(of: cue.index)
      && (frame.index == cue.index + 1
        || frame.index == cue.index + 2 && context.words.isPlain(cue.index + 1, .clausePreposition))
      && speechOfSentence[sentence - 1] != nil
  }

  /// الحاكم N، الذي وصفه بأنه «…»: whether the pronoun of a verb without a subject stands for what its relative refers to.
  private func describesAntecedent(_ cue: FoundCue, _ source: TextSpan?) -> Bool {
    cue.hasObject && source == nil && context.words.isPlain(cue.index - 1, .relative)
      && !cue.form.frame.isDisjoint(with: [.secondObject, .object])
  }

  /// زميله N، الذي كتب في تعليق نشرته الصحيفة: what the relative before a verb refers to, where no subject stands right behind
  /// the verb.
  private func antecedent(of cue: FoundCue, besides source: TextSpan?) -> TextSpan? {
    guard context.words.isPlain(cue.index - 1, .relative), !cue.hasObject,
      cue.form.slot == .masculine || cue.form.slot == .feminine, let source,
      source.lower >= cue.span.upper, context.word(at: source.lower) > cue.index + 1,
      let antecedent = sources.subject(before: cue.index, agreeing: cue.form.slot)
    else { return nil }
    return isSpeaker(antecedent) ? antecedent : nil
  }

  /// نفت ما تردد عن سفر الوزير: whether a clause of ما is the object of a verb, so that its subject stands in no word behind it.
  private func isAboutWhat(_ cue: FoundCue) -> Bool {
    let words = context.words
    return !cue.form.slot.isParticiple && !cue.hasObject && words.sign(cue.index + 1) == 0
      && words.plain(cue.index + 1)?.word == NameKeys.what
  }

  /// كانت الوزيرة ريم قد انتقدت كريم: the name that stands right before a verb, whose object follows.
  private func nameBefore(_ cue: FoundCue) -> TextSpan? {
    let words = context.words
    let frame = cue.form.frame
    guard !cue.isCoordinated, cue.form.slot != .passive,
      !frame.isDisjoint(with: [.object, .secondObject])
        || frame.contains(.nounPhrase) && !frame.contains(.clause)
    else { return nil }
    var end = cue.index
    if words.plain(end - 1)?.word == NameKeys.already { end -= 1 }
    guard end > context.sentenceStart(of: cue.index), words.sign(end - 1) == 0,
      let name = context.mention(at: end - 1), name.kind != .place,
      let subject = sources.subject(before: cue.index, agreeing: cue.form.slot),
      subject.upper == name.span.upper,
      words.words[context.word(at: subject.lower)].span.lower == subject.lower
    else { return nil }
    return subject
  }

  /// The subject behind a verb.
  ///
  /// طالبوا المسؤولين: a verb in the plural has its subject before it or in no word.
  private func subject(behind cue: FoundCue, before end: Int) -> TextSpan? {
    guard cue.form.slot != .plural, !isSetOff(cue, before: end),
      let source = sources.source(in: cue.index + 1..<end)
    else { return nil }
    if cue.form.slot == .feminine && isMasculineTitle(source) { return nil }
    return sources.isAccusative(context.word(at: source.lower)) ? nil : source
  }

  /// أضاف، خلال لقاء في البلدة، أن: whether nothing but an adverb between commas stands behind the verb.
  private func isSetOff(_ cue: FoundCue, before end: Int) -> Bool {
    let words = context.words
    let first = cue.index + 2
    guard first < end - 1, SentenceSigns.isComma(words.sign(first - 1)),
      SentenceSigns.isComma(words.sign(end - 1)),
      !(first..<end - 1).contains(where: { SentenceSigns.isComma(words.sign($0)) })
    else { return false }
    return words.isPlain(first, [.governor, .timePreposition])
  }

  /// ونعتت الرئيس بـ: a title of men alone behind a verb in the feminine is its object.
  private func isMasculineTitle(_ span: TextSpan) -> Bool {
    let words = context.words
    let index = context.word(at: span.lower)
    guard words.words[index].span == span, context.mention(at: index) == nil,
      let reading = words.plain(index), reading.hasArticle,
      !words.words[index].shape.contains(.feminine)
    else { return false }
    let classes = reading.classes.union(words.lexicon.classesWithoutArticle[reading.word] ?? [])
    return classes.contains(.title) && classes.isDisjoint(with: [.female, .plural])
  }

  /// وتصف التقارير بأنها: whether a document has what it is called right behind it.
  private func isDescribedDocument(_ span: TextSpan) -> Bool {
    let words = context.words
    let next = context.word(at: span.upper)
    return words.reading(context.word(at: span.lower), of: .document) != nil
      && words.isPlain(next, .complementiser)
      && words.text.scalar(at: words.words[next].span.lower)?.value == Letters.baa
  }

  /// Who says it where the phrase behind the verb is its object: أبلغ والدته أن, وتصف الاتهامات بأنها, أما X فقد أبلغ Y
  /// بأن.
  private func subject(besides written: TextSpan, of cue: FoundCue) -> TextSpan? {
    guard cue.form.frame.contains(.object), !cue.form.slot.isParticiple, !cue.hasObject,
      written.lower > cue.span.upper
    else { return nil }
    if let place = placeBefore(cue, from: context.sentenceStart(of: cue.index)) { return place }
    if isAfterTopic(cue) { return topic(of: cue) }
    let isThing =
      cue.isCoordinated && cue.form.frame.contains(.secondObject)
      && (!isHeadSpeaker(written) || isDescribedDocument(written))
    let head = context.word(at: written.lower)
    guard isThing || context.words.isOwned(head) && !context.words.isPlain(head, .each) else {
      return nil
    }
    return svo(cue).flatMap { isSpeaker($0) ? $0 : nil }
  }

  /// إذ أكد الأخير: whether the subject behind a verb is who was named last.
  func isLatter(behind cue: FoundCue) -> Bool {
    !cue.form.slot.isParticiple && !cue.hasObject
      && context.words.plain(cue.index + 1).map { NameKeys.latter.contains($0.word) } ?? false
  }

  /// اتفاق وصف بأنه «تاريخي»: whether nothing stands between a verb that needs an object and what is said of it: it has been
  /// said of the noun before.
  private func isCalled(_ cue: FoundCue, _ frame: VerbFrame) -> Bool {
    NameKeys.needsObject.contains(cue.form.lemma) && !cue.hasObject && !cue.isCoordinated
      && [.masculine, .feminine].contains(cue.form.slot) && frame.opening == .clause
      && frame.index == cue.index + 1
      && context.words.text.scalar(at: context.words.words[frame.index].span.lower)?.value
        == Letters.baa
  }

  /// ثم اتهم الدول الخمس بأنها, ووصف القرار بأنه: whether nothing but one noun stands between a verb that needs an object and
  /// what it says of it, where the verb goes on with what somebody did before.
  private func isObjectAlone(_ named: TextSpan, of cue: FoundCue, before frame: VerbFrame) -> Bool {
    let words = context.words
    guard NameKeys.needsObject.contains(cue.form.lemma), !cue.hasObject,
      cue.form.slot == .masculine || cue.form.slot == .feminine, named.lower >= cue.span.upper,
      frame.opening == .clause
    else { return false }
    let start = context.sentenceStart(of: cue.index)
    let isNext =
      cue.index == start && cue.isCoordinated
      || cue.index == start + 1 && words.isPlain(start, .subjectPronoun)
    guard isNext,
      speechOfSentence.keys.contains(where: { $0 < context.sentence[cue.index] })
        || start == 0
    else { return false }
    var index = context.word(at: named.upper)
    while index < frame.index {
      if words.isPlain(index, [.governor, .clausePreposition]) {
        index += 2
      } else if words.isPlain(index, .time)
        || words.readings(of: index).contains(where: { $0.clitics == .preposition })
      {
        index += 1
      } else {
        return false
      }
    }
    return true
  }

  /// الأنباء: whether nobody, but what is heard or read, heads a phrase.
  private func isThing(_ span: TextSpan) -> Bool {
    let index = context.word(at: span.lower)
    guard context.mention(at: index) == nil, let noun = context.words.plain(index) else {
      return false
    }
    let bare = context.words.lexicon.classesWithoutArticle[noun.word] ?? []
    let classes = noun.classes.union(noun.hasArticle ? bare : [])
    return classes.contains(.female) && !classes.contains(.plural)
      && classes.isDisjoint(with: [.organisationClass, .organisationHead, .stateBody])
  }

  /// أما X، الذي …، فقال: the phrase behind أما.
  func topic(of cue: FoundCue) -> TextSpan? {
    let start = context.sentenceStart(of: cue.index) + 1
    guard start < cue.index else { return nil }
    let end = sources.nounPhraseEnd(from: start, limit: cue.index)
    guard end > start else { return nil }
    let span = TextSpan(sources.stemStart(start), context.words.words[end - 1].span.upper)
    return isSpeaker(span) ? span : nil
  }

  /// Whether a verb without a subject reports something before the participle, in the same sentence.
  func continuesReport(_ cue: FoundCue) -> Bool {
    (speechOfSentence[context.sentence[cue.index]] ?? []).contains { place in
      guard let verb = found[place].cue, found[place].source == nil else { return false }
      return verb.span.upper <= cue.span.lower && found[place].slot?.isParticiple == false
        && found[place].speaker == .previous
    }
  }

  /// ولفتت «الضفاف» إلى أن: a paper or a group in marks right behind the verb speaks.
  private func markedSource(behind cue: FoundCue, before end: Int) -> TextSpan? {
    guard let mark = context.mark(openingAt: cue.index + 1), mark.outer.upperBound <= end,
      context.length(mark.words) < limits.longestMarkedSubject, !cue.hasObject,
      cue.form.slot != .passive,
      !cue.form.frame.contains(.secondObject)
    else { return nil }
    return context.span(of: mark)
  }

  /// Whether a span is the whole of a marked text.
  private func isMarked(_ span: TextSpan) -> Bool {
    let index = context.word(at: span.lower)
    return context.mark(openingAt: index - 1).flatMap { context.span(of: $0) } == span
  }

  mutating func setPending(_ cue: FoundCue, _ source: TextSpan?) {
    var quote = FoundQuotation(
      kind: .direct, content: [], speaker: source == nil ? .previous : .source,
      rule: .verbColonParagraph, confidence: limits.confidence.nextParagraph)
    quote.cue = cue.cue
    quote.slot = cue.form.slot
    quote.source = source
    pending = quote
  }

  mutating func occupy(_ range: Range<Int>) {
    for index in range where index < isTaken.count { isTaken[index] = true }
  }
}
