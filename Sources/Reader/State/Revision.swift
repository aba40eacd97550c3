/// Which version of a document's text a position belongs to.
///
/// Work beside the screen begins in one version and may end in the next: what it answers carries the
/// version that it speaks of, so that no position of one text is taken for one of another.
package struct Revision: Hashable, Comparable, Sendable {
  private var number: Int

  /// The text as it was opened.
  package static let first = Revision(number: 0)

  /// The version after this one.
  var next: Revision { Revision(number: number + 1) }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
