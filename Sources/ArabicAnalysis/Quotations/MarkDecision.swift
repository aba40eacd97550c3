import EntityModel
import ArabicText

/// Whether marked text is speech, or a title, a name, a so-called term.
///
/// What stands before the mark decides first, as the surest sign: a class noun before it ("the film")
/// outweighs the length of what is marked; then length and form.
struct MarkDecision {
  let context: MarkedParagraph

  private var limits: RuleParameters.Quotations { context.words.parameters.quotations }

  /// Names that are the whole of the marked title of a work: a film, a telescope, a prize.
  var markedTitles: Set<TextSpan> {
    var titles: Set<TextSpan> = []
    for mark in context.marks where isName(mark) && trigger(before: mark) == .title {
      if let span = context.span(of: mark), let first = mark.words.first,
        context.mention(at: first)?.kind == .person
      {
        titles.insert(span)
      }
    }
    return titles
  }

  /// What the words before a mark say that it marks.
  func trigger(before mark: MarkedText) -> Quotation.ScareKind? {
    let index = mark.outer.lowerBound
    guard index > 0 else { return nil }
    // A lone proclitic belongs to the marked text: المعروف بـ"…".
    let isClitic =
      context.words.words[index - 1].span.upper == context.words.words[index].span.lower
      && context.words.words[index - 1].shape.contains(.short)
    let last = isClitic ? index - 2 : index - 1
    for length in [3, 2, 1] where last - length + 1 >= 0 {
      if let kind = trigger(in: last - length + 1..<last + 1) {
        // ما سماه, عما أسماه: somebody has called something so.
        return kind == .name && context.words.isWhat(last - length) ? nil : kind
      }
    }
    return nil
  }

  /// Whether what stands before a mark says that it marks no speech: of a long one only بعنوان does.
  func isCalled(_ mark: MarkedText) -> Bool {
    guard trigger(before: mark) != nil else { return false }
    return context.length(mark.words) < limits.longestTriggered
      || context.words.readings(of: mark.outer.lowerBound - 1).contains {
        $0.word == NameKeys.heading
      }
  }

  private func trigger(in range: Range<Int>) -> Quotation.ScareKind? {
    let words = context.words
    guard range.allSatisfy({ words.sign($0) == 0 && words.words[$0].kind == .arabic }) else {
      return nil
    }
    for reading in words.readings(of: range.lowerBound) {
      var key = reading.word
      var isWhole = true
      for index in range.dropFirst() {
        guard let next = words.plain(index) else {
          isWhole = false
          break
        }
        key = key.appending(next.word)
      }
      guard isWhole else { continue }
      let classes = range.count == 1 ? reading.classes : words.lexicon.classes[key] ?? []
      if classes.contains(.termTrigger) { return .term }
      if classes.contains(.nameTrigger) { return .name }
      if classes.contains(.titleTrigger) { return .title }
    }
    return nil
  }

  /// Whether the marked text is a name that the lists or rules know, or a part of one: "جيش" الاحتلال.
  func isName(_ mark: MarkedText) -> Bool {
    guard let first = mark.words.first, let mention = context.mention(at: first),
      let span = context.span(of: mark)
    else { return false }
    return mention.span.lower <= span.lower && mention.span.upper >= span.upper
  }

  /// "الياسين 105": whether a word with a number behind it is marked, the name of a thing.
  private func isNumbered(_ mark: MarkedText) -> Bool {
    guard mark.words.count == 2, let last = mark.words.last else { return false }
    return context.words.words[last].kind == .number
  }

  /// Whether a marked text is something said; in reported content marks show what is verbatim.
  func isSpeech(_ mark: MarkedText, isInContent: Bool) -> Bool {
    let length = context.length(mark.words)
    if length == 0 { return false }
    if isCalled(mark) || isName(mark) || isNumbered(mark) { return false }
    if context.words.sign(mark.outer.lowerBound - 1) == Signs.colon {
      return !namesWork(mark)
    }
    if isInContent { return length > 1 || isSingleWord(mark) }
    if length >= limits.shortestSpeech { return true }
    if length >= limits.shortestSentence, holdsSentence(mark) { return true }
    if length >= limits.shortestNegated, isNegation(mark) { return true }
    return false
  }

  /// تونس: "أصوات الليل" فيلم: a short marked text that opens a sentence behind a place and a colon; كتاب الأسبوع: «مفاتيح البحر»,
  /// one behind a work.
  func namesWork(_ mark: MarkedText) -> Bool {
    let colon = mark.outer.lowerBound - 1
    let next = mark.outer.upperBound
    if isTitleOfWork(mark) { return true }
    guard colon > 0, let place = context.mention(at: 0), place.kind == .place,
      place.span.upper == context.words.words[colon - 1].span.upper,
      context.length(mark.words) < limits.shortestSpeech, next < context.count
    else { return false }
    return context.words.words[next].kind == .arabic
      && (context.words.reading(next, of: .titleTrigger) != nil
        || context.words.reading(next, of: [.cue, .according]) == nil)
  }

  /// كتاب الأسبوع: «مفاتيح البحر»: whether a work without a name opens the sentence and a colon stands behind it.
  private func isTitleOfWork(_ mark: MarkedText) -> Bool {
    let colon = mark.outer.lowerBound - 1
    guard colon > 0, context.length(mark.words) < limits.longestTriggered else { return false }
    let first = context.sentenceStart(of: colon)
    guard let noun = context.words.reading(first, of: .titleTrigger), noun.clitics.isEmpty else {
      return false
    }
    return noun.classes.isDisjoint(with: [.organisationClass, .organisationHead, .media])
      && (first..<colon).allSatisfy {
        context.words.sign($0) == 0 && context.mention(at: $0) == nil
          && ($0 == first || context.words.reading($0, of: .cue) == nil)
      }
  }

  /// لن نقبل ذلك: begins like a clause that only somebody says.
  private func isNegation(_ mark: MarkedText) -> Bool {
    mark.words.first.map { context.words.isPlain($0, .negation) } ?? false
  }

  /// One marked word that may be verbatim: a common word; an unknown one is a name more often.
  private func isSingleWord(_ mark: MarkedText) -> Bool {
    guard let index = mark.words.first, context.mention(at: index) == nil,
      let reading = context.words.plain(index)
    else { return false }
    return reading.kinds.contains(.common)
  }

  /// «كنا نسمع بكاءهم», «لن نرحل», «سنعود»: whether marked words that are no name are speech by their length, or begin as a
  /// clause does.
  func isClause(_ mark: MarkedText) -> Bool {
    guard let first = mark.words.first, context.mention(at: first) == nil, !isName(mark) else {
      return false
    }
    if isSpeech(mark, isInContent: false) || context.words.isPlain(first, [.negation, .copula]) {
      return true
    }
    guard mark.words.count > 1 else { return false }
    return context.words.isFutureVerb(at: first)
      || context.words.readings(of: first).contains { reading in
        reading.clitics.isSubset(of: [.conjunction, .future])
          && context.words.verbForm(at: first, reading) != nil
      }
  }

  /// Whether it ends like a sentence, or begins with a complementiser or a verb of the present tense.
  private func holdsSentence(_ mark: MarkedText) -> Bool {
    if SentenceSigns.isTerminator(context.words.sign(mark.words.upperBound - 1)) { return true }
    return mark.words.contains { index in
      context.words.isPlain(index, [.complementiser])
        || context.words.words[index].shape.contains(.presentVerb)
          && context.words.plain(index)?.kinds.contains(.common) == true
    }
  }
}
