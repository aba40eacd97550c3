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
      let opening = VerbFrame(opening: .said, index: index)
      guard
        context.words.sign(index + 1) == Signs.colon || context.mark(openingAt: index + 1) != nil
          || context.words.isPlain(index + 1, .complementiser),
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

  mutating func report(_ cue: FoundCue) {
    let (frame, end) = frames.frame(of: cue)
    let sentence = context.sentence[cue.index]
    guard let frame else {
      // The verb reports nothing itself, but its subject speaks in the participle that follows.
      if !cue.form.slot.isParticiple,
        let source = sources.source(in: cue.index + 1..<end).flatMap({ isActor($0, cue) ? $0 : nil }
        )
          ?? svo(cue),
        isSpeaker(source)
      {
        sourceOfSentence[sentence] = source
      }
      return
    }
    var source =
      cue.form.slot.isParticiple
      ? sourceOfSentence[sentence] : sources.source(in: cue.index + 1..<frame.index)
    if cue.form.traits.contains(.document) {
      source =
        sources.document(before: cue.index) ?? sources.document(behind: cue.index, to: frame.index)
        ?? (frame.index < cue.index + limits.documentReach ? source : nil)
      if source == nil { return }
    }
    if !cue.form.slot.isParticiple, let marked = markedSource(behind: cue, before: frame.index) {
      source = marked
    }
    var via: Quotation.Via?
    if cue.form.lemma == NameKeys.transmit, let about = about(cue.index, before: frame.index) {
      via = Quotation.Via(source: source)
      source = sources.complement(in: about + 1..<frame.index)
    }
    if cue.form.slot.isParticiple, source == nil, continuesReport(cue) {
      // وتابعت أن …، مشيرة إلى: who goes on stands in no word of the sentence.
    } else if cue.form.slot.isParticiple {
      source = source ?? sources.mainSubject(before: cue.index, agreeing: cue.form.slot)
    } else if let written = source, fills(written, cue, before: frame) {
      // The noun behind the verb is its subject, whatever else the sentence names.
    } else if source.map({ !isSpeaker($0) && !isMarked($0) }) ?? true {
      let written = source.flatMap { isPlausible($0, subjectOf: cue) ? $0 : nil }
      let named = written.flatMap { isUnknownName($0) ? $0 : nil }
      source =
        cue.form.slot == .passive
        ? nil
        : svo(cue) ?? named ?? sources.name(in: cue.index + 1..<frame.index) ?? written
      if source == nil, cue.form.strength == .weak, cue.form.slot != .passive,
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
      keep(content, cue, source, via)
      if let source { sourceOfSentence[sentence] = source }
      return
    }
    emit(
      from: start, cue: cue, source: source, via: via,
      speaker: isImpersonal ? .nobody : source == nil ? .previous : .source,
      rule: frame.opening.rule)
    // A relative clause on the way may hold a report of its own.
    if let inner = frame.inner { for index in inner { isTaken[index] = false } }
    if let source { sourceOfSentence[sentence] = source }
  }

  /// The noun phrase that a reporting word governs and of which a part stands in marks.
  private func partlyMarked(_ frame: VerbFrame, _ cue: FoundCue) -> ContentBounds.Content? {
    guard let mark = context.mark(openingAt: frame.index),
      let first = frames.phrase(around: mark, of: cue),
      !frames.isWholePhrase(mark, from: first.word)
    else { return nil }
    var end = mark.outer.upperBound
    while end < context.count, context.isSameSentence(first.word, end),
      end - first.word < limits.nextClauseReach
    {
      let sign = context.words.sign(end)
      if SentenceSigns.isComma(sign) || SentenceSigns.isTerminator(sign) || sign == Signs.colon {
        break
      }
      if sign == 0,
        cues.cue(at: end) != nil || context.phrase(at: end, [.tag, .according]) != nil
          || context.words.isPlain(end, .relative)
      {
        break
      }
      end += 1
    }
    guard var content = bounds.content(first.word..<end), let span = context.span(of: mark) else {
      return nil
    }
    if !content.verbatim.contains(span) { content.verbatim.append(span) }
    if content.spans[0].lower < first.start { content.spans[0].lower = first.start }
    content.kind = .mixed
    return content
  }

  private mutating func keep(
    _ content: ContentBounds.Content, _ cue: FoundCue, _ source: TextSpan?, _ via: Quotation.Via?
  ) {
    guard !contents.contains(content.spans) else { return }
    var quote = FoundQuotation(
      kind: content.kind, content: content.spans, speaker: source == nil ? .previous : .source,
      rule: .verbMark,
      confidence: cue.form.strength == .strong
        ? limits.confidence.strong : limits.confidence.other)
    quote.verbatim = content.verbatim
    quote.cue = cue.cue
    quote.slot = cue.form.slot
    quote.source = source
    if source == nil { quote.topic = topic(before: cue.index) }
    quote.via = via
    quote.isRepaired = content.isRepaired
    take(cue.index..<content.words.upperBound)
    keep(quote)
  }

  /// Whether a verb without a subject reports something before the participle, in the same sentence.
  private func continuesReport(_ cue: FoundCue) -> Bool {
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

  /// The first word of the content behind what opens it.
  func contentStart(_ frame: VerbFrame) -> Int? {
    var index = frame.opening == .mark ? frame.index : frame.index + 1
    if frame.opening == .said {
      // بالقول إن, قوله: «…».
      while index < context.count, index - frame.index < limits.sayingReach,
        context.words.sign(index) == Signs.colon || context.words.isPlain(index, .complementiser)
          || SentenceSigns.isComma(context.words.sign(index))
            && context.clauseOpening(at: index + 1) == .content
      {
        index += 1
      }
      if SentenceSigns.isComma(context.words.sign(index)), let clause = clauseBehindAdverb(index) {
        index = clause + 1
      }
    }
    if frame.opening == .colon, context.words.isPlain(index, .complementiser) { index += 1 }
    return index < context.count ? index : nil
  }

  /// قوله، أمس الأحد، إن: the complementiser behind adverbs between commas.
  private func clauseBehindAdverb(_ comma: Int) -> Int? {
    var index = comma + 1
    while index < context.count, index - comma < limits.longestAdverb,
      context.isSameSentence(comma, index)
    {
      if SentenceSigns.isComma(context.words.sign(index)) {
        return context.clauseOpening(at: index + 1) == .content ? index + 1 : nil
      }
      if context.words.sign(index) != 0 || cues.cue(at: index) != nil { return nil }
      index += 1
    }
    return nil
  }

  mutating func emit(
    from start: Int, cue: FoundCue, source: TextSpan?, via: Quotation.Via?, speaker: SpeakerHint,
    rule: RuleID
  ) {
    var start = start
    var isFirst = true
    while let content = rule == .verbMark && isFirst
      ? bounds.marked(at: start) : bounds.content(from: start, cue: cue),
      !content.words.isEmpty
    {
      if contents.contains(content.spans) { return }
      // A content of one unmarked word is none.
      guard
        content.kind != .indirect || context.length(content.words) > 1
          || isFirst && reportsOneWord(at: start, cue)
            && (content.words.upperBound >= context.count
              || context.words.sign(content.words.upperBound) != 0)
      else { return }
      var quote = FoundQuotation(
        kind: content.kind, content: content.spans, speaker: speaker, rule: rule,
        confidence: cue.form.strength == .strong
          ? limits.confidence.strong : limits.confidence.other)
      quote.verbatim = content.verbatim
      quote.cue = cue.cue
      quote.slot = cue.form.slot
      quote.source = source
      if source == nil {
        quote.topic = topic(before: cue.index)
        quote.isContinuation = cue.form.traits.contains(.continuation)
      }
      quote.via = isFirst ? via : nil
      quote.isRepaired = content.isRepaired
      quote.openFamily = content.openFamily
      take(min(cue.index, content.words.lowerBound)..<content.words.upperBound)
      keep(quote)
      guard let next = nextClause(behind: content.words.upperBound, of: start) else { return }
      start = next + 1
      isFirst = false
    }
  }

  /// قال إنه بخير: one word is a content behind a complementiser with the pronoun of its subject.
  private func reportsOneWord(at start: Int, _ cue: FoundCue) -> Bool {
    guard start > 0, cue.form.strength != .weak, cue.index < start,
      context.words.isPlain(start - 1, .complementiser), context.words.words[start].kind == .arabic,
      let reading = context.words.plain(start), reading.classes.isDisjoint(with: .function)
    else { return false }
    return context.words.words[start - 1].span.utf8Count > limits.bareComplementiser
  }

  /// The subject of the sentence before that of `index`, if that sentence reports nothing.
  func topic(before index: Int) -> TextSpan? {
    let first = context.sentenceStart(of: index)
    guard first > 0 else { return nil }
    if speechOfSentence[context.sentence[index] - 1] != nil { return nil }
    return sourceOfSentence[context.sentence[index] - 1]
      ?? sources.mainSubject(before: first, agreeing: nil)
  }

  /// وأن: the next content of the same verb, if nothing else is reported before it.
  func nextClause(behind end: Int, of start: Int) -> Int? {
    var next = end
    while next < context.count, next - end < limits.nextClauseReach,
      context.isSameSentence(start, next)
    {
      if let mark = context.mark(openingAt: next) {
        next = max(mark.outer.upperBound, next + 1)
        continue
      }
      if bounds.isCoordinatedClause(next) { return next }
      let sign = context.words.sign(next)
      if SentenceSigns.isTerminator(sign) || sign == Signs.colon { return nil }
      if sign == 0, cues.cue(at: next) != nil || context.phrase(at: next, [.according]) != nil {
        return nil
      }
      next += 1
    }
    return nil
  }

  mutating func take(_ range: Range<Int>) {
    for index in range where index < isTaken.count { isTaken[index] = true }
  }
}
