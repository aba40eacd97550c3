/// A text in which an annotation may stand, in a place where it was seen.
package struct AnnotatedState {
  /// The hash of the text.
  package var contentHash: String
  /// A path, an `ItemKey`, or what a person is told of where it lay; `nil` where it has lain nowhere.
  package var place: String?
}
