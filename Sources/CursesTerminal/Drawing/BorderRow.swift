import Screen

/// Rows in logical order for a terminal that orders them.
///
/// A terminal knows nothing of panes: what stands left and right of a border would be one line of text
/// to it. U+2800, a blank that counts as a Latin letter, on each side of the border keeps them apart.
enum BorderRow {
  /// The cells to send for `row`.
  ///
  /// - Complexity: O(*n*).
  static func cells(for row: ArraySlice<Screen.Cell>) -> [Screen.Cell] {
    var cells = Array(row)
    for index in cells.indices where isBorder(cells[index]) {
      for side in [index - 1, index + 1] where cells.indices.contains(side) {
        if cells[side].text == " " { cells[side].text = "\u{2800}" }
      }
    }
    return cells
  }

  private static func isBorder(_ cell: Screen.Cell) -> Bool {
    cell.text.unicodeScalars.first.map { (0x2500...0x257F).contains($0.value) } ?? false
  }
}
