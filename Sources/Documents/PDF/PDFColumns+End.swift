extension PDFColumns {
  /// Which share of the height of a page the lines of a full column reach down to at least, and by which it ends below the
  /// other: judgements, that margins and what stands at the foot are less, and paragraphs that no column parts.
  private static let (leastFilled, leastUneven) = (0.75, 0.12)

  /// Whether the text of `page`, the last one, ends in the right one of two columns though it is from right to left, as
  /// programs set columns that are not told its direction.
  ///
  /// The left one fills the page, which is so high, and ends within a sentence, the right one with one. Columns that end
  /// at one height, but for a paragraph, tell nothing.
  func endsOnRight(_ page: ArraySlice<UInt8>, height: Double) -> Bool {
    guard isRightToLeft else { return false }
    let gutters = PDFGutter.all(in: lines).filter(\.isOfText)
    guard gutters.count == 1, let gutter = gutters.first, let texts = texts(of: page) else {
      return false
    }
    let left = end(of: lines.filter { $0.right <= gutter.place && !gutter.isAcross($0) }, texts)
    let right = end(of: lines.filter { $0.left >= gutter.place && !gutter.isAcross($0) }, texts)
    guard let left, let right, left.line.bottom - right.line.bottom > Self.leastUneven * height,
      left.isFull, left.line.bottom >= Self.leastFilled * height
    else { return false }
    func endsSentence(_ line: PDFBoxes.Line) -> Bool {
      PDFPages.endsSentence(PDFLetters.line(scalars(of: line, texts)))
    }
    return endsSentence(right.line) && !endsSentence(left.line)
  }

  func scalars(of line: PDFBoxes.Line, _ texts: [ArraySlice<UInt8>])
    -> String.UnicodeScalarView
  {
    String(decoding: words(of: line, texts), as: UTF8.self).unicodeScalars
  }

  /// The last line of a column with `lines`, and whether it fills it; but for what is set apart below it, or has no
  /// letters: the number of the page.
  private func end(
    of lines: [PDFBoxes.Line], _ texts: [ArraySlice<UInt8>]
  ) -> (line: PDFBoxes.Line, isFull: Bool)? {
    var rows = PDFTableRows.seenRows(of: Array(lines.indices), in: lines)
      .map { $0.map { lines[$0] } }
    let all = rows.count
    while let last = rows.last,
      !last.contains(where: { scalars(of: $0, texts).contains(where: PDFLetters.isLetter) })
    {
      rows.removeLast()
    }
    if rows.count == all, let last = rows.last?.first, let before = rows.dropLast().last?.first,
      last.top - before.bottom > 2 * last.height
    {
      rows.removeLast()
    }
    // From the left.
    guard let line = rows.last?.first, let edge = lines.map(\.left).min() else { return nil }
    return (line, line.left - edge < 2 * line.height)
  }
}
