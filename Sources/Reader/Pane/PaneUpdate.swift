import Screen
import Annotations
import ArabicAnalysis
import ArabicText
import Interface

extension ReaderState {
  /// Shows or hides the side pane.
  mutating func togglePane() {
    guard !paneCovers else { return switchPane() }
    let isWanted = arrangement.pane == nil
    keepingPlace { $0.preferences.pane.isWanted = isWanted }
    if arrangement.pane == nil {
      modes.reading.focus = .article
      if isWanted { notice = Notice(.paneTooNarrow) }
    }
  }

  /// Takes over the size of the terminal.
  ///
  /// A pane that has the keys is kept, as it would be opened there for them.
  mutating func resize(to size: Size) {
    keepingPlace { state in
      state.size = size
      if state.modes.reading.focus == .pane, state.arrangement.pane == nil, !state.paneCovers {
        state.preferences.pane.isWanted = true
      }
    }
    keepPaneRowVisible()
  }

  /// Gives the keys back to the article where the pane that has them is not drawn.
  mutating func leaveUnseenPane() {
    if modes.reading.focus == .pane, arrangement.pane == nil { modes.reading.focus = .article }
  }

  /// Moves the keys between article and pane, opening the pane if need be.
  mutating func switchPane() {
    if modes.reading.focus == .pane {
      modes.reading.focus = .article
      return
    }
    if arrangement.pane == nil, !paneCovers { togglePane() }
    modes.reading.focus = .pane
    guard arrangement.pane != nil else {
      modes.reading.focus = .article
      notice = Notice(.paneTooNarrow)
      return
    }
    if selectedPaneRow == nil { selectPaneRow(at: 0, searching: 1) }
    keepPaneRowVisible()
  }

  /// Does what `command` says to the pane; `false` where it is not for the pane.
  mutating func performInPane(_ command: Command, times: Int?) -> Bool {
    let page = max(1, (arrangement.pane?.size.rows ?? 1) - 1)
    switch command {
    case .lineDown: movePaneRow(by: times ?? 1)
    case .lineUp: movePaneRow(by: -(times ?? 1))
    case .pageDown: movePaneRow(by: page)
    case .pageUp: movePaneRow(by: -page)
    case .halfPageDown: movePaneRow(by: max(1, page / 2))
    case .halfPageUp: movePaneRow(by: -max(1, page / 2))
    case .goToStart: selectPaneRow(at: 0, searching: 1)
    case .goToEnd: selectPaneRow(at: paneRows.count - 1, searching: -1)
    case .jump: jumpFromPane()
    case .search: openFilter()
    case .clearSelection where showsFilter: clearFilter()
    default: return false
    }
    return true
  }

  /// The rows of the pane.
  var paneRows: [PaneRow] { paneLists.rows(of: self) }

  /// The index of the selected row.
  var selectedPaneRow: Int? {
    guard let selected = article.pane.selected else { return nil }
    return paneRows.firstIndex { item(of: $0) == selected }
  }

  /// Moves the selected row by `count` rows that stand for something.
  private mutating func movePaneRow(by count: Int) {
    let rows = paneRows
    let items = rows.indices.filter { rows[$0].isItem }
    guard !items.isEmpty else { return }
    let current = selectedPaneRow.flatMap { items.firstIndex(of: $0) } ?? 0
    let next = min(max(0, current + count), items.count - 1)
    selectPaneRow(at: items[next], searching: 1)
  }

  /// Selects the first row from `index` on that stands for something, going by `direction`.
  mutating func selectPaneRow(at index: Int, searching direction: Int) {
    let rows = paneRows
    var index = index
    while rows.indices.contains(index), !rows[index].isItem { index += direction }
    guard rows.indices.contains(index) else { return }
    article.pane.selected = item(of: rows[index])
    switch rows[index] {
    case .entity(let entity): selectNearMention(of: entity)
    case .mention(let entity, let number): follow(mention: number, of: entity)
    case .quotation(let quotation):
      article.selection = article.results.analysis.quotations[quotation].content.first.map(
        Selection.quotation)
    case .note(let note): article.selection = article.notes.items[note].span.map(Selection.passage)
    case .speaker(.entity(let id), _):
      article.selection = nil
      if let entity = article.results.index(of: id) { selectNearMention(of: entity) }
    // What was selected before is none of these: keys must not act on it.
    case .folded, .speaker: article.selection = nil
    case .heading, .quotationHeading, .quotationRest, .notesHeading, .gap: break
    }
    keepPaneRowVisible()
  }

  /// Lets the article follow the mentions that are gone through in the pane.
  private mutating func follow(mention number: Int, of entity: Int) {
    let span = article.results.analysis.entities[entity].mentions[number].span
    show(span)
    article.selection = .mention(span)
  }

  /// Lets the mentions of an entity stand out, without moving the article: the first that is on the
  /// screen counts as selected, else the first of all.
  private mutating func selectNearMention(of entity: Int) {
    let spans = article.results.analysis.entities[entity].mentions.map(\.span)
    let visible = visibleSpan
    article.selection = (spans.first { $0.overlaps(visible) } ?? spans.first).map(Selection.mention)
  }

  /// Goes to the first mention of the selected entity, or to the selected quotation, and gives the
  /// keys back to the article.
  mutating func jumpFromPane() {
    switch selectedPaneRow.map({ paneRows[$0] }) {
    case .entity(let index):
      guard let first = article.results.analysis.entities[index].mentions.map(\.span).min() else {
        return
      }
      selectMention(first)
    case .mention(let entity, let number):
      selectMention(article.results.analysis.entities[entity].mentions[number].span)
    case .folded(let section, _):
      unfold(section)
      return
    case .speaker(let group, _):
      guard follow(group) else { return }
    case .quotation(let index):
      guard let span = article.results.analysis.quotations[index].content.first else { return }
      selectQuotation(span)
    case .note(let note):
      guard let span = article.notes.items[note].span else {
        notice = Notice(.noteOrphan)
        return
      }
      select(passage: span)
    case .heading, .quotationHeading, .quotationRest, .notesHeading, .gap, nil:
      notice = Notice(.paneNothingSelected)
      return
    }
    modes.reading.focus = .article
  }

  /// Lists the quotations of one speaker, the selected one, or again those of all.
  mutating func toggleSpeakerFilter() {
    if article.pane.speaker != nil {
      article.pane.speaker = nil
      if let entity = selectedEntity {
        article.pane.selected = .entity(article.results.analysis.entities[entity].id)
      }
      keepPaneRowVisible()
    } else if let speaker = speakerInQuestion {
      guard isQuoted(article.results.index(of: speaker)) else {
        notice = Notice(.nobodyQuotes, .text(name(of: speaker)))
        return
      }
      article.pane.speaker = speaker
      // The pane may be folded, or list only what holds some letters.
      preferences.pane.folded.remove(.quotations)
      article.pane.filter = ""
      // They are what was asked for: the keys find the next of them in the pane, which comes to the
      // top with its heading.
      let place = caretOnScreen ?? visibleSpan.lower
      let said = steppedQuotations
      let next = said.first { $0.content.first.map { $0.upper > place } ?? false } ?? said.first
      article.pane.selected = next.map { .quotation($0.id) }
      if arrangement.pane == nil {
        togglePane()
        modes.reading.hasJustEntered = modes.reading.focus == .pane
      }
      if let heading = paneRows.firstIndex(where: \.isQuotationHeading) {
        article.pane.top = heading
      }
      keepPaneRowVisible()
    } else {
      notice = Notice(
        .selectFirst, .call(of: .nextEntity, in: keymap), .call(of: .nextQuotation, in: keymap))
      return
    }
    keepPaneInBounds()
  }

  /// Whether the entity with this index says something.
  func isQuoted(_ entity: Int?) -> Bool {
    guard let id = entity.map({ article.results.analysis.entities[$0].id }) else { return false }
    return article.results.analysis.quotations.contains { $0.speaker == id }
  }

  /// The selected entity, or the speaker of the selected quotation.
  var speakerInQuestion: EntityID? {
    switch article.selection {
    case .mention: selectedEntity.map { article.results.analysis.entities[$0].id }
    case .quotation(let span): article.results.quotation(at: span)?.speaker
    case .match, .passage, nil: nil
    }
  }

  func name(of id: EntityID) -> String {
    article.results.index(of: id).map { article.results.analysis.entities[$0].canonical } ?? ""
  }

  /// Scrolls the pane so that the selected row is on the screen.
  mutating func keepPaneRowVisible() {
    guard let rows = arrangement.pane?.size.rows, rows > 0 else { return }
    if let selected = selectedPaneRow {
      // The heading above the first row of a section is shown with it.
      let all = paneRows
      let hasHeading = selected > 0 && !all[selected - 1].isItem && !all[selected - 1].isRest
      let needed = hasHeading ? selected - 1 : selected
      if needed < article.pane.top { article.pane.top = needed }
      // A quotation is shown with the rest of its words.
      let last = selected + all[(selected + 1)...].prefix { $0.isRest }.count
      if last >= article.pane.top + rows { article.pane.top = min(selected, last - rows + 1) }
    }
    keepPaneInBounds()
  }

  mutating func keepPaneInBounds() {
    guard let rows = arrangement.pane?.size.rows else { return }
    article.pane.top = max(0, min(article.pane.top, paneRows.count - rows))
  }
}
