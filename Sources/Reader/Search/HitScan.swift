import ArabicText

/// Looks through a text for the paragraphs that hold what is looked for.
struct HitScan: Sendable {
  /// How much is worked on at a time, by one of the processor's cores.
  private static let stretch = 256 * 1024

  private let pattern: SearchPattern
  private let filter: SearchPattern?
  private let prefilter: PatternPrefilter

  /// A scan for `pattern`, in paragraphs alone that hold `filter`, where there is one.
  init(_ pattern: SearchPattern, shownBy filter: SearchPattern? = nil) {
    self.pattern = pattern
    self.filter = filter
    prefilter = PatternPrefilter(pattern.letters)
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
    while let paragraph = next, start < span.upper {
      if isCancelled() { return false }
      // A line can be long, so that even a search for a candidate is done by parts.
      let end = min(span.upper, start + Self.stretch)
      guard let candidate = prefilter.firstCandidate(in: text, TextSpan(start, end)) else {
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
