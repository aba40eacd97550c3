import Annotations
import ArabicText

/// What the person has added to the document, and what they are adding.
public struct NotesState: Hashable, Sendable {
  /// The annotations as the store has confirmed them, in text order, those without a place last.
  public var items: [PlacedAnnotation] = []
  /// Whether the store has told what there is.
  public var isLoaded = false
  /// How many changes the store has not confirmed yet.
  public var unconfirmed = 0
  /// A passage that is being selected.
  var selecting: PassageSelecting?
  /// A note that is being written.
  var editor: NoteEditor?
  /// A line that is being typed, or a key that is being asked for.
  var question: NoteQuestion?
  /// What the rows of the pane have to hold; empty for all.
  var filter = ""
  /// Whether the person is being led through what is undecided.
  var isReviewing = false
  /// The colour that was used last.
  var color = HighlightColor.yellow
  /// What could not be saved, to be taken up again.
  var draft: NoteEditor?

  /// The annotation named `id`.
  func item(_ id: AnnotationID) -> PlacedAnnotation? { items.first { $0.id == id } }

  /// The annotation at exactly `span` that says something about the passage itself.
  func annotation(at span: TextSpan) -> Annotation? {
    items.first { $0.span == span && $0.placement.isCertain && $0.annotation.correction == nil }?
      .annotation
  }

  /// The annotations that overlap `span`.
  ///
  /// - Complexity: O(*n*) in the annotations before the end of `span`.
  func items(in span: TextSpan) -> [PlacedAnnotation] {
    var found: [PlacedAnnotation] = []
    for item in items {
      guard let place = item.span, place.lower < span.upper else { break }
      if place.overlaps(span) { found.append(item) }
    }
    return found
  }

  /// All tags in use, the most frequent first.
  var tags: [String] {
    var counts: [String: Int] = [:]
    for item in items { for tag in item.annotation.tags { counts[tag, default: 0] += 1 } }
    return counts.keys.sorted { ($1.count, counts[$0] ?? 0, $1) > ($1.count, counts[$1] ?? 0, $0) }
  }

  /// Takes in what the store has confirmed.
  mutating func take(_ outcome: AnnotationOutcome) {
    let gone = Set(outcome.removed).union(outcome.changed.map(\.id))
    items.removeAll { gone.contains($0.id) }
    items = (items + outcome.changed).sorted(by: PlacedAnnotation.isBefore)
  }
}

/// Something that the program is asked to do with the store; it answers with ``Message/notes(_:)``.
public enum NotesRequest: Hashable, Sendable {
  /// Do all of these as one change.
  case change([NoteEdit], NoteDeed)
  /// Take the last change back.
  case undo
  /// Do again what was taken back last.
  case redo
}

/// A change of one annotation, with places as the reader knows them.
public enum NoteEdit: Hashable, Sendable {
  /// A new annotation of `span`; the anchor of `draft` is yet to be made.
  case add(TextSpan, NoteDraft)
  /// The annotation is to be as the second one.
  case change(Annotation, Annotation)
  /// The annotation stands at `span`, which is certain from now on.
  case place(Annotation, TextSpan)
  /// The annotation has no place in this text.
  case absent(Annotation)
  /// The annotation goes.
  case remove(AnnotationID)
}

/// What a new annotation says.
public struct NoteDraft: Hashable, Sendable {
  /// The colour of the highlight.
  public var color: HighlightColor?
  /// The note.
  public var note = ""
  /// The tags.
  public var tags: [String] = []
  /// A correction of the analysis.
  public var correction: Correction?
  /// Where the correction holds.
  public var scope = Correction.Scope.here

  /// An annotation that says this of `anchor`.
  public func annotation(of anchor: Anchor) -> Annotation {
    Annotation(
      anchor: anchor, color: color, note: note, tags: tags, correction: correction, scope: scope)
  }
}

/// What was done, for the status line and for who undoes it.
public enum NoteDeed: String, Hashable, Sendable, CaseIterable {
  case highlighted, noted, tagged, corrected, removed, accepted, rejected

  /// What the status line says once the store has confirmed it.
  var phrase: PhraseKey {
    switch self {
    case .highlighted: .noteHighlighted
    case .noted: .noteSaved
    case .tagged: .noteTagged
    case .corrected: .noteCorrected
    case .removed: .noteRemoved
    case .accepted: .noteAccepted
    case .rejected: .noteRejected
    }
  }
}

/// What the store has to tell.
public enum NotesNews: Hashable, Sendable {
  /// These are all annotations: at the start, or since another program changed them.
  case all([PlacedAnnotation], isFirst: Bool)
  /// A change is on disk.
  case done(NoteDeed?, AnnotationOutcome)
  /// A change was undone, or done again; `nil` where there was nothing.
  case undone(AnnotationOutcome?, isRedo: Bool)
  /// A change was not made, for this reason.
  case failed(String)
  /// There is no store, for this reason.
  case unavailable(String)
}
