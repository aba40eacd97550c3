import ArabicText
import EntityModel

// Reports behind verbal nouns: "his assertion that", "the announcement of the army that".
extension QuotationFinder {
  /// تأكيده أن, إعلان الجيش أن: only with somebody who says it.
  mutating func findVerbalNouns() {
    for index in 0..<context.count where !isTaken[index] && context.mark(at: index) == nil {
      if context.words.isPlain(index, .conviction) {
        reportConviction(at: index)
        continue
      }
      guard let noun = verbalNoun(at: index) else { continue }
      guard noun.form.frame.contains(.clause), let clause = clause(behind: index) else {
        reportMark(behind: index, noun)
        continue
      }
      var source: TextSpan?
      if !noun.hasPronoun {
        let isPreposition =
          context.words.isPlain(clause - 1, .clausePreposition)
        let end = isPreposition ? clause - 1 : clause
        // تأكيدات متكررة من الإدارة بأن
        let from = (index + 1..<end).first { context.words.plain($0)?.word == NameKeys.from }
        let first = from.map { $0 + 1 } ?? index + 1
        guard end > first, let owner = sources.complement(in: first..<end), isSpeaker(owner)
        else { continue }
        source = owner
      } else {
        source = sources.mainSubject(before: index, agreeing: nil)
      }
      let cue = FoundCue(
        index: index, span: noun.span, form: noun.form, isCoordinated: false, isPredicate: false)
      emit(
        from: clause + 1, cue: cue, source: source, via: nil,
        speaker: source == nil ? .previous : .source, rule: .nounClause)
    }
  }

  /// أبدى ثقته بأن, مع قناعتها بأن: what one believes, where a verb of showing governs it.
  private mutating func reportConviction(at index: Int) {
    guard let clause = clause(behind: index), clause - index <= limits.convictionReach,
      let verb = (max(context.sentenceStart(of: index), index - limits.phraseReach)..<index).last(
        where: { cues.cue(at: $0)?.form.slot.isParticiple == false }),
      let cue = cues.cue(at: verb), !isTaken[verb],
      let source = sources.source(in: verb + 1..<index)
    else { return }
    emit(
      from: clause + 1, cue: cue, source: source, via: nil, speaker: .source, rule: .nounClause)
  }

  /// A noun of saying, and whether the one who says it stands in its pronoun or in another place of the sentence.
  typealias VerbalNoun = (form: CueForm, span: TextSpan, hasPronoun: Bool)

  /// دعوته إلى «…», اتهام الوزير الشركة بـ«…», اعترافهم بوجود «خلافات»: marked words, or a noun phrase with such, that a noun
  /// of saying governs.
  private mutating func reportMark(behind index: Int, _ noun: VerbalNoun) {
    guard let (mark, first) = mark(behind: index, noun.form), !isTaken[mark.outer.lowerBound],
      let content = content(around: mark, from: first)
    else { return }
    var source: TextSpan?
    if noun.hasPronoun {
      source = sources.mainSubject(before: index, agreeing: nil)
    } else if context.words.isPlain(index, .document) {
      source = noun.span
    } else {
      guard let owner = owner(of: index, before: first.word) else { return }
      source = owner
    }
    var quote = FoundQuotation(
      kind: content.kind, content: content.spans, speaker: source == nil ? .previous : .source,
      rule: .nounClause, confidence: limits.confidence.other)
    quote.verbatim = content.verbatim
    quote.cue = Quotation.Cue(span: noun.span, lemma: noun.form.lemma)
    quote.slot = .noun
    quote.source = source
    quote.isRepaired = mark.isRepaired
    occupy(content.words)
    keep(quote)
  }

  /// The marked words alone, or the noun phrase that begins at `first` with them.
  private func content(
    around mark: MarkedText, from first: VerbFrameFinder.PhraseStart
  ) -> ContentBounds.Content? {
    if frames.isWholePhrase(mark, from: first.word) {
      return context.length(mark.words) > 1 ? bounds.marked(at: mark.outer.lowerBound) : nil
    }
    return frames.isCommon(mark) ? partlyMarked(mark, from: first) : nil
  }

  /// Whose saying a noun is: the phrase between it and the preposition before what is said.
  private func owner(of index: Int, before first: Int) -> TextSpan? {
    let end = first - 1
    // اتهامات للوزارة بـ«…»: whom it is said to.
    guard end > index + 1,
      !context.words.readings(of: index + 1).contains(where: {
        $0.clitics == .preposition && $0.hasArticle
      }), let owner = sources.complement(in: index + 1..<end), isSpeaker(owner)
    else { return nil }
    return owner
  }

  /// The marked words behind a preposition of a noun of saying, and where the noun phrase begins that the preposition governs.
  private func mark(
    behind index: Int, _ form: CueForm
  ) -> (mark: MarkedText, first: VerbFrameFinder.PhraseStart)? {
    let words = context.words
    var first: VerbFrameFinder.PhraseStart?
    var next = index + 1
    while next < context.count, next - index <= limits.nounMarkReach,
      context.isSameSentence(index, next)
    {
      if let mark = context.mark(openingAt: next) {
        guard let first, decision.trigger(before: mark) == nil, !decision.isName(mark),
          !mark.isUnclosed
        else { return nil }
        return (mark, first)
      }
      if words.sign(next) != 0 || cues.cue(at: next) != nil
        || context.clauseOpening(at: next) != .none
      {
        return nil
      }
      if first == nil { first = frames.phraseStart(behind: next, form) }
      next += 1
    }
    return nil
  }

  private func verbalNoun(at index: Int) -> VerbalNoun? {
    let words = context.words
    guard words.words[index].kind == .arabic, context.name(at: index) == nil else { return nil }
    for reading in words.readings(of: index) where !reading.hasArticle {
      let span = TextSpan(reading.start, words.words[index].span.upper)
      if reading.classes.contains(.cue), let form = noun(reading.word) {
        return (form, span, false)
      }
      guard span.utf8Count >= limits.shortestNounWithPronoun else { continue }
      let text = Folding.words.fold(words.text.string(in: span))
      // وجه تحذيرا من أن
      if words.words[index].shape.contains(.endsInAlef),
        let form = noun(NameKey(String(text.dropLast()), folding: .words))
      {
        return (form, span, true)
      }
      for pronoun in words.lexicon.pronounSuffixes where text.hasSuffix(pronoun) {
        let stem = String(text.dropLast(pronoun.count))
        // إشارته is إشارة.
        let whole = stem.hasSuffix("ت") ? stem.dropLast() + "ة" : stem
        if let form = noun(NameKey(stem, folding: .words)) ?? noun(NameKey(whole, folding: .words))
        {
          return (form, span, true)
        }
      }
    }
    return nil
  }

  private func noun(_ key: NameKey) -> CueForm? {
    guard let forms = context.words.lexicon.cues[key], forms.allSatisfy({ $0.slot == .noun }) else {
      return nil
    }
    return forms.first {
      $0.strength != .weak && !$0.frame.isDisjoint(with: [.clause, .preposition])
    }
  }

  /// إعلان رئيس الوزراء، N، أن: the comma behind the name of a person that stands between two.
  private func apposition(behind comma: Int) -> Int? {
    guard let mention = context.mention(at: comma + 1), mention.kind == .person else { return nil }
    var end = comma + 1
    while context.mention(at: end)?.span == mention.span { end += 1 }
    return SentenceSigns.isComma(context.words.sign(end)) ? end + 1 : nil
  }

  /// The complementiser that the noun's clause begins with.
  private func clause(behind index: Int) -> Int? {
    var next = index + 1
    while next < context.count, next - index <= limits.nounClauseReach,
      context.isSameSentence(index, next)
    {
      switch context.clauseOpening(at: next) {
      case .content: return next
      case .impersonal: return nil
      case .adjunct, .none: break
      }
      if SentenceSigns.isComma(context.words.sign(next)), let end = apposition(behind: next) {
        next = end
        continue
      }
      if context.words.sign(next) != 0 || cues.cue(at: next) != nil {
        return nil
      }
      next += 1
    }
    return nil
  }
}
