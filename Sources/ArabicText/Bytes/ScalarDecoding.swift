/// One decoded scalar and where it stands.
@usableFromInline package struct PlacedScalar: Hashable, Sendable {
  /// The scalar's value; U+FFFD for an ill-formed sequence.
  @usableFromInline package var value: UInt32
  /// Where its first byte stands.
  @usableFromInline package var offset: TextOffset
  /// How many bytes it takes, 1 to 4.
  @usableFromInline package var length: Int

  /// The scalar `value` that takes `length` bytes at `offset`.
  @inlinable package init(value: UInt32, offset: TextOffset, length: Int) {
    self.value = value
    self.offset = offset
    self.length = length
  }

  /// The bytes that it takes.
  @inlinable package var span: TextSpan { TextSpan(unchecked: offset, offset + length) }
}

/// Decodes the scalar whose first byte stands at `position`.
///
/// Ill-formed UTF-8 gives U+FFFD and the length of the maximal subpart (Unicode 15, table 3-8).
/// Written out by hand and inlinable because it is the innermost loop of everything: 2 ns a scalar
/// against 4–5 ns for `String.UnicodeScalarView` and 28 ns for `Character`.
///
/// - Precondition: `position < bytes.count`.
@inlinable
package func decodeScalar(
  _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
) -> (value: UInt32, length: Int) {
  let first = UInt32(bytes[position])
  if first < 0x80 { return (first, 1) }
  let left = bytes.count - position
  if first < 0xC2 || first > 0xF4 || left < 2 { return (0xFFFD, 1) }
  let second = UInt32(bytes[position + 1])
  if first < 0xE0 {
    return second & 0xC0 == 0x80 ? ((first & 0x1F) << 6 | second & 0x3F, 2) : (0xFFFD, 1)
  }
  let secondIsAllowed =
    switch first {
    case 0xE0: second >= 0xA0 && second <= 0xBF
    case 0xED: second >= 0x80 && second <= 0x9F
    case 0xF0: second >= 0x90 && second <= 0xBF
    case 0xF4: second >= 0x80 && second <= 0x8F
    default: second >= 0x80 && second <= 0xBF
    }
  guard secondIsAllowed else { return (0xFFFD, 1) }
  guard left >= 3 else { return (0xFFFD, 2) }
  let third = UInt32(bytes[position + 2])
  guard third & 0xC0 == 0x80 else { return (0xFFFD, 2) }
  if first < 0xF0 { return ((first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F, 3) }
  guard left >= 4 else { return (0xFFFD, 3) }
  let fourth = UInt32(bytes[position + 3])
  guard fourth & 0xC0 == 0x80 else { return (0xFFFD, 3) }
  return ((first & 7) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F, 4)
}

/// The scalars of a span in logical order, decoded one by one.
@usableFromInline package struct PlacedScalars: Sequence, IteratorProtocol {
  // The text is held so that its bytes outlive the iterator.
  @usableFromInline let text: DecodedText
  @usableFromInline let window: UnsafeBufferPointer<UInt8>
  @usableFromInline var position: Int

  // The bounds are checked once: `next()` stays between them.
  @inlinable init(_ text: DecodedText, _ span: TextSpan) {
    text.requireBounds(of: span)
    self.text = text
    self.window = UnsafeBufferPointer(rebasing: text.bytes[0..<span.upper.utf8])
    self.position = span.lower.utf8
  }

  /// The next scalar, or `nil` at the end of the span.
  @inlinable package mutating func next() -> PlacedScalar? {
    guard position < window.count else { return nil }
    let (value, length) = decodeScalar(window, at: position)
    defer { position += length }
    return PlacedScalar(value: value, offset: TextOffset(position), length: length)
  }
}

extension DecodedText {
  /// The scalars of `span`; a sequence that the span's end cuts is ill-formed.
  ///
  /// - Precondition: `span` lies inside the text.
  @inlinable package func scalars(in span: TextSpan) -> PlacedScalars {
    PlacedScalars(self, span)
  }

  /// The scalar that ends just before `offset`, or `nil` at the start of the text.
  ///
  /// Cuts ill-formed text where reading forward does: a byte that is no continuation byte always
  /// begins a scalar, and continuation bytes that it does not take stand alone.
  ///
  /// - Precondition: `offset` lies inside the text or at its end.
  /// - Complexity: O(1).
  package func scalar(before offset: TextOffset) -> PlacedScalar? {
    requireBounds(of: offset)
    guard offset > .zero else { return nil }
    var start = offset.utf8 - 1
    while start > 0, start > offset.utf8 - 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (value, length) = decodeScalar(bytes, at: start)
    if start + length == offset.utf8 {
      return PlacedScalar(value: value, offset: TextOffset(start), length: length)
    }
    return PlacedScalar(value: 0xFFFD, offset: offset - 1, length: 1)
  }

  /// The scalar that begins at `offset`, or `nil` at the end of the text.
  ///
  /// - Precondition: `offset` lies inside the text or at its end.
  /// - Complexity: O(1).
  package func scalar(at offset: TextOffset) -> PlacedScalar? {
    requireBounds(of: offset)
    guard offset < end else { return nil }
    let (value, length) = decodeScalar(bytes, at: offset.utf8)
    return PlacedScalar(value: value, offset: offset, length: length)
  }
}
