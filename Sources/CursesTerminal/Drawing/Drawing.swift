import Screen

/// How the cells of a screen are brought to the terminal.
package enum Drawing: Hashable, Sendable {
  /// Cells are sent where they stand, for a terminal that leaves their order alone.
  case visual
  /// As ``visual``, each right-to-left word turned round, for kitty, which turns it back.
  case words
  /// As a line of text that the terminal's own bidirectional algorithm turns into the row.
  ///
  /// Konsole orders the letters and does not mirror the brackets.
  case inverse(mirrors: Bool = true)
  /// The reader has put the letters in logical order, and the terminal orders them.
  case terminal
  /// As ``visual``, with the letters in logical order.
  case logical

  /// Whether the reader has to put cells in visual order and shape them.
  package var isVisual: Bool { self != .logical && self != .terminal }

  /// For each column that is sent for `row`, the column of the row that stands there.
  ///
  /// - Complexity: that of ``cells(for:)``.
  func columns(of row: ArraySlice<Screen.Cell>) -> [Int] {
    if case .inverse(let mirrors) = self {
      InverseRow.columns(of: row, mirrors: mirrors)
    } else {
      Array(0..<row.count)
    }
  }

  /// The cells to send for `row`, from the left; as many columns as there are in the row.
  ///
  /// - Complexity: O(*n*); see also ``InverseRow``.
  func cells(for row: ArraySlice<Screen.Cell>) -> [Screen.Cell] {
    switch self {
    case .visual, .logical: Array(row)
    case .terminal: BorderRow.cells(for: row)
    case .words: WordRow.cells(for: row)
    case .inverse(let mirrors): InverseRow.cells(for: row, mirrors: mirrors)
    }
  }
}
