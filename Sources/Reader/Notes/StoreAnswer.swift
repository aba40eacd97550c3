import Annotations
import Interface

/// What the store has to tell.
package enum StoreAnswer: Hashable, Sendable {
  /// These are all annotations: at the start, or since another program changed them.
  case all([PlacedAnnotation], isFirst: Bool)
  /// A change is on disk.
  case done(NoteAction?, AnnotationOutcome)
  /// A change was undone, or done again; `nil` where there was nothing.
  case undone(AnnotationOutcome?, isRedo: Bool)
  /// A change was not made, for this reason; `nil` for one that was to be undone or done again.
  case failed(NoteAction?, Phrase)
  /// There is no store, for this reason.
  case unavailable(Phrase)
}
