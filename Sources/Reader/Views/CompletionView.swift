import Interface
import Screen

/// What a line may become, in the row above it.
struct CompletionView {
  let state: ReaderState
  let completion: Completion

  func draw(into painter: inout Painter) {
    let theme = state.appearance.theme
    let area = Area(
      column: 0, row: max(0, StatusLine.rows(above: nil, in: state) - 1),
      columns: state.size.columns, rows: 1)
    painter.screen.fill(area, style: theme.style([.status]))
    let direction = state.rowDirection
    var column = 0
    for index in completion.candidates.indices.dropFirst(first) {
      let label = completion.candidates[index]
      let width = Label.columns(of: label, lettering: state.appearance.lettering)
      guard column + width <= area.size.columns else { break }
      painter.draw(
        label: Label.isolated(label), in: area.after(column, width: width, in: direction),
        direction: direction, lettering: state.appearance.lettering,
        style: theme.style(index == completion.index ? [.status, .paneSelected] : [.status]))
      column += width + 2
    }
  }

  /// The first candidate to show, so that the one that is taken is among those that fit.
  private var first: Int {
    guard let index = completion.index else { return 0 }
    var first = index
    var room = state.size.columns
    while first >= 0 {
      room -= completion.candidates[first].count + 2
      if room < 0 { break }
      first -= 1
    }
    return min(first + 1, index)
  }
}
