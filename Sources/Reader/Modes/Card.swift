import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// The card of a person, an organisation or a place, in the place of the article.
struct Card: Mode {
  /// Whose card it is.
  private(set) var entity: EntityID
  /// The row that is selected.
  private(set) var selected: Int
  /// The first row shown.
  private(set) var top = 0

  /// The card of `entity`, its first mention selected.
  init(of entity: EntityID, in state: ReaderState) {
    self.entity = entity
    selected = state.cardRows(of: entity).firstIndex(where: \.isItem) ?? 0
  }

  /// The same card when its entity is called `id` in new results: at the same row, where it is one still.
  func goingOn(as id: EntityID, in state: ReaderState) -> Card {
    let rows = state.cardRows(of: id)
    guard rows.indices.contains(selected), rows[selected].isItem else {
      return Card(of: id, in: state)
    }
    var card = self
    card.entity = id
    return card
  }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    let rows = state.cardRows(of: entity)
    let page = max(1, state.arrangement.article.size.rows - 1)
    switch state.keymap.command(for: key) {
    case .lineDown: move(by: 1, rows, in: state)
    case .lineUp: move(by: -1, rows, in: state)
    case .pageDown, .halfPageDown: move(by: page, rows, in: state)
    case .pageUp, .halfPageUp: move(by: -page, rows, in: state)
    case .goToStart: move(by: -rows.count, rows, in: state)
    case .goToEnd: move(by: rows.count, rows, in: state)
    case .jump: return follow(rows, in: &state)
    case .copy: return .stay(copy(rows, in: &state))
    case .suspend: return .stay([.suspend])
    case .redraw: return .stay([.redraw])
    default: return .leave()
    }
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    let arrangement = state.arrangement
    switch event.action {
    case .wheelUp, .wheelDown: return .stay()
    case .drag, .release: return .passDown()
    case .press:
      if arrangement.pane?.contains(event.point) == true { return .leaveAndPassDown() }
      if arrangement.status.contains(event.point) || event.point.column == arrangement.border {
        return .passDown()
      }
      let rows = state.cardRows(of: entity)
      let index = top + event.point.row
      guard rows.indices.contains(index), rows[index].isItem else { return .stay() }
      selected = index
      return follow(rows, in: &state)
    }
  }

  private mutating func move(by count: Int, _ rows: [CardRow], in state: ReaderState) {
    let items = rows.indices.filter { rows[$0].isItem }
    guard !items.isEmpty else { return }
    let current = items.firstIndex(of: selected) ?? 0
    selected = items[min(max(0, current + count), items.count - 1)]
    let shown = state.arrangement.article.size.rows
    // Above the first item stand the names, which come back with it.
    if selected == items.first { top = 0 }
    if selected < top { top = selected }
    if selected >= top + shown { top = selected - shown + 1 }
  }

  /// Goes to what is selected; from a companion to its own card.
  private mutating func follow(_ rows: [CardRow], in state: inout ReaderState) -> ModeResult {
    guard rows.indices.contains(selected) else { return .stay() }
    state.modes.reading.focus = .article
    switch rows[selected] {
    case .mention(let span):
      state.selectMention(span)
    case .quotation(let index):
      if let span = state.article.results.analysis.quotations[index].content.first {
        state.selectQuotation(span)
      }
    case .companion(let index, _):
      self = Card(of: state.article.results.analysis.entities[index].id, in: state)
      return .stay()
    case .title, .gloss, .romanized, .heading, .alias, .gap: break
    }
    return .leave()
  }

  private func copy(_ rows: [CardRow], in state: inout ReaderState) -> [Effect] {
    guard rows.indices.contains(selected) else { return [] }
    let analysis = state.article.results.analysis
    switch rows[selected] {
    case .mention(let span): return state.copy(state.text.string(in: span))
    case .quotation(let index): return state.copy(attributed: analysis.quotations[index])
    case .companion(let index, _): return state.copy(analysis.entities[index].canonical)
    case .title, .gloss, .romanized, .heading, .alias, .gap: return []
    }
  }

  func hints(_ state: ReaderState) -> [Hint]? {
    [
      state.hint(.lineDown, .hintMove), state.hint(.jump, .hintGo), state.hint(.copy, .hintCopy),
      Hint([.escape], .hintClose),
    ].compactMap(\.self)
  }

  /// The names of the new text are yet to be found.
  func relocated(by change: TextChange, in state: inout ReaderState) -> Card? { nil }

  // MARK: View

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let theme = state.appearance.theme
    let area = state.arrangement.article
    // The margins beside the article belong to it.
    let left = state.arrangement.border.map { $0 + 1 } ?? 0
    painter.screen.fill(
      Area(
        column: left, row: area.row, columns: state.size.columns - left, rows: area.size.rows),
      style: theme.style([.text]))
    let rows = state.cardRows(of: entity)
    for (index, row) in rows.dropFirst(top).prefix(area.size.rows).enumerated() {
      let place = Area(
        column: area.column, row: area.row + index, columns: area.size.columns, rows: 1)
      let isSelected = top + index == selected
      let over: [Role] = isSelected ? [.paneSelected] : []
      if isSelected { painter.screen.fill(place, style: theme.style([.text] + over)) }
      CardRowView(state: state).draw(row, in: place, over, into: &painter)
    }
    painter.drawScrollMarks(
      above: top > 0, below: rows.count > top + area.size.rows,
      column: min(area.columns.upperBound, state.size.columns - 1), rows: area.rows,
      style: theme.style([.border]))
  }
}

extension ReaderState {
  /// Shows the card of the name that is selected; `false` where none is to be seen.
  mutating func openCardOfName() -> Bool {
    guard case .mention = article.selection, caretOnScreen != nil, selectedEntity != nil else {
      return false
    }
    openCard()
    return true
  }

  /// Shows the card of what is selected: an entity, or who speaks.
  mutating func openCard() {
    guard let entity = speakerInQuestion, article.results.index(of: entity) != nil else {
      notice = Notice(
        .selectFirst, .call(of: .nextEntity, in: keymap), .call(of: .nextQuotation, in: keymap))
      return
    }
    modes.push(Card(of: entity, in: self))
  }
}
