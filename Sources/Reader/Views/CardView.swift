import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// The card of an entity, in the place of the article.
struct CardView {
  let state: ReaderState
  let card: CardState

  func draw(into painter: inout Painter) {
    let area = state.arrangement.article
    let rows = state.cardRows(of: card.entity)
    for (index, row) in rows.dropFirst(card.top).prefix(area.size.rows).enumerated() {
      let place = Area(
        column: area.column, row: area.row + index, columns: area.size.columns, rows: 1)
      let isSelected = card.top + index == card.selected
      let over: [Role] = isSelected ? [.paneSelected] : []
      if isSelected { painter.screen.fill(place, style: theme.style([.text] + over)) }
      draw(row, in: place, over, into: &painter)
    }
  }

  private var theme: Theme { state.appearance.theme }

  private func draw(_ row: CardRow, in area: Area, _ over: [Role], into painter: inout Painter) {
    switch row {
    case .gap:
      break
    case .title(let name, let kind):
      draw(name, in: area, [.text, .title, Role(kind)], into: &painter)
      // The name stands at the right, whatever the language.
      let edge: Edge = state.language.direction == .leftToRight ? .start : .end
      draw(
        state.string(kind.name), in: area, [.text, .paneCount], from: state.language.direction,
        edge, into: &painter)
    case .heading(let phrase):
      draw(
        state.string(phrase), in: area, [.text, .paneHeading], from: state.language.direction,
        into: &painter)
    case .alias(let form, let count):
      draw(count, in: area, [.text, .paneCount], into: &painter)
      draw(form, in: area.inset(left: 6), [.text] + over, into: &painter)
    case .mention(let span):
      KeywordInContext(state: state, span: span).draw(in: area, over: over, into: &painter)
    case .quotation(let index):
      let quotation = state.marks.analysis.quotations[index]
      let words = quotation.content.map { state.document.text.string(in: $0) }
      draw(
        words.joined(separator: " … "), in: area, [.text, Role(quotation.kind)] + over,
        into: &painter)
    case .companion(let index, let count):
      let entity = state.marks.analysis.entities[index]
      draw(count, in: area, [.text, .paneCount] + over, into: &painter)
      draw(
        entity.canonical, in: area.inset(left: 6), [.text, Role(entity.kind)] + over,
        into: &painter)
    }
  }

  /// A number at the left.
  private func draw(_ count: Int, in area: Area, _ roles: [Role], into painter: inout Painter) {
    draw(
      state.language.string(of: count), in: area, roles, from: .leftToRight, into: &painter)
  }

  private func draw(
    _ text: String, in area: Area, _ roles: [Role], from direction: Direction = .rightToLeft,
    _ edge: Edge = .start, into painter: inout Painter
  ) {
    painter.draw(
      label: text, in: area, direction: direction, edge: edge,
      lettering: state.appearance.lettering, style: theme.style(roles))
  }
}

extension Area {
  fileprivate func inset(left columns: Int) -> Area {
    Area(
      column: column + columns, row: row, columns: max(0, size.columns - columns), rows: size.rows)
  }
}

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
    let paragraph = state.document.text.paragraph(at: span.lower)
    let options = LayoutOptions(
      width: Self.oneLine, direction: state.appearance.direction, fallback: .rightToLeft,
      lettering: state.appearance.lettering)
    let layout = ParagraphLayout(state.document.text, paragraph, options: options)
    let line = layout.lines[layout.lineIndex(at: span.lower)]
    guard let run = line.runs(of: span).first else { return }
    let middle = (run.lowerBound.value + run.upperBound.value) / 2
    let left = middle - area.size.columns / 2
    let role = state.marks.place(at: span).map { Role(state.marks.entity(of: $0).kind) } ?? .mention
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
