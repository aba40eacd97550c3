import ArabicAnalysis
import ArabicText

/// The results of the analysis in the orders in which the reader asks for them.
package struct AnalysisIndex: Sendable {
  /// A mention with the entity that it is of.
  package struct Place: Hashable, Sendable {
    /// Where it stands.
    package var span: TextSpan
    /// The index of its entity in the analysis.
    package var entity: Int
    /// Which of the entity's mentions it is, from 0.
    package var number: Int
  }

  /// The analysis itself.
  package let analysis: Analysis
  /// All mentions of people, organisations and places in text order.
  package let places: [Place]
  /// Tells this index from others: what is made of it is made once.
  let identity = Identity()
  /// The pieces of quotations with the index of the quotation.
  private let pieces: SpanIndex<Int>
  private let entityIndex: [EntityID: Int]
  private let quotationIndex: [String: Int]

  /// The index of `analysis`.
  ///
  /// - Complexity: O(*n* log *n*) in the mentions and quotations.
  package init(_ analysis: Analysis = .empty) {
    self.analysis = analysis
    let entities = analysis.entities.enumerated().map { ($1.id, $0) }
    entityIndex = Dictionary(entities) { first, _ in first }
    let quotations = analysis.quotations.enumerated().map { ($1.id, $0) }
    quotationIndex = Dictionary(quotations) { first, _ in first }
    var places: [Place] = []
    for (index, entity) in analysis.entities.enumerated() where entity.kind.isNamed {
      for (number, mention) in entity.mentions.enumerated() {
        places.append(Place(span: mention.span, entity: index, number: number))
      }
    }
    self.places = places.sorted { $0.span < $1.span }
    pieces = SpanIndex(
      analysis.quotations.enumerated().flatMap { index, quotation in
        quotation.content.map { SpanIndex.Entry(span: $0, value: index) }
      })
  }

  // MARK: Entities

  /// The index of the entity `id` in the analysis.
  package func index(of id: EntityID) -> Int? { entityIndex[id] }

  /// The entity of a place.
  package func entity(of place: Place) -> Entity { analysis.entities[place.entity] }

  /// The speaker of a quotation.
  package func speaker(of quotation: Quotation) -> Entity? {
    quotation.speaker.flatMap(index(of:)).map { analysis.entities[$0] }
  }

  /// The mention at exactly `span`, or else one that overlaps it.
  package func place(at span: TextSpan) -> Place? {
    let near = places(in: span)
    return near.first { $0.span == span } ?? near.first
  }

  /// The mentions that overlap `span`, in text order.
  ///
  /// - Complexity: O(log *n* + *k*), *k* being the mentions found.
  package func places(in span: TextSpan) -> ArraySlice<Place> {
    let start = firstPlace(at: span.lower)
    // A mention that begins before the span may reach into it; mentions hardly overlap.
    let reach = start > 0 && places[start - 1].span.upper > span.lower ? start - 1 : start
    return places[reach..<max(reach, firstPlace(at: span.upper))]
  }

  /// The index of the first mention that begins at or after `offset`.
  package func firstPlace(at offset: TextOffset) -> Int {
    places.firstIndex(from: offset, by: \.span)
  }

  // MARK: Quotations

  /// The index of the quotation `id` in the analysis.
  func index(ofQuotation id: String) -> Int? { quotationIndex[id] }

  /// The quotation with a piece at exactly `span`, or else one that overlaps it.
  package func quotation(at span: TextSpan) -> Quotation? {
    let near = pieces.overlapping(span)
    let found = near.first { $0.span == span } ?? near.first
    return found.map { analysis.quotations[$0.value] }
  }

  /// The pieces of quotations that overlap `span`, in text order.
  ///
  /// - Complexity: that of ``SpanIndex/overlapping(_:)``.
  func pieces(in span: TextSpan) -> [(span: TextSpan, quotation: Quotation)] {
    pieces.overlapping(span).map { ($0.span, analysis.quotations[$0.value]) }
  }

  /// The first quotation that has a piece behind `offset` or around it.
  func quotation(endingAfter offset: TextOffset) -> Quotation? {
    pieces.entries.first { $0.span.upper > offset }.map { analysis.quotations[$0.value] }
  }
}

/// What tells one value from others that may hold the same: compared, never looked into.
package final class Identity: Sendable, Equatable {
  package static func == (left: Identity, right: Identity) -> Bool { left === right }
}
