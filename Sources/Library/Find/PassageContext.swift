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
    let start = start
    let words = Tokenizer.tokens(of: text, in: TextSpan(start, span.lower))
    let first = words.first { span.lower.utf8 - $0.span.lower.utf8 <= Self.reach }
    guard let first else { return "" }
    let isWhole = start == line.lower && first.span.lower == words.first?.span.lower
    return (isWhole ? "" : "… ") + self.words(in: TextSpan(first.span.lower, span.lower))
  }

  private var after: String {
    guard span.upper < line.upper else { return "" }
    let end = end
    let words = Tokenizer.tokens(of: text, in: TextSpan(span.upper, end))
    let last = words.last { $0.span.upper.utf8 - span.upper.utf8 <= Self.reach }
    guard let last else { return "" }
    let isWhole = end == line.upper && last.span.upper == words.last?.span.upper
    return self.words(in: TextSpan(span.upper, last.span.upper)) + (isWhole ? "" : " …")
  }

  /// The place behind a space from which on the words within reach stand, or the start of the line.
  private var start: TextOffset {
    text.withUTF8 { bytes in
      let place = bytes[
        line.utf8.lowerBound..<max(line.utf8.lowerBound, span.utf8.lowerBound - Self.reach)
      ]
      .lastIndex(of: 0x20)
      return place.map { TextSpan(utf8: $0 + 1..<$0 + 1).lower } ?? line.lower
    }
  }

  /// The space before which the words within reach stand, or the end of the line.
  private var end: TextOffset {
    text.withUTF8 { bytes in
      let place = bytes[
        min(line.utf8.upperBound, span.utf8.upperBound + Self.reach)..<line.utf8.upperBound
      ]
      .firstIndex(of: 0x20)
      return place.map { TextSpan(utf8: $0..<$0).lower } ?? line.upper
    }
  }

  /// The passage on one line; blanks at its ends stay as one.
  private func words(in span: TextSpan) -> String {
    var words = String.UnicodeScalarView()
    var isParted = false
    for scalar in text.scalars(in: span) {
      guard let scalar = Unicode.Scalar(scalar.value) else { continue }
      if scalar.value == 0x20 || scalar.properties.isWhitespace {
        isParted = true
        continue
      }
      if isParted { words.append(" ") }
      isParted = false
      words.append(scalar)
    }
    if isParted { words.append(" ") }
    return String(words)
  }
}
