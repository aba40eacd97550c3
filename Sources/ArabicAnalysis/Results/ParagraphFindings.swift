import ArabicText

/// What one paragraph shows by itself, before the article's mentions are joined.
///
/// Opaque to callers: it is made by ``Analyzer/findings(in:of:)`` and given back to
/// ``Analyzer/analysis(joining:of:)``.
public struct ParagraphFindings: Sendable {
  /// The paragraph that was looked at.
  public let paragraph: Paragraph

  init(paragraph: Paragraph) {
    self.paragraph = paragraph
  }
}
