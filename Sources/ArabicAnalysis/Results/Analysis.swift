import ArabicText

/// What the library knows of a document: whom it speaks of and what is said in it.
public struct Analysis: Hashable, Sendable {
  /// The entities in order of first mention.
  public var entities: [Entity]
  /// The quotations in text order, by the start of their content.
  public var quotations: [Quotation]

  /// An analysis with the given results.
  package init(entities: [Entity] = [], quotations: [Quotation] = []) {
    self.entities = entities
    self.quotations = quotations
  }

  /// Nothing found, or nothing looked for yet.
  package static let empty = Analysis()
}
