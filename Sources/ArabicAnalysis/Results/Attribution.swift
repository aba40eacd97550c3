import ArabicText

extension Analysis {
  /// A quotation as one would pass it on: the words as in the source, with one blank between them, and who says them.
  ///
  /// Words that stand in quotation marks in the source, and only those, stand in quotation marks
  /// here: `«لن نقبل» — ليلى الحداد`. A paraphrase has none.
  ///
  /// - Complexity: O(*n*) in the entities and the length of the quotation.
  package func attributed(_ quotation: Quotation, in text: DecodedText) -> String {
    let isWhole = quotation.kind == .direct || quotation.kind == .scare
    let words = quotation.content.map { piece in
      text.words(in: isWhole ? piece : piece.withMarks(of: quotation.verbatim, in: text))
    }.joined(separator: " … ")
    let shown = isWhole ? "«\(words)»" : words
    guard let speaker = speakerName(of: quotation, in: text) else { return shown }
    return "\(shown) — \(speaker)"
  }

  /// The name of who speaks, or the phrase that names a source without a name; `nil` where the text
  /// does not tell.
  public func speakerName(of quotation: Quotation, in text: DecodedText) -> String? {
    if let speaker = entities.first(where: { $0.id == quotation.speaker }) {
      return speaker.canonical
    }
    return quotation.source.map { text.words(in: $0) }
  }
}

extension TextSpan {
  /// The span with the quotation mark of a verbatim piece that begins or ends just where it does.
  fileprivate func withMarks(of verbatim: [TextSpan], in text: DecodedText) -> TextSpan {
    var span = self
    if verbatim.contains(where: { $0.lower == lower }), let mark = text.scalar(before: lower),
      ScalarProperties(mark.value).scalarClass == .punctuation
    {
      span.lower = mark.offset
    }
    if verbatim.contains(where: { $0.upper == upper }), let mark = text.scalar(at: upper),
      ScalarProperties(mark.value).scalarClass == .punctuation
    {
      span.upper = mark.span.upper
    }
    return span
  }
}
