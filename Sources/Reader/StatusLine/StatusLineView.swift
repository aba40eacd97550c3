import Interface
import Screen

/// The last row: what is selected, what is being done, how far the reading is.
struct StatusLineView {
  let state: ReaderState

  func draw(into painter: inout Painter) {
    let area = state.arrangement.status
    guard area.size.rows > 0 else { return }
    let line = StatusLine(state)
    if state.takesText, let cursor = line.cursor { painter.screen.cursor = cursor }
    let ground = line.content.ground
    painter.screen.fill(area, style: state.appearance.theme.style([ground]))
    let under = line.content.under.map { [$0] } ?? []
    let over: [Role] = line.content.isError ? [.error] : []
    let direction = state.language.direction
    state.draw(line.text, in: line.area, under + [ground] + over, from: direction, into: &painter)
    state.draw(line.content.end, in: area, [ground], from: direction, edge: .end, into: &painter)
    let lettering = state.appearance.lettering
    let said = Label.columns(of: line.text, lettering: lettering)
    let end = Label.columns(of: line.content.end, lettering: lettering)
    HintsView(state: state).draw(
      in: area, after: said + 2, before: end == 0 ? 0 : end + 1, ground: [ground] + under,
      into: &painter)
  }
}
