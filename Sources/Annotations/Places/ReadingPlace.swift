import ArabicText
import Platform

/// Where a document was left.
///
/// The store gives back what it was given and does not know the text: whoever uses a place must see
/// to it that its offsets lie inside the text and between two scalars.
package struct ReadingPlace: Hashable, Sendable {
  /// The position of the first line that was shown, in UTF-8 bytes of the decoded text.
  package var offset: TextOffset
  /// The position of the caret, in UTF-8 bytes of the decoded text; `nil` where there was none.
  package var caret: TextOffset?
  /// The positions from which the jumps began, oldest first, in UTF-8 bytes of the decoded text.
  package var jumps: [TextOffset]
  /// How far the document was read, in per cent: 100 where its end was shown; `nil` where nobody has said.
  package var percent: Int?
  /// When the document was there.
  package var updated: Timestamp

  /// The place `offset` at the moment `updated`.
  package init(
    offset: TextOffset, caret: TextOffset? = nil, jumps: [TextOffset] = [],
    percent: Int? = nil, updated: Timestamp = .next()
  ) {
    self.offset = offset
    self.caret = caret
    self.jumps = jumps
    self.percent = percent
    self.updated = updated
  }
}
