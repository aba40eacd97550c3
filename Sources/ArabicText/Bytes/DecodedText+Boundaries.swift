extension DecodedText {
  /// Whether `offset` lies in the text or at its end, and not between the bytes of a scalar.
  ///
  /// In ill-formed text, between the stretches that decode to one U+FFFD each.
  ///
  /// - Complexity: O(1).
  public func isScalarBoundary(_ offset: TextOffset) -> Bool {
    guard offset >= .zero, offset <= end else { return false }
    return scalarBoundary(atOrBefore: offset) == offset
  }

  /// Whether `span` is a passage of this text: it lies inside and neither end cuts a scalar.
  ///
  /// What is stored about a text is stored at such spans only.
  ///
  /// - Complexity: O(1).
  public func contains(_ span: TextSpan) -> Bool {
    span.lower <= span.upper && isScalarBoundary(span.lower) && isScalarBoundary(span.upper)
  }

  /// The last boundary between scalars that does not lie behind `offset`, which lies in the text or
  /// at its end.
  package func scalarBoundary(atOrBefore offset: TextOffset) -> TextOffset {
    let position = offset.utf8
    guard position < bytes.count, bytes[position] & 0xC0 == 0x80 else { return offset }
    var start = position
    while start > 0, start > position - 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    // Bytes that no scalar takes stand alone.
    let isInside = start + decodeScalar(bytes, at: start).length > position
    return isInside ? TextOffset(start) : offset
  }
}
