import ArabicText
import EntityModel

// Reports inside reports.
extension QuotationFinder {
  /// «… المراقب أخبرني أن القاعة ممتلئة», أعلنت أن صورا أظهرت أن السد متشقق: a clause that somebody whom the
  /// content itself names is said to say.
  ///
  /// Only with a subject inside the content: a speaker's own "I tell you that" is no quotation.
  mutating func findInnerReports() {
    let outer = found.indices.filter { found[$0].kind.isSpeech && found[$0].parent == nil }
    let cuesTaken = Set(found.compactMap { $0.cue?.span.lower })
    for place in outer {
      guard let content = found[place].content.first, found[place].content.count == 1 else {
        continue
      }
      let first = context.word(at: content.lower)
      let last = context.word(at: content.upper - 1)
      var next = first
      // Clauses are few: the reporting word is looked for before each.
      for clause in first + 1..<max(first + 1, last) {
        guard clause >= next,
          let inner = context.clauseOpening(at: clause) == .content
            ? innerReport(before: clause, in: first...last, cuesTaken)
            : innerMark(at: clause, in: first...last, cuesTaken)
              ?? innerMark(behindColon: clause, in: first...last, cuesTaken)
              ?? innerSpeech(at: clause, in: first...last, cuesTaken)
        else { continue }
        var quote = inner.quote
        quote.parent = place
        keep(quote)
        next = inner.end
      }
    }
  }

  /// إن موسكو تعتبر «…»: marked text right behind a verb whose subject the content names before it.
  private func innerMark(
    at index: Int, in range: ClosedRange<Int>, _ taken: Set<TextOffset>
  ) -> (quote: FoundQuotation, end: Int)? {
    guard let mark = context.mark(openingAt: index), index > range.lowerBound + 1,
      mark.outer.upperBound <= range.upperBound + 2, context.mark(at: index - 1) == nil,
      context.length(mark.words) > 1, let cue = cueBefore(index),
      !taken.contains(cue.span.lower), [.masculine, .feminine, .plural].contains(cue.form.slot),
      !isFirstPerson(cue),
      cue.isPredicate || cue.index < index - 1
        || !cue.form.frame.isDisjoint(with: [.mark, .secondObject]),
      let source = innerSource(cue, clause: cue.index + 1, from: range.lowerBound),
      let span = context.span(of: mark), !contents.contains([span])
    else { return nil }
    var quote = inner(span, by: cue, speaker: .source, rule: .verbMark)
    quote.source = source
    return (quote, mark.outer.upperBound)
  }

  /// أن الحارس صاح بهم: «…»: marked text behind the colon of a verb in a content outside marks.
  private func innerMark(
    behindColon colon: Int, in range: ClosedRange<Int>, _ taken: Set<TextOffset>
  ) -> (quote: FoundQuotation, end: Int)? {
    guard context.words.sign(colon) == Signs.colon, context.mark(at: colon) == nil,
      let mark = context.mark(openingAt: colon + 1), let span = context.span(of: mark),
      !contents.contains([span]),
      let index = (max(range.lowerBound, colon - limits.innerReachOfStrong)..<colon).last(where: {
        cues.suffixedCue(at: $0) != nil
      }), let cue = cues.suffixedCue(at: index), !taken.contains(cue.span.lower),
      [.masculine, .feminine, .plural].contains(cue.form.slot),
      cue.form.frame.contains(.colon) || cue.form.strength == .strong, !isFirstPerson(cue),
      let source = innerSource(cue, clause: colon, from: range.lowerBound)
    else { return nil }
    var quote = inner(span, by: cue, speaker: .source, rule: .verbColon)
    quote.source = source
    return (quote, mark.outer.upperBound)
  }

  /// The marked words `span`, which lie in a content, as what the verb `cue` reports.
  func inner(
    _ span: TextSpan, by cue: FoundCue, speaker: SpeakerHint, rule: RuleID
  ) -> FoundQuotation {
    var quote = FoundQuotation(
      kind: .direct, content: [span], speaker: speaker, rule: rule,
      confidence: limits.confidence.inner)
    quote.verbatim = [span]
    quote.cue = cue.cue
    quote.slot = cue.form.slot
    return quote
  }

  /// طلب «…», طلب منه «…», يسميه العلماء «…»: the verb right before marked words at `index`, or with a pronoun behind a preposition
  /// between them.
  private func cueBefore(_ index: Int) -> FoundCue? {
    if let cue = cues.suffixedCue(at: index - 1) { return cue }
    guard context.words.sign(index - 1) == 0, context.words.isPlain(index - 1, .pronounPreposition)
    else { return nil }
    return cues.cue(at: index - 2)
  }

  /// «… قال لي أخي سامر: لا تتوقف»: unmarked speech behind a colon, of one who is named behind the verb.
  private func innerSpeech(
    at colon: Int, in range: ClosedRange<Int>, _ taken: Set<TextOffset>
  ) -> (quote: FoundQuotation, end: Int)? {
    guard context.words.sign(colon) == Signs.colon, context.mark(at: colon) != nil,
      !context.marks.contains(where: { $0.outer.lowerBound == colon + 1 }),
      let index = (max(range.lowerBound, colon - limits.innerReachOfStrong)..<colon).last(where: {
        cues.suffixedCue(at: $0) != nil
      }), let cue = cues.suffixedCue(at: index), !taken.contains(cue.span.lower),
      [.masculine, .feminine].contains(cue.form.slot), cue.form.frame.contains(.colon),
      !isFirstPerson(cue), let source = sources.source(in: index + 1..<colon), isSpeaker(source)
    else { return nil }
    var end = colon + 1
    while end <= range.upperBound, !SentenceSigns.isTerminator(context.words.sign(end)) { end += 1 }
    guard let span = context.span(colon + 1..<end), !contents.contains([span]) else { return nil }
    var quote = FoundQuotation(
      kind: .indirect, content: [span], speaker: .source, rule: .verbColon,
      confidence: limits.confidence.inner)
    quote.cue = cue.cue
    quote.slot = cue.form.slot
    quote.source = source
    return (quote, end)
  }

  private func innerReport(
    before clause: Int, in range: ClosedRange<Int>, _ taken: Set<TextOffset>
  ) -> (quote: FoundQuotation, end: Int)? {
    var index = clause - 1
    // أبلغ العائلات، أن
    if SentenceSigns.isComma(context.words.sign(index)) { index -= 1 }
    while index >= range.lowerBound, clause - index <= limits.innerReachOfStrong,
      context.words.sign(index) == 0, cues.cue(at: index) == nil || isAdverb(index)
    {
      if index == clause - 1, cues.suffixedCue(at: index) != nil { break }
      index -= 1
    }
    guard index >= range.lowerBound,
      var cue = cues.suffixedCue(at: index), !taken.contains(cue.span.lower),
      clause - index
        <= (cue.form.strength == .strong ? limits.innerReachOfStrong : limits.innerReach)
    else { return nil }
    // بعض الناس يعتقد أن: the verb has a subject before it.
    // كان يعتقد أنه: the one whom the content is about.
    let isImpersonal =
      cue.form.slot == .passive && clause == index + 1
      && !context.words.isPlain(index - 1, [.copula, .filler])
    if isImpersonal { cue.form.slot = .masculine }
    // القانون ينص على أن: the preposition that the verb takes stands before the clause.
    let isGoverned = cue.index < clause - 1 && takes(cue, prepositionAt: clause - 1)
    guard [.masculine, .feminine, .plural].contains(cue.form.slot),
      cue.form.frame.contains(.clause) || isGoverned, !isFirstPerson(cue),
      cue.form.strength != .weak
        || hasOnlyAdverbs(index + 1..<(isGoverned ? clause - 1 : clause))
        || nominalBehind(index, before: clause) != nil
    else { return nil }
    // التي قيل إنها
    let hasRelative = context.words.reading(index - 1, of: .relative) != nil
    let source =
      isImpersonal && hasRelative ? nil : innerSource(cue, clause: clause, from: range.lowerBound)
    guard source != nil || isImpersonal && index > range.lowerBound else { return nil }
    let end = innerEnd(from: clause + 1, in: range)
    guard end > clause + 1, let content = bounds.content(clause + 1..<end),
      !contents.contains(content.spans)
    else { return nil }
    var quote = FoundQuotation(
      kind: content.kind, content: content.spans, speaker: source == nil ? .nobody : .source,
      rule: .verbClause,
      confidence: limits.confidence.inner)
    quote.verbatim = content.verbatim
    quote.cue = cue.cue
    quote.slot = cue.form.slot
    quote.source = source
    return (quote, end)
  }

  /// Whether a preposition that a reporting word takes before its clause stands at `index`.
  private func takes(_ cue: FoundCue, prepositionAt index: Int) -> Bool {
    guard cue.form.frame.contains(.preposition), let reading = context.words.plain(index),
      reading.classes.contains(.clausePreposition)
    else { return false }
    return cue.form.prepositions.contains(reading.word)
  }

  /// The word behind the content that begins at `start` inside another: a comma or the end of a sentence that
  /// stands in no marks of its own.
  private func innerEnd(from start: Int, in range: ClosedRange<Int>) -> Int {
    var end = start
    while end <= range.upperBound {
      if let mark = context.mark(openingAt: end), mark.outer.upperBound <= range.upperBound + 2 {
        end = max(mark.words.upperBound, end + 1)
        continue
      }
      let sign = context.words.sign(end)
      if SentenceSigns.isTerminator(sign) || SentenceSigns.isComma(sign) { break }
      end += 1
    }
    return min(end, range.upperBound + 1)
  }

  /// أكد كيم مجددا أن: a participle that tells how, right before the clause.
  private func isAdverb(_ index: Int) -> Bool {
    cues.cue(at: index)?.form.slot == .participleMasculine
      && context.words.words[index].shape.contains(.endsInAlef)
      && cues.cue(at: index)?.form.strength != .strong
  }

  /// يظن واهما أنه: whether nothing but adverbs stands in a range.
  private func hasOnlyAdverbs(_ range: Range<Int>) -> Bool {
    range.allSatisfy {
      context.words.words[$0].shape.contains(.endsInAlef) && context.mention(at: $0) == nil
    }
  }

  /// تظهر دراسة أولية أن: a document without a name that fills what stands between a verb and its clause.
  private func nominalBehind(_ verb: Int, before clause: Int) -> TextSpan? {
    guard context.words.reading(verb + 1, of: .document) != nil,
      let source = sources.source(in: verb + 1..<clause),
      source.upper == context.words.words[clause - 1].span.upper
    else { return nil }
    return source
  }

  /// أقول, نعتقد: the speaker's own words.
  private func isFirstPerson(_ cue: FoundCue) -> Bool {
    let first = context.words.text.scalar(at: cue.span.lower)?.value
    return first == Letters.noon || context.words.isPlain(cue.index, .negation)
  }

  /// Who says it: the words between the verb and its clause, or the noun phrase right before the verb.
  private func innerSource(_ cue: FoundCue, clause: Int, from first: Int) -> TextSpan? {
    let words = context.words
    // رئيس الوزراء، أبلغ العائلات أن: behind a verb that takes somebody stands whom it was said to.
    if cue.form.frame.contains(.object),
      let subject = placeBefore(cue, from: first)
        ?? (cue.isCoordinated
          ? nil : sources.innerSubject(before: cue.index, from: first, cue.form.slot))
    {
      return subject
    }
    if clause > cue.index + 1, !cue.hasObject,
      let source = sources.source(in: cue.index + 1..<clause),
      isSpeaker(source), source.lower >= words.words[first].span.lower
    {
      return source
    }
    // الوثائق التي تثبت أن
    if cue.index > first, words.reading(cue.index - 1, of: .relative) != nil {
      return sources.subject(before: cue.index, agreeing: cue.form.slot)
        .flatMap { isSpeaker($0) && $0.lower >= words.words[first].span.lower ? $0 : nil }
    }
    if let place = placeBefore(cue, from: first) { return place }
    // المراقب وأخبرني: the subject of the verb that "and" joins it to stands before it.
    let known = joinedSource(cue, from: first)
    guard cue.form.strength != .weak, !cue.isCoordinated || known == nil,
      let whole = sources.innerSubject(before: cue.index, from: first, cue.form.slot)
    else { return known }
    return known.map { $0.lower < whole.lower ? $0 : whole } ?? whole
  }

  /// المراقب وأخبرني: the noun of those who speak that stands before the verb that "and" joins `cue` to.
  private func joinedSource(_ cue: FoundCue, from first: Int) -> TextSpan? {
    let words = context.words
    var start = cue.index - 1
    guard start >= first, words.sign(start) == 0, words.words[start].kind == .arabic else {
      return nil
    }
    // An adjective, or a complement behind a preposition, may stand between.
    while start > first, words.sign(start) == 0, !isHeadNoun(start),
      cue.index - start < limits.joinedSubjectReach
    {
      start -= 1
    }
    guard isHeadNoun(start), let reading = words.plain(start) else { return nil }
    if start > first, words.isPlain(start - 1, [.function, .placePreposition]),
      !words.isPlain(start - 1, .complementiser), !words.isPlain(start - 1, .unnamedSource)
    {
      return nil
    }
    let isPair = start > first && words.isPlain(start - 1, .unnamedSource)
    let lower = isPair ? words.words[start - 1].span.lower : sources.stemStart(start)
    guard !reading.classes.contains(.document) || !reading.hasArticle || start >= first else {
      return nil
    }
    let slot = cue.form.slot
    if let mention = context.mention(at: start), !sources.agrees(mention, slot) { return nil }
    return TextSpan(lower, words.words[cue.index - 1].span.upper)
  }

  /// واشنطن تدعي أن: a place right before the verb that no preposition governs speaks; so does a person
  /// whom a comma sets off.
  func placeBefore(_ cue: FoundCue, from first: Int) -> TextSpan? {
    var last = cue.index - 1
    if SentenceSigns.isComma(context.words.sign(last)) { last -= 1 }
    guard last >= first, let mention = context.mention(at: last),
      mention.kind == .person
        || mention.kind == .place && last == cue.index - 1
          && cue.form.slot == .feminine
    else { return nil }
    var start = last
    while start > first, context.mention(at: start - 1)?.span == mention.span { start -= 1 }
    guard !sources.isGoverned(start, from: first), sources.agrees(mention, cue.form.slot)
    else { return nil }
    return mention.span
  }
}
