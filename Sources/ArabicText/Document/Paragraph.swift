import CUnicodeTables

/// A stretch of text between line breaks, found without an index of the whole file.
///
/// Paragraphs are addressed by where they begin. A line break is LF, CR, CR LF, VT, FF, NEL, U+2028 or
/// U+2029 (UAX #14, LB4 and LB5; UAX #9, P1); the break is not part of ``content``. A line longer than
/// `longestPiece` is cut at spaces into pieces that behave as
/// paragraphs of their own, so that a 10 MB line costs no more than the piece on the screen.
public struct Paragraph: Hashable, Sendable {
  /// The text without the line break that ends it.
  public var content: TextSpan
  /// Where the next paragraph begins: after the line break, or the end of the text.
  package var next: TextOffset
  /// Where the line begins that this is a piece of: at ``start``, unless the line was cut.
  package var lineStart: TextOffset

  /// Whether this is a later piece of a line that was cut.
  package var continuesLine: Bool { lineStart < start }

  /// Where the paragraph begins.
  package var start: TextOffset { content.lower }

  /// The longest piece of one line, in bytes.
  package static let longestPiece = 32 * 1024
}

extension DecodedText {
  /// The paragraph that holds `offset`; for the end of the text and what lies behind it, the last one.
  ///
  /// - Complexity: O(*n*) in the bytes of the line that `offset` stands in; nothing else is read.
  package func paragraph(at offset: TextOffset) -> Paragraph {
    withUTF8 { bytes in
      let position = min(max(offset.utf8, 0), bytes.count)
      let lineStart = bytes.lineStart(before: position)
      var piece = bytes.piece(from: lineStart, lineStart: lineStart)
      while piece.next.utf8 <= position, piece.next.utf8 < bytes.count, piece.endsInsideLine(bytes)
      {
        piece = bytes.piece(from: piece.next.utf8, lineStart: lineStart)
      }
      return piece
    }
  }

  /// The paragraph after `paragraph`, or `nil` at the end of the text.
  ///
  /// - Precondition: `paragraph` is one of this text.
  package func paragraph(after paragraph: Paragraph) -> Paragraph? {
    requireBounds(of: TextSpan(paragraph.start, paragraph.next))
    guard paragraph.next < end else { return nil }
    return withUTF8 { bytes in
      let continues = paragraph.endsInsideLine(bytes)
      let start = paragraph.next.utf8
      return bytes.piece(from: start, lineStart: continues ? paragraph.lineStart.utf8 : start)
    }
  }

  /// Whether `paragraph` is empty or has nothing but white space, as the lines have by which other programs
  /// part paragraphs.
  ///
  /// - Complexity: O(*n*) in the white space that it begins with.
  package func isBlank(_ paragraph: Paragraph) -> Bool {
    scalars(in: paragraph.content).allSatisfy { ScalarProperties($0.value).isSpace }
  }

  /// The paragraph before `paragraph`, or `nil` at the start of the text.
  package func paragraph(before paragraph: Paragraph) -> Paragraph? {
    guard paragraph.start.utf8 > 0 else { return nil }
    return self.paragraph(at: paragraph.start - 1)
  }

  /// The paragraph that holds `offset`, which stands behind `paragraph`.
  ///
  /// - Precondition: `offset` lies inside the text or at its end, and `paragraph` is one of this text.
  /// - Complexity: O(*n*) in the bytes between the two, never those of the whole line.
  package func paragraph(at offset: TextOffset, after paragraph: Paragraph) -> Paragraph? {
    requireBounds(of: offset)
    guard offset >= paragraph.next, var found = self.paragraph(after: paragraph) else { return nil }
    if let start = withUTF8({ $0.lineStart(before: offset.utf8, after: paragraph.next.utf8) }) {
      found = withUTF8 { $0.piece(from: start, lineStart: start) }
    }
    while found.next <= offset, let next = self.paragraph(after: found) { found = next }
    return found
  }

  /// Divides `span` into stretches of whole lines, of about `size` bytes each, that can be worked on apart.
  ///
  /// - Parameters:
  ///   - span: From the start of a paragraph to that of another, or to the end of the text.
  ///   - size: The least bytes of each but the last.
  /// - Precondition: `span` lies inside the text.
  /// - Returns: The stretches in text order.
  /// - Complexity: O(*n*) in the number of stretches and the length of lines that are longer.
  package func stretches(of span: TextSpan, size: Int) -> [TextSpan] {
    requireBounds(of: span)
    return withUTF8 { bytes in
      var stretches: [TextSpan] = []
      var start = span.lower.utf8
      while start < span.upper.utf8 {
        let end =
          bytes.lineEnd(after: start + max(1, size), before: span.upper.utf8) ?? span.upper.utf8
        stretches.append(TextSpan(utf8: start..<end))
        start = end
      }
      return stretches
    }
  }

  /// All paragraphs that touch `span`, in order.
  ///
  /// - Precondition: `span` lies inside the text.
  /// - Complexity: O(*n*) in the bytes of the lines that are asked for.
  public func paragraphs(in span: TextSpan) -> some Sequence<Paragraph> {
    requireBounds(of: span)
    let first = utf8Count == 0 ? nil : paragraph(at: span.lower)
    return sequence(state: first) { (current: inout Paragraph?) -> Paragraph? in
      guard let paragraph = current, paragraph.start < span.upper || paragraph.start == span.lower
      else { return nil }
      current = self.paragraph(after: paragraph)
      return paragraph
    }
  }
}

extension Paragraph {
  /// Whether no line break follows, though text does.
  fileprivate func endsInsideLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    next.utf8 < bytes.count && next == content.upper
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of the line break that begins at `position`; 0 where none does.
  private func breakLength(at position: Int) -> Int {
    position < 0 ? 0 : rawi_line_break_length(baseAddress, position, count)
  }

  /// The bytes of the line break that ends before `position`; 0 where none does, as between CR and LF.
  private func breakLength(endingAt position: Int) -> Int {
    guard position > 0 else { return 0 }
    switch self[position - 1] {
    case 0x0A...0x0D, 0x85, 0xA8, 0xA9: break
    default: return 0
    }
    for length in 1...3 where position >= length {
      if breakLength(at: position - length) == length { return length }
    }
    return 0
  }

  /// The start of the line that `position` stands in.
  fileprivate func lineStart(before position: Int) -> Int {
    guard position > 0 else { return 0 }
    var index = position
    // At the very end, after a final line break, the last line is the one that it ends.
    if position == count { index -= breakLength(endingAt: position) }
    while index > 0, breakLength(endingAt: index) == 0 { index -= 1 }
    return index
  }

  /// The start of the line of `position`, where that lies behind `first`.
  fileprivate func lineStart(before position: Int, after first: Int) -> Int? {
    var index = position
    while index > first {
      if breakLength(endingAt: index) > 0 { return index }
      index -= 1
    }
    return nil
  }

  /// What follows the first line break from `position` on that ends before `limit`.
  fileprivate func lineEnd(after position: Int, before limit: Int) -> Int? {
    guard position < limit else { return nil }
    let found = rawi_line_break(baseAddress, position, limit)
    let end = found + breakLength(at: found)
    return found < limit && end <= limit ? end : nil
  }

  /// The paragraph that begins at `start`.
  fileprivate func piece(from start: Int, lineStart: Int) -> Paragraph {
    let limit = Swift.min(count, start + Paragraph.longestPiece)
    // A break that begins at the limit ends the piece, too.
    let found = rawi_line_break(baseAddress, start, Swift.min(count, limit + 3))
    let length = breakLength(at: found)
    let lineStart = TextOffset(lineStart)
    if found <= limit, length > 0 {
      return Paragraph(
        content: TextSpan(utf8: start..<found), next: TextOffset(found + length),
        lineStart: lineStart)
    }
    let end = limit < count ? cut(from: start, limit: limit) : limit
    return Paragraph(
      content: TextSpan(utf8: start..<end), next: TextOffset(end), lineStart: lineStart)
  }

  /// Where to cut a line that is too long: after the last space of the second half of the piece,
  /// else before a scalar.
  private func cut(from start: Int, limit: Int) -> Int {
    var index = limit
    while index > start + Paragraph.longestPiece / 2 {
      if self[index - 1] == 0x20 { return index }
      index -= 1
    }
    return scalarBoundary(atOrBefore: limit)
  }
}
