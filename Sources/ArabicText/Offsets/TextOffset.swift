/// A position in decoded text: a count of UTF-8 bytes from its start.
///
/// This is the one unit of position inside the program. What leaves it (JSON, exports) counts
/// Unicode scalars instead; ``ScalarCounter`` converts.
public struct TextOffset: Hashable, Comparable, Sendable {
  /// The number of UTF-8 bytes before this position, zero or more.
  public var utf8: Int

  /// A position `utf8` bytes after the start.
  @inlinable public init(_ utf8: Int) {
    self.utf8 = utf8
  }

  /// The start of every text.
  public static let zero = TextOffset(0)

  /// Whether `left` lies before `right` in logical order.
  @inlinable public static func < (left: Self, right: Self) -> Bool {
    left.utf8 < right.utf8
  }

  /// The position `bytes` bytes further on (or back, if negative).
  @inlinable package static func + (offset: Self, bytes: Int) -> Self {
    TextOffset(offset.utf8 + bytes)
  }

  /// The position `bytes` bytes before.
  @inlinable package static func - (offset: Self, bytes: Int) -> Self {
    TextOffset(offset.utf8 - bytes)
  }

  /// The distance in bytes from `right` to `left`.
  @inlinable package static func - (left: Self, right: Self) -> Int {
    left.utf8 - right.utf8
  }
}

extension TextOffset: CustomStringConvertible {
  /// For example `"@120"`.
  public var description: String { "@\(utf8)" }
}
