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

  /// Stops the program where `span` does not lie inside the text.
  ///
  /// Cutting a scalar is let pass: that is what decodes as U+FFFD, and reads nothing that is not the text.
  @inlinable package func requireBounds(of span: TextSpan) {
    precondition(
      span.lower >= .zero && span.lower <= span.upper && span.upper <= end,
      "a span outside the text")
  }

  /// Stops the program where `offset` lies neither inside the text nor at its end.
  @inlinable package func requireBounds(of offset: TextOffset) {
    precondition(offset >= .zero && offset <= end, "a position outside the text")
  }

  /// The last boundary between scalars that does not lie behind `offset`.
  ///
  /// - Precondition: `offset` lies inside the text or at its end.
  /// - Complexity: O(1).
  package func scalarBoundary(atOrBefore offset: TextOffset) -> TextOffset {
    requireBounds(of: offset)
    return TextOffset(bytes.scalarBoundary(atOrBefore: offset.utf8))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The last place from 0 to `position` where a scalar begins or the bytes end.
  func scalarBoundary(atOrBefore position: Int) -> Int {
    guard position < count, self[position] & 0xC0 == 0x80 else { return position }
    var start = position
    while start > 0, start > position - 3, self[start] & 0xC0 == 0x80 { start -= 1 }
    // Bytes that no scalar takes stand alone.
    let isInside = start + decodeScalar(self, at: start).length > position
    return isInside ? start : position
  }
}
