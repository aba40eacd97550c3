import ArabicAnalysis

/// The side pane.
public struct PaneState: Hashable, Sendable {
  /// Whether the person asked to see it or not to; `nil` leaves it to the width of the terminal.
  public var isWanted: Bool?
  /// The entity whose row is selected.
  public var selected: EntityID?
  /// The first row shown.
  public var top = 0
}

/// A row of the pane.
public enum PaneRow: Hashable, Sendable {
  /// The heading of a section with the number of its entities.
  case heading(EntityKind, count: Int)
  /// An entity, by its index in the analysis.
  case entity(Int)
  /// An empty row between sections.
  case gap
}

extension Marks {
  /// The rows of the pane: people, organisations, places, each sorted by the number of mentions and
  /// then by the first mention.
  ///
  /// - Complexity: O(*n* log *n*) in the entities.
  public var paneRows: [PaneRow] {
    var rows: [PaneRow] = []
    for kind in [EntityKind.person, .organisation, .place] {
      let entities = analysis.entities.indices.filter { analysis.entities[$0].kind == kind }
      guard !entities.isEmpty else { continue }
      if !rows.isEmpty { rows.append(.gap) }
      rows.append(.heading(kind, count: entities.count))
      // Entities come in order of first mention and the sort is stable.
      let sorted = entities.sorted { count($0) > count($1) }
      rows.append(contentsOf: sorted.map(PaneRow.entity))
    }
    return rows
  }

  private func count(_ entity: Int) -> Int { analysis.entities[entity].mentions.count }
}
