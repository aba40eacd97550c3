import ArabicText

/// Tags that are known, while one is typed.
extension Question {
  /// The tag that is being typed at the end of `text`.
  static func lastTag(of text: String) -> Substring {
    // Scalar by scalar from the end, as this is asked for with each screen.
    let scalars = text.unicodeScalars
    let sign = scalars.lastIndex { ",،;؛".unicodeScalars.contains($0) }
    return text[(sign.map(scalars.index(after:)) ?? text.startIndex)...].drop(while: \.isWhitespace)
  }

  /// The tags of the article that hold what is being typed, however they are spelled.
  func knownTags(in state: ReaderState) -> Completion? {
    guard case .tags(_, let text) = kind else { return nil }
    let part = Self.lastTag(of: text)
    let pattern = FoldedPattern(String(part))
    let known = state.article.notes.tags.filter { tag in
      let words = DecodedText(tag)
      return part.isEmpty || pattern?.matches(in: words, span: words.span).isEmpty == false
    }
    return known.isEmpty
      ? nil
      : Completion(
        stem: String(text.dropLast(part.count)), typed: String(part), candidates: known)
  }
}
