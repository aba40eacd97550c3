import ArabicText

extension ReaderState {
  /// The words of `span`: runs of letters and digits.
  ///
  /// - Complexity: O(*n*) in the bytes of the span.
  func wordCount(of span: TextSpan) -> Int {
    Tokenizer.tokens(of: text, in: span).count { $0.kind != .punctuation }
  }
}
