import Interface
import Screen

/// All commands with their keys, over the whole screen.
struct PaletteView {
  let state: ReaderState
  let palette: PaletteState

  func draw(into painter: inout Painter) {
    let theme = state.appearance.theme
    let area = Area(
      column: 0, row: 0, columns: state.size.columns, rows: max(1, state.size.rows - 1))
    painter.screen.fill(area, style: theme.style([.help]))
    let commands = state.paletteCommands
    for (index, command) in commands.dropFirst(palette.top).prefix(area.size.rows).enumerated() {
      let row = Area(column: 0, row: index, columns: area.size.columns, rows: 1)
      draw(command, in: row, isSelected: palette.top + index == palette.selected, into: &painter)
    }
    drawQuery(count: commands.count, into: &painter)
  }

  private func draw(
    _ command: Command, in area: Area, isSelected: Bool, into painter: inout Painter
  ) {
    let over: [Role] = isSelected ? [.paneSelected] : []
    let theme = state.appearance.theme
    if isSelected { painter.screen.fill(area, style: theme.style([.help] + over)) }
    let direction = state.language.direction
    let own = state.keymap.keys(of: command)
    let arabic = own.compactMap(ArabicKeyboard.arabicKey)
    let keys = (own + arabic).map {
      Label.isolated($0.label(in: state.language))
    }.joined(separator: " ")
    let room = min(
      Label.columns(of: keys, lettering: state.appearance.lettering), area.size.columns / 3)
    let inner = area.after(1, width: area.size.columns - 2, in: direction)
    draw(
      keys, in: inner.after(inner.size.columns - room, in: direction), edge: .end,
      [.help, .helpKey] + over, into: &painter)
    let title = command.title(in: state.language)
    let titleRoom = inner.after(0, width: inner.size.columns - room - 1, in: direction)
    draw(title, in: titleRoom, [.help] + over, into: &painter)
    let columns = Label.columns(of: title, lettering: state.appearance.lettering)
    draw(
      Label.isolated(command.rawValue), in: titleRoom.after(columns + 2, in: direction),
      [.help, .paneCount] + over, into: &painter)
  }

  /// The line in which the commands are searched, at the bottom.
  private func drawQuery(count: Int, into painter: inout Painter) {
    let area = state.arrangement.status
    let theme = state.appearance.theme
    painter.screen.fill(area, style: theme.style([.prompt]))
    draw("> " + Label.isolated(palette.query + "▏"), in: area, [.prompt], into: &painter)
    draw(
      state.string(.paletteCount, .number(count)), in: area, edge: .end, [.prompt], into: &painter)
  }

  private func draw(
    _ text: String, in area: Area, edge: Edge = .start, _ roles: [Role],
    into painter: inout Painter
  ) {
    painter.draw(
      label: text, in: area, direction: state.language.direction, edge: edge,
      lettering: state.appearance.lettering, style: state.appearance.theme.style(roles))
  }
}
