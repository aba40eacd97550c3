import Annotations
import ArabicAnalysis
import ArabicText

/// What of the document the side pane shows.
package struct PaneState: Hashable, Sendable {
  /// What the selected row stands for.
  package var selected: Optional<PaneItem>
  /// The speaker whose quotations alone are listed, or `nil` for all.
  package var speaker: Optional<EntityID>
  /// The name whose mentions are listed below it.
  var expanded: Optional<EntityID>
  /// The speakers of whom only the name is shown.
  var foldedSpeakers: Set<SpeakerGroup>
  /// What names and quotations must hold to be listed, however it is spelt.
  var filter: String
  /// The first row shown.
  package var top: Int

  /// The pane of a document that was just opened.
  init() {
    selected = nil
    speaker = nil
    expanded = nil
    foldedSpeakers = []
    filter = ""
    top = 0
  }

  /// The pane after the text has changed: names and quotations are found anew and have other names
  /// then; annotations and what is typed stay.
  init(relocating old: PaneState) {
    selected = if case .note = old.selected { old.selected } else { nil }
    speaker = nil
    expanded = nil
    foldedSpeakers = []
    filter = old.filter
    top = 0
  }
}

/// What a row of the pane stands for.
package enum PaneItem: Hashable, Sendable {
  /// A person, an organisation or a place.
  case entity(EntityID)
  /// A mention of an entity that is listed below it, by its number from 0.
  case mention(EntityID, Int)
  /// Who says the quotations below.
  case speaker(SpeakerGroup)
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
  /// Who says the quotations below, and how many there are.
  case speaker(SpeakerGroup, count: Int)
  /// A quotation, by its index in the analysis.
  case quotation(Int)
  /// More words of the quotation above, by its index, where the pane is wide; lines are counted from the
  /// row of the quotation, which is 0.
  case quotationRest(Int, line: Int)
  /// The heading of the annotations, with their number.
  case notesHeading(count: Int)
  /// An annotation, by its index in ``NotesState/items``.
  case note(Int)
  /// An empty row between sections.
  case gap

  /// Whether the row can be selected.
  var isItem: Bool {
    switch self {
    case .entity, .mention, .speaker, .quotation, .folded, .note: true
    case .heading, .quotationHeading, .quotationRest, .notesHeading, .gap: false
    }
  }

  /// Whether the row goes on with the one above.
  var isRest: Bool { if case .quotationRest = self { true } else { false } }
}

extension AnalysisIndex {
  /// What `row` stands for, where it can be selected.
  func item(of row: PaneRow) -> PaneItem? {
    switch row {
    case .entity(let index): .entity(analysis.entities[index].id)
    case .mention(let index, let number): .mention(analysis.entities[index].id, number)
    case .speaker(let group, _): .speaker(group)
    case .quotation(let index): .quotation(analysis.quotations[index].id)
    case .folded(let section, _): .section(section)
    case .heading, .quotationHeading, .quotationRest, .note, .notesHeading, .gap: nil
    }
  }
}
