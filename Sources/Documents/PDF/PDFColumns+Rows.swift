extension PDFColumns {
  /// `page` with cells that stand one behind the other, lines by themselves that are narrow, row by row.
  func cells(in page: [Int]) -> [Int] {
    let counts = Dictionary(grouping: lines, by: \.block).mapValues(\.count)
    let width = PDFGutter.width(of: lines)
    let isCell = page.map { counts[lines[$0].block] == 1 && lines[$0].width < 0.4 * width }
    var result: [Int] = []
    var run: [Int] = []
    for (index, isCell) in zip(page, isCell) {
      if isCell {
        run.append(index)
      } else {
        result += downward(run) + [index]
        run = []
      }
    }
    return result + downward(run)
  }

  /// The lines of a column from the top down, and of one height in the order of reading.
  func downward(_ column: [Int]) -> [Int] { rowsSeen(in: column).flatMap(\.self) }

  /// The lines of a column from the top down, those of one height together.
  func rowsSeen(in column: [Int]) -> [[Int]] {
    PDFTableRows.seenRows(of: column, in: lines).map { row in
      row.sorted { lines[$0].isBefore(lines[$1], isRightToLeft: isRightToLeft) }
    }
  }

  /// The columns of `part`, the first to be read first.
  func sides(of part: [Int], beside place: Double) -> [[Int]] {
    let left = part.filter { lines[$0].right <= place }
    let right = part.filter { lines[$0].right > place }
    return isRightToLeft ? [right, left] : [left, right]
  }

  /// The lines of a table row by row, in each cell by cell.
  func rows(of part: [Int], beside gutter: PDFGutter) -> [Int] {
    var result: [Int] = []
    var top = -Double.infinity
    for end in gutter.rows + [.infinity] {
      let row = part.filter { (top..<end).contains(lines[$0].middle) }
      result += sides(of: row, beside: gutter.place).joined()
      top = end
    }
    return result
  }
}
