import ArabicText

/// Words around a place, on its own line.
struct PassageContext {
  /// The most bytes of words at each side: some eight words of Arabic.
  private static let reach = 96

  private let text: DecodedText
  private let span: TextSpan
  private let line: TextSpan

  /// The words around `span`.
  init(_ text: DecodedText, around span: TextSpan) {
    (self.text, self.span) = (text, span)
    line = text.paragraph(at: span.lower).content
  }

  /// What is told of it.
  ///
  /// - Complexity: O(*n*) in the line.
  func passage(_ counter: ScalarCounter, speaker: String?) -> FoundDocument.Passage {
    let range = [span.lower, span.upper].map { counter.scalarOffset(of: $0).scalars }
    return FoundDocument.Passage(
      range: range[0]..<max(range[0], range[1]), before: before, found: words(in: span),
      after: after, speaker: speaker)
  }

  private var before: String {
    guard line.lower < span.lower else { return "" }
    let words = Tokenizer.tokens(of: text, in: TextSpan(line.lower, span.lower))
    let first = words.first { span.lower.utf8 - $0.span.lower.utf8 <= Self.reach }
    guard let first else { return "" }
    let isWhole = first.span.lower == words.first?.span.lower
    return (isWhole ? "" : "… ") + self.words(in: TextSpan(first.span.lower, span.lower))
  }

  private var after: String {
    guard span.upper < line.upper else { return "" }
    let words = Tokenizer.tokens(of: text, in: TextSpan(span.upper, line.upper))
    let last = words.last { $0.span.upper.utf8 - span.upper.utf8 <= Self.reach }
    guard let last else { return "" }
    let isWhole = last.span.upper == words.last?.span.upper
    return self.words(in: TextSpan(span.upper, last.span.upper)) + (isWhole ? "" : " …")
  }

  /// The passage on one line; blanks at its ends stay as one.
  private func words(in span: TextSpan) -> String {
    let string = text.string(in: span)
    let words = string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isParted = (string.first?.isWhitespace ?? false, string.last?.isWhitespace ?? false)
    return (isParted.0 ? " " : "") + words + (isParted.1 && !words.isEmpty ? " " : "")
  }
}
