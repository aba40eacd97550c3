import ArabicAnalysis
import Screen

extension ReaderState {
  /// Shows the card of what is selected: an entity, or who speaks.
  mutating func openCard() {
    guard let entity = speakerInQuestion, marks.index(of: entity) != nil else {
      notice = Notice(.selectFirst)
      return
    }
    show(cardOf: entity)
  }

  private mutating func show(cardOf entity: EntityID) {
    let first = cardRows(of: entity).firstIndex(where: \.isItem) ?? 0
    card = CardState(entity: entity, selected: first)
  }

  /// Takes a key while a card is shown.
  mutating func pressInCard(_ key: Key) -> [Effect] {
    guard let card else { return [] }
    let rows = cardRows(of: card.entity)
    let page = max(1, arrangement.article.size.rows - 1)
    switch keymap.command(for: key) {
    case .lineDown: moveInCard(by: 1, rows)
    case .lineUp: moveInCard(by: -1, rows)
    case .pageDown, .halfPageDown: moveInCard(by: page, rows)
    case .pageUp, .halfPageUp: moveInCard(by: -page, rows)
    case .goToStart: moveInCard(by: -rows.count, rows)
    case .goToEnd: moveInCard(by: rows.count, rows)
    case .jump: jumpFromCard(rows)
    case .copy: return copyFromCard(rows)
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    default: self.card = nil
    }
    return []
  }

  private mutating func moveInCard(by count: Int, _ rows: [CardRow]) {
    let items = rows.indices.filter { rows[$0].isItem }
    guard var card, !items.isEmpty else { return }
    let current = items.firstIndex(of: card.selected) ?? 0
    card.selected = items[min(max(0, current + count), items.count - 1)]
    let shown = arrangement.article.size.rows
    // Above the first item stand the names, which come back with it.
    if card.selected == items.first { card.top = 0 }
    if card.selected < card.top { card.top = card.selected }
    if card.selected >= card.top + shown { card.top = card.selected - shown + 1 }
    self.card = card
  }

  mutating func jumpFromCard(_ rows: [CardRow]) {
    guard let card, rows.indices.contains(card.selected) else { return }
    switch rows[card.selected] {
    case .mention(let span):
      self.card = nil
      selectMention(span)
    case .quotation(let index):
      self.card = nil
      if let span = marks.analysis.quotations[index].content.first { selectQuotation(span) }
    case .companion(let index, _):
      show(cardOf: marks.analysis.entities[index].id)
    case .title, .heading, .alias, .gap:
      self.card = nil
    }
    focus = .article
  }

  private mutating func copyFromCard(_ rows: [CardRow]) -> [Effect] {
    guard let card, rows.indices.contains(card.selected) else { return [] }
    switch rows[card.selected] {
    case .mention(let span): return copy(document.text.string(in: span))
    case .quotation(let index): return copy(attributed: marks.analysis.quotations[index])
    case .companion(let index, _): return copy(marks.analysis.entities[index].canonical)
    case .title, .heading, .alias, .gap: return []
    }
  }
}
