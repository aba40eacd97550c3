import ArabicText
import EntityModel

// What a reporting word reports: where it begins, how often, and noun phrases partly in marks.
extension QuotationFinder {
  /// The noun phrase that a reporting word governs and of which a part stands in marks.
  func partlyMarked(_ frame: VerbFrame, _ cue: FoundCue) -> ContentBounds.Content? {
    guard let mark = context.mark(openingAt: frame.index),
      let first = frames.phrase(around: mark, of: cue),
      !frames.isWholePhrase(mark, from: first.word)
    else { return nil }
    return partlyMarked(mark, from: first)
  }

  /// The noun phrase that begins at `first`, with `mark` in it and what belongs to it behind.
  func partlyMarked(
    _ mark: MarkedText, from first: VerbFrameFinder.PhraseStart
  ) -> ContentBounds.Content? {
    var end = mark.outer.upperBound
    while end < context.count, context.isSameSentence(first.word, end),
      end - first.word < limits.nextClauseReach
    {
      if let inner = context.mark(openingAt: end) {
        end = max(inner.outer.upperBound, end + 1)
        continue
      }
      let sign = context.words.sign(end)
      if SentenceSigns.isComma(sign), frames.goesOnWithNoun(behindComma: end + 1) {
        end += 1
        continue
      }
      if SentenceSigns.isComma(sign) || SentenceSigns.isTerminator(sign) || sign == Signs.colon {
        break
      }
      if sign == 0,
        cues.cue(at: end) != nil && (end > mark.outer.upperBound || !frames.isDescribed(mark))
          || context.phrase(at: end, [.tag, .according, .breaks]) != nil
          || context.words.isPlain(end, .relative) && first.word == mark.outer.lowerBound
          || end > mark.outer.upperBound && isOccasion(end)
      {
        break
      }
      end += 1
    }
    guard var content = bounds.content(first.word..<end), let span = context.span(of: mark) else {
      return nil
    }
    if !content.verbatim.contains(span) { content.verbatim.append(span) }
    let lower = first.word == mark.outer.lowerBound ? max(first.start, span.lower) : first.start
    if content.spans[0].lower < lower { content.spans[0].lower = lower }
    content.kind = .mixed
    return content
  }

  /// أشاد بـ«الروح العالية» للاعبيه عقب الفوز: whether the word at `index` says when something was said.
  private func isOccasion(_ index: Int) -> Bool {
    context.words.isPlain(index, .occasionPreposition)
      && context.words.words[index].kind == .arabic && context.mention(at: index) == nil
  }

  /// ناشد السكان عدم الخروج «إلا للضرورة»: whether `source`, behind a verb that takes somebody beside what is reported, is all
  /// that stands between the verb and what it reports, and so whom it was said to.
  func isAddressed(
    _ source: TextSpan, by cue: FoundCue, before content: ContentBounds.Content
  ) -> Bool {
    let start = content.words.lowerBound
    return cue.form.frame.contains(.object) && cue.form.frame.contains(.nounPhrase)
      && source.lower > cue.span.upper && context.word(at: source.upper) == start
      && content.spans[0].lower == context.words.words[start].span.lower
      && context.mark(at: start) == nil
  }

  /// اعتبرته النقابات [تهديدا صريحا]: takes what somebody is said to be for a content.
  mutating func reportSecondObject(of cue: FoundCue) -> Bool {
    guard let first = SecondObject(context: context).start(of: cue) else { return false }
    var end = first.word + 1
    while end < context.count, context.isSameSentence(first.word, end),
      end - first.word < limits.nextClauseReach, context.words.sign(end) == 0,
      !context.words.isPlain(end, [.relative, .connector]), cues.cue(at: end) == nil,
      context.phrase(at: end, [.tag, .according]) == nil
    {
      end += 1
    }
    while end > first.word, context.words.words[end - 1].shape.contains(.short) { end -= 1 }
    guard context.length(first.word..<end) > 1, var content = bounds.content(first.word..<end)
    else { return false }
    content.spans[0].lower = first.start
    var source =
      cue.form.slot.isParticiple
      ? sourceOfSentence[context.sentence[cue.index]]
        ?? sources.mainSubject(before: cue.index, agreeing: cue.form.slot)
      : sources.source(in: cue.index + 1..<first.word).flatMap {
        isSpeaker($0) || cue.hasObject && fills($0, cue.index + 1..<first.word) ? $0 : nil
      }
    if source == nil, !cue.form.slot.isParticiple {
      source =
        svo(cue)
        ?? sources.source(in: cue.index + 1..<first.word).flatMap {
          isPlausible($0, subjectOf: cue) ? $0 : nil
        }
    }
    keep(content, cue, source, nil)
    if let source { sourceOfSentence[context.sentence[cue.index]] = source }
    return true
  }

  /// اعتبرها [الادعاء] دليلا: whether a phrase is all that stands in some words, whatever its noun is.
  private func fills(_ source: TextSpan, _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    return context.word(at: source.lower) == first
      && source.upper == context.words.words[range.upperBound - 1].span.upper
  }

  /// Keeps the noun phrase `content` that `cue` reports, where it is no content yet.
  mutating func keep(
    _ content: ContentBounds.Content, _ cue: FoundCue, _ source: TextSpan?, _ via: Quotation.Via?
  ) {
    guard !contents.contains(content.spans) else { return }
    var quote = report(
      content, cue, source, speaker: source == nil ? .previous : .source, rule: .verbMark)
    quote.via = via
    occupy(cue.index..<content.words.upperBound)
    keep(quote)
  }

  /// The quotation of `content` that `cue` reports.
  private func report(
    _ content: ContentBounds.Content, _ cue: FoundCue, _ source: TextSpan?,
    speaker: SpeakerHint, rule: RuleID
  ) -> FoundQuotation {
    var quote = FoundQuotation(
      kind: content.kind, content: content.spans, speaker: speaker, rule: rule,
      confidence: cue.form.strength == .strong
        ? limits.confidence.strong : limits.confidence.other)
    quote.verbatim = content.verbatim
    quote.cue = cue.cue
    quote.slot = cue.form.slot
    quote.source = source
    if source == nil { find(whoMayBeMeant: &quote, by: cue, at: cue.index) }
    quote.isRepaired = content.isRepaired
    return quote
  }

  /// Notes who may be meant where no subject is written: those of the sentence before the one of `index`, and of this one.
  func find(whoMayBeMeant quote: inout FoundQuotation, by cue: FoundCue, at index: Int) {
    quote.topic = topic(before: index)
    quote.met = sources.personMet(before: index, agreeing: cue.form.slot)
    quote.isAnswer = sources.isAnswer(index)
    quote.near = sources.person(before: index, agreeing: cue.form.slot)
    quote.passing = sources.namesInPassing(before: index)
    if isLatter(behind: cue) {
      quote.latter =
        context.mentions.last { $0.span.upper <= cue.span.lower && $0.kind != .place }?.span
    }
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
      } else if index == frame.index + 1, let clause = clauseBehindAdjunct(index) {
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

  /// قوله في مقابلة قديمة إنه, قولهم الأحد، إن, قوله للصحافيين بعد اللقاء: «…»: the complementiser, or the colon before marks, behind an adverb, a preposition
  /// with its noun or who was told.
  func clauseBehindAdjunct(_ first: Int) -> Int? {
    let isTold = context.words.readings(of: min(first, context.count - 1)).contains {
      $0.clitics == .preposition
        && context.words.text.scalar(before: $0.start)?.value == Letters.lam
    }
    guard isTold || context.words.isPlain(first, [.governor, .time, .timePreposition]) else {
      return nil
    }
    let reach = isTold ? limits.frameReach : limits.longestAdverb
    return (first + 1..<max(first + 1, min(context.count, first + reach))).first { index in
      context.isSameSentence(first, index)
        && (context.clauseOpening(at: index) == .content
          || context.words.sign(index) == Signs.colon && context.mark(openingAt: index + 1) != nil)
        && (first..<index).allSatisfy {
          cues.cue(at: $0) == nil && context.mark(at: $0) == nil
            && (context.words.sign($0) == 0
              || $0 == index - 1 && SentenceSigns.isComma(context.words.sign($0)))
        }
    }
  }

  mutating func emit(
    from start: Int, cue: FoundCue, source: TextSpan?, via: Quotation.Via?,
    asker: TextSpan? = nil, speaker: SpeakerHint, rule: RuleID
  ) {
    var start = start
    var isFirst = true
    while var content = rule == .verbMark && isFirst
      ? bounds.marked(at: start)
      : rule == .verbColon
        ? bounds.speech(from: start, cue: cue)
        : bounds.content(from: start, cue: cue),
      !content.words.isEmpty
    {
      if contents.contains(content.spans) { return }
      // A content of one unmarked word is none, nor is one of figures: 6-4.
      guard content.words.contains(where: { context.words.plain($0) != nil }) else { return }
      guard
        content.kind != .indirect || context.length(content.words) > 1
          || isFirst && reportsOneWord(at: start, cue)
            && (content.words.upperBound >= context.count
              || context.words.sign(content.words.upperBound) != 0)
      else { return }
      if rule == .verbClause, let more = behindAside(content) {
        content.words = content.words.lowerBound..<more.words.upperBound
        content.spans += more.spans
        content.verbatim += more.verbatim
        if content.kind != more.kind { content.kind = .mixed }
      }
      var quote = report(content, cue, source, speaker: speaker, rule: rule)
      quote.goesOn = cue.form.traits.contains(.continuation)
      quote.isContinuation = source == nil && quote.goesOn
      quote.via = isFirst ? via : nil
      quote.asker = asker
      quote.openFamily = content.openFamily
      occupy(min(cue.index, content.words.lowerBound)..<content.words.upperBound)
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
      if let clause = bounds.clause(coordinatedAt: next) { return clause }
      let sign = context.words.sign(next)
      if SentenceSigns.isTerminator(sign) || sign == Signs.colon { return nil }
      if sign == 0, cues.cue(at: next) != nil || context.phrase(at: next, [.according]) != nil {
        return nil
      }
      next += 1
    }
    return nil
  }
}
