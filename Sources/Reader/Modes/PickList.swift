import Interface
import Screen

/// Rows above what the status line says, out of which one is picked: which of them is selected, and how keys
/// and the mouse move through them.
struct PickList: Hashable, Sendable {
  /// A row as it is drawn: what can be picked, and what is told of it at the far end.
  struct Row {
    var label: String
    var note = ""
  }

  /// The most rows.
  private static let mostRows = 10

  /// The row that is selected, or `nil` for none.
  private(set) var selected: Int?
  private var top = 0

  /// A list with its first row selected, or none.
  init(selected: Int? = 0) { self.selected = selected }

  /// How many of `count` rows are seen above the row `bottom` of the screen.
  func shownRows(of count: Int, above bottom: Int) -> Int {
    max(1, min(count, Self.mostRows, bottom - 1))
  }

  /// Moves by `distance` rows of `count`.
  mutating func move(by distance: Int, of count: Int, above bottom: Int) {
    let start = selected ?? (distance > 0 ? -1 : count)
    select(min(max(0, start + distance), count - 1), of: count, above: bottom)
  }

  /// Moves as `key` says.
  ///
  /// - Returns: whether it says so.
  mutating func move(by key: Key, of count: Int, above bottom: Int) -> Bool {
    let page = shownRows(of: count, above: bottom)
    let distance: Int
    switch key {
    case .up, .control("p"), .backTab: distance = -1
    case .down, .control("n"), .tab: distance = 1
    case .pageUp: distance = -page
    case .pageDown: distance = page
    default: return false
    }
    move(by: distance, of: count, above: bottom)
    return true
  }

  /// Does what the mouse does: its wheel moves, and a click selects the row below it.
  ///
  /// - Returns: whether a row was clicked.
  mutating func picks(by event: MouseEvent, of count: Int, above bottom: Int) -> Bool {
    switch event.action {
    case .wheelUp, .wheelDown: move(by: event.wheelRows.signum(), of: count, above: bottom)
    case .press:
      guard let row = row(at: event.point, of: count, above: bottom) else { return false }
      select(row, of: count, above: bottom)
      return true
    case .drag, .release: break
    }
    return false
  }

  /// Selects a row of `count`, or none.
  mutating func select(_ index: Int?, of count: Int, above bottom: Int) {
    selected = index.map { max(0, min($0, count - 1)) }
    top = first(of: count, above: bottom)
  }

  /// The first row that is seen.
  private func first(of count: Int, above bottom: Int) -> Int {
    let shown = shownRows(of: count, above: bottom)
    let selected = selected ?? 0
    return max(0, min(max(min(top, selected), selected - shown + 1), max(0, count - shown)))
  }

  /// The row of `count` under the mouse.
  func row(at point: ScreenPoint, of count: Int, above bottom: Int) -> Int? {
    let shown = shownRows(of: count, above: bottom)
    let row = point.row - (bottom - shown)
    guard row >= 0, row < shown else { return nil }
    let index = first(of: count, above: bottom) + row
    return index < count ? index : nil
  }

  /// Draws `count` rows above the row `bottom`; where there are none, `nothing`.
  func draw(
    _ count: Int, above bottom: Int, nothing: String, _ state: ReaderState,
    into painter: inout Painter,
    row: (Int) -> Row
  ) {
    let shown = shownRows(of: count, above: bottom)
    guard bottom - shown >= 0, state.size.columns > 2 else { return }
    let top = first(of: count, above: bottom)
    for index in 0..<shown {
      let area = Area(
        column: 0, row: bottom - shown + index, columns: state.size.columns, rows: 1)
      let drawn = count == 0 ? Row(label: nothing) : row(top + index)
      draw(drawn, isSelected: count > 0 && top + index == selected, area, state, into: &painter)
    }
    painter.drawScrollMarks(
      above: top > 0, below: count > top + shown,
      Area(column: 0, row: bottom - shown, columns: state.size.columns, rows: shown), state)
  }

  private func draw(
    _ row: Row, isSelected: Bool, _ area: Area, _ state: ReaderState, into painter: inout Painter
  ) {
    let roles: [Role] = [.pane] + (isSelected ? [.paneSelected] : [])
    let theme = state.appearance.theme
    painter.screen.fill(area, style: theme.style(roles))
    let direction = state.rowDirection
    let lettering = state.appearance.lettering
    let inner = area.after(1, width: area.size.columns - 2, in: direction)
    let room = min(Label.columns(of: row.note, lettering: lettering), inner.size.columns / 2)
    painter.draw(
      label: row.note, in: inner.after(inner.size.columns - room, in: direction),
      direction: direction, edge: .end, lettering: lettering,
      style: theme.style([.pane, .paneCount] + roles.dropFirst()))
    painter.draw(
      label: Label.isolated(row.label),
      in: inner.after(0, width: max(0, inner.size.columns - room - 1), in: direction),
      direction: direction, lettering: lettering, style: theme.style(roles))
  }
}
