import ArabicAnalysis
import ArabicText
import Interface

extension ReaderState {
  /// Shows or hides the side pane.
  mutating func togglePane() {
    let isWanted = arrangement.pane == nil
    keepingPlace { $0.pane.isWanted = isWanted }
    if arrangement.pane == nil {
      focus = .article
      if isWanted { notice = Notice(.paneTooNarrow) }
    }
  }

  /// Moves the keys between article and pane, opening the pane if need be.
  mutating func switchPane() {
    if focus == .pane {
      focus = .article
      return
    }
    if arrangement.pane == nil { togglePane() }
    guard arrangement.pane != nil else { return }
    focus = .pane
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
  var paneRows: [PaneRow] {
    let rows = paneList.rows
    return rows.isEmpty || noteRows.isEmpty ? rows + noteRows : rows + [.gap] + noteRows
  }

  /// The index of the selected row.
  var selectedPaneRow: Int? {
    guard let selected = pane.selected else { return nil }
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
    pane.selected = item(of: rows[index])
    switch rows[index] {
    case .entity(let entity): selectNearMention(of: entity)
    case .mention(let entity, let number): follow(mention: number, of: entity)
    case .quotation(let quotation):
      selection = marks.analysis.quotations[quotation].content.first.map(Selection.quotation)
    case .note(let note): selection = notes.items[note].span.map(Selection.passage)
    case .heading, .quotationHeading, .notesHeading, .folded, .gap: break
    }
    keepPaneRowVisible()
  }

  /// Lets the article follow the mentions that are gone through in the pane.
  private mutating func follow(mention number: Int, of entity: Int) {
    let span = marks.analysis.entities[entity].mentions[number].span
    show(span)
    selection = .mention(span)
  }

  /// Lets the mentions of an entity stand out, without moving the article: the first that is on the
  /// screen counts as selected, else the first of all.
  private mutating func selectNearMention(of entity: Int) {
    let spans = marks.analysis.entities[entity].mentions.map(\.span)
    let visible = visibleSpan
    selection = (spans.first { $0.overlaps(visible) } ?? spans.first).map(Selection.mention)
  }

  /// Goes to the first mention of the selected entity, or to the selected quotation, and gives the
  /// keys back to the article.
  mutating func jumpFromPane() {
    switch selectedPaneRow.map({ paneRows[$0] }) {
    case .entity(let index):
      guard let first = marks.analysis.entities[index].mentions.map(\.span).min() else { return }
      selectMention(first)
    case .mention(let entity, let number):
      selectMention(marks.analysis.entities[entity].mentions[number].span)
    case .folded(let section, _):
      unfold(section)
      return
    case .quotation(let index):
      guard let span = marks.analysis.quotations[index].content.first else { return }
      selectQuotation(span)
    case .note(let note):
      guard let span = notes.items[note].span else {
        notice = Notice(.noteOrphan)
        return
      }
      select(passage: span)
    case .heading, .quotationHeading, .notesHeading, .gap, nil:
      notice = Notice(.paneNothingSelected)
      return
    }
    focus = .article
  }

  /// Lists the quotations of one speaker, the selected one, or again those of all.
  mutating func toggleSpeakerFilter() {
    if pane.speaker != nil {
      pane.speaker = nil
    } else if let speaker = speakerInQuestion {
      let hasSpoken = marks.analysis.quotations.contains { $0.speaker == speaker }
      guard hasSpoken else {
        notice = Notice(.nobodyQuotes, .text(name(of: speaker)))
        return
      }
      pane.speaker = speaker
      if arrangement.pane == nil { togglePane() }
      // The quotations are what was asked for: their heading comes to the top.
      if let heading = paneRows.lastIndex(where: { !$0.isItem }) { pane.top = heading }
    } else {
      notice = Notice(.selectFirst)
      return
    }
    keepPaneInBounds()
  }

  /// The selected entity, or the speaker of the selected quotation.
  var speakerInQuestion: EntityID? {
    switch selection {
    case .mention: selectedEntity.map { marks.analysis.entities[$0].id }
    case .quotation(let span): marks.quotation(at: span)?.speaker
    case .match, .passage, nil: nil
    }
  }

  func name(of id: EntityID) -> String {
    marks.index(of: id).map { marks.analysis.entities[$0].canonical } ?? ""
  }

  /// Scrolls the pane so that the selected row is on the screen.
  mutating func keepPaneRowVisible() {
    guard let rows = arrangement.pane?.size.rows, rows > 0 else { return }
    if let selected = selectedPaneRow {
      // The heading above the first row of a section is shown with it.
      let needed = selected > 0 && !paneRows[selected - 1].isItem ? selected - 1 : selected
      if needed < pane.top { pane.top = needed }
      if selected >= pane.top + rows { pane.top = selected - rows + 1 }
    }
    keepPaneInBounds()
  }

  mutating func keepPaneInBounds() {
    guard let rows = arrangement.pane?.size.rows else { return }
    pane.top = max(0, min(pane.top, paneRows.count - rows))
  }

  /// Takes in what the analysis has found; what was selected stays selected by its text.
  mutating func take(_ analysis: Analysis, _ progress: AnalysisProgress) {
    let old = marks
    found = analysis
    marks = Marks(analysis)
    self.progress = progress
    isCorrected = false
    follow(marks, from: old)
    refreshCorrections()
  }

  /// Keeps what is selected when marks were found anew.
  mutating func follow(_ marks: Marks, from old: Marks) {
    let analysis = marks.analysis
    card = nil
    pane.speaker = pane.speaker.flatMap { renamed($0, from: old) }
    pane.options.expanded = pane.options.expanded.flatMap { renamed($0, from: old) }
    switch pane.selected {
    case .entity(let id):
      let inText = selectedEntity.map { analysis.entities[$0].id }
      pane.selected = (inText ?? renamed(id, from: old)).map(PaneItem.entity)
    case .quotation(let id):
      let span = old.analysis.quotations.first { $0.id == id }?.content.first
      pane.selected = span.flatMap { marks.quotation(at: $0) }.map { .quotation($0.id) }
    case .mention(let id, _):
      pane.selected = renamed(id, from: old).map(PaneItem.entity)
    case .section: break
    case .note, nil: break
    }
    keepPaneRowVisible()
  }

  /// The entity that has the first mention of what was called `id` before.
  private func renamed(_ id: EntityID, from old: Marks) -> EntityID? {
    guard let entity = old.index(of: id), let mention = old.analysis.entities[entity].mentions.first
    else { return nil }
    return marks.place(at: mention.span).map { marks.entity(of: $0).id }
  }
}
