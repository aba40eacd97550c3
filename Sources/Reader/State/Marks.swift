import ArabicAnalysis
import ArabicText

/// The results of the analysis in the orders in which the reader asks for them.
package struct Marks: Sendable {
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
  /// The spans of quotations in text order, with the index of the quotation.
  package let quoted: [(span: TextSpan, quotation: Int)]
  private let entityIndex: [EntityID: Int]

  /// The marks of `analysis`.
  ///
  /// - Complexity: O(*n* log *n*) in the mentions and quotations.
  package init(_ analysis: Analysis = .empty) {
    self.analysis = analysis
    let numbered = analysis.entities.enumerated().map { ($1.id, $0) }
    entityIndex = Dictionary(numbered) { first, _ in first }
    var places: [Place] = []
    for (index, entity) in analysis.entities.enumerated() where entity.kind.isNamed {
      for (number, mention) in entity.mentions.enumerated() {
        places.append(Place(span: mention.span, entity: index, number: number))
      }
    }
    self.places = places.sorted { $0.span < $1.span }
    quoted = analysis.quotations.enumerated().flatMap { index, quotation in
      quotation.content.map { (span: $0, quotation: index) }
    }.sorted { $0.span < $1.span }
  }

  /// The mention at exactly `span`, or else one that overlaps it.
  package func place(at span: TextSpan) -> Place? {
    let near = places(in: span)
    return near.first { $0.span == span } ?? near.first
  }

  /// The index of the entity of the given name.
  package func index(of id: EntityID) -> Int? { entityIndex[id] }

  /// The speaker of a quotation.
  package func speaker(of quotation: Quotation) -> Entity? {
    quotation.speaker.flatMap(index(of:)).map { analysis.entities[$0] }
  }

  /// The entity of a place.
  package func entity(of place: Place) -> Entity { analysis.entities[place.entity] }

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

  /// The quotation at exactly `span`, or else one that overlaps it.
  package func quotation(at span: TextSpan) -> Quotation? {
    let near = quoted.filter { $0.span.overlaps(span) }
    let found = near.first { $0.span == span } ?? near.first
    return found.map { analysis.quotations[$0.quotation] }
  }
}
