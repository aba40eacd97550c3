import ArabicText

/// A search to be run beside the screen.
public struct SearchRequest: Hashable, Sendable {
  /// What to look for.
  public var pattern: FoldedPattern
  /// Where to begin.
  public var start: TextOffset
  /// Whether to look towards the start of the text.
  public var isBackward: Bool

  /// Looks for the first hit from ``start`` on, going round the end of the text.
  ///
  /// Backward, the hit is the last one that begins before ``start``.
  ///
  /// - Parameters:
  ///   - text: The text to search.
  ///   - isCancelled: Asked before each paragraph; `true` ends the search without a hit.
  /// - Complexity: O(*n*) in the bytes of the text; paragraphs are read one at a time.
  public func run(in text: DecodedText, isCancelled: () -> Bool = { false }) -> TextSpan? {
    let first = text.paragraph(at: start)
    var paragraph = first
    var hasGoneRound = false
    while !isCancelled() {
      let hits = pattern.matches(in: text, span: paragraph.content)
      // In the paragraph of the start, the near half comes first and the far half last.
      let isWhole = paragraph != first
      let hit =
        isBackward
        ? hits.last { isWhole || ($0.lower < start) != hasGoneRound }
        : hits.first { isWhole || ($0.lower >= start) != hasGoneRound }
      if let hit { return hit }
      if hasGoneRound, paragraph == first { return nil }
      (paragraph, hasGoneRound) = next(after: paragraph, in: text, hasGoneRound, first)
    }
    return nil
  }

  private func next(
    after paragraph: Paragraph, in text: DecodedText, _ hasGoneRound: Bool, _ first: Paragraph
  ) -> (Paragraph, Bool) {
    let neighbour =
      isBackward ? text.paragraph(before: paragraph) : text.paragraph(after: paragraph)
    let next = neighbour ?? text.paragraph(at: isBackward ? text.end : .zero)
    return (next, hasGoneRound || next == first)
  }
}
