import ArabicText
import Interface
import Screen
import TextLayout

extension ReaderState {
  /// Where the terminal's own cursor stands while nothing is typed: at the row of the pane that has
  /// the keys, at the caret or what is selected, else where the text on the screen begins.
  ///
  /// It is seen where keys move it by letters; else what is selected is seen, and braille displays and screen
  /// readers follow one that is not.
  var readingCursor: Screen.Cursor? {
    let point = modes.reading.focus == .pane ? pointInPane ?? pointInArticle : pointInArticle
    return point.map { Screen.Cursor(at: $0, isVisible: modes.first(Selecting.self) != nil) }
  }

  private var pointInPane: ScreenPoint? {
    guard let pane = arrangement.pane, let selected = selectedPaneRow else { return nil }
    let row = pane.row + selected - article.pane.top
    guard pane.rows.contains(row) else { return nil }
    let isLeft = rowDirection == .leftToRight
    return ScreenPoint(column: isLeft ? pane.column : max(0, pane.columns.upperBound - 1), row: row)
  }

  private var pointInArticle: ScreenPoint? {
    let area = arrangement.article
    let offset = modes.first(Selecting.self)?.head.lower ?? caretOnScreen ?? visibleSpan.lower
    for (index, position) in visibleRows.enumerated() {
      guard let line = line(at: position), line.span.lower <= offset, offset <= line.span.upper,
        let cell = line.cell(at: offset)
      else { continue }
      let column = column(of: position.paragraph) + cell.column.value
      return ScreenPoint(column: column, row: area.row + index)
    }
    return nil
  }
}
