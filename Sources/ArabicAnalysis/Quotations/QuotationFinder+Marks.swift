import ArabicText

// Marked text before verbs, by itself, and inside other marked text.
extension QuotationFinder {
  // MARK: Marks before verbs
  /// «A»، قال X، «B».
  mutating func findMarksBeforeVerbs() {
    for mark in context.marks where mark.parent == nil && !mark.isUnclosed {
      guard !isTaken[mark.outer.lowerBound], context.length(mark.words) > 1,
        let span = context.span(of: mark), decision.trigger(before: mark) == nil,
        !decision.isName(mark)
      else { continue }
      var index = mark.outer.upperBound
      let hasComma = SentenceSigns.isComma(context.words.sign(index))
      if hasComma { index += 1 }
      if mark.outer.lowerBound == context.sentenceStart(of: mark.outer.lowerBound),
        context.phrase(at: index, .pointing) != nil, reportThus(mark, span, at: index)
      {
        continue
      }
      // «…».. هكذا علق N
      let behindDots = (index..<context.count).first { context.words.sign($0) != Signs.fullStop }
      if let behindDots, behindDots > index, reportThus(mark, span, at: behindDots) { continue }
      // Without a comma a short marked text is the subject of the verb.
      if !hasComma, speaks(behind: mark, at: index, span) { continue }
      guard
        hasComma || context.length(mark.words) > limits.shortestMarkedBeforeVerb
          || saysAtOnce(index)
      else {
        continue
      }
      if hasComma, reportThus(mark, span, at: index) { continue }
      // «…»، كما يقول N
      if hasComma, NameKeys.asSaid.contains(where: { context.words.plain(index)?.word == $0 }) {
        index += 1
      }
      guard index < context.count, let cue = cues.cue(at: index), !cue.isCoordinated,
        cue.form.strength != .weak, !cue.form.slot.isParticiple,
        !cue.form.frame.isDisjoint(with: [.mark, .colon]),
        let end = clauseEnd(index + 1)
      else { continue }
      var quote = FoundQuotation(
        kind: .direct, content: [span], speaker: .previous, rule: .markVerb,
        confidence: limits.confidence.markedBeforeVerb)
      quote.verbatim = [span]
      quote.cue = cue.cue
      quote.slot = cue.form.slot
      quote.isRepaired = mark.isRepaired
      if let source = sources.source(in: index + 1..<end),
        isSpeaker(source) || isSaid(source, by: cue)
      {
        quote.source = source
        quote.speaker = .source
        sourceOfSentence[context.sentence[index]] = source
      } else {
        find(whoMayBeMeant: &quote, by: cue, at: mark.outer.lowerBound)
      }
      occupy(mark.outer.lowerBound..<end)
      resume(&quote, behind: end)
      keep(quote)
    }
  }

  /// «A»، قالت X لـ«الضفاف» وهي تضحك، «B»، ثم تنهدت، «C»: adds the marked words with which an interrupted speech goes on.
  private mutating func resume(_ quote: inout FoundQuotation, behind end: Int) {
    var end = end
    while let mark = resumption(from: end), let more = context.span(of: mark) {
      quote.content.append(more)
      quote.verbatim.append(more)
      occupy(mark.outer)
      end = mark.outer.upperBound
    }
  }

  /// The marked words behind the comma that ends what tells how something was said; `nil` where another report begins first.
  private func resumption(from first: Int) -> MarkedText? {
    let words = context.words
    var index = first
    while index < context.count, index - first < limits.interruptionReach,
      context.isSameSentence(first - 1, index)
    {
      if let mark = context.mark(openingAt: index) {
        if index > 0, SentenceSigns.isComma(words.sign(index - 1)) {
          return goesOn(mark) ? mark : nil
        }
        index = max(mark.outer.upperBound, index + 1)
        continue
      }
      guard words.sign(index) != Signs.colon, cues.cue(at: index) == nil,
        context.clauseOpening(at: index) != .content
      else { return nil }
      index += 1
    }
    return nil
  }

  /// Whether marked words behind a comma are speech that nothing but a sign or "and" follows.
  private func goesOn(_ mark: MarkedText) -> Bool {
    let next = mark.outer.upperBound
    return !decision.isName(mark) && context.length(mark.words) > 1
      && (next >= context.count || context.words.sign(next) != 0
        || !context.isSameSentence(next - 1, next))
  }

  /// «…»، يقول كبيرهم: whether an unknown noun with the article or a pronoun stands right behind a verb of saying.
  private func isSaid(_ source: TextSpan, by cue: FoundCue) -> Bool {
    let index = cue.index + 1
    let words = context.words
    return words.sayingVerb(at: cue.index) != nil && context.word(at: source.lower) == index
      && context.mention(at: index) == nil
      && (words.plain(index)?.hasArticle == true || words.isOwned(index))
      && !words.isPlain(index, [.time, .function, .adverbialNoun])
      && isPlausible(source, subjectOf: cue)
  }

  /// «لن نرحل»، هكذا لخص سامر علي موقفه; «لن نرحل» ذلك ما أكده سامر علي: marked speech that a verb, whatever it is, points back to.
  private mutating func reportThus(_ mark: MarkedText, _ span: TextSpan, at index: Int) -> Bool {
    guard let phrase = context.phrase(at: index, [.thus, .pointing]),
      let end = clauseEnd(phrase.end + 1),
      context.isSameSentence(index, phrase.end), context.words.words[phrase.end].kind == .arabic,
      context.mention(at: phrase.end) == nil,
      let source = sources.source(in: phrase.end + 1..<max(phrase.end + 1, end)),
      isSpeaker(source)
    else { return false }
    let verb = context.words.words[phrase.end].span
    var quote = FoundQuotation(
      kind: .direct, content: [span], speaker: .source, rule: .markVerb,
      confidence: limits.confidence.markedBeforeVerb)
    quote.verbatim = [span]
    quote.cue =
      cues.cue(at: phrase.end)?.cue
      ?? Quotation.Cue(span: verb, lemma: context.words.text.string(in: verb))
    quote.source = source
    quote.isRepaired = mark.isRepaired
    sourceOfSentence[context.sentence[index]] = source
    occupy(mark.outer.lowerBound..<end)
    resume(&quote, behind: end)
    keep(quote)
    return true
  }

  /// «A» قال X: a verb of saying right behind marked words, with a subject and nothing reported behind it.
  private func saysAtOnce(_ index: Int) -> Bool {
    guard let cue = cues.cue(at: index), cue.form.lemma == NameKeys.say, !cue.isCoordinated,
      let end = clauseEnd(index + 1),
      let source = sources.source(in: index + 1..<end)
    else { return false }
    return isSpeaker(source) || context.word(at: source.lower) == index + 1
  }

  /// «A» - X: who said it, behind a dash that ends the paragraph's marked text.
  private mutating func speaks(behind mark: MarkedText, at index: Int, _ span: TextSpan) -> Bool {
    let words = context.words
    guard mark.outer.lowerBound == 0, index + 1 < context.count,
      [Signs.hyphen, Signs.enDash, Signs.emDash].contains(words.sign(index)),
      let source = sources.complement(in: index + 1..<context.count), isSpeaker(source),
      context.word(at: source.upper) >= context.count - 1
    else { return false }
    var quote = FoundQuotation(
      kind: .direct, content: [span], speaker: .source, rule: .headlineColon,
      confidence: limits.confidence.headline)
    quote.verbatim = [span]
    quote.source = source
    quote.isRepaired = mark.isRepaired
    occupy(0..<context.count)
    keep(quote)
    return true
  }

  /// Where the clause behind a verb ends, if it ends before a content of its own.
  func clauseEnd(_ index: Int) -> Int? {
    var end = index
    while end < context.count, context.sentence[end] == context.sentence[index] {
      let opening = context.clauseOpening(at: end)
      if opening == .content || opening == .impersonal
        || context.words.sign(end) == Signs.colon
      {
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

  // MARK: Other marks
  mutating func findOtherMarks() {
    let verbatim = Set(found.flatMap(\.verbatim))
    for mark in context.marks {
      guard let span = context.span(of: mark), !verbatim.contains(span) else { continue }
      if mark.parent != nil { continue }
      let isInContent =
        isTaken[mark.outer.lowerBound] || namedSources.contains(span)
      if !isInContent, decision.isSpeech(mark, isInContent: false) || opensHeadline(mark) {
        var quote = FoundQuotation(
          kind: .direct, content: [span], speaker: .previous, rule: .markOrphan,
          confidence: limits.confidence.orphan)
        quote.verbatim = [span]
        quote.isRepaired = mark.isRepaired
        quote.openFamily = mark.isUnclosed ? mark.family : nil
        if mark.outer.lowerBound == 0 { quote.resumesFamily = mark.family }
        if let source = sourceBehindSign(mark) ?? subject(ofMark: mark) {
          quote.source = source
          quote.speaker = .source
        } else if let deed = deed(before: mark) {
          quote.slot = deed.isFeminine ? .feminine : .masculine
          quote.topic = topic(before: mark.outer.lowerBound)
        }
        keep(quote)
      } else {
        appendScare(mark, span)
      }
    }
  }

  /// «ليست هذه نزهة»، مجلس الأمن, «سنعود»: مدرب الأهلي بعد المباراة: who is named behind the two dots or the colon that follow
  /// marked speech at the start of a headline.
  private func sourceBehindSign(_ mark: MarkedText) -> TextSpan? {
    var next = mark.outer.upperBound
    guard mark.outer.lowerBound == 0, context.count < limits.longestHeadline,
      next < context.count
    else { return nil }
    let isColon = context.words.sign(next) == Signs.colon
    guard
      isColon
        || context.words.sign(next) == Signs.fullStop
          && (context.words.words[next].span.utf8Count > 1
            || context.words.sign(next + 1) == Signs.fullStop)
    else { return nil }
    while next < context.count, [Signs.fullStop, Signs.colon].contains(context.words.sign(next)) {
      next += 1
    }
    if let mention = context.mention(at: next), mention.kind != .place { return mention.span }
    let classes: WordClasses = isColon ? [.unnamedSource, .title, .people] : .unnamedSource
    guard let source = context.words.reading(next, of: classes), source.clitics.isEmpty
    else { return nil }
    return sources.complement(in: next..<context.count)
  }

  /// «سنعود أقوى»: مدرب الأهلي: whether marked words that say something stand before the colon of a headline.
  private func opensHeadline(_ mark: MarkedText) -> Bool {
    mark.outer.lowerBound == 0 && context.count < limits.longestHeadline
      && context.words.sign(mark.outer.upperBound) == Signs.colon && decision.isClause(mark)
  }

  /// ثم تعتدل في جلستها: «…»: the first verb of the sentence of marked speech, or of the one before, that tells what the speaker
  /// does.
  private func deed(before mark: MarkedText) -> VerbForm? {
    let words = context.words
    var end = mark.outer.lowerBound
    var start = context.sentenceStart(of: end)
    guard start == end || words.sign(end - 1) == Signs.colon else { return nil }
    if start == end {
      guard start > 0, speechOfSentence[context.sentence[end] - 1] == nil else { return nil }
      (start, end) = (context.sentenceStart(of: start - 1), start)
    }
    let isLate = words.readings(of: start).contains { $0.classes.contains(.whenever) }
    let deeds = (start..<end).lazy.compactMap { index -> VerbForm? in
      guard context.mark(at: index) == nil, context.mention(at: index) == nil else { return nil }
      return words.readings(of: index).lazy.compactMap { reading in
        reading.clitics.isSubset(of: [.conjunction, .fa]) ? words.verbForm(at: index, reading) : nil
      }.first
    }
    return isLate ? deeds.suffix(1).first : deeds.first
  }

  /// وجه الوزير «التحية»: whose act the sentence tells in which marked speech stands, where nothing else is
  /// said in it.
  private func subject(ofMark mark: MarkedText) -> TextSpan? {
    let index = mark.outer.lowerBound
    guard index > context.sentenceStart(of: index),
      speechOfSentence[context.sentence[index]] == nil
    else { return nil }
    return sources.mainSubject(before: index, agreeing: nil)
  }

  mutating func appendScare(_ mark: MarkedText, _ span: TextSpan) {
    let trigger = decision.trigger(before: mark)
    var quote = FoundQuotation(
      kind: .scare, content: [span], speaker: .nobody,
      rule: trigger == nil ? .markShort : .markTrigger,
      confidence: trigger == nil
        ? limits.confidence.shortMark : limits.confidence.triggered)
    quote.scareKind = trigger ?? (decision.isName(mark) ? .name : .term)
    quote.verbatim = [span]
    quote.isRepaired = mark.isRepaired
    quote.openFamily = mark.isUnclosed ? mark.family : nil
    if mark.outer.lowerBound == 0 { quote.resumesFamily = mark.family }
    keep(quote)
  }

  // MARK: Quotations in quotations
  /// «…, فأجابتني: “…”»: marked text inside marked text, behind a colon.
  mutating func findInnerMarks() {
    let outer = found.indices.filter { found[$0].kind.isSpeech }
    var next = 0
    for mark in context.marks where mark.parent != nil {
      let colon = mark.outer.lowerBound - 1
      guard context.words.sign(colon) == Signs.colon, let span = context.span(of: mark) else {
        continue
      }
      while next < outer.count, found[outer[next]].start.lower <= span.lower { next += 1 }
      // Contents may lie in one another, but not deep.
      let around = outer[max(0, next - limits.deepestContent)..<next].last { place in
        found[place].content.contains { $0.contains(span) && $0 != span }
      }
      guard let parent = around, let cue = cues.suffixedCue(at: colon - 1)
      else { continue }
      var quote = inner(span, by: cue, speaker: .nearby, rule: .markInner)
      quote.parent = parent
      keep(quote)
    }
  }
}
