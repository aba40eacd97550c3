/// A text in a place where it was seen.
package struct SeenText {
  /// The hash of the text; empty where what lay there was seen to have left.
  package var contentHash: String
  /// A path, an `ItemKey`, or what a person is told of where it lay; `nil` where it has lain nowhere.
  package var place: String?
  /// Whether an annotation may stand in it.
  package var isAnnotated: Bool
}
