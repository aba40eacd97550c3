import Annotations
import ArabicText

/// What the text shows of an annotation.
struct NoteLook: Hashable, Sendable {
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

  /// How `item` looks, or `nil` where it has no place.
  init?(_ item: PlacedAnnotation) {
    guard let span = item.span else { return nil }
    self.span = span
    color = item.annotation.color
    hasNote = !item.annotation.note.isEmpty
    isUndecided = item.isUndecided
    isCorrection = item.annotation.correction != nil && !item.isUndecided
  }
}
