import CNCurses
import Screen

/// Puts screens into the standard window of curses, which sends what has changed.
struct CursesPainter {
  /// The colours to paint with.
  let depth: ColorDepth
  /// How rows are brought to the terminal.
  let drawing: Drawing
  /// What was painted last; rows that are the same are not painted again.
  private var last: Screen?
  /// Colour numbers by style: styles are few, cells many.
  private var rendered: [Style: Rendered] = [:]

  /// A style as curses takes it.
  private struct Rendered {
    var attributes: attr_t
    var pair: Int32
  }

  /// What shows italics: they themselves, else faint letters, else a line below them.
  private let slant: attr_t

  /// A painter for the terminal that curses has been started on.
  ///
  /// - Parameters:
  ///   - depth: The colours to paint with.
  ///   - drawing: How rows are brought to the terminal.
  ///   - hasItalics: Whether italics are drawn in a font that has Arabic: mlterm takes one of its own, which
  ///     shows boxes.
  init(depth: ColorDepth, drawing: Drawing = .visual, hasItalics: Bool = true) {
    self.depth = depth
    self.drawing = drawing
    // Many a terminfo entry has no italics (linux, screen, vt100): curses would leave them out.
    let known = term_attrs()
    let ways = (hasItalics ? [cn_italic] : []) + [cn_dim, cn_underline]
    slant = ways.first { known & $0 != 0 } ?? 0
  }

  /// Forgets what was painted, so that the next screen is painted in full.
  mutating func forget() {
    last = nil
  }

  /// Paints `screen` into the window of `size`; what lies outside is left out.
  mutating func paint(_ screen: Screen, in size: Size) {
    // ncurses reuses the pair that was asked for least recently, so all are asked for each time.
    rendered.removeAll(keepingCapacity: true)
    let isSameSize = last?.size == screen.size
    if !isSameSize { werase(cn_stdscr()) }
    for row in 0..<min(screen.size.rows, size.rows) {
      if isSameSize, let last, last.row(row) == screen.row(row) { continue }
      let visible = screen.row(row).prefix(size.columns)
      let cells = cells(of: drawing.cells(for: visible))
      _ = cells.withUnsafeBufferPointer {
        mvwadd_wchnstr(cn_stdscr(), Int32(row), 0, $0.baseAddress, Int32($0.count))
      }
    }
    last = screen
  }

  /// The cell of the screen that was sent to `point`, for a terminal that tells where a cell stands in
  /// what it was sent.
  func point(sentTo point: ScreenPoint) -> ScreenPoint {
    guard let last else { return point }
    let columns = drawing.columns(of: last.row(point.row))
    guard columns.indices.contains(point.column) else { return point }
    return ScreenPoint(column: columns[point.column], row: point.row)
  }

  /// Where the cell at `point` of the screen stands in what was sent: the inverse of
  /// ``point(sentTo:)``.
  func point(showing point: ScreenPoint) -> ScreenPoint {
    guard let last else { return point }
    let columns = drawing.columns(of: last.row(point.row))
    guard let column = columns.firstIndex(of: point.column) else { return point }
    return ScreenPoint(column: column, row: point.row)
  }

  /// One row as cells of curses, in which a wide character is one cell.
  private mutating func cells(of cells: [Screen.Cell]) -> [cchar_t] {
    let columns = cells.count
    var result: [cchar_t] = []
    result.reserveCapacity(columns + 1)
    var column = 0
    while column < columns {
      let cell = cells[column]
      let style = rendered(cell.style)
      // A cell that claims more room than there is, or is covered by nothing, becomes a blank.
      let isWide = cell.columns == 2 && column + 1 < columns
      let fits = isWide || cell.columns == 1
      let scalars = CellText.sanitised(fits ? cell.text : " ", columns: isWide ? 2 : 1)
      result.append(curses(scalars, style))
      column += 1
      if isWide {
        if CellText.cellWidth(scalars[0]) != 2 { result.append(curses([" "], style)) }
        column += 1
      }
    }
    return result
  }

  private func curses(_ scalars: [Unicode.Scalar], _ style: Rendered) -> cchar_t {
    let text = scalars.map { wchar_t(bitPattern: $0.value) } + [0]
    var cell = cchar_t()
    cn_setcchar(&cell, text, style.attributes, style.pair)
    return cell
  }

  private mutating func rendered(_ style: Style) -> Rendered {
    if let known = rendered[style] { return known }
    let new = Rendered(attributes: attributes(of: style), pair: pair(of: style))
    rendered[style] = new
    return new
  }

  private func pair(of style: Style) -> Int32 {
    guard depth != .none else { return 0 }
    let foreground = depth.number(of: style.foreground)
    let background = depth.number(of: style.background)
    if foreground == -1 && background == -1 { return 0 }
    return max(0, alloc_pair(foreground, background))
  }

  private func attributes(of style: Style) -> attr_t {
    var result: attr_t = 0
    let set = style.attributes
    if set.contains(.bold) { result |= cn_bold }
    if set.contains(.dim) { result |= cn_dim }
    if set.contains(.italic) { result |= slant }
    if set.contains(.underline) { result |= cn_underline }
    if set.contains(.reverse) { result |= cn_reverse }
    return result
  }
}
