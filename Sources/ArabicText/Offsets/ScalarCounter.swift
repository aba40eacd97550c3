/// A position counted in Unicode scalars: the unit of JSON and of every export.
public struct ScalarOffset: Hashable, Comparable, Sendable {
  /// The number of Unicode scalars before this position, zero or more.
  public let scalars: Int

  /// A position `scalars` scalars after the start.
  public init(_ scalars: Int) {
    self.scalars = scalars
  }

  /// Whether `left` lies before `right`.
  public static func < (left: Self, right: Self) -> Bool {
    left.scalars < right.scalars
  }
}

/// Converts between byte offsets and scalar offsets of one text.
///
/// Holds the scalar count at every 1,024th byte, so that a conversion decodes at most about a
/// kilobyte. An ill-formed sequence counts as the one U+FFFD that it decodes to.
///
/// - Complexity: making it is O(*n*) in the bytes of the text; a conversion is O(log *n*).
public struct ScalarCounter: Sendable {
  private struct Checkpoint {
    var byte: Int
    var scalar: Int
  }

  private let text: DecodedText
  private let checkpoints: [Checkpoint]
  /// The number of scalars in the whole text.
  public let count: Int

  /// Reads `text` once from start to end.
  public init(_ text: DecodedText) {
    var checkpoints = [Checkpoint(byte: 0, scalar: 0)]
    var next = 1024
    var scalar = 0
    for item in text.scalars(in: text.span) {
      if item.offset.utf8 >= next {
        checkpoints.append(Checkpoint(byte: item.offset.utf8, scalar: scalar))
        next = item.offset.utf8 + 1024
        // A long text that is mapped from a file need not come to lie in memory whole.
        if checkpoints.count.isMultiple(of: 4096) { text.unloadPages() }
      }
      scalar += 1
    }
    self.text = text
    self.checkpoints = checkpoints
    self.count = scalar
  }

  /// The number of scalars before `offset`.
  ///
  /// An offset inside a scalar counts as the offset after it, one past the end as the end, one before
  /// the start as the start.
  ///
  /// - Complexity: O(log *n*).
  public func scalarOffset(of offset: TextOffset) -> ScalarOffset {
    let start = checkpoint { $0.byte > offset.utf8 }
    let rest = TextSpan(TextOffset(start.byte), min(max(offset, TextOffset(start.byte)), text.end))
    var scalars = start.scalar
    for _ in text.scalars(in: rest) { scalars += 1 }
    return ScalarOffset(scalars)
  }

  /// The byte offset of the scalar that `offset` scalars precede, or `nil` outside the text.
  ///
  /// - Complexity: O(log *n*).
  public func textOffset(of offset: ScalarOffset) -> TextOffset? {
    guard offset.scalars >= 0, offset.scalars <= count else { return nil }
    let start = checkpoint { $0.scalar > offset.scalars }
    var scalar = start.scalar
    for item in text.scalars(in: TextSpan(TextOffset(start.byte), text.end)) {
      if scalar == offset.scalars { return item.offset }
      scalar += 1
    }
    return text.end
  }

  /// The last checkpoint before those for which `isBehind` holds; the first is never behind.
  private func checkpoint(before isBehind: (Checkpoint) -> Bool) -> Checkpoint {
    checkpoints[max(0, checkpoints.partitioningIndex(where: isBehind) - 1)]
  }
}
