import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// What stands below the rows of the pane: where in the article the selected name occurs, and the
/// filter.
struct PaneFootView {
  let state: ReaderState

  func draw(into painter: inout Painter) {
    guard let foot = state.arrangement.paneFoot else { return }
    let theme = state.appearance.theme
    painter.screen.fill(foot, style: theme.style([.pane]))
    var row = foot.row
    if foot.size.rows > (state.showsFilter ? 1 : 0) {
      if let entity = state.entityInPane {
        drawOccurrences(
          of: entity, in: Area(column: 0, row: row, columns: foot.size.columns, rows: 1), &painter)
      }
      row += 1
    }
    if state.showsFilter {
      let area = Area(column: 0, row: row, columns: max(0, foot.size.columns - 1), rows: 1)
      let typed = state.modes.first(PaneFiltering.self)?.line(state).shown(
        in: area.size.columns - 1, lettering: state.appearance.lettering)
      let label = "/" + Label.isolated(typed ?? state.article.pane.filter)
      if let cursor = state.typingCursor(
        in: label, drawnIn: area, from: state.rowDirection)
      {
        painter.screen.cursor = cursor
      }
      painter.draw(
        label: label,
        in: area, direction: state.rowDirection, lettering: state.appearance.lettering,
        style: theme.style([.pane, .prompt]))
    }
  }

  private func drawOccurrences(of index: Int, in area: Area, _ painter: inout Painter) {
    let entity = state.article.results.analysis.entities[index]
    let columns = max(0, area.size.columns - 1)
    let text = state.text
    let chart = OccurrenceChart(entity.mentions.map(\.span), of: text.utf8Count, columns: columns)
    let seen = chart.columns(of: state.visibleSpan)
    for column in 0..<columns {
      // Where the article runs from the right, its start is there.
      let shown = state.articleDirection == .rightToLeft ? columns - 1 - column : column
      var style = state.appearance.theme.style([.pane, Role(entity.kind)])
      // What is on the screen is underlined: on a ground of its own, bars would be holes in it where
      // colours are few.
      style.attributes.remove(.underline)
      if seen.contains(column) { style.attributes.insert(.underline) }
      painter.screen[row: area.row, column: area.column + shown] = Screen.Cell(
        chart.glyph(column), style: style)
    }
  }
}

/// How often something occurs in each part of a text.
struct OccurrenceChart {
  /// How often in each part, from the start of the text.
  let counts: [Int]
  private let length: Int

  /// The chart of `spans` in a text of `length` bytes, in `columns` parts.
  init(_ spans: [TextSpan], of length: Int, columns: Int) {
    self.length = max(1, length)
    var counts = Array(repeating: 0, count: max(0, columns))
    for span in spans where !counts.isEmpty {
      counts[min(columns - 1, span.lower.utf8 * columns / self.length)] += 1
    }
    self.counts = counts
  }

  /// The parts that `span` touches.
  func columns(of span: TextSpan) -> ClosedRange<Int> {
    let last = max(0, counts.count - 1)
    let part = { (offset: Int) in min(last, offset * counts.count / length) }
    let lower = part(span.lower.utf8)
    return lower...max(lower, part(max(span.lower.utf8, span.upper.utf8 - 1)))
  }

  /// The highest that a part is drawn, in eighths of a row.
  private static let eighths = Array("▁▂▃▄▅▆▇█")

  /// The least number that is drawn as a whole row, so that single mentions do not look as many.
  private static let full = 4

  /// What is drawn for a part: blocks of one to eight eighths, a space for none.
  func glyph(_ column: Int) -> String {
    let count = counts[column]
    guard count > 0 else { return " " }
    let most = max(Self.full, counts.max() ?? 0)
    return String(Self.eighths[(count * 8 + most - 1) / most - 1])
  }
}
