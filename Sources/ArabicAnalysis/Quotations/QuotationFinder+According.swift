import ArabicText

// Reports behind "according to" and behind the colon of a headline.
extension QuotationFinder {
  // MARK: According to
  mutating func findAccording() {
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

  mutating func according(_ index: Int, _ phrase: (end: Int, start: TextOffset)) {
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

  func opensWithFa(_ index: Int) -> Bool {
    context.words.plain(index).map { $0.word == Self.so } ?? false
  }

  static let so = NameKeys.so

  /// The content behind "according to X,".
  func precededContent(after source: TextSpan, _ end: Int) -> ContentBounds.Content? {
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

  func isInSentence(_ quote: FoundQuotation, _ sentence: Int) -> Bool {
    guard let last = quote.content.last else { return false }
    let index = min(context.word(at: last.upper - 1), context.count - 1)
    return context.sentence[index] == sentence
  }

  mutating func append(
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
  mutating func findHeadline() {
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
}
