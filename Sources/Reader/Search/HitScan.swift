import ArabicText

/// Looks through a text for the paragraphs that hold what is looked for.
struct HitScan: Sendable {
  /// How much is worked on at a time, by one of the processor's cores.
  private static let stretch = 256 * 1024

  private let pattern: SearchPattern
  private let filter: SearchPattern?
  private let prefilters: [PatternPrefilter]

  /// A scan for `pattern`, in paragraphs alone that hold `filter`, where there is one.
  init(_ pattern: SearchPattern, shownBy filter: SearchPattern? = nil) {
    self.pattern = pattern
    self.filter = filter
    prefilters = pattern.letters.map(PatternPrefilter.init)
  }

  /// Divides `span` of `text` into stretches to be looked through apart.
  static func stretches(of span: TextSpan, in text: DecodedText) -> [TextSpan] {
    text.stretches(of: span, size: stretch)
  }

  /// Calls `body` with each paragraph that begins in `span` and holds hits, and with these.
  ///
  /// - Parameters:
  ///   - span: From the start of a paragraph to that of another, or to the end of the text.
  ///   - text: The text to look through.
  ///   - isCancelled: Asked before each paragraph; `true` ends the scan.
  ///   - body: Gives `false` where the scan is to end.
  /// - Returns: `false` where the scan was cancelled.
  /// - Complexity: O(*n*) in the bytes of the span.
  @discardableResult
  func run(
    over span: TextSpan, of text: DecodedText, isCancelled: () -> Bool,
    _ body: (Paragraph, [TextSpan]) -> Bool
  ) -> Bool {
    guard !span.isEmpty else { return !isCancelled() }
    var next: Paragraph? = text.paragraph(at: span.lower)
    var start = span.lower
    var candidates = Candidates(prefilters)
    while let paragraph = next, start < span.upper {
      if isCancelled() { return false }
      // A line can be long, so that even a search for a candidate is done by parts.
      let end = min(span.upper, start + Self.stretch)
      guard let candidate = candidates.first(in: text, TextSpan(start, end)) else {
        start = end
        continue
      }
      var found = paragraph
      if candidate >= paragraph.next {
        guard let holding = text.paragraph(at: candidate, after: paragraph) else { break }
        found = holding
      }
      let hits = pattern.matches(in: text, span: found.content, shownBy: filter)
      if !hits.isEmpty, !body(found, hits) { return true }
      next = text.paragraph(after: found)
      start = found.next
    }
    return true
  }
}

/// Where one of several patterns may stand next.
///
/// What one of them has passed over it does not pass over again when another has stopped the scan.
private struct Candidates {
  private let prefilters: [PatternPrefilter]
  /// For each, up to where it has no candidate, and whether it has one there.
  private var reached: [(place: TextOffset, isCandidate: Bool)]

  init(_ prefilters: [PatternPrefilter]) {
    self.prefilters = prefilters
    reached = prefilters.map { _ in (.zero, false) }
  }

  /// The first place of `span` near which one may stand, or `nil` where none does.
  ///
  /// Spans begin one behind another.
  mutating func first(in text: DecodedText, _ span: TextSpan) -> TextOffset? {
    if prefilters.count == 1 { return prefilters[0].firstCandidate(in: text, span) }
    var first: TextOffset?
    for (index, prefilter) in prefilters.enumerated() {
      let last = first ?? span.upper
      var (place, isCandidate) = reached[index]
      if !isCandidate || place < span.lower {
        let start = max(place, span.lower)
        guard start < last else { continue }
        let found = prefilter.firstCandidate(in: text, TextSpan(start, last))
        (place, isCandidate) = (found ?? last, found != nil)
        reached[index] = (place, isCandidate)
      }
      if isCandidate, place < last { first = place }
    }
    return first
  }
}
