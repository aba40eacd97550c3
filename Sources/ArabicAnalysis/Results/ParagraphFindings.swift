import ArabicText

/// What one paragraph shows by itself, before the article's mentions are joined.
///
/// Opaque to callers: it is made by ``Analyzer/findings(in:of:)-(Paragraph,_)`` and given back to
/// ``Analyzer/analysis(joining:of:)``.
///
/// A text may have as many paragraphs as bytes: one that shows nothing costs no more than its place.
public struct ParagraphFindings: Sendable {
  /// The paragraph that was looked at.
  package let paragraph: Paragraph
  /// What it shows, or `nil` where that is nothing.
  private let content: Content?

  /// What a paragraph shows.
  struct Found: Sendable {
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
    /// The phrases of sources without a name that report something which is no quotation: تحدثت وسائل إعلام عن هدنة.
    var actors: [TextSpan] = []
    /// A report whose colon ends the paragraph: its content stands in the next one.
    var pending: FoundQuotation?

    /// Whether that is nothing.
    var isEmpty: Bool {
      mentions.isEmpty && aliases.isEmpty && foreignNames.isEmpty && nominals.isEmpty
        && quotations.isEmpty && actors.isEmpty && pending == nil
    }
  }

  /// Holds what was found apart from the paragraph, so that of most paragraphs, which show a word or
  /// two, little is kept.
  private final class Content: Sendable {
    let mentions: [FoundMention]
    let aliases: [AliasWord]
    let foreignNames: [ForeignName]
    let nominals: [FoundNominal]
    let quotations: [FoundQuotation]
    let actors: [TextSpan]
    /// One or none: room for it is rarely needed.
    let pending: [FoundQuotation]

    init(_ found: Found) {
      (mentions, aliases, foreignNames) = (found.mentions, found.aliases, found.foreignNames)
      (nominals, quotations, actors) = (found.nominals, found.quotations, found.actors)
      pending = found.pending.map { [$0] } ?? []
    }
  }

  /// The findings of `paragraph`; without `found`, nothing.
  init(paragraph: Paragraph, _ found: Found = Found()) {
    self.paragraph = paragraph
    content = found.isEmpty ? nil : Content(found)
  }

  /// Whether the paragraph shows nothing.
  var isEmpty: Bool { content == nil }
  /// The names, in text order, not overlapping.
  var mentions: [FoundMention] { content?.mentions ?? [] }
  /// Words outside the names that may be short forms of them.
  var aliases: [AliasWord] { content?.aliases ?? [] }
  /// Names in Latin letters outside the names found.
  var foreignNames: [ForeignName] { content?.foreignNames ?? [] }
  /// Common nouns that may stand for an entity.
  var nominals: [FoundNominal] { content?.nominals ?? [] }
  /// The quotations in text order, speakers still open.
  var quotations: [FoundQuotation] { content?.quotations ?? [] }
  /// The phrases of sources without a name that report something which is no quotation.
  var actors: [TextSpan] { content?.actors ?? [] }
  /// A report whose colon ends the paragraph: its content stands in the next one.
  var pending: FoundQuotation? { content?.pending.first }
}
