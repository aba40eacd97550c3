import ArabicText

// What somebody says of himself behind a colon, without marks.
extension QuotationFinder {
  /// وامتدح N مدربيه الثلاثة: هي ثلاثة أساليب، وأستطيع أن: the unmarked words of the first person behind the colon of a sentence
  /// of the writer's, whatever its verb is, to the end of the paragraph.
  mutating func findOwnWords() {
    let words = context.words
    guard !isTaken.contains(true),
      let colon = (0..<min(context.count, limits.longestHeadline)).first(where: {
        words.sign($0) == Signs.colon && context.mark(at: $0) == nil
      }),
      colon > 2, colon + 2 < context.count, context.isSameSentence(0, colon - 1),
      context.marks.allSatisfy({ $0.outer.upperBound <= colon }),
      !(colon + 1..<context.count).contains(where: {
        context.phrase(at: $0, [.tag, .according]) != nil
      })
    else { return }
    var end = context.count
    while end > colon + 1, SentenceSigns.isTerminator(words.sign(end - 1)) { end -= 1 }
    let first = colon + 1..<min(end, colon + 1 + limits.ownWordsReach)
    guard bounds.isOwnWords(first), !bounds.isOwnWords(0..<colon),
      let content = bounds.content(colon + 1..<end)
    else { return }
    var quote = FoundQuotation(
      kind: content.kind, content: content.spans, speaker: .previous, rule: .verbColon,
      confidence: limits.confidence.headline)
    quote.verbatim = content.verbatim
    if let subject = subjectOfDeed(before: colon) {
      quote.source = subject
      quote.speaker = .source
    }
    occupy(content.words)
    keep(quote)
  }

  /// The person or the office right behind the verb that opens the sentence.
  private func subjectOfDeed(before colon: Int) -> TextSpan? {
    guard let source = sources.source(in: 0..<colon), isSpeaker(source),
      context.word(at: source.lower) < limits.ownWordsSubject
    else { return nil }
    return source
  }
}
