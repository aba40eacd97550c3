import ArabicText

/// Where an annotation stands: a position in one text, and the words there, by which the passage is
/// found again in another state of the text.
///
/// Positions count Unicode scalars of the decoded text as it is (no normal form), the end exclusive.
/// The selectors are those of the W3C Web Annotation Data Model, §4.2.4 and §4.2.5.
package struct Anchor: Hashable, Sendable {
  /// The first scalar of the passage.
  package var start: ScalarOffset
  /// The scalar after its last.
  package var end: ScalarOffset
  /// The passage itself.
  package var exact: String
  /// Up to ``contextLength`` scalars before it.
  package var prefix: String
  /// Up to ``contextLength`` scalars after it.
  package var suffix: String
  /// The SHA-256 of the text that the position is in, in lower-case hexadecimal.
  package var contentHash: String
  /// How many scalars of context on both sides it takes to tell the passage from all others of that
  /// text.
  ///
  /// 0 where its words stand there once, `nil` where the whole context does not tell, or where nobody
  /// knows. Context is counted as ``ComparableText`` has it.
  package var distinction: Int?
  /// How many scalars of context it takes on one side alone, whichever it is; `nil` where the whole
  /// context of a side does not, or where nobody knows.
  package var sideDistinction: Int?

  /// How much context is kept on each side, in scalars.
  package static let contextLength = 32

  /// The passage `start..<end` of the text with the hash `contentHash`.
  package init(
    start: ScalarOffset, end: ScalarOffset, exact: String, prefix: String, suffix: String,
    contentHash: String, distinction: Int? = nil, sideDistinction: Int? = nil
  ) {
    self.start = start
    self.end = end
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
    self.contentHash = contentHash
    self.distinction = distinction
    self.sideDistinction = sideDistinction
  }
}
