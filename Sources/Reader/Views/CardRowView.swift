import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// A row of a card as it is drawn.
struct CardRowView {
  let state: ReaderState

  func draw(_ row: CardRow, in area: Area, _ over: [Role], into painter: inout Painter) {
    switch row {
    case .gap:
      break
    case .title(let name, let kind):
      // The name stands at the right of the kind, whatever the language and whoever orders the letters.
      let edge: Edge = state.rowDirection == .leftToRight ? .start : .end
      let told = state.string(kind.name)
      let room = Label.columns(of: told, lettering: state.appearance.lettering)
      var left = area
      left.size.columns = min(room, area.size.columns / 2)
      draw(
        told, in: left, [.text, .paneCount], from: state.rowDirection, edge, into: &painter)
      draw(
        name, in: area.inset(left: left.size.columns + 1), [.text, .title, Role(kind)],
        into: &painter)
    case .gloss(let name):
      draw(name, in: area, [.text], from: .leftToRight, into: &painter)
    case .romanized(let name):
      let standard = name.isWhole ? " · " + state.string(.romanizedBy) : ""
      draw(
        Label.leftToRight(name.text) + standard, in: area, [.text, .paneCount],
        from: .leftToRight, into: &painter)
    case .romanizedInPart:
      draw(
        state.string(.romanizedInPart), in: area, [.text, .paneCount], from: .leftToRight,
        into: &painter)
    case .heading(let phrase):
      draw(
        state.string(phrase), in: area, [.text, .paneHeading], from: state.rowDirection,
        into: &painter)
    case .alias(let form, let count):
      draw(count, in: area, [.text, .paneCount], into: &painter)
      draw(form, in: area.inset(left: 6), [.text] + over, into: &painter)
    case .mention(let span):
      KeywordInContext(state: state, span: span).draw(in: area, over: over, into: &painter)
    case .quotation(let index):
      let quotation = state.article.results.analysis.quotations[index]
      let words = quotation.content.map { state.text.words(in: $0) }
      draw(
        words.joined(separator: " … "), in: area, [.text, Role(quotation.kind)] + over,
        into: &painter)
    case .library(let row):
      LibraryRowView(state: state, ground: .text).draw(row, in: area, over, into: &painter)
    case .companion(let index, let count):
      let entity = state.article.results.analysis.entities[index]
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
      lettering: state.appearance.lettering, style: state.appearance.theme.style(roles))
  }
}

extension Area {
  fileprivate func inset(left columns: Int) -> Area {
    Area(
      column: column + columns, row: row, columns: max(0, size.columns - columns), rows: size.rows)
  }
}
