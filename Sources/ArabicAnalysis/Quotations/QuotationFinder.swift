import ArabicText

/// Finds the quotations of one paragraph, speakers still open.
struct QuotationFinder {
  private let context: ReportContext
  private let decision: MarkDecision
  private let bounds: ContentBounds
  private let sources: SourcePhrase
  private let frames: VerbFrameFinder
  private var found: [FoundQuotation] = []
  /// The words that belong to a content already.
  private var isTaken: [Bool]
  /// The source named last in each sentence.
  private var sourceOfSentence: [Int: TextSpan] = [:]
  private var pending: FoundQuotation?

  private init(_ context: ReportContext) {
    self.context = context
    decision = MarkDecision(context: context)
    bounds = ContentBounds(context: context, decision: decision)
    sources = SourcePhrase(context: context)
    frames = VerbFrameFinder(context: context, decision: decision)
    isTaken = [Bool](repeating: false, count: context.count)
  }

  /// The quotations of a paragraph in text order, and the report that ends it with a colon.
  ///
  /// - Complexity: O(*n*) in the words, with a bound on how far each reporting word reaches.
  static func quotations(
    in context: ReportContext
  ) -> (found: [FoundQuotation], pending: FoundQuotation?) {
    var finder = QuotationFinder(context)
    finder.findMarksBeforeVerbs()
    finder.findVerbs()
    finder.findSayings()
    finder.findAccording()
    finder.findHeadline()
    finder.findOtherMarks()
    finder.found.sort { $0.start < $1.start }
    finder.findInnerMarks()
    return (finder.found, finder.pending)
  }

  // MARK: Verbs

  private mutating func findVerbs() {
    for cue in CueFinder(context: context).cues() where !isTaken[cue.index] {
      report(cue)
    }
  }

  /// اكتفت الوزيرة بالقول: the noun of saying behind a verb that does not report by itself.
  private mutating func findSayings() {
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

  private mutating func report(_ cue: FoundCue) {
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

  private mutating func setPending(_ cue: FoundCue, _ source: TextSpan?) {
    var quote = FoundQuotation(
      kind: .direct, content: [], speaker: source == nil ? .previous : .source,
      rule: "verb.colon.paragraph", confidence: 0.8)
    quote.cue = cue.cue
    quote.slot = cue.form.slot
    quote.source = source
    pending = quote
  }

  /// جاء في, ورد في: what is said stands in a document that was named before or stands behind في.
  private static let documentVerbs: Set<String> = ["جاء", "ورد"]

  /// The subject before the verb; a verb behind و has its own or none.
  private func svo(_ cue: FoundCue) -> TextSpan? {
    if cue.isCoordinated, !isAfterTopic(cue) {
      return sourceOfSentence[context.sentence[cue.index]]
    }
    return sources.subject(before: cue.index)
  }

  /// أما X فقال.
  private func isAfterTopic(_ cue: FoundCue) -> Bool {
    let start = context.sentenceStart(of: cue.index)
    return context.words.readings(of: start).contains { $0.word == NameKeys.asFor }
  }

  private func about(_ index: Int, before end: Int) -> Int? {
    (index + 1..<end).first { context.words.plain($0)?.word == NameKeys.about }
  }

  /// Whether a phrase holds a name or a noun that can speak.
  private func isSpeaker(_ span: TextSpan) -> Bool {
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
  private func isPlausible(_ span: TextSpan) -> Bool {
    let index = context.word(at: span.lower)
    guard let reading = context.words.plain(index), context.words.words[index].kind == .arabic,
      span.utf8Count < 80
    else { return false }
    return reading.hasArticle || reading.kinds.isPart || !reading.kinds.contains(.common)
  }

  private func isNominal(_ span: TextSpan) -> Bool {
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
  private func contentStart(_ frame: VerbFrame) -> Int? {
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

  private mutating func emit(
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

  private mutating func take(_ range: Range<Int>) {
    for index in range where index < isTaken.count { isTaken[index] = true }
  }

  // MARK: Marks before verbs

  /// «A»، قال X، «B».
  private mutating func findMarksBeforeVerbs() {
    let finder = CueFinder(context: context)
    for mark in context.marks where mark.parent == nil && !mark.isUnclosed {
      guard !isTaken[mark.outer.lowerBound], context.length(mark.words) > 1,
        let span = context.span(of: mark), decision.trigger(before: mark) == nil
      else { continue }
      var index = mark.outer.upperBound
      if SentenceSigns.isComma(context.words.sign(index)) { index += 1 }
      guard index < context.count, let cue = finder.cue(at: index), !cue.isCoordinated,
        cue.form.strength != .weak, !cue.form.slot.isParticiple,
        let end = clauseEnd(index + 1)
      else { continue }
      var quote = FoundQuotation(
        kind: .direct, content: [span], speaker: .previous, rule: "mark.verb", confidence: 0.85)
      quote.verbatim = [span]
      quote.cue = cue.cue
      quote.slot = cue.form.slot
      quote.isRepaired = mark.isRepaired
      if let source = sources.source(in: index + 1..<end), isSpeaker(source) {
        quote.source = source
        quote.speaker = .source
        sourceOfSentence[context.sentence[index]] = source
      }
      take(mark.outer.lowerBound..<end)
      let next = end + (SentenceSigns.isComma(context.words.sign(end)) ? 1 : 0)
      if let second = context.mark(openingAt: next), let more = context.span(of: second) {
        quote.content.append(more)
        quote.verbatim.append(more)
        take(second.outer)
      }
      found.append(quote)
    }
  }

  /// Where the clause behind a verb ends, if it ends before a content of its own.
  private func clauseEnd(_ index: Int) -> Int? {
    var end = index
    while end < context.count, context.sentence[end] == context.sentence[index] {
      if context.words.isPlain(end, .complementiser) || context.words.sign(end) == 0x3A {
        return nil
      }
      if SentenceSigns.isComma(context.words.sign(end)) || context.mark(openingAt: end) != nil {
        return end
      }
      if SentenceSigns.isTerminator(context.words.sign(end)) { return end }
      end += 1
    }
    return end
  }

  // MARK: According to

  private mutating func findAccording() {
    var index = 0
    while index < context.count {
      guard context.mark(at: index) == nil, context.phrase(at: index, .tag) == nil,
        let phrase = context.phrase(at: index, .according), phrase.end < context.count,
        context.isSameSentence(index, phrase.end)
      else {
        index += 1
        continue
      }
      according(index, phrase)
      index = phrase.end
    }
  }

  private mutating func according(_ index: Int, _ phrase: (end: Int, start: TextOffset)) {
    let sentence = context.sentence[index]
    var end = phrase.end
    while end < context.count, context.sentence[end] == sentence, end - index < 40,
      !SentenceSigns.isTerminator(context.words.sign(end)),
      context.words.reading(end, of: .complementiser)?.clitics.contains(.fa) != true,
      !opensWithFa(end)
    {
      end += 1
    }
    guard let source = sources.complement(in: phrase.end..<end), isSpeaker(source) else { return }
    let cue = Quotation.Cue(
      span: TextSpan(phrase.start, context.words.words[phrase.end - 1].span.upper),
      lemma: context.words.text.string(
        in: TextSpan(phrase.start, context.words.words[phrase.end - 1].span.upper)))
    let start = context.sentenceStart(of: index)
    if index - start <= 1 {
      guard let content = precededContent(after: source, end) else { return }
      append(content, cue, source, rule: "according.first")
      return
    }
    // Behind a content that has its speaker, it names the medium.
    if let last = found.lastIndex(where: { quote in
      quote.kind.isSpeech && isInSentence(quote, sentence) && quote.cue != nil
    }) {
      if found[last].via == nil { found[last].via = Quotation.Via(cue: cue, source: source) }
      return
    }
    guard let content = bounds.content(start..<index), context.length(start..<index) > 2 else {
      return
    }
    append(content, cue, source, rule: "according.last")
  }

  private func opensWithFa(_ index: Int) -> Bool {
    context.words.plain(index).map { $0.word == Self.so } ?? false
  }

  private static let so = NameKeys.so

  /// The content behind "according to X,".
  private func precededContent(after source: TextSpan, _ end: Int) -> ContentBounds.Content? {
    let words = context.words
    var index = end
    if index >= words.count
      || !(opensWithFa(index) || words.reading(index, of: .complementiser) != nil)
    {
      index = context.word(at: source.upper)
      while index < words.count, SentenceSigns.isComma(words.sign(index)) { index += 1 }
    } else {
      index += 1
    }
    guard index < words.count, context.sentence[index] == context.sentence[max(0, end - 1)] else {
      return nil
    }
    return bounds.content(from: index)
  }

  private func isInSentence(_ quote: FoundQuotation, _ sentence: Int) -> Bool {
    guard let last = quote.content.last else { return false }
    let index = min(context.word(at: last.upper - 1), context.count - 1)
    return context.sentence[index] == sentence
  }

  private mutating func append(
    _ content: ContentBounds.Content, _ cue: Quotation.Cue, _ source: TextSpan, rule: String
  ) {
    var quote = FoundQuotation(
      kind: content.kind, content: content.spans, speaker: .source, rule: rule, confidence: 0.75)
    quote.verbatim = content.verbatim
    quote.cue = cue
    quote.source = source
    quote.isRepaired = content.isRepaired
    quote.openFamily = content.openFamily
    take(content.words)
    found.append(quote)
  }

  // MARK: Headlines

  /// "The minister: we shall not …".
  private mutating func findHeadline() {
    guard found.isEmpty, context.count < 40,
      let colon = (0..<min(12, context.count)).first(where: { context.words.sign($0) == 0x3A }),
      colon > 0, colon + 2 < context.count, context.mark(at: 0) == nil
    else { return }
    let isSpeakerFirst =
      context.mention(at: 0).map { $0.kind != .place } ?? false
      || context.words.reading(0, of: [.title, .unnamedSource]) != nil
    guard isSpeakerFirst, (0..<colon).allSatisfy({ context.words.sign($0) == 0 }),
      let source = sources.complement(in: 0..<colon), isSpeaker(source),
      let content = bounds.content(from: colon + 1)
    else { return }
    var quote = FoundQuotation(
      kind: content.kind, content: content.spans, speaker: .source, rule: "headline.colon",
      confidence: 0.6)
    quote.verbatim = content.verbatim
    quote.source = source
    take(content.words)
    found.append(quote)
  }

  // MARK: Other marks

  private mutating func findOtherMarks() {
    let verbatim = Set(found.flatMap(\.verbatim))
    for mark in context.marks {
      guard let span = context.span(of: mark), !verbatim.contains(span) else { continue }
      if mark.parent != nil { continue }
      let isInContent = isTaken[mark.outer.lowerBound]
      if !isInContent, decision.isSpeech(mark, isInContent: false) {
        var quote = FoundQuotation(
          kind: .direct, content: [span], speaker: .previous, rule: "mark.orphan", confidence: 0.6)
        quote.verbatim = [span]
        quote.isRepaired = mark.isRepaired
        quote.openFamily = mark.isUnclosed ? mark.family : nil
        if mark.outer.lowerBound == 0 { quote.resumesFamily = mark.family }
        found.append(quote)
      } else {
        appendScare(mark, span)
      }
    }
  }

  private mutating func appendScare(_ mark: MarkedText, _ span: TextSpan) {
    let trigger = decision.trigger(before: mark)
    var quote = FoundQuotation(
      kind: .scare, content: [span], speaker: .nobody,
      rule: trigger == nil ? "mark.short" : "mark.trigger", confidence: trigger == nil ? 0.6 : 0.85)
    quote.scareKind = trigger ?? (decision.isName(mark) ? .name : .term)
    quote.verbatim = [span]
    quote.isRepaired = mark.isRepaired
    if mark.outer.lowerBound == 0 { quote.resumesFamily = mark.family }
    found.append(quote)
  }

  // MARK: Quotations in quotations

  /// «…, فأجابتني: “…”»: marked text inside marked text, behind a colon.
  private mutating func findInnerMarks() {
    let outer = found.indices.filter { found[$0].kind.isSpeech }
    for mark in context.marks where mark.parent != nil {
      let colon = mark.outer.lowerBound - 1
      guard context.words.sign(colon) == 0x3A, let span = context.span(of: mark),
        let parent = outer.last(where: { place in
          found[place].content.contains { $0.contains(span) && $0 != span }
        }), let cue = CueFinder(context: context).suffixedCue(at: colon - 1)
      else { continue }
      var quote = FoundQuotation(
        kind: .direct, content: [span], speaker: .nearby, rule: "mark.inner", confidence: 0.7)
      quote.verbatim = [span]
      quote.cue = cue.cue
      quote.slot = cue.form.slot
      quote.parent = parent
      found.append(quote)
    }
  }
}

extension FoundQuotation {
  /// Where its content begins.
  fileprivate var start: TextSpan { content.first ?? cue?.span ?? TextSpan(.zero, .zero) }
}
