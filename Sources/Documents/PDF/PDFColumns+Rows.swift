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

  /// The first table of `part`, which `gutter` parts: what is parted by those of a text alone is none, as the headlines of
  /// three columns.
  func table(in part: [Int], beside gutter: PDFGutter?) -> PDFTableRows? {
    func table(_ places: [Double]) -> PDFTableRows? {
      PDFTableRows(in: part, of: lines, across: places, isRightToLeft: isRightToLeft)
    }
    guard let gutter, gutter.partsText else { return table([]) }
    return table([gutter.place]).flatMap { found in
      let own = part.map { lines[$0] }
      let others = [
        own.filter { $0.right <= gutter.place }, own.filter { $0.left >= gutter.place },
      ]
      .flatMap(PDFGutter.all).filter(\.isOfText).map(\.place)
      return others.isEmpty ? found : table([gutter.place] + others)
    }
  }

  /// What of `part` stands below both columns beside `place`, which end at one height but for a few lines: short lines set
  /// apart from those above and indented, as those of a box that is as wide as both.
  func boxBelow(_ part: [Int], beside place: Double) -> [Int] {
    let columns = sides(of: part, beside: place)
    for (column, other) in zip(columns, columns.reversed()) {
      guard let end = other.map({ lines[$0].bottom }).max() else { continue }
      let below = column.filter { lines[$0].middle > end }
      let above = column.filter { lines[$0].middle <= end }
      guard let first = below.map({ lines[$0] }).min(by: { $0.top < $1.top }),
        let last = above.map({ lines[$0] }).max(by: { $0.bottom < $1.bottom }),
        first.top - last.bottom > Self.leastGapOfBox * last.height,
        end - last.bottom < Self.mostUneven * last.height,
        zip(edges(of: below), edges(of: above)).allSatisfy({ abs($0 - $1) > Self.leastIndent })
      else { continue }
      return below
    }
    return []
  }

  /// How far a box is below the columns at least and how uneven their ends are at most, in heights of a line, and how far
  /// its lines are indented at least, in points: judgements.
  private static let (leastGapOfBox, mostUneven, leastIndent) = (0.5, 3.5, 2.0)

  private func edges(of part: [Int]) -> [Double] {
    [part.map { lines[$0].left }.min() ?? 0, part.map { lines[$0].right }.max() ?? 0]
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
