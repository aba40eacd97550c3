import ArabicText
import EntityModel

/// Where reported content ends, and what kind it is.
struct ContentBounds {
  let context: MarkedParagraph
  let decision: MarkDecision
  let cues: ReportingWords

  var limits: RuleParameters.Quotations { context.words.parameters.quotations }

  /// Content from a word to before another.
  struct Content {
    var words: Range<Int>
    var spans: [TextSpan]
    var verbatim: [TextSpan]
    var kind: Quotation.Kind
    var isRepaired: Bool
    var openFamily: QuotationSigns.Family?
  }

  private static let enders: WordClasses = [.tag, .according, .breaks]

  /// The content that begins at `start`, governed by the reporting word `cue` or by nothing.
  func content(from start: Int, cue: FoundCue? = nil) -> Content? {
    guard start < context.count else { return nil }
    if let mark = context.mark(openingAt: start),
      let direct = direct(
        mark, isReported: cue != nil && context.words.isPlain(start - 1, .complementiser),
        isAnnounced: cue != nil && context.words.sign(start - 1) == Signs.colon)
    {
      return direct
    }
    let end = end(from: start, cue: cue)
    return content(start..<end)
  }

  /// The unmarked speech behind a colon, which goes on to the end of the paragraph unless another report
  /// begins there.
  func speech(from start: Int, cue: FoundCue) -> Content? {
    guard let content = content(from: start, cue: cue) else { return nil }
    guard content.kind == .indirect else { return content }
    var end = content.words.upperBound
    guard end < context.count,
      SentenceSigns.isTerminator(context.words.sign(end))
        || end > start
          && SentenceSigns.isTerminator(context.words.sign(end - 1))
        || isOwnWords(content.words)
    else { return content }
    for index in end..<context.count {
      if context.mark(at: index) != nil || context.phrase(at: index, [.tag, .according]) != nil
        || cues.cue(at: index).map({ $0.form.strength != .weak && hasFrame(behind: index) })
          ?? false
      {
        return content
      }
    }
    end = context.count
    while end > start, SentenceSigns.isTerminator(context.words.sign(end - 1)) { end -= 1 }
    return self.content(start..<end)
  }

  /// كنت أريد التطور، وأعتقد: whether unmarked words are those of somebody who speaks of himself.
  func isOwnWords(_ range: Range<Int>) -> Bool {
    range.contains { index in
      context.mention(at: index) == nil
        && (context.words.isWeVerb(at: index)
          || context.words.readings(of: index).contains {
            $0.clitics.isSubset(of: [.conjunction, .fa]) && $0.classes.contains(.firstPerson)
          })
    }
  }

  /// The content that is one marked text and its alternatives, whatever follows.
  func marked(at start: Int) -> Content? {
    guard let mark = context.mark(openingAt: start), let span = context.span(of: mark) else {
      return nil
    }
    return direct(mark)
      ?? Content(
        words: mark.outer, spans: [span], verbatim: [span], kind: .direct,
        isRepaired: mark.isRepaired, openFamily: mark.isUnclosed ? mark.family : nil)
  }

  /// The content of a given range of words.
  func content(_ range: Range<Int>) -> Content? {
    guard let span = context.span(range) else { return nil }
    var verbatim: [TextSpan] = []
    var isRepaired = false
    var openFamily: QuotationSigns.Family?
    var index = range.lowerBound
    while index < range.upperBound {
      if let mark = context.mark(openingAt: index) {
        if decision.isSpeech(mark, isInContent: true), let marked = context.span(of: mark) {
          verbatim.append(marked)
          if mark.isRepaired { isRepaired = true }
          if mark.isUnclosed { openFamily = mark.family }
        }
        index = max(mark.outer.upperBound, index + 1)
      } else {
        index += 1
      }
    }
    let trimmed = trimMarks(span, verbatim)
    let isWhole = verbatim.count == 1 && verbatim[0] == trimmed
    return Content(
      words: range, spans: [trimmed], verbatim: verbatim,
      kind: verbatim.isEmpty ? .indirect : isWhole ? .direct : .mixed, isRepaired: isRepaired,
      openFamily: openFamily)
  }

  /// Marks at the edges of a content stand outside it.
  private func trimMarks(_ span: TextSpan, _ verbatim: [TextSpan]) -> TextSpan {
    var span = span
    for marked in verbatim {
      if let first = context.words.text.scalar(at: span.lower), first.span.upper == marked.lower,
        QuotationSigns.isMark(first.value)
      {
        span.lower = marked.lower
      }
      if let last = context.words.text.scalar(before: span.upper), last.offset == marked.upper,
        QuotationSigns.isMark(last.value)
      {
        span.upper = marked.upper
      }
    }
    return span
  }

  /// A content that is one marked text, unless the sentence goes on with it: `isReported` behind a complementiser, `isAnnounced`
  /// behind the colon of a reporting word, where a clause in marks is all that was said then, «A» وغادر القاعة.
  private func direct(
    _ mark: MarkedText, isReported: Bool = false, isAnnounced: Bool = false
  ) -> Content? {
    guard
      decision.isSpeech(mark, isInContent: true)
        || isReported && !decision.isName(mark) && context.length(mark.words) == 1
    else { return nil }
    let next = mark.outer.upperBound
    if next < context.count, context.sentence[next] == context.sentence[mark.outer.lowerBound] {
      let sign = context.words.sign(next)
      if SentenceSigns.isComma(sign) {
        // «A»، أو «B»: one content in two pieces.
        if isAlternative(next + 1) || isReported && isJoined(next + 1)
          || context.phrase(at: next + 1, .addition) != nil
        {
          return nil
        }
        // إن «هزيمة الحركة»، هي كذا: the marked words are the subject.
        if isReported, context.words.isPlain(next + 1, .pronoun) { return nil }
      } else if sign == 0, !endsContent(next), !isAgent(next), !tellsOfSpeech(mark, next),
        !isAnnounced || context.length(mark.words) < limits.shortestAnnounced
      {
        return nil
      }
    }
    guard let span = context.span(of: mark) else { return nil }
    return Content(
      words: mark.outer, spans: [span], verbatim: [span], kind: .direct,
      isRepaired: mark.isRepaired, openFamily: mark.isUnclosed ? mark.family : nil)
  }

  /// إن «الناس قتلوا المهاجم» الذي لم يعرف بعد: a relative clause of the writer's behind marked speech.
  private func tellsOfSpeech(_ mark: MarkedText, _ next: Int) -> Bool {
    context.words.isPlain(next, .relative) && context.length(mark.words) > limits.shortestReported
  }

  /// إن العودة «لا تعني أن الخلاف حل في الاجتماع» الذي عقد أمس: a relative clause of the writer's behind a marked clause.
  private func tellsOfClause(_ mark: MarkedText, _ next: Int) -> Bool {
    context.words.isPlain(next, .relative)
      && context.length(mark.words) >= limits.longestTriggered
  }

  /// من قبل مراقبين: by whom something is called so.
  private func isAgent(_ index: Int) -> Bool {
    context.words.plain(index)?.word == NameKeys.from
      && context.words.plain(index + 1)?.word == NameKeys.before
  }

  /// أن «A»، و«B»: another marked text of the same clause.
  private func isJoined(_ index: Int) -> Bool {
    let words = context.words
    return context.mark(openingAt: index + 1) != nil && words.words[index].span.utf8Count == 2
      && words.text.scalar(at: words.words[index].span.lower)?.value == 0x648
  }

  private func isAlternative(_ index: Int) -> Bool {
    let words = context.words
    guard let reading = words.plain(index) else { return false }
    return Self.alternatives.contains(reading.word) && context.mark(openingAt: index + 1) != nil
  }

  private static let alternatives = [NameKeys.or, NameKeys.rather, NameKeys.but]

  /// The word after the content that begins at `start`.
  private func end(from start: Int, cue: FoundCue?) -> Int {
    var index = start
    while index < context.count, context.sentence[index] == context.sentence[start],
      index - start < limits.longestContent
    {
      if let mark = context.mark(openingAt: index) {
        index = max(mark.outer.upperBound, index + 1)
        if index < context.count, tellsOfClause(mark, index) { return index }
        continue
      }
      if index > start {
        if SentenceSigns.isTerminator(context.words.sign(index)),
          !context.goesOn(behind: index)
        {
          return context.words.sign(index) == Signs.fullStop ? index : index + 1
        }
        if context.words.sign(index) == Signs.colon, isColonOfOuter(index, start: start, cue) {
          return index
        }
        if SentenceSigns.isComma(context.words.sign(index)),
          !isSubjectAlone(start..<index, cue),
          endsContent(index + 1, cue?.form.slot) || resumesSource(index + 1, of: start, cue)
            || goesOnToAct(index + 1, of: start, cue) || stands(cue, inClauseBefore: index)
            || isAftermath(index + 1, of: start)
        {
          return index
        }
        if context.words.sign(index) == 0, isCoordinatedClause(index) { return index }
        if context.words.sign(index) == 0,
          isReport(index, needsFrame: true) || isTagged(index) || isConnectedReport(index)
        {
          return index
        }
      }
      index += 1
    }
    return index
  }

  /// «…»، بعد أن أغلقت: whether the writer tells, behind a content with words in marks, what came before.
  private func isAftermath(_ index: Int, of start: Int) -> Bool {
    context.phrase(at: index, .aftermath) != nil
      && (start..<index).contains { context.mark(openingAt: $0) != nil }
  }

  /// Whether what begins at `index`, behind a comma, is no part of a content whose reporting word has
  /// the form `slot`.
  func endsContent(_ index: Int, _ slot: CueSlot? = nil) -> Bool {
    guard index < context.count else { return true }
    if let phrase = context.phrase(at: index, Self.enders),
      context.phrase(at: index, .according) == nil || namesSource(phrase.end),
      !contrasts(phrase.end)
    {
      return true
    }
    if isCoordinatedClause(index) || isConnectedReport(index) || resumesFrame(index) { return true }
    if opensReply(index) || tellsOccasion(index) || hasOtherSubject(index, slot) { return true }
    if isOthersReport(index) || isOthersRemark(index) || opensQuestion(index) { return true }
    if goesOnToSay(index) || leadsToSpeech(index) { return true }
    if isRemark(index) { return true }
    return isReport(index, needsFrame: false) || isNextAct(index, slot)
  }

  /// في حين أن: whether what follows "at a time" at `end` is a contrast to what is reported, and no clause of the writer's.
  private func contrasts(_ end: Int) -> Bool {
    context.words.plain(end - 1)?.word == NameKeys.time
      && context.words.isPlain(end, .complementiser)
  }

  /// على حد قوله, وفقا لـ.
  private func isTagged(_ index: Int) -> Bool {
    guard let phrase = context.phrase(at: index, [.tag, .according]) else { return false }
    // ما ورد على لسان X: the phrase belongs to the verb.
    if context.words.plain(index - 1)?.classes.contains(.cue) == true { return false }
    if context.phrase(at: index, .tag) == nil, !namesSource(phrase.end) { return false }
    // حسب may be a noun inside the content; two words are sure.
    return phrase.end > index + 1 || context.words.isPlain(index + 1, .tag)
      || context.words.words[index].span.utf8Count > limits.longAccording
  }

  /// Whether what stands behind "according to" may say something: وفق قانون الموازنة does not.
  private func namesSource(_ index: Int) -> Bool {
    let words = context.words
    guard index < context.count else { return false }
    if context.mark(at: index) != nil
      || context.mention(at: index).map({ $0.kind != .place }) == true
    {
      return true
    }
    // بحسب ما أوردت الوكالة
    if cues.suffixedCue(at: index) != nil { return true }
    return words.readings(of: index).contains { reading in
      let classes = reading.classes.union(words.lexicon.classesWithoutArticle[reading.word] ?? [])
      if !classes.isDisjoint(with: Self.sources) { return true }
      return !reading.kinds.contains(.common) && classes.isEmpty
        && reading.clitics.isDisjoint(with: .conjunction)
    }
  }

  private static let sources: WordClasses = [
    .title, .unnamedSource, .document, .organisationClass, .organisationHead, .ministry, .people,
    .body, .speechNoun, .owned, .spokesman, .stateBody,
  ]

  /// وأن, و أن: another content of the same reporting word.
  func isCoordinatedClause(_ index: Int) -> Bool {
    clause(coordinatedAt: index) != nil
  }

  /// وإن كان, وإن لم: whether "even if" stands at `index`, and no clause of its own.
  private func isEvenIf(_ index: Int) -> Bool {
    let words = context.words
    let letters = words.text.scalars(in: words.words[index].span).map(\.value)
    guard letters.count == 3, letters[1] != Letters.alefAbove, let next = words.plain(index + 1)
    else { return false }
    return NameKeys.was.contains(next.word) || next.word == NameKeys.didNot
  }

  /// The complementiser of a clause that "and" at `index` begins.
  func clause(coordinatedAt index: Int) -> Int? {
    let words = context.words
    if words.readings(of: index).contains(where: {
      $0.clitics == .conjunction && $0.classes.contains(.complementiser)
    }) {
      // خاصة وأن: a reason, and no content of its own.
      if words.reading(index - 1, of: .emphasis) != nil || isEvenIf(index) { return nil }
      return index
    }
    guard index + 1 < context.count,
      let next = words.plain(index + 1), next.classes.contains(.complementiser)
    else { return nil }
    // ، كما أنه: as well.
    let isAlike =
      index > 0 && SentenceSigns.isComma(words.sign(index - 1))
      && words.plain(index)?.word == NameKeys.likewise
    let isLoneAnd =
      words.words[index].span.utf8Count == 2
      && words.text.scalar(at: words.words[index].span.lower)?.value == 0x648
    return isAlike || isLoneAnd ? index + 1 : nil
  }
}
