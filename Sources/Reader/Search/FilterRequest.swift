import ArabicText

/// The wish to know which paragraphs hold what is looked for.
public struct FilterRequest: Hashable, Sendable {
  /// What is looked for.
  public var pattern: SearchPattern

  /// Looks through the whole text.
  ///
  /// - Parameters:
  ///   - text: The text to look through.
  ///   - isCancelled: Asked before each paragraph; `true` ends the work.
  /// - Returns: The paragraphs in text order, or `nil` where the work was ended.
  /// - Complexity: O(*n*) in the bytes of the text; 48 bytes of memory for each paragraph found.
  public func run(in text: DecodedText, isCancelled: () -> Bool = { false }) -> [Paragraph]? {
    var found: [Paragraph] = []
    for paragraph in text.paragraphs(in: text.span) {
      if isCancelled() { return nil }
      if !pattern.matches(in: text, span: paragraph.content).isEmpty { found.append(paragraph) }
    }
    return found
  }
}
