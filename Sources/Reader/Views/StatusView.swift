import Interface
import Screen

/// The last row: what is selected, what is being done, how far the reading is.
struct StatusView {
  let state: ReaderState

  func draw(into painter: inout Painter) {
    let area = state.arrangement.status
    guard area.size.rows > 0 else { return }
    let theme = state.appearance.theme
    let isTyping = state.prompt != nil || state.notes.question != nil
    let ground: Role = isTyping ? .prompt : .status
    painter.screen.fill(area, style: theme.style([ground]))
    let isError = state.notice?.isError ?? false
    let line = StatusLine(state)
    draw(line.text, in: line.area, isError ? [ground, .error] : [ground], into: &painter)
    draw(line.end, in: area, edge: .end, [ground], into: &painter)
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
