import Interface
import Screen

/// What the state looks like at its size.
package func screen(of state: ReaderState) -> Screen {
  var painter = Painter(
    screen: Screen(size: state.size, style: state.appearance.theme.style([.text])))
  if state.helpTop != nil {
    HelpView(state: state).draw(into: &painter)
    return painter.screen
  }
  if let palette = state.palette {
    PaletteView(state: state, palette: palette).draw(into: &painter)
    return painter.screen
  }
  if let card = state.card {
    CardView(state: state, card: card).draw(into: &painter)
  } else {
    ArticleView(state: state).draw(into: &painter)
  }
  if let editor = state.notes.editor {
    NoteEditorView(state: state, editor: editor).draw(into: &painter)
  }
  PaneView(state: state).draw(into: &painter)
  if let chooser = state.chooser {
    ChooserView(state: state, chooser: chooser).draw(into: &painter)
  }
  CompletionView(state: state).draw(into: &painter)
  StatusView(state: state).draw(into: &painter)
  return painter.screen
}
