import ArabicAnalysis
import ArabicText

extension ReaderState {
  /// Shows or hides the side pane.
  mutating func togglePane() {
    let isWanted = arrangement.pane == nil
    keepingPlace { $0.pane.isWanted = isWanted }
    if arrangement.pane == nil {
      focus = .article
      if isWanted { notice = Notice("the terminal is too narrow for the pane") }
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
    case .goToEnd: selectPaneRow(at: marks.paneRows.count - 1, searching: -1)
    case .jump: jumpFromPane()
    default: return false
    }
    return true
  }

  /// The row of the selected entity.
  var selectedPaneRow: Int? {
    marks.paneRows.firstIndex { row in
      guard case .entity(let index) = row else { return false }
      return marks.analysis.entities[index].id == pane.selected
    }
  }

  /// Moves the selected row by `count` rows that hold an entity.
  private mutating func movePaneRow(by count: Int) {
    let rows = marks.paneRows
    let entities = rows.indices.filter { if case .entity = rows[$0] { true } else { false } }
    guard !entities.isEmpty else { return }
    let current = selectedPaneRow.flatMap { entities.firstIndex(of: $0) } ?? 0
    let next = min(max(0, current + count), entities.count - 1)
    selectPaneRow(at: entities[next], searching: 1)
  }

  /// Selects the entity in the first row from `index` on that holds one, going by `direction`.
  private mutating func selectPaneRow(at index: Int, searching direction: Int) {
    let rows = marks.paneRows
    var index = index
    while rows.indices.contains(index) {
      if case .entity(let entity) = rows[index] {
        pane.selected = marks.analysis.entities[entity].id
        selectNearMention(of: entity)
        keepPaneRowVisible()
        return
      }
      index += direction
    }
  }

  /// Lets the mentions of an entity stand out, without moving the article: the first that is on the
  /// screen counts as selected, else the first of all.
  private mutating func selectNearMention(of entity: Int) {
    let spans = marks.analysis.entities[entity].mentions.map(\.span)
    let visible = visibleSpan
    selection = (spans.first { $0.overlaps(visible) } ?? spans.first).map(Selection.mention)
  }

  /// Goes to the first mention of the selected row and gives the keys back to the article.
  private mutating func jumpFromPane() {
    guard let row = selectedPaneRow, case .entity(let index) = marks.paneRows[row],
      let first = marks.analysis.entities[index].mentions.map(\.span).min()
    else {
      notice = Notice("nothing is selected in the pane")
      return
    }
    selectMention(first)
    focus = .article
  }

  /// Scrolls the pane so that the selected row is on the screen.
  mutating func keepPaneRowVisible() {
    guard let rows = arrangement.pane?.size.rows, rows > 0 else { return }
    let count = marks.paneRows.count
    if let selected = selectedPaneRow {
      // The heading above the first row of a section is shown with it.
      let needed = selected > 0 && isHeading(selected - 1) ? selected - 1 : selected
      if needed < pane.top { pane.top = needed }
      if selected >= pane.top + rows { pane.top = selected - rows + 1 }
    }
    pane.top = max(0, min(pane.top, count - rows))
  }

  private func isHeading(_ row: Int) -> Bool {
    if case .heading = marks.paneRows[row] { true } else { false }
  }

  /// Takes in what the analysis has found; what was selected stays selected by its text.
  mutating func take(_ analysis: Analysis, _ progress: AnalysisProgress) {
    let selectedName = pane.selected.flatMap { id in marks.analysis.entities.first { $0.id == id } }
    marks = Marks(analysis)
    self.progress = progress
    if let entity = selectedEntity {
      pane.selected = analysis.entities[entity].id
    } else if let mention = selectedName?.mentions.first?.span, let place = marks.place(at: mention)
    {
      pane.selected = marks.entity(of: place).id
    } else {
      pane.selected = nil
    }
    keepPaneRowVisible()
  }
}
