import Interface
import Screen
import TextLayout

/// A list in the place of the side pane, or over the left of a narrow screen.
struct ChooserView {
  let state: ReaderState
  let chooser: Chooser

  func draw(into painter: inout Painter) {
    let area = area
    painter.screen.fill(area, style: theme.style([.pane]))
    for row in area.rows {
      painter.screen[row: row, column: area.columns.upperBound] = Screen.Cell(
        "│", style: theme.style([.border]))
    }
    draw(title, in: line(0), [.pane, .paneHeading], from: state.language.direction, &painter)
    for index in chooser.top..<state.count(of: chooser) {
      let row = index - chooser.top + 1
      guard row < area.size.rows else { break }
      draw(item: index, in: line(row), &painter)
    }
  }

  private var theme: Theme { state.appearance.theme }

  private var area: Area {
    let rows = max(0, state.size.rows - 1)
    let columns = state.arrangement.pane?.size.columns ?? min(36, state.size.columns - 1)
    return Area(column: 0, row: 0, columns: columns, rows: rows)
  }

  private func line(_ row: Int) -> Area {
    Area(column: 0, row: row, columns: max(0, area.size.columns - 1), rows: 1)
  }

  private var title: String {
    switch chooser.kind {
    case .files: state.string(.headingFiles, .number(state.files.files.count))
    case .themes(let themes, _): state.string(.headingThemes, .number(themes.count))
    }
  }

  private func draw(item index: Int, in place: Area, _ painter: inout Painter) {
    let over: [Role] = index == chooser.selected ? [.paneSelected] : []
    var whole = place
    whole.size.columns += 1
    if !over.isEmpty { painter.screen.fill(whole, style: theme.style([.pane] + over)) }
    switch chooser.kind {
    case .themes(let themes, _):
      draw(themes[index].name, in: place, [.pane] + over, from: .leftToRight, &painter)
    case .files:
      let file = state.files.files[index]
      let isCurrent = index == state.files.current
      let note = note(on: isCurrent ? .read(percent: state.percent) : file.condition)
      let role: Role = file.condition == .failed ? .error : .paneCount
      draw(note, in: place, [.pane, role] + over, from: .leftToRight, &painter)
      let left = note.isEmpty ? 0 : note.count + 1
      let room = Area(
        column: place.column + left, row: place.row, columns: place.size.columns - left, rows: 1)
      draw(file.name, in: room, [.pane] + over, from: .rightToLeft, &painter)
    }
  }

  private func note(on condition: OpenFile.Condition) -> String {
    switch condition {
    case .unread: "·"
    case .failed: "!"
    case .read(let percent): state.language.string(ofPercent: percent)
    }
  }

  private func draw(
    _ text: String, in area: Area, _ roles: [Role], from direction: Direction,
    _ painter: inout Painter
  ) {
    painter.draw(
      label: text, in: area, direction: direction, lettering: state.appearance.lettering,
      style: theme.style(roles))
  }
}
