import ArabicText

/// The wish to know which of how many hits one is.
public struct HitCount: Hashable, Sendable {
  /// What was looked for.
  public var pattern: SearchPattern
  /// What a paragraph must hold to be searched, where not all are shown.
  public var filter: SearchPattern?
  /// The hit that was found.
  public var hit: TextSpan

  /// Counts the hits of the whole text.
  ///
  /// - Parameters:
  ///   - text: The text that was searched.
  ///   - isCancelled: Asked before each paragraph; `true` ends the counting.
  /// - Returns: The order of the hit, or `nil` where the counting was ended.
  /// - Complexity: O(*n*) in the bytes of the text.
  public func run(in text: DecodedText, isCancelled: () -> Bool = { false }) -> HitOrder? {
    var order = HitOrder(number: 1, total: 0)
    for paragraph in text.paragraphs(in: text.span) {
      if isCancelled() { return nil }
      let hits = pattern.matches(in: text, span: paragraph.content, shownBy: filter)
      order.total += hits.count
      order.number += hits.count { $0.lower < hit.lower }
    }
    return order
  }
}

/// Which of how many.
public struct HitOrder: Hashable, Sendable {
  /// The place of the hit in text order, from 1.
  public var number: Int
  /// The number of hits in the text.
  public var total: Int
}
