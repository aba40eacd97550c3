import ArabicText

/// Where a document was left.
///
/// The store gives back what it was given and does not know the text: whoever uses a place must see
/// to it that its offsets lie inside the text and between two scalars.
public struct ReadingPlace: Hashable, Sendable {
  /// The position of the first line that was shown, in UTF-8 bytes of the decoded text.
  public var offset: TextOffset
  /// The positions from which the jumps began, oldest first, in UTF-8 bytes of the decoded text.
  public var jumps: [TextOffset]
  /// When the document was there.
  public var updated: Timestamp

  /// The place `offset` at the moment `updated`.
  public init(offset: TextOffset, jumps: [TextOffset] = [], updated: Timestamp = .now) {
    self.offset = offset
    self.jumps = jumps
    self.updated = updated
  }
}
