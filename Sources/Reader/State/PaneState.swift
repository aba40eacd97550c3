import Annotations
import ArabicAnalysis

/// The side pane.
public struct PaneState: Hashable, Sendable {
  /// Whether the person asked to see it or not to; `nil` leaves it to the width of the terminal.
  public var isWanted: Bool?
  /// What the selected row stands for.
  public var selected: PaneItem?
  /// The speaker whose quotations alone are listed, or `nil` for all.
  public var speaker: EntityID?
  /// The first row shown.
  public var top = 0
}

/// What a row of the pane stands for.
public enum PaneItem: Hashable, Sendable {
  /// A person, an organisation or a place.
  case entity(EntityID)
  /// A quotation, by its name in the analysis.
  case quotation(String)
  /// An annotation.
  case note(AnnotationID)
}

/// A row of the pane.
public enum PaneRow: Hashable, Sendable {
  /// The heading of the entities of a kind, with their number.
  case heading(EntityKind, count: Int)
  /// The heading of the quotations, with their number.
  case quotationHeading(count: Int)
  /// An entity, by its index in the analysis.
  case entity(Int)
  /// A quotation, by its index in the analysis.
  case quotation(Int)
  /// The heading of the annotations, with their number.
  case notesHeading(count: Int)
  /// An annotation, by its index in ``NotesState/items``.
  case note(Int)
  /// An empty row between sections.
  case gap

  /// Whether the row can be selected.
  var isItem: Bool {
    switch self {
    case .entity, .quotation, .note: true
    case .heading, .quotationHeading, .notesHeading, .gap: false
    }
  }
}

extension Marks {
  /// The rows of people, organisations and places, each sorted by the number of mentions and then by
  /// the first mention.
  ///
  /// - Complexity: O(*n* log *n*) in the entities.
  static func entityRows(of analysis: Analysis) -> [PaneRow] {
    var rows: [PaneRow] = []
    for kind in [EntityKind.person, .organisation, .place] {
      let entities = analysis.entities.indices.filter { analysis.entities[$0].kind == kind }
      guard !entities.isEmpty else { continue }
      if !rows.isEmpty { rows.append(.gap) }
      rows.append(.heading(kind, count: entities.count))
      // Entities come in order of first mention and the sort is stable.
      let sorted = entities.sorted { one, other in
        analysis.entities[one].mentions.count > analysis.entities[other].mentions.count
      }
      rows.append(contentsOf: sorted.map(PaneRow.entity))
    }
    return rows
  }

  /// All rows of the pane: the entities, and the quotations in text order, of `speaker` alone where
  /// one is given.
  ///
  /// - Complexity: O(*n*) in the rows.
  public func paneRows(speaker: EntityID? = nil) -> [PaneRow] {
    let quotations = analysis.quotations.indices.filter { index in
      analysis.quotations[index].kind.isSpeech
        && (speaker == nil || analysis.quotations[index].speaker == speaker)
    }
    guard !quotations.isEmpty || speaker != nil else { return entityRows }
    let gap = entityRows.isEmpty ? [] : [PaneRow.gap]
    return entityRows + gap + [.quotationHeading(count: quotations.count)]
      + quotations.map(PaneRow.quotation)
  }

  /// What `row` stands for, where it can be selected.
  func item(of row: PaneRow) -> PaneItem? {
    switch row {
    case .entity(let index): .entity(analysis.entities[index].id)
    case .quotation(let index): .quotation(analysis.quotations[index].id)
    case .heading, .quotationHeading, .note, .notesHeading, .gap: nil
    }
  }
}
