import ArabicText

/// Where reported content ends, and what kind it is.
struct ContentBounds {
  let context: MarkedParagraph
  let decision: MarkDecision
  let cues: ReportingWords

  private var limits: RuleParameters.Quotations { context.words.parameters.quotations }

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
        mark, isReported: cue != nil && context.words.isPlain(start - 1, .complementiser))
    {
      return direct
    }
    let end = end(from: start, cue: cue)
    return content(start..<end)
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

  /// A content that is one marked text, unless the sentence goes on with it.
  private func direct(_ mark: MarkedText, isReported: Bool = false) -> Content? {
    guard
      decision.isSpeech(mark, isInContent: true)
        || isReported && !decision.isName(mark) && context.length(mark.words) == 1
    else { return nil }
    let next = mark.outer.upperBound
    if next < context.count, context.sentence[next] == context.sentence[mark.outer.lowerBound] {
      let sign = context.words.sign(next)
      if SentenceSigns.isComma(sign) {
        // «A»، أو «B»: one content in two pieces.
        if isAlternative(next + 1) { return nil }
      } else if sign == 0, !endsContent(next), !isAgent(next) {
        return nil
      }
    }
    guard let span = context.span(of: mark) else { return nil }
    return Content(
      words: mark.outer, spans: [span], verbatim: [span], kind: .direct,
      isRepaired: mark.isRepaired, openFamily: mark.isUnclosed ? mark.family : nil)
  }

  /// من قبل مراقبين: by whom something is called so.
  private func isAgent(_ index: Int) -> Bool {
    context.words.plain(index)?.word == NameKeys.from
      && context.words.plain(index + 1)?.word == NameKeys.before
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
        continue
      }
      if index > start {
        if SentenceSigns.isTerminator(context.words.sign(index)) {
          return context.words.sign(index) == Signs.fullStop ? index : index + 1
        }
        if context.words.sign(index) == Signs.colon, isColonOfOuter(index, start: start, cue) {
          return index
        }
        if SentenceSigns.isComma(context.words.sign(index)),
          endsContent(index + 1, cue?.form.slot) || resumesSource(index + 1, of: start, cue)
        {
          return index
        }
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

  /// Whether what begins at `index`, behind a comma, is no part of a content whose reporting word has
  /// the form `slot`.
  func endsContent(_ index: Int, _ slot: CueSlot? = nil) -> Bool {
    guard index < context.count else { return true }
    if context.phrase(at: index, Self.enders) != nil { return true }
    if isCoordinatedClause(index) || isConnectedReport(index) || resumesFrame(index) { return true }
    if opensReply(index) || tellsOccasion(index) || hasOtherSubject(index, slot) { return true }
    return isReport(index, needsFrame: false) || isNextAct(index, slot)
  }

  /// حيث قال, لكنه حذر من أن, كما تشير: a report of its own behind a conjunction.
  private func isConnectedReport(_ index: Int) -> Bool {
    let words = context.words
    guard words.readings(of: index).contains(where: { $0.classes.contains(.connector) }) else {
      return false
    }
    if hasContrastedSubject(index) { return true }
    var next = index + 1
    while next < context.count, next - index < limits.connectorReach,
      words.isPlain(next, .connector) || SentenceSigns.isComma(words.sign(next))
    {
      next += 1
    }
    // وهو ما يرى باعة أنه: what was said, as others see it.
    if words.plain(next)?.word == NameKeys.what, next == index + 1,
      words.isPlain(next - 1, .subjectPronoun)
        || words.readings(of: index).contains(where: { $0.classes.contains(.subjectPronoun) })
    {
      return cues.cue(at: next + 1).map { !$0.form.slot.isParticiple && hasFrame(behind: $0.index) }
        ?? false
    }
    guard context.isSameSentence(index, next), let cue = cues.cue(at: next),
      cue.form.strength != .weak, !cue.form.slot.isParticiple
    else { return false }
    return words.plain(index)?.word == NameKeys.likewise || hasFrame(behind: next)
  }

  /// علّق على أنباء تفيد بأن A: «B»: whether a colon before marked text belongs to the verb before a noun
  /// that has the clause A.
  private func isColonOfOuter(_ index: Int, start: Int, _ cue: FoundCue?) -> Bool {
    guard let cue, context.mark(openingAt: index + 1) != nil,
      context.words.reading(cue.index - 1, of: [.unnamedSource, .document]) != nil
        || context.words.isPlain(cue.index - 1, .relative)
    else { return false }
    return (context.sentenceStart(of: cue.index)..<cue.index).contains { place in
      cues.cue(at: place).map {
        !$0.form.slot.isParticiple && $0.form.frame.contains(.colon)
      } ?? false
    }
  }

  /// لكن النائبة غادة مراد تعتقد أنه: another one is named who says something else.
  private func hasContrastedSubject(_ index: Int) -> Bool {
    let words = context.words
    guard
      words.readings(of: index).contains(where: {
        $0.classes.isSuperset(of: [.connector, .contrast])
      }), isSubject(index + 1)
    else { return false }
    var next = index + 2
    while next < context.count, next - index < limits.reportFrameReach,
      context.isSameSentence(index, next), words.sign(next) == 0
    {
      if let cue = cues.cue(at: next), !cue.isCoordinated {
        return !cue.form.slot.isParticiple && cue.form.strength != .weak && hasFrame(behind: next)
      }
      if words.isPlain(next, [.function, .relative]) { return false }
      next += 1
    }
    return false
  }

  /// Whether a name or a title stands at `index`: the subject of the verb before it.
  private func isSubject(_ index: Int) -> Bool {
    if context.mention(at: index) != nil { return true }
    return context.words.plain(index).map {
      $0.hasArticle && !$0.classes.isDisjoint(with: [.title, .unnamedSource])
        || $0.classes.contains(.title) && $0.clitics.isEmpty
    } == true
  }

  /// وردا على هذا الكلام كتب: a clause with a report of its own.
  private func opensReply(_ index: Int) -> Bool {
    let words = context.words
    guard
      words.readings(of: index).contains(where: {
        $0.clitics == .conjunction && $0.classes.contains(.reply)
      }), words.plain(index + 1)?.word == NameKeys.upon
    else { return false }
    return (index + 2..<min(context.count, index + limits.replyReach)).contains {
      context.isSameSentence(index, $0) && cues.cue(at: $0) != nil
    }
  }

  /// وجاء تصريحه بعد, وتزامن كلامه مع: when the report was made is no part of it.
  private func tellsOccasion(_ index: Int) -> Bool {
    let words = context.words
    guard
      words.readings(of: index).contains(where: {
        $0.clitics == .conjunction && $0.classes.contains(.occasion)
      })
    else { return false }
    return (index + 1..<index + limits.occasionReach).contains { words.isPlain($0, .speechNoun) }
  }

  /// إنه رفض، وأكد اليمن موقفه: another reporting verb with a subject of its own behind it.
  private func hasOtherSubject(_ index: Int, _ slot: CueSlot?) -> Bool {
    guard slot != nil, let cue = cues.cue(at: index), cue.isCoordinated, !cue.hasObject,
      cue.form.strength != .weak, !cue.form.slot.isParticiple, cue.form.slot != .passive
    else { return false }
    if let mention = context.mention(at: index + 1) {
      return mention.span.lower == context.words.words[index + 1].span.lower
    }
    let words = context.words
    guard let noun = words.plain(index + 1), noun.hasArticle, words.words[index + 1].kind == .arabic
    else { return false }
    let bare = words.lexicon.classesWithoutArticle[noun.word] ?? []
    return !noun.classes.union(bare).isDisjoint(with: [.title, .unnamedSource])
  }

  /// "…, who said that A, of that B": a preposition with أن goes on with an outer verb.
  private func resumesFrame(_ index: Int) -> Bool {
    guard let reading = context.words.plain(index), context.isSameSentence(index, index + 1) else {
      return false
    }
    return reading.classes.contains(.clausePreposition)
      && context.clauseOpening(at: index + 1) == .content
  }

  /// ودعا إلى: the subject of the report does something else by words.
  private func isNextAct(_ index: Int, _ slot: CueSlot?) -> Bool {
    guard let slot, let cue = cues.cue(at: index), cue.isCoordinated,
      cue.form.strength != .weak || cue.isPredicate, cue.form.slot == slot
    else { return false }
    // Behind a closing mark and a comma: «…»، وانتقد.
    if index > 1, context.mark(at: index - 2) != nil { return true }
    return cue.form.frame.contains(.preposition)
      && context.words.isPlain(index + 1, .function)
  }

  /// Whether a clause, a colon or a marked text follows soon.
  private func hasFrame(behind index: Int) -> Bool {
    var ahead = index + 1
    while ahead < context.count, ahead - index < limits.reportFrameReach,
      context.isSameSentence(index, ahead)
    {
      if context.words.sign(ahead) == Signs.colon || context.mark(openingAt: ahead) != nil {
        return true
      }
      switch context.clauseOpening(at: ahead) {
      case .content: return true
      case .impersonal: return false
      case .adjunct, .none: break
      }
      if context.words.isPlain(ahead, .said) { return true }
      ahead += 1
    }
    return false
  }

  /// على حد قوله, وفقا لـ.
  private func isTagged(_ index: Int) -> Bool {
    guard let phrase = context.phrase(at: index, [.tag, .according]) else { return false }
    // حسب may be a noun inside the content; two words are sure.
    return phrase.end > index + 1 || context.words.isPlain(index + 1, .tag)
      || context.words.words[index].span.utf8Count > limits.longAccording
  }

  /// وأن: another content of the same reporting word.
  func isCoordinatedClause(_ index: Int) -> Bool {
    context.words.readings(of: index).contains {
      $0.clitics == .conjunction && $0.classes.contains(.complementiser)
    }
  }

  /// Whether a reporting word stands at `index` that begins a report of its own.
  private func isReport(_ index: Int, needsFrame: Bool) -> Bool {
    guard let cue = cues.cue(at: index) else { return false }
    if cue.form.slot.isParticiple { return !needsFrame || cue.form.strength == .strong }
    // في حين يقول البعض إن …، تقول X إن: a strong verb behind a comma has its own subject and clause.
    if !needsFrame, !cue.isCoordinated, cue.form.strength == .strong, !cue.hasObject {
      return isSubject(index + 1) && hasFrame(behind: index)
    }
    guard cue.isCoordinated, cue.form.strength != .weak else { return false }
    return hasFrame(behind: index)
  }
}
