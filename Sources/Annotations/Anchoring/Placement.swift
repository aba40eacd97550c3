import ArabicText

/// Where an annotation stands in a text, and how sure that is.
package enum Placement: Hashable, Sendable {
  /// At its position: the text is the one that it was made in.
  case exact(TextSpan)
  /// Certainly here: the text was edited, and its words stand here alone in their context.
  case moved(TextSpan)
  /// Probably here, for a person to say; `likelihood` from 0 to 1.
  case likely(TextSpan, likelihood: Double)
  /// No place can be given.
  case orphan

  /// The span, or `nil` for an orphan.
  package var span: TextSpan? {
    switch self {
    case .exact(let span), .moved(let span), .likely(let span, _): span
    case .orphan: nil
    }
  }

  /// Whether the annotation may be shown at its span without asking.
  package var isCertain: Bool {
    switch self {
    case .exact, .moved: true
    case .likely, .orphan: false
    }
  }
}

/// An annotation and where it stands in the text at hand.
package struct PlacedAnnotation: Hashable, Sendable, Identifiable {
  /// The annotation.
  package var annotation: Annotation
  /// Where it stands.
  package var placement: Placement

  /// An annotation that stands at `placement`.
  package init(_ annotation: Annotation, _ placement: Placement) {
    self.annotation = annotation
    self.placement = placement
  }

  /// The name of the annotation.
  package var id: AnnotationID { annotation.id }

  /// Where it stands, or `nil` for an orphan.
  package var span: TextSpan? { placement.span }

  /// Whether the person has something to decide about it: its place, or whether to take it at all.
  package var isUndecided: Bool {
    if case .likely = placement { return true }
    return annotation.isProposal && placement.span != nil
  }
}
