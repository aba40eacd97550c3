import ArabicAnalysis
import Screen

/// The side pane: people, organisations and places with the number of their mentions.
struct PaneView {
  let state: ReaderState

  func draw(into painter: inout Painter) {
    guard let area = state.arrangement.pane, let border = state.arrangement.border else { return }
    let theme = state.appearance.theme
    painter.screen.fill(area, style: theme.style([.pane]))
    for row in area.rows {
      painter.screen[row: row, column: border] = Screen.Cell("│", style: theme.style([.border]))
    }
    let rows = state.marks.paneRows
    if rows.isEmpty { drawEmpty(area, into: &painter) }
    for (index, row) in rows.dropFirst(state.pane.top).prefix(area.size.rows).enumerated() {
      let place = Area(column: 0, row: area.row + index, columns: area.size.columns, rows: 1)
      draw(row, in: place, into: &painter)
    }
  }

  private func draw(_ row: PaneRow, in area: Area, into painter: inout Painter) {
    let theme = state.appearance.theme
    switch row {
    case .gap:
      break
    case .heading(let kind, let count):
      let title = kind.plural.prefix(1).uppercased() + kind.plural.dropFirst()
      draw("\(title) (\(count))", in: area, theme.style([.pane, .paneHeading]), into: &painter)
    case .entity(let index):
      draw(state.marks.analysis.entities[index], in: area, into: &painter)
    }
  }

  /// The name ends at the right edge as Arabic does; the count stands at the left.
  private func draw(_ entity: Entity, in area: Area, into painter: inout Painter) {
    let theme = state.appearance.theme
    let isSelected = entity.id == state.pane.selected
    let over: [Role] = isSelected ? [state.focus == .pane ? .paneSelected : .mention] : []
    if isSelected { painter.screen.fill(area, style: theme.style([.pane] + over)) }
    let count = String(entity.mentions.count)
    draw(count, in: area, theme.style([.pane, .paneCount] + over), into: &painter)
    let left = count.count + 1
    let room = Area(
      column: area.column + left, row: area.row, columns: area.size.columns - left - 1, rows: 1)
    painter.draw(
      label: entity.canonical, in: room, direction: .rightToLeft,
      isVisual: state.appearance.isVisual, style: theme.style([.pane, Role(entity.kind)] + over))
  }

  private func drawEmpty(_ area: Area, into painter: inout Painter) {
    let isFinished = if case .finished = state.progress { true } else { false }
    let text = isFinished ? "no names found" : "looking for names …"
    draw(text, in: area, state.appearance.theme.style([.pane, .paneCount]), into: &painter)
  }

  private func draw(_ text: String, in area: Area, _ style: Style, into painter: inout Painter) {
    painter.draw(label: text, in: area, isVisual: state.appearance.isVisual, style: style)
  }
}
