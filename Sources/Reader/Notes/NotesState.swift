import Annotations
import ArabicText
import Interface

/// What the person has added to the document, and what they are adding.
package struct NotesState: Hashable, Sendable {
  /// The annotations as the store has confirmed them, in text order, those without a place last.
  package internal(set) var items: [PlacedAnnotation] = [] { didSet { index() } }
  /// How far the annotations up to each one reach; what has no place is not counted.
  private var reaches: [TextOffset] = []
  /// How each of those looks: small, as every line that is drawn asks for them.
  private var marks: [NoteMark] = []
  /// Those that the pane lists, by their index.
  private(set) var shown: [Int] = []
  /// Whether the store has told what there is.
  package var isLoaded = false
  /// How many changes the store has not confirmed yet.
  package var unconfirmed = 0
  /// A passage that is being selected.
  var selecting: PassageSelecting?
  /// A note that is being written.
  var editor: NoteEditor?
  /// A line that is being typed, or a key that is being asked for.
  var question: NoteQuestion?
  /// What the rows of the pane have to hold; empty for all.
  var filter = "" { didSet { if filter != oldValue { indexShown() } } }
  /// What is asked about while the person is led through what is undecided.
  var reviewed: ReviewItem?
  /// The colour that was used last.
  var color = HighlightColor.yellow
  /// Notes that the store has not confirmed yet, the oldest first.
  var written: [NoteEditor] = []
  /// A note that could not be saved, to be taken up again.
  var draft: NoteEditor?

  /// The annotation named `id`.
  func item(_ id: AnnotationID) -> PlacedAnnotation? { items.first { $0.id == id } }

  /// The annotation at exactly `span` that says something about the passage itself.
  func annotation(at span: TextSpan) -> Annotation? {
    items.first { $0.span == span && $0.placement.isCertain && $0.annotation.correction == nil }?
      .annotation
  }

  /// The annotations that overlap `span`, in text order.
  ///
  /// - Complexity: O(log *n*), and a step for each annotation back to where none reaches `span`.
  func items(in span: TextSpan) -> [PlacedAnnotation] { places(in: span).map { items[$0] } }

  /// How the annotations that overlap `span` look, in text order.
  ///
  /// - Complexity: that of ``items(in:)``.
  func marks(in span: TextSpan) -> [NoteMark] { places(in: span).map { marks[$0] } }

  private func places(in span: TextSpan) -> [Int] {
    var (low, high) = (0, reaches.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].span.lower < span.upper {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Int] = []
    var place = low - 1
    while place >= 0, reaches[place] > span.lower {
      if marks[place].span.overlaps(span) { found.append(place) }
      place -= 1
    }
    return found.reversed()
  }

  private mutating func index() {
    (reaches, marks) = ([], [])
    var reach = TextOffset.zero
    for item in items {
      guard let mark = NoteMark(item) else { break }
      reach = max(reach, mark.span.upper)
      reaches.append(reach)
      marks.append(mark)
    }
    indexShown()
  }

  private mutating func indexShown() {
    guard !filter.isEmpty, let pattern = FoldedPattern(filter) else {
      shown = Array(items.indices)
      return
    }
    shown = items.indices.filter { items[$0].annotation.matches(pattern) }
  }

  /// All tags in use, the most frequent first.
  var tags: [String] {
    var counts: [String: Int] = [:]
    for item in items { for tag in item.annotation.tags { counts[tag, default: 0] += 1 } }
    return counts.keys.sorted { ($1.count, counts[$0] ?? 0, $1) > ($1.count, counts[$1] ?? 0, $0) }
  }

  /// Takes in what the store has confirmed.
  mutating func take(_ outcome: AnnotationOutcome) {
    var items = items
    let gone = Set(outcome.removed).union(outcome.changed.map(\.id))
    items.removeAll { gone.contains($0.id) }
    self.items = PlacedAnnotation.inOrder(items + outcome.changed)
  }
}

/// What the text shows of an annotation.
struct NoteMark: Hashable, Sendable {
  /// Where it stands.
  var span: TextSpan
  /// The colour of its highlight, if any.
  var color: HighlightColor?
  /// Whether it has a note.
  var hasNote: Bool
  /// Whether something about it is to be decided.
  var isUndecided: Bool
  /// Whether it only corrects the analysis, which shows that itself.
  var isCorrection: Bool

  /// The mark of `item`, or `nil` where it has no place.
  init?(_ item: PlacedAnnotation) {
    guard let span = item.span else { return nil }
    self.span = span
    color = item.annotation.color
    hasNote = !item.annotation.note.isEmpty
    isUndecided = item.isUndecided
    isCorrection = item.annotation.correction != nil && !item.isUndecided
  }
}

extension Annotation {
  /// Whether the note, the passage, a tag, the correction or the name of the colour holds what is
  /// looked for.
  fileprivate func matches(_ pattern: FoldedPattern) -> Bool {
    var parts = [note, anchor.exact] + tags
    if let color {
      parts += [Language.english, .arabic].map { Phrase(color.name).string(in: $0) }
    }
    if let correction { parts.append(correction.summary) }
    return parts.contains { part in
      let text = DecodedText(part)
      return !pattern.matches(in: text, span: text.span).isEmpty
    }
  }
}

/// Something that the program is asked to do with the store; it answers with ``Message/notes(_:)``.
package enum NotesRequest: Hashable, Sendable {
  /// Do all of these as one change.
  case change([NoteEdit], NoteDeed)
  /// Take the last change back.
  case undo
  /// Do again what was taken back last.
  case redo
}

/// A change of one annotation, with places as the reader knows them.
package enum NoteEdit: Hashable, Sendable {
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

extension NoteEdit {
  /// The change with its anchors in `text`, made now.
  package func edit(in text: AnchoredText) -> AnnotationEdit {
    switch self {
    case .add(let span, let draft): return .add(draft.annotation(of: text.anchor(of: span)))
    case .remove(let id): return .remove(id)
    case .change(let known, var annotation):
      annotation.modified = .now
      return .change(from: known, to: annotation)
    case .place(let known, let span):
      var annotation = known
      annotation.anchor = text.anchor(of: span)
      annotation.modified = .now
      return .change(from: known, to: annotation)
    case .absent(let known):
      var annotation = known
      annotation.absentFrom.append(text.contentHash)
      annotation.modified = .now
      return .change(from: known, to: annotation)
    }
  }
}

/// What a new annotation says.
package struct NoteDraft: Hashable, Sendable {
  /// The colour of the highlight.
  package var color: HighlightColor?
  /// The note.
  package var note = ""
  /// The tags.
  package var tags: [String] = []
  /// A correction of the analysis.
  package var correction: Correction?
  /// Where the correction holds.
  package var scope = Correction.Scope.here

  /// An annotation that says this of `anchor`.
  package func annotation(of anchor: Anchor) -> Annotation {
    Annotation(
      anchor: anchor, color: color, note: note, tags: tags, correction: correction, scope: scope)
  }
}

/// What was done, for the status line and for who undoes it.
package enum NoteDeed: String, Hashable, Sendable, CaseIterable {
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

extension NoteDeed {
  /// What a change is called, by its summary in the journal, where it is undone or done again.
  static func name(ofSummary summary: String) -> PhraseKey? {
    switch summary {
    case "imported": .deedImported
    case "merged": .deedMerged
    default: NoteDeed(rawValue: summary)?.name
    }
  }

  private var name: PhraseKey {
    switch self {
    case .highlighted: .deedHighlighted
    case .noted: .deedNoted
    case .tagged: .deedTagged
    case .corrected: .deedCorrected
    case .removed: .deedRemoved
    case .accepted: .deedAccepted
    case .rejected: .deedRejected
    }
  }
}

/// What the store has to tell.
package enum NotesNews: Hashable, Sendable {
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
