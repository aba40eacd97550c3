/// A half-open range of positions in decoded text, in logical order.
///
/// `[lower, upper)`: `upper` is the position after the last byte. Empty spans are allowed and stand
/// for a place between two scalars. A span is two numbers and knows no text: whether it is a passage
/// of one is what ``DecodedText/contains(_:)`` tells.
public struct TextSpan: Hashable, Sendable {
  /// Where the span begins.
  public var lower: TextOffset
  /// Where the span ends (exclusive).
  public var upper: TextOffset

  /// The span from `lower` up to but not including `upper`.
  ///
  /// - Precondition: `lower <= upper`.
  @inlinable public init(_ lower: TextOffset, _ upper: TextOffset) {
    precondition(lower <= upper, "a span ends before it begins")
    self.lower = lower
    self.upper = upper
  }

  /// As ``init(_:_:)``, without a check in release builds.
  ///
  /// For the loops that make one for each scalar or cluster: with the check the layout of text takes
  /// 3.5 % longer.
  @inlinable package init(unchecked lower: TextOffset, _ upper: TextOffset) {
    assert(lower <= upper)
    self.lower = lower
    self.upper = upper
  }

  /// The span of the bytes `range`.
  @inlinable package init(utf8 range: Range<Int>) {
    self.init(TextOffset(range.lowerBound), TextOffset(range.upperBound))
  }

  /// The length in bytes.
  @inlinable public var utf8Count: Int { upper.utf8 - lower.utf8 }

  /// Whether the span holds no byte.
  @inlinable public var isEmpty: Bool { lower == upper }

  /// The bytes of the span as a range of counts.
  @inlinable package var utf8: Range<Int> { lower.utf8..<upper.utf8 }

  /// Whether `offset` lies inside: at or after `lower` and before `upper`.
  @inlinable public func contains(_ offset: TextOffset) -> Bool {
    lower <= offset && offset < upper
  }

  /// Whether `other` lies wholly inside.
  @inlinable public func contains(_ other: TextSpan) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// Whether the two share at least one byte.
  @inlinable public func overlaps(_ other: TextSpan) -> Bool {
    lower < other.upper && other.lower < upper
  }

  /// The bytes that both hold, or `nil` where they share none.
  @inlinable package func intersection(_ other: TextSpan) -> TextSpan? {
    let low = max(lower, other.lower)
    let high = min(upper, other.upper)
    return low < high ? TextSpan(low, high) : nil
  }

  /// The smallest span that holds both.
  @inlinable package func union(_ other: TextSpan) -> TextSpan {
    TextSpan(min(lower, other.lower), max(upper, other.upper))
  }
}

extension TextSpan: Comparable {
  /// Orders by start, then by end.
  @inlinable public static func < (left: Self, right: Self) -> Bool {
    (left.lower, left.upper) < (right.lower, right.upper)
  }
}

extension TextSpan: CustomStringConvertible {
  /// For example `"@120..<126"`.
  public var description: String { "\(lower)..<\(upper.utf8)" }
}
