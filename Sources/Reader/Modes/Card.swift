import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// The card of a person, an organisation or a place, in the place of the article.
struct Card: Mode {
  /// Whose card it is.
  private(set) var entity: EntityID
  /// The row that is selected, and those that are shown.
  private(set) var selection: RowSelection
  /// What the library knows of the name; `nil` until it has answered.
  private var record: LibraryRecord?

  /// The row that is selected.
  var selected: Int { selection.selected }

  /// The card of `entity`, its first mention selected.
  init(of entity: EntityID, in state: ReaderState) {
    self.entity = entity
    selection = RowSelection(state.cardRows(of: entity).firstIndex(where: \.isItem) ?? 0)
  }

  /// What the card asks the library; `nil` where it names nobody.
  func question(in state: ReaderState) -> LibraryQuestion? {
    guard let index = state.article.results.index(of: entity) else { return nil }
    let entity = state.article.results.analysis.entities[index]
    return entity.kind.isNamed ? .name(LibraryName(entity.canonical, entity.kind)) : nil
  }

  /// Takes over what the library knows of the name that it was asked for.
  mutating func take(_ record: LibraryRecord, to question: LibraryQuestion, in state: ReaderState) {
    if question == self.question(in: state) { self.record = record }
  }

  /// The name that it is of; `nil` where it names nobody.
  func name(in state: ReaderState) -> LibraryName? {
    if case .name(let name)? = question(in: state) { name } else { nil }
  }

  /// The other names of who is called so, as the person says.
  var otherNames: [String] { record?.otherNames ?? [] }

  /// Who may be meant, too, and who is named beside, and how often.
  var companions: [NameCount] {
    let longer = (record?.longerNames ?? []).map { NameCount(LibraryName($0, nil), 0) }
    return longer + (record?.companions ?? [])
  }

  /// The rows: those of the article, and below them those of the library.
  private func rows(in state: ReaderState) -> [CardRow] {
    let rows = state.cardRows(of: entity)
    guard let record, case .name(let name)? = question(in: state) else { return rows }
    return rows + LibraryRow.rows(of: record, name: name).map(CardRow.library)
  }

  private func items(_ rows: [CardRow]) -> [Int] { rows.indices.filter { rows[$0].isItem } }

  /// The same card when its entity is called `id` in new results: at the same row, where it is one still.
  func goingOn(as id: EntityID, in state: ReaderState) -> Card {
    var card = self
    card.entity = id
    let rows = card.rows(in: state)
    guard rows.indices.contains(selected), rows[selected].isItem else {
      return Card(of: id, in: state)
    }
    return card
  }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    let rows = rows(in: state)
    let command = state.keymap.command(for: key)
    let shown = state.arrangement.article.size.rows
    if selection.move(command, over: items(rows), shown: shown) { return .stay() }
    switch command {
    case .jump: return follow(rows, in: &state)
    case .copy: return .stay(copy(rows, in: &state))
    case .correct where record == nil: return .leaveAndPassDown()
    case .correct:
      guard let name = name(in: state) else { return .stay() }
      return .stay(state.pick(by: picker(of: name, in: state)))
    case .undo where record != nil: return .stay([.takeBackLesson])
    case .suspend: return .stay([.suspend])
    case .redraw: return .stay([.redraw])
    default: return .leave()
    }
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
      let rows = rows(in: state)
      let shown = arrangement.article.size.rows
      let index = selection.first(of: rows.count, shown: shown) + event.point.row
      guard rows.indices.contains(index), rows[index].isItem else { return .stay() }
      selection.select(index, of: items(rows), shown: shown)
      return follow(rows, in: &state)
    }
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
      return .stay(question(in: state).map { [.ask($0)] } ?? [])
    case .library(let row):
      return .stay(state.follow(row))
    case .title, .gloss, .romanized, .romanizedInPart, .heading, .alias, .gap: break
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
    case .library(let row): return row.copied.map { state.copy($0) } ?? []
    case .title, .gloss, .romanized, .romanizedInPart, .heading, .alias, .gap: return []
    }
  }

  func hints(_ state: ReaderState) -> [Hint]? {
    [
      state.hint(.lineDown, .hintMove), state.hint(.jump, .hintGo), state.hint(.copy, .hintCopy),
      record == nil ? nil : state.hint(.correct, .hintSame), Hint([.escape], .hintClose),
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
    let rows = rows(in: state)
    let top = selection.first(of: rows.count, shown: area.size.rows)
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
  /// Shows the card of the name that is selected; `nil` where none is to be seen.
  mutating func openCardOfName() -> [Effect]? {
    guard case .mention = article.selection, caretOnScreen != nil, selectedEntity != nil else {
      return nil
    }
    return openCard()
  }

  /// Shows the card of what is selected: an entity, or who speaks.
  mutating func openCard() -> [Effect] {
    guard let entity = speakerInQuestion, article.results.index(of: entity) != nil else {
      notice = Notice(
        .selectFirst, .call(of: .nextEntity, in: keymap), .call(of: .nextQuotation, in: keymap))
      return []
    }
    let card = Card(of: entity, in: self)
    modes.push(card)
    return card.question(in: self).map { [.ask($0)] } ?? []
  }
}
