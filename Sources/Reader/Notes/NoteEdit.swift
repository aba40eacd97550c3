import Annotations
import ArabicText
import Platform

/// Something that the program is asked to do with the store; it answers with ``Answer/notes(_:)``.
package enum NotesRequest: Hashable, Sendable {
  /// Do all of these as one change.
  case change([NoteEdit], NoteAction)
  /// Take the last change back.
  case undo
  /// Do again what was taken back last.
  case redo

  /// What is done; `nil` where something is undone or done again.
  package var action: NoteAction? {
    if case .change(_, let action) = self { action } else { nil }
  }
}

/// A change of one annotation, with places as the reader knows them.
package enum NoteEdit: Hashable, Sendable {
  /// A new annotation of `span`; the anchor of `draft` is yet to be made.
  case add(TextSpan, AnnotationDraft)
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
  /// Whether something goes by it.
  var takesBack: Bool { if case .remove = self { true } else { false } }

  /// The change with its anchors in `text`, made now.
  ///
  /// - Throws: `StoreError.notInText` where a place is no passage of the text.
  package func edit(in text: AnchoredText) throws(StoreError) -> AnnotationEdit {
    func anchor(of span: TextSpan) throws(StoreError) -> Anchor {
      guard let anchor = text.anchor(of: span) else { throw .notInText }
      return anchor
    }
    switch self {
    case .add(let span, let draft): return .add(draft.annotation(of: try anchor(of: span)))
    case .remove(let id): return .remove(id)
    case .change(let known, var annotation):
      annotation.modified = .next()
      return .change(from: known, to: annotation)
    case .place(let known, let span):
      var annotation = known
      annotation.anchor = try anchor(of: span)
      annotation.modified = .next()
      return .change(from: known, to: annotation)
    case .absent(let known):
      var annotation = known
      annotation.absentFrom.append(text.contentHash)
      annotation.modified = .next()
      return .change(from: known, to: annotation)
    }
  }
}

/// What a new annotation says.
package struct AnnotationDraft: Hashable, Sendable {
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
