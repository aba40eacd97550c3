import ArabicText

extension OfficeText {
  /// Ends a cell of the row around it.
  mutating func closeCell() {
    guard let cell = close(), lines.count > cell.start else { return }
    levels[top].cellCount += 1
    if lines.count != cell.start + 1 || lines[cell.start].kind == .row {
      levels[top].isOneLine = false
    }
  }

  /// Ends a row: one line where its cells have one at most, else all lines one by one.
  ///
  /// - Complexity: O(*n*) in the bytes of the line; one that was made so is never part of another.
  mutating func closeRow() {
    guard let row = close(), row.cellCount > 1, row.isOneLine,
      lines.count == row.start + row.cellCount
    else { return }
    var line = Line(kind: .row)
    for cell in lines[row.start...] {
      if !line.bytes.isEmpty { line.bytes += Array(" | ".utf8) }
      let words = cell.numbered
      line.links += words.links.map { $0.moved(by: line.bytes.count) }
      line.bytes += words.bytes
    }
    lines.removeSubrange(row.start...)
    lines.append(line)
  }
}
