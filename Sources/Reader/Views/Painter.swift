import ArabicText
import Screen
import TextLayout

/// Draws laid-out text into a grid of cells.
struct Painter {
  var screen: Screen

  /// Draws `line` with its left edge at `column`, each cell in the style that `style` gives.
  mutating func draw(
    _ line: Line, row: Int, column: Int, style: (TextLayout.Cell) -> Style
  ) {
    for cell in line.cells where cell.columns > 0 {
      put(cell, row: row, column: column + cell.column.value, style: style(cell))
    }
  }

  /// Draws one cell of laid-out text.
  mutating func put(_ cell: TextLayout.Cell, row: Int, column: Int, style: Style) {
    // A tab is as many blanks as it has columns; a wide letter covers the cell to its right.
    let isBlank = cell.kind == .space
    screen[row: row, column: column] = Screen.Cell(
      cell.text, columns: isBlank ? 1 : cell.columns, style: style)
    for covered in stride(from: 1, to: cell.columns, by: 1) {
      screen[row: row, column: column + covered] =
        isBlank ? Screen.Cell(" ", style: style) : Screen.Cell("", columns: 0, style: style)
    }
  }

  /// Draws one row of the interface's own text into `area`: names in it keep their direction.
  ///
  /// The text starts from the side of `direction`, or of its first strong letter for `nil`.
  mutating func draw(
    label: String, in area: Area, direction: Direction? = .leftToRight, lettering: Lettering,
    style: Style
  ) {
    guard area.size.columns > 0, area.size.rows > 0 else { return }
    let line = Label.line(
      label, columns: area.size.columns, direction: direction, lettering: lettering)
    draw(line, row: area.row, column: area.column) { _ in style }
  }
}

/// One line of the interface's own text.
enum Label {
  /// The text in one line of at most `columns` columns, cut with an ellipsis at its logical end.
  static func line(
    _ string: String, columns: Int, direction: Direction?, lettering: Lettering
  ) -> Line {
    var shown = string
    while true {
      let whole = layout(shown, columns: 4096, direction, lettering)
      let width = whole.cells.reduce(0) { $0 + $1.columns }
      if width <= columns || shown.count <= 1 {
        return layout(shown, columns: columns, direction, lettering)
      }
      let cut = shown == string ? shown : String(shown.dropLast())
      shown = cut.dropLast(max(1, (width - columns) / 2)) + "…"
    }
  }

  private static func layout(
    _ string: String, columns: Int, _ direction: Direction?, _ lettering: Lettering
  ) -> Line {
    let text = DecodedText(string)
    let options = LayoutOptions(width: columns, direction: direction, lettering: lettering)
    return ParagraphLayout(text, text.span, options: options).lines[0]
  }

  /// `string` set apart, so that its direction does not change what stands around it (UAX #9, FSI).
  static func isolated(_ string: String) -> String { "\u{2068}\(string)\u{2069}" }
}
