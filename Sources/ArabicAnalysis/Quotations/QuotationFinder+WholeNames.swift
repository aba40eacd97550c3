import ArabicText

// Source phrases and names: one lies in the other, or they lie apart.
extension QuotationFinder {
  /// Moves the ends of source phrases out of names.
  ///
  /// A phrase ends by what words and signs mean, while a name may be of any: إم.آي.إن. A name that goes
  /// on behind the phrase belongs to it, unless it goes on into what is said.
  mutating func keepNamesWhole() {
    for index in found.indices { found[index] = withWholeNames(found[index]) }
    if let open = pending { pending = withWholeNames(open) }
  }

  private func withWholeNames(_ quote: FoundQuotation) -> FoundQuotation {
    var quote = quote
    if let source = quote.source { quote.source = withWholeNames(source, besides: quote.content) }
    if let via = quote.via?.source {
      quote.via?.source = withWholeNames(via, besides: quote.content)
    }
    return quote
  }

  private func withWholeNames(_ source: TextSpan, besides content: [TextSpan]) -> TextSpan {
    let first = context.word(at: source.lower)
    var end = context.word(at: source.upper - 1) + 1
    var (lower, upper) = (source.lower, source.upper)
    if let name = context.mention(at: end - 1)?.span, name.upper > upper, name.lower > lower {
      if content.contains(where: { $0.overlaps(name) }) {
        while end > first,
          context.mention(at: end - 1)?.span == name || context.words.sign(end - 1) != 0
        {
          end -= 1
        }
        // The name begins behind the clitic of the first word.
        guard end > first else { return name }
        upper = context.words.words[end - 1].span.upper
      } else {
        upper = name.upper
      }
    }
    if let name = context.mention(at: first)?.span, name.lower < lower, name.upper < upper {
      lower = name.lower
    }
    return TextSpan(lower, upper)
  }
}
