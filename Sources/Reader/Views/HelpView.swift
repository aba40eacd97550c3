import Interface
import Screen

/// The help over the whole screen.
struct HelpView {
  let state: ReaderState

  func draw(into painter: inout Painter) {
    let theme = state.appearance.theme
    let whole = Area(column: 0, row: 0, columns: state.size.columns, rows: state.size.rows)
    let shown = max(1, state.size.rows - 1)
    painter.screen.fill(whole, style: theme.style([.help]))
    let rows = HelpText.rows(of: state)
    for (index, row) in rows.dropFirst(state.helpTop ?? 0).prefix(shown).enumerated() {
      draw(row, in: line(index), into: &painter)
    }
    painter.screen.fill(state.arrangement.status, style: theme.style([.status]))
    let hint =
      rows.count > shown ? state.string(.helpMove, .text(movingKeys)) : state.string(.helpClose)
    draw(hint, in: line(shown), 0, .status, into: &painter)
  }

  private var movingKeys: String {
    [Command.lineDown, .lineUp, .pageDown].compactMap { state.keymap.keys(of: $0).first }
      .map { Label.isolated($0.label(in: state.language)) }.joined(separator: " ")
  }

  private func line(_ row: Int) -> Area {
    Area(column: 0, row: row, columns: state.size.columns, rows: 1)
  }

  private func draw(_ row: HelpText.Row, in area: Area, into painter: inout Painter) {
    let keyColumns = min(22, state.size.columns / 2)
    switch row {
    case .gap: break
    case .heading(let key): draw(state.string(key), in: area, 1, .paneHeading, into: &painter)
    case .note(let key): draw(state.string(key), in: area, 1, .help, into: &painter)
    case .binding(let keys, let arabic, let summary):
      draw(keys, in: area, 3, width: keyColumns - 1, .helpKey, into: &painter)
      let isWide = state.size.columns >= 76
      let shown = isWide ? arabic.joined(separator: " ") : arabic.first ?? ""
      draw(shown, in: area, 3 + keyColumns, .helpKey, into: &painter)
      draw(summary, in: area, (isWide ? 11 : 7) + keyColumns, .help, into: &painter)
    }
  }

  /// Draws `text` as many columns behind the start of the row.
  private func draw(
    _ text: String, in area: Area, _ columns: Int, width: Int = .max, _ role: Role,
    into painter: inout Painter
  ) {
    let direction = state.language.direction
    painter.draw(
      label: text, in: area.after(columns, width: width, in: direction), direction: direction,
      lettering: state.appearance.lettering, style: state.appearance.theme.style([.help, role]))
  }
}
