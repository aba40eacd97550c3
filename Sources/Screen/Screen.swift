/// A grid of cells with styles: what a state of the reader looks like at one size.
///
/// Rows run from the top, columns from the left, both from 0. Text is in visual order: what stands
/// in column 0 is drawn at the left edge, whatever its direction.
package struct Screen: Hashable, Sendable {
  /// One cell of the grid.
  package struct Cell: Hashable, Sendable {
    /// A base and its marks, at most five scalars; empty in the cells that a wide character covers.
    package var text: String
    /// The columns that it takes: 1 or 2, or 0 for a cell that the one before covers.
    package var columns: Int
    /// How it looks.
    package var style: Style

    /// A cell that shows `text`.
    package init(_ text: String, columns: Int = 1, style: Style = .plain) {
      self.text = text
      self.columns = columns
      self.style = style
    }

    /// An empty cell in the terminal's own look.
    package static let blank = Cell(" ")
  }

  /// Where the terminal's own cursor stands.
  ///
  /// Screen readers, magnifiers and the windows of input methods follow it, seen or not.
  package struct Cursor: Hashable, Sendable {
    /// The cell that it stands on.
    package var point: ScreenPoint
    /// Whether it is seen: where somebody types.
    package var isVisible: Bool

    /// The cursor at `point`.
    package init(at point: ScreenPoint, isVisible: Bool) {
      self.point = point
      self.isVisible = isVisible
    }
  }

  /// The size of the grid.
  package let size: Size
  /// The terminal's own cursor; `nil` leaves it at the upper left corner, unseen.
  package var cursor: Cursor?
  /// All cells, row after row.
  private var cells: [Cell]

  /// A grid of blank cells in `style`.
  package init(size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: Cell(" ", style: style), count: max(0, size.columns * size.rows))
  }

  /// The cell in `column` of `row`; reading outside gives a blank, writing outside does nothing.
  package subscript(row row: Int, column column: Int) -> Cell {
    get { contains(row, column) ? cells[row * size.columns + column] : .blank }
    set { if contains(row, column) { cells[row * size.columns + column] = newValue } }
  }

  /// The cells of one row, from the left.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Fills `area` with blanks in `style`.
  package mutating func fill(_ area: Area, style: Style) {
    for row in area.rows {
      for column in area.columns { self[row: row, column: column] = Cell(" ", style: style) }
    }
  }

  /// The row as plain text, for tests and dumps: what a person would see, from the left.
  package func text(ofRow row: Int) -> String {
    self.row(row).map(\.text).joined()
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }
}
