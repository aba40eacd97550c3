import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// A mention in the middle of a row, with what the text says before and after it.
///
/// In right-to-left text the words before stand on the right, where they are read first. The row is
/// cut out of the paragraph laid out as one long line, so that letters join and numbers stand as they
/// do in the article.
struct KeywordInContext {
  let state: ReaderState
  let span: TextSpan
  /// What it is drawn on.
  var ground = Role.text

  /// Wider than any paragraph: a piece of a line has at most 32 Ki columns.
  private static let oneLine = 1 << 17

  func draw(in area: Area, over: [Role], into painter: inout Painter) {
    let paragraph = state.text.paragraph(at: span.lower)
    let options = LayoutOptions(
      width: Self.oneLine, direction: state.appearance.direction, fallback: .rightToLeft,
      lettering: state.appearance.lettering)
    let layout = ParagraphLayout(state.text, paragraph, options: options)
    let line = layout.lines[layout.lineIndex(at: span.lower)]
    guard let run = line.runs(of: span).first else { return }
    let middle = (run.lowerBound.value + run.upperBound.value) / 2
    let left = middle - area.size.columns / 2
    let role =
      state.article.results.place(at: span).map { Role(state.article.results.entity(of: $0).kind) }
      ?? .mention
    for cell in line.cells where cell.columns > 0 {
      let column = cell.column.value - left
      guard column >= 0, column + cell.columns <= area.size.columns else { continue }
      let roles: [Role] = cell.shows(span) ? [ground, role] + over : [ground] + over
      painter.put(
        cell, row: area.row, column: area.column + column,
        style: state.appearance.theme.style(roles))
    }
  }
}
