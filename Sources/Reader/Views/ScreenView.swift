import Interface
import Screen

/// What the state looks like at its size.
package func screen(of state: ReaderState) -> Screen {
  var painter = Painter(
    screen: Screen(size: state.size, style: state.appearance.theme.style([.text])))
  painter.screen.cursor = state.readingCursor
  ArticleView(state: state).draw(into: &painter)
  PaneView(state: state).draw(into: &painter)
  for mode in state.modes.open { mode.draw(state, into: &painter) }
  StatusLine(state).draw(into: &painter)
  return painter.screen
}
