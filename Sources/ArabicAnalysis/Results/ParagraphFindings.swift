import ArabicText

/// What one paragraph shows by itself, before the article's mentions are joined.
///
/// Opaque to callers: it is made by ``Analyzer/findings(in:of:)`` and given back to
/// ``Analyzer/analysis(joining:of:)``.
public struct ParagraphFindings: Sendable {
  /// The paragraph that was looked at.
  package let paragraph: Paragraph
  /// The names, in text order, not overlapping.
  var mentions: [FoundMention] = []
  /// Words outside the names that may be short forms of them.
  var aliases: [AliasWord] = []
  /// Names in Latin letters outside the names found.
  var foreignNames: [ForeignName] = []
  /// Common nouns that may stand for an entity.
  var nominals: [FoundNominal] = []
  /// The quotations in text order, speakers still open.
  var quotations: [FoundQuotation] = []
  /// A report whose colon ends the paragraph: its content stands in the next one.
  var pending: FoundQuotation?

  init(paragraph: Paragraph) {
    self.paragraph = paragraph
  }
}
