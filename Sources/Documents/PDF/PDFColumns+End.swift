extension PDFColumns {
  /// Whether the text of `page`, the last one, ends in the right one of two columns though it is from right to left, as
  /// programs set columns that are not told its direction: the left one goes further down and ends within a sentence,
  /// the right one with one.
  func endsOnRight(_ page: ArraySlice<UInt8>) -> Bool {
    guard isRightToLeft else { return false }
    let gutters = PDFGutter.all(in: lines).filter(\.isOfText)
    guard gutters.count == 1, let gutter = gutters.first, let texts = texts(of: page) else {
      return false
    }
    let left = end(of: lines.filter { $0.right <= gutter.place && !gutter.isAcross($0) })
    let right = end(of: lines.filter { $0.left >= gutter.place && !gutter.isAcross($0) })
    guard let left, let right, left.bottom - right.bottom > 2 * left.height else { return false }
    func endsSentence(_ line: PDFBoxes.Line) -> Bool {
      let words = String(decoding: words(of: line, texts), as: UTF8.self)
      return PDFPages.endsSentence(PDFLetters.line(words.unicodeScalars))
    }
    return endsSentence(right) && !endsSentence(left)
  }

  /// The last line of a column with `lines`, but for what is set apart below it: the number of the page.
  private func end(of lines: [PDFBoxes.Line]) -> PDFBoxes.Line? {
    var rows = PDFTableRows.seenRows(of: Array(lines.indices), in: lines)
      .map { $0.map { lines[$0] } }
    if let last = rows.last?.first, let before = rows.dropLast().last?.first,
      last.top - before.bottom > 2 * last.height
    {
      rows.removeLast()
    }
    // From the left.
    return rows.last?.first
  }
}
