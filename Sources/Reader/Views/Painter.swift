import ArabicText
import Interface
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

  /// Draws one row of text into `area`, running in `direction` from the side where that begins, or
  /// with its end at the other side.
  mutating func draw(
    label: String, in area: Area, direction: Direction, edge: Edge = .start, lettering: Lettering,
    style: Style
  ) {
    guard area.size.columns > 0, area.size.rows > 0 else { return }
    var area = area
    if edge == .end {
      let width = Label.columns(of: label, lettering: lettering)
      let columns = min(width, area.size.columns)
      let column = direction == .leftToRight ? area.columns.upperBound - columns : area.column
      area = Area(column: column, row: area.row, columns: columns, rows: 1)
    }
    let line = Label.line(
      label, columns: area.size.columns, direction: direction, lettering: lettering)
    draw(line, row: area.row, column: area.column) { _ in style }
  }
}

extension ReaderState {
  /// The direction in which the parts of a row follow each other: that of the language.
  var rowDirection: Direction { rowDirection(language.direction) }

  /// `direction` as a row of the screen has it: where the terminal orders the letters, or nobody, all
  /// that is sent runs from the left, the parts of a row as the letters of each, so that none is drawn
  /// over the other and the terminal turns them round together.
  func rowDirection(_ direction: Direction) -> Direction {
    appearance.lettering.isVisual ? direction : .leftToRight
  }

  /// Draws one row of text in `roles`, running in `direction` from the side where that begins, or with
  /// its end at the other side.
  func draw(
    _ text: String, in area: Area, _ roles: [Role], from direction: Direction, edge: Edge = .start,
    into painter: inout Painter
  ) {
    painter.draw(
      label: text, in: area, direction: direction, edge: edge, lettering: appearance.lettering,
      style: appearance.theme.style(roles))
  }
}

/// A side of a row, as its language runs.
enum Edge {
  case start, end
}

extension Area {
  /// The part of the area that lies `columns` behind the side from which `direction` runs, at most
  /// `width` columns wide.
  func after(_ columns: Int, width: Int = .max, in direction: Direction) -> Area {
    let columns = min(max(0, columns), size.columns)
    let width = min(width, size.columns - columns)
    let left = direction == .leftToRight ? columns : size.columns - columns - width
    return Area(column: column + left, row: row, columns: width, rows: size.rows)
  }
}
