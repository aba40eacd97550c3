import ArabicText

// Reports behind verbs, participles and nouns of saying.
extension QuotationFinder {
  mutating func findVerbs() {
    for cue in CueFinder(context: context).cues() where !isTaken[cue.index] {
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
        context.words.sign(index + 1) == 0x3A || context.mark(openingAt: index + 1) != nil
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
        rule: "saying")
    }
  }

  mutating func report(_ cue: FoundCue) {
    let (frame, end) = frames.frame(of: cue)
    let sentence = context.sentence[cue.index]
    guard let frame else {
      // The verb reports nothing itself, but its subject speaks in the participle that follows.
      if !cue.form.slot.isParticiple,
        let source = sources.source(in: cue.index + 1..<end) ?? svo(cue),
        isSpeaker(source)
      {
        sourceOfSentence[sentence] = source
      }
      return
    }
    var source =
      cue.form.slot.isParticiple
      ? sourceOfSentence[sentence] : sources.source(in: cue.index + 1..<frame.index)
    if Self.documentVerbs.contains(cue.form.lemma) {
      source = sources.document(before: cue.index) ?? source
    }
    var via: Quotation.Via?
    if cue.form.lemma == NameKeys.transmit, let about = about(cue.index, before: frame.index) {
      via = Quotation.Via(source: source)
      source = sources.complement(in: about + 1..<frame.index)
    }
    if source.map({ !isSpeaker($0) }) ?? true, !cue.form.slot.isParticiple {
      source =
        (cue.form.slot == .passive ? nil : svo(cue))
        ?? source.flatMap { isPlausible($0) ? $0 : nil }
      if source == nil, cue.form.strength == .weak, cue.form.slot != .passive { return }
    }
    guard let start = contentStart(frame) else {
      if context.words.sign(context.count - 1) == 0x3A { setPending(cue, source) }
      return
    }
    let isImpersonal = cue.form.slot == .passive && source == nil
    emit(
      from: start, cue: cue, source: source, via: via,
      speaker: isImpersonal ? .nobody : source == nil ? .previous : .source,
      rule: "verb.\(frame.opening.rawValue)")
    if let source { sourceOfSentence[sentence] = source }
  }

  mutating func setPending(_ cue: FoundCue, _ source: TextSpan?) {
    var quote = FoundQuotation(
      kind: .direct, content: [], speaker: source == nil ? .previous : .source,
      rule: "verb.colon.paragraph", confidence: 0.8)
    quote.cue = cue.cue
    quote.slot = cue.form.slot
    quote.source = source
    pending = quote
  }

  /// جاء في, ورد في: what is said stands in a document that was named before or stands behind في.
  static let documentVerbs: Set<String> = ["جاء", "ورد"]

  /// The subject before the verb; a verb behind و has its own or none.
  func svo(_ cue: FoundCue) -> TextSpan? {
    if cue.isCoordinated, !isAfterTopic(cue) {
      return sourceOfSentence[context.sentence[cue.index]]
    }
    return sources.subject(before: cue.index)
  }

  /// أما X فقال.
  func isAfterTopic(_ cue: FoundCue) -> Bool {
    let start = context.sentenceStart(of: cue.index)
    return context.words.readings(of: start).contains { $0.word == NameKeys.asFor }
  }

  func about(_ index: Int, before end: Int) -> Int? {
    (index + 1..<end).first { context.words.plain($0)?.word == NameKeys.about }
  }

  /// Whether a phrase holds a name or a noun that can speak.
  func isSpeaker(_ span: TextSpan) -> Bool {
    var index = context.word(at: span.lower)
    while index < context.count, context.words.words[index].span.lower < span.upper {
      if let mention = context.mention(at: index),
        mention.kind != .place || mention.span == span
      {
        return true
      }
      index += 1
    }
    return isNominal(span)
  }

  /// Whether a phrase may be a surname that only the rest of the text explains.
  func isPlausible(_ span: TextSpan) -> Bool {
    let index = context.word(at: span.lower)
    guard let reading = context.words.plain(index), context.words.words[index].kind == .arabic,
      span.utf8Count < 80
    else { return false }
    return reading.hasArticle || reading.kinds.isPart || !reading.kinds.contains(.common)
  }

  func isNominal(_ span: TextSpan) -> Bool {
    let index = context.word(at: span.lower)
    guard index < context.count else { return false }
    let words = context.words
    return words.readings(of: index).contains { reading in
      let bare = reading.hasArticle ? words.lexicon.classesWithoutArticle[reading.word] ?? [] : []
      return !reading.classes.union(bare).isDisjoint(with: [
        .title, .unnamedSource, .document, .organisationClass, .organisationHead,
      ])
    }
  }

  /// The first word of the content behind what opens it.
  func contentStart(_ frame: VerbFrame) -> Int? {
    var index = frame.opening == .mark ? frame.index : frame.index + 1
    if frame.opening == .said {
      // بالقول إن, قوله: «…».
      while index < context.count, index - frame.index < 4,
        context.words.sign(index) == 0x3A || context.words.isPlain(index, .complementiser)
      {
        index += 1
      }
    }
    if frame.opening == .colon, context.words.isPlain(index, .complementiser) { index += 1 }
    return index < context.count ? index : nil
  }

  mutating func emit(
    from start: Int, cue: FoundCue, source: TextSpan?, via: Quotation.Via?, speaker: SpeakerHint,
    rule: String
  ) {
    var start = start
    var isFirst = true
    while let content = rule == "verb.mark" && isFirst
      ? bounds.marked(at: start) : bounds.content(from: start), !content.words.isEmpty
    {
      // A content of one unmarked word is none.
      guard content.kind != .indirect || context.length(content.words) > 2 else { return }
      var quote = FoundQuotation(
        kind: content.kind, content: content.spans, speaker: speaker, rule: rule,
        confidence: cue.form.strength == .strong ? 0.9 : 0.75)
      quote.verbatim = content.verbatim
      quote.cue = cue.cue
      quote.slot = cue.form.slot
      quote.source = source
      quote.via = isFirst ? via : nil
      quote.isRepaired = content.isRepaired
      quote.openFamily = content.openFamily
      take(min(cue.index, content.words.lowerBound)..<content.words.upperBound)
      found.append(quote)
      // وأن: the next content of the same verb.
      var next = content.words.upperBound
      if SentenceSigns.isComma(context.words.sign(next)) { next += 1 }
      guard next < context.count, context.isSameSentence(start, next),
        bounds.isCoordinatedClause(next)
      else { return }
      start = next + 1
      isFirst = false
    }
  }

  mutating func take(_ range: Range<Int>) {
    for index in range where index < isTaken.count { isTaken[index] = true }
  }
}
