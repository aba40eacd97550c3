import Screen

/// The help over the whole screen.
struct HelpView {
  let state: ReaderState

  func draw(into painter: inout Painter) {
    let theme = state.appearance.theme
    let rows = max(1, state.size.rows - 1)
    painter.screen.fill(
      Area(column: 0, row: 0, columns: state.size.columns, rows: state.size.rows),
      style: theme.style([.help]))
    let visible = HelpText.rows.dropFirst(state.helpTop ?? 0).prefix(rows)
    for (index, row) in visible.enumerated() { draw(row, at: index, into: &painter) }
    let hint =
      HelpText.rows.count > rows ? "j k Space move · any other key closes" : "any key closes"
    painter.screen.fill(state.arrangement.status, style: theme.style([.status]))
    draw(hint, column: 0, row: rows, .status, into: &painter)
  }

  private func draw(_ row: HelpText.Row, at index: Int, into painter: inout Painter) {
    let keyColumns = min(22, state.size.columns / 2)
    switch row {
    case .gap: break
    case .heading(let title): draw(title, column: 1, row: index, .paneHeading, into: &painter)
    case .note(let text): draw(text, column: 1, row: index, .help, into: &painter)
    case .binding(let keys, let arabic, let summary):
      draw(keys, column: 3, row: index, .helpKey, into: &painter)
      draw(arabic, column: 3 + keyColumns, row: index, .helpKey, into: &painter)
      draw(summary, column: 7 + keyColumns, row: index, .help, into: &painter)
    }
  }

  private func draw(
    _ text: String, column: Int, row: Int, _ role: Role, into painter: inout Painter
  ) {
    painter.draw(
      label: text,
      in: Area(column: column, row: row, columns: state.size.columns - column, rows: 1),
      lettering: state.appearance.lettering, style: state.appearance.theme.style([.help, role]))
  }
}
