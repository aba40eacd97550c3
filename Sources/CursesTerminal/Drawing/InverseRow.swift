import Screen
import TextLayout

/// Rows for a terminal that orders right-to-left text by itself and cannot be kept from it.
enum InverseRow {
  /// The cells to send for `row`; each keeps its style and, where it is wide, the cell that it covers.
  ///
  /// - Complexity: that of ``InverseBidi``.
  static func cells(for row: ArraySlice<Screen.Cell>, mirrors: Bool) -> [Screen.Cell] {
    let units = units(of: row)
    // Most rows of a screen that changes, and all in Latin, are sent as they are.
    guard units.contains(where: { WordRow.isRightToLeft($0) }) else { return Array(row) }
    var cells: [Screen.Cell] = []
    cells.reserveCapacity(row.count)
    for item in InverseBidi(row: units.map(\.text), mirrors: mirrors).items {
      var cell = units[item.source]
      cell.text = item.text
      cells.append(cell)
      if cell.columns == 2 { cells.append(Screen.Cell("", columns: 0, style: cell.style)) }
    }
    return cells
  }

  /// For each column that is sent for `row`, the column of the row that stands there.
  ///
  /// - Complexity: that of ``InverseBidi``.
  static func columns(of row: ArraySlice<Screen.Cell>, mirrors: Bool) -> [Int] {
    let units = units(of: row)
    guard units.contains(where: { WordRow.isRightToLeft($0) }) else { return Array(0..<row.count) }
    let starts = units.reduce(into: [0]) { starts, cell in
      starts.append((starts.last ?? 0) + max(1, cell.columns))
    }
    return InverseBidi(row: units.map(\.text), mirrors: mirrors).items.flatMap { item in
      (0..<max(1, units[item.source].columns)).map { starts[item.source] + $0 }
    }
  }

  /// The cells that begin something: a wide one stands for both its columns, and one that claims more
  /// room than there is, or is covered by nothing, is a blank.
  private static func units(of row: ArraySlice<Screen.Cell>) -> [Screen.Cell] {
    var units: [Screen.Cell] = []
    units.reserveCapacity(row.count)
    var index = row.startIndex
    while index < row.endIndex {
      var cell = row[index]
      let isWide = cell.columns == 2 && index + 1 < row.endIndex
      if !isWide && cell.columns != 1 { cell = Screen.Cell(" ", style: cell.style) }
      if cell.text.isEmpty { cell.text = " " }
      units.append(cell)
      index += isWide ? 2 : 1
    }
    return units
  }
}
