/// The size of a screen or of a part of it, in terminal cells.
package struct Size: Hashable, Sendable {
  /// Cells in a row, zero or more.
  package var columns: Int
  /// Rows, zero or more.
  package var rows: Int

  /// A size of `columns` by `rows` cells.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A rectangle of cells, counted from the upper left corner of the screen.
package struct Area: Hashable, Sendable {
  /// The first column, from 0.
  package var column: Int
  /// The first row, from 0.
  package var row: Int
  /// How many columns and rows.
  package var size: Size

  /// The rectangle of `size` whose upper left cell is at `column`, `row`.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.size = Size(columns: max(0, columns), rows: max(0, rows))
  }

  /// The columns as a range.
  package var columns: Range<Int> { column..<column + size.columns }
  /// The rows as a range.
  package var rows: Range<Int> { row..<row + size.rows }
}
