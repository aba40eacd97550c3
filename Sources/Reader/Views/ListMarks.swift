import ArabicText
import Interface
import Screen
import TextLayout

extension Painter {
  /// Draws the line beside a list: a heavy one while the list has the keys.
  mutating func drawBorder(column: Int, rows: Range<Int>, hasKeys: Bool, _ theme: Theme) {
    let style = theme.style(hasKeys ? [.border, .paneHeading] : [.border])
    for row in rows {
      screen[row: row, column: column] = Screen.Cell(hasKeys ? "┃" : "│", style: style)
    }
  }

  /// Shows, in one column beside a list, that it goes on above or below.
  mutating func drawScrollMarks(
    above: Bool, below: Bool, column: Int, rows: Range<Int>, style: Style
  ) {
    guard let first = rows.first, let last = rows.last else { return }
    if above { screen[row: first, column: column] = Screen.Cell("↑", style: style) }
    if below { screen[row: last, column: column] = Screen.Cell("↓", style: style) }
  }

  /// Shows that a list that fills `area` goes on above or below, where its lines end.
  mutating func drawScrollMarks(above: Bool, below: Bool, _ area: Area, _ state: ReaderState) {
    let isLeft = state.rowDirection == .rightToLeft
    drawScrollMarks(
      above: above, below: below, column: isLeft ? area.column : area.columns.upperBound - 1,
      rows: area.rows, style: state.appearance.theme.style([.help, .paneCount]))
  }

  /// Draws `text` into as many rows of `area` as it takes, broken between words.
  mutating func draw(
    wrapped text: String, in area: Area, direction: Direction, lettering: Lettering, style: Style
  ) {
    for (index, line) in Label.lines(
      text, columns: area.size.columns, direction: direction, lettering: lettering
    ).prefix(area.size.rows).enumerated() {
      draw(line, row: area.row + index, column: area.column) { _ in style }
    }
  }
}
