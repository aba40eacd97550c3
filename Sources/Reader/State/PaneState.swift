import Annotations
import ArabicAnalysis

/// The side pane.
package struct PaneState: Hashable, Sendable {
  /// Whether the person asked to see it or not to; `nil` leaves it to the width of the terminal.
  package var isWanted: Bool?
  /// What the selected row stands for.
  package var selected: PaneItem?
  /// The columns that the person gave it; `nil` leaves them to the width of the terminal.
  package var columns: Int?
  /// What decides which rows there are.
  var options = PaneOptions()
  /// Whether the filter is being typed.
  var isFiltering = false
  /// The speaker whose quotations alone are listed, or `nil` for all.
  package var speaker: EntityID? {
    get { options.speaker }
    set { options.speaker = newValue }
  }
  /// The first row shown.
  package var top = 0

  /// Takes over what is chosen for all files.
  mutating func takeChoices(of other: PaneState) {
    isWanted = other.isWanted
    columns = other.columns
    options.order = other.options.order
    options.folded = other.options.folded
  }

  /// Forgets what belongs to one text.
  mutating func forgetDocument() {
    selected = nil
    speaker = nil
    options.expanded = nil
    options.filter = ""
    isFiltering = false
    top = 0
  }
}

/// What a row of the pane stands for.
package enum PaneItem: Hashable, Sendable {
  /// A person, an organisation or a place.
  case entity(EntityID)
  /// A mention of an entity that is listed below it, by its number from 0.
  case mention(EntityID, Int)
  /// A quotation, by its name in the analysis.
  case quotation(String)
  /// An annotation.
  case note(AnnotationID)
  /// A section of which only the heading is shown.
  case section(PaneSection)
}

/// A row of the pane.
package enum PaneRow: Hashable, Sendable {
  /// The heading of the entities of a kind, with their number.
  case heading(EntityKind, count: Int)
  /// The heading of the quotations, with their number.
  case quotationHeading(count: Int)
  /// The heading of a section that is folded, with the number of what it holds.
  case folded(PaneSection, count: Int)
  /// An entity, by its index in the analysis.
  case entity(Int)
  /// A mention in its context, by the index of its entity and its number.
  case mention(entity: Int, number: Int)
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
    case .entity, .mention, .quotation, .folded, .note: true
    case .heading, .quotationHeading, .notesHeading, .gap: false
    }
  }
}

extension Marks {
  /// What `row` stands for, where it can be selected.
  func item(of row: PaneRow) -> PaneItem? {
    switch row {
    case .entity(let index): .entity(analysis.entities[index].id)
    case .mention(let index, let number): .mention(analysis.entities[index].id, number)
    case .quotation(let index): .quotation(analysis.quotations[index].id)
    case .folded(let section, _): .section(section)
    case .heading, .quotationHeading, .note, .notesHeading, .gap: nil
    }
  }
}
