import Annotations
import ArabicAnalysis
import ArabicText
import TextLayout

/// What belongs to the document that is read: nearly all of it speaks of places in its text.
///
/// No property has a value from the start, not even a silent `nil` (which is why optional ones are
/// spelled `Optional<…>`): who adds one has to say in ``init(relocating:to:by:)`` what becomes of it
/// when the text changes, or it does not compile.
package struct DocumentState: Sendable {
  /// The document.
  package internal(set) var document: Document
  /// Which version of its text positions belong to.
  package internal(set) var revision: Revision
  /// Whether the text before stands at the start of it, so that nothing has moved.
  let hasGrown: Bool
  /// Whether it is the article of a page of which all was shown before, or the other way round: the text itself has not
  /// changed.
  let showsOtherPart: Bool
  /// The first row of the article on the screen.
  package internal(set) var top: RowPosition {
    didSet {
      anchor = nil
      askedPercent = nil
    }
  }
  /// The share of the text that was asked for by its number, until the person moves.
  var askedPercent: Optional<Int>
  /// The text that stood at the top before the width changed, until the person moves: changing the
  /// width back shows the same screen again.
  var anchor: Optional<TextOffset>
  /// What the analysis has found, without the person's corrections.
  var found: Analysis
  /// Whether ``results`` are other than what was found.
  var isCorrected: Bool
  /// Corrections that the person was told to change nothing.
  var unmetCorrections: Set<AnnotationID>
  /// What the analysis has found so far, as the person has corrected it.
  package internal(set) var results: AnalysisIndex
  /// Whether the person's lists have forgotten something since what was found was found.
  var awaitsLists: Bool
  /// How far the analysis is.
  package internal(set) var progress: AnalysisProgress
  /// What is selected in the text.
  package internal(set) var selection: Optional<Selection> {
    didSet { if let selection { caret = selection.span.lower } }
  }
  /// The place in the text that keys go on from; `nil` until there is one.
  ///
  /// It is where something was selected last, and stays when that is not selected any more.
  package internal(set) var caret: Optional<TextOffset>
  /// The search in force.
  package internal(set) var search: Optional<SearchState>
  /// The last one that was ended: it is gone on with where none is in force.
  var endedSearch: Optional<SearchState>
  /// Which paragraphs are shown, if not all.
  package internal(set) var filter: Optional<FilterState>
  /// Where Back leads, the last place at the end.
  package internal(set) var jumps: [Jump]
  /// Where Forward leads after Back, the next place at the end.
  package internal(set) var forwardJumps: [Jump]
  /// The places that the person has named by letters.
  package internal(set) var letterMarks: [Character: TextOffset]
  /// What the person has added.
  package internal(set) var notes: NotesState
  /// What of the document the side pane shows.
  package internal(set) var pane: PaneState
  /// Layouts and directions of paragraphs, remembered: they depend on the text alone.
  var layouts: LayoutCache
  var directions: ParagraphDirections

  /// The start of `document`, of which nothing is known yet.
  package init(_ document: Document) {
    self.document = document
    revision = .first
    hasGrown = false
    showsOtherPart = false
    top = RowPosition(paragraph: document.text.paragraph(at: .zero), row: 0)
    askedPercent = nil
    anchor = nil
    found = .empty
    isCorrected = false
    unmetCorrections = []
    results = AnalysisIndex()
    awaitsLists = false
    progress = .notStarted
    selection = nil
    caret = nil
    search = nil
    endedSearch = nil
    filter = nil
    jumps = []
    forwardJumps = []
    letterMarks = [:]
    notes = NotesState()
    pane = PaneState()
    layouts = LayoutCache(document.text)
    directions = ParagraphDirections()
  }

  /// The state `old` of the same file after its text has become that of `document`, by `change`.
  ///
  /// The top of the screen is the start: it is for who knows the lines to go back to the place.
  init(relocating old: DocumentState, to document: Document, by change: TextChange) {
    self.document = document
    revision = old.revision.next
    hasGrown = change.onlyAppends
    showsOtherPart = old.document.structure?.isWhole != document.structure?.isWhole
    top = RowPosition(paragraph: document.text.paragraph(at: .zero), row: 0)
    askedPercent = nil
    anchor = nil
    // What was found in the old text is found anew in the new one; until then it stays where it stands.
    found = hasGrown ? old.found : .empty
    isCorrected = hasGrown && old.isCorrected
    unmetCorrections = hasGrown ? old.unmetCorrections : []
    results = hasGrown ? old.results : AnalysisIndex()
    awaitsLists = hasGrown && old.awaitsLists
    progress = hasGrown ? old.progress : .notStarted
    selection = old.selection?.relocated(by: change)
    caret = old.caret.map { change.offset($0) }
    search = old.search?.anew
    endedSearch = old.endedSearch
    filter = old.filter?.anew
    jumps = old.jumps.relocated(by: change)
    forwardJumps = old.forwardJumps.relocated(by: change)
    letterMarks = old.letterMarks.mapValues { change.offset($0) }
    notes = NotesState(relocating: old.notes, by: change)
    pane = hasGrown ? old.pane : PaneState(relocating: old.pane)
    layouts = LayoutCache(document.text)
    directions = ParagraphDirections()
  }
}
