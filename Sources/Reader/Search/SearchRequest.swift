import ArabicText

/// A search to be run beside the screen.
public struct SearchRequest: Hashable, Sendable {
  /// What to look for.
  public var pattern: SearchPattern
  /// What a paragraph must hold to be searched, where not all are shown.
  public var filter: SearchPattern?
  /// Where to begin.
  public var start: TextOffset
  /// Whether to look towards the start of the text.
  public var isBackward: Bool
  /// Which hit is wanted, from 1.
  public var times = 1

  private static let mostTimes = 10_000

  /// Looks for the hit, going round the end of the text.
  ///
  /// - Parameters:
  ///   - text: The text to search.
  ///   - isCancelled: Asked before each paragraph; `true` ends the search without a hit.
  /// - Returns: Where the hit stands, or `nil` where there is none.
  /// - Complexity: O(*n*) in the bytes of the text for each of the hits on the way.
  public func run(in text: DecodedText, isCancelled: () -> Bool = { false }) -> TextSpan? {
    var request = self
    var hit = request.next(in: text, isCancelled)
    for _ in 1..<min(max(1, times), Self.mostTimes) {
      guard let found = hit else { return nil }
      request.start = isBackward ? found.lower : found.upper
      hit = request.next(in: text, isCancelled)
    }
    return hit
  }

  /// Looks for the first hit from ``start`` on, going round the end of the text.
  ///
  /// Backward, the hit is the last one that begins before ``start``.
  private func next(in text: DecodedText, _ isCancelled: () -> Bool) -> TextSpan? {
    let first = text.paragraph(at: start)
    var paragraph = first
    var hasGoneRound = false
    while !isCancelled() {
      let hits = pattern.matches(in: text, span: paragraph.content, shownBy: filter)
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
