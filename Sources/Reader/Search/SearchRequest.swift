import ArabicText

/// A search to be run beside the screen.
package struct SearchRequest: Hashable, Sendable {
  /// What to look for.
  package var pattern: SearchPattern
  /// What a paragraph must hold to be searched, where not all are shown.
  package var filter: SearchPattern?
  /// Where to begin.
  package var start: TextOffset
  /// Whether to look towards the start of the text.
  package var isBackward: Bool
  /// Which hit is wanted, from 1.
  package var times = 1

  private static let mostTimes = 10_000

  /// A search for the hit of number `times` from `start` on.
  package init(
    pattern: SearchPattern, filter: SearchPattern? = nil, start: TextOffset = .zero,
    isBackward: Bool = false, times: Int = 1
  ) {
    self.pattern = pattern
    self.filter = filter
    self.start = start
    self.isBackward = isBackward
    self.times = times
  }

  /// Looks for the hit, going round the end of the text.
  ///
  /// - Parameters:
  ///   - text: The text to search.
  ///   - isCancelled: Asked before each paragraph; `true` ends the search without a hit.
  /// - Returns: Where the hit stands, or `nil` where there is none.
  /// - Complexity: O(*n*) in the bytes of the text for each of the hits on the way.
  package func run(in text: DecodedText, isCancelled: () -> Bool = { false }) -> TextSpan? {
    var request: SearchRequest? = self
    var hit: TextSpan?
    while let next = request {
      hit = nil
      for step in next.steps(in: text) where hit == nil {
        hit = step.run(in: text, isCancelled: isCancelled)
      }
      request = hit.flatMap(next.rest)
    }
    return hit
  }

  /// What is left to look for behind `hit`; `nil` where that is the hit that was wanted.
  package func rest(behind hit: TextSpan) -> SearchRequest? {
    guard times > 1 else { return nil }
    var rest = self
    rest.times = min(times, Self.mostTimes) - 1
    rest.start = isBackward ? hit.lower : hit.upper
    return rest
  }

  /// The steps in which the first hit from ``start`` on is found, going round the end of the text.
  ///
  /// The first of them that finds one has it. They can be run beside each other.
  ///
  /// Backward, the hit is the last one that begins before ``start``.
  ///
  /// - Complexity: O(*n*) in the number of steps, one for some hundred kilobytes.
  package func steps(in text: DecodedText) -> [SearchStep] {
    let scan = HitScan(pattern, shownBy: filter)
    let first = text.paragraph(at: start)
    let paragraph = TextSpan(first.start, max(first.next, first.start))
    let stretches = { (span: TextSpan) in
      let all = HitScan.stretches(of: span, in: text).map {
        SearchStep(scan: scan, span: $0, starts: text.span, isBackward: isBackward)
      }
      return isBackward ? all.reversed() : all
    }
    // In the paragraph of the start, the near half comes first and the far half last.
    func half(_ isBefore: Bool) -> SearchStep {
      let starts = isBefore ? TextSpan(.zero, start) : TextSpan(start, text.end)
      return SearchStep(scan: scan, span: paragraph, starts: starts, isBackward: isBackward)
    }
    let before = stretches(TextSpan(.zero, paragraph.lower))
    let after = stretches(TextSpan(paragraph.upper, text.end))
    return isBackward
      ? [half(true)] + before + after + [half(false)]
      : [half(false)] + after + before + [half(true)]
  }
}

/// A part of a search, which can be run beside others.
package struct SearchStep: Sendable {
  fileprivate let scan: HitScan
  /// The paragraphs to search.
  fileprivate let span: TextSpan
  /// Where a hit must begin.
  fileprivate let starts: TextSpan
  fileprivate let isBackward: Bool

  /// The first hit of this part, or the last one of a search towards the start.
  ///
  /// - Parameters:
  ///   - text: The text to search.
  ///   - isCancelled: Asked before each paragraph; `true` ends the search without a hit.
  /// - Returns: Where the hit stands, or `nil` where there is none.
  /// - Complexity: O(*n*) in the bytes of the part.
  package func run(in text: DecodedText, isCancelled: () -> Bool) -> TextSpan? {
    var found: TextSpan?
    let isComplete = scan.run(over: span, of: text, isCancelled: isCancelled) { _, hits in
      let hit = isBackward ? hits.last(where: accepts) : hits.first(where: accepts)
      found = hit ?? found
      return isBackward || found == nil
    }
    return isComplete ? found : nil
  }

  private func accepts(_ hit: TextSpan) -> Bool {
    hit.lower >= starts.lower && hit.lower < starts.upper
  }
}
