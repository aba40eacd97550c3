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
      guard let noun = verbalNoun(at: index), let clause = clause(behind: index) else { continue }
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

  private func verbalNoun(
    at index: Int
  ) -> (form: CueForm, span: TextSpan, hasPronoun: Bool)? {
    let words = context.words
    guard words.words[index].kind == .arabic, context.mention(at: index) == nil else { return nil }
    for reading in words.readings(of: index) where !reading.hasArticle {
      let span = TextSpan(reading.start, words.words[index].span.upper)
      if reading.classes.contains(.cue), let form = noun(reading.word) {
        return (form, span, false)
      }
      guard span.utf8Count >= limits.shortestNounWithPronoun else { continue }
      let text = Folding.words.fold(words.text.string(in: span))
      for pronoun in words.lexicon.pronounSuffixes where text.hasSuffix(pronoun) {
        if let form = noun(NameKey(String(text.dropLast(pronoun.count)), folding: .words)) {
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
    return forms.first { $0.strength != .weak && $0.frame.contains(.clause) }
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
