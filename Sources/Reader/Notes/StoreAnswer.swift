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
  /// Several changes were made, or not made, in this order.
  case several([StoreAnswer])
  /// There is no store, for this reason.
  case unavailable(Phrase)
}

extension StoreAnswer {
  /// What came of the changes that it tells of, in their order.
  package var outcomes: [AnnotationOutcome] {
    switch self {
    case .done(_, let outcome), .undone(let outcome?, _): [outcome]
    case .several(let answers): answers.flatMap(\.outcomes)
    case .undone(nil, _), .failed, .all, .unavailable: []
    }
  }

  /// Why changes were refused that no words were written for: these are kept nowhere.
  package var lostChanges: [Phrase] {
    switch self {
    case .failed(let action, let reason): action?.isWritten == false ? [reason] : []
    case .several(let answers): answers.flatMap(\.lostChanges)
    case .done, .undone, .all, .unavailable: []
    }
  }

  /// The last of several, or itself.
  var last: StoreAnswer {
    if case .several(let answers) = self, let last = answers.last { last } else { self }
  }
}
