import ArabicAnalysis
import ArabicText
import Screen

extension ReaderState {
  /// Makes the pane wider by `count` columns, or narrower if negative.
  mutating func resizePane(by count: Int) {
    guard let columns = arrangement.pane?.size.columns else {
      notice = Notice(.paneIsHidden, .call(of: .togglePane, in: keymap))
      return
    }
    setPaneColumns(columns + count)
  }

  /// Gives the pane `columns` columns, or as many as there is room for.
  mutating func setPaneColumns(_ columns: Int) {
    let most = max(8, size.columns - 24)
    keepingPlace { $0.pane.columns = min(max(columns, 8), most) }
  }

  /// Gives the pane the width that it had when the reader was used last; it is as wide as there is
  /// room for.
  package mutating func restorePane(columns: Int) { pane.columns = max(8, columns) }

  /// Sorts the names by frequency or by the first mention, in turn.
  mutating func sortPane() {
    let isByFrequency = pane.options.order == .frequency
    pane.options.order = isByFrequency ? .firstMention : .frequency
    notice = Notice(isByFrequency ? .sortedByMention : .sortedByFrequency)
    keepPaneRowVisible()
  }

  /// Shows only the heading of the section of the selected row, or all of it again.
  mutating func foldSection() {
    guard let selected = selectedPaneRow else {
      notice = Notice(.paneNothingSelected)
      return
    }
    let rows = paneRows
    if case .folded(let section, _) = rows[selected] {
      unfold(section)
      return
    }
    let heading = rows[...selected].last { row in
      if case .heading = row { true } else { row.isQuotationHeading }
    }
    let section: PaneSection? =
      switch heading {
      case .heading(let kind, _): PaneSection(kind)
      case .quotationHeading: .quotations
      default: nil
      }
    guard let section else { return }
    pane.options.folded.insert(section)
    pane.selected = .section(section)
    keepPaneRowVisible()
  }

  /// Shows the rows of a section again, the first of them selected.
  mutating func unfold(_ section: PaneSection) {
    pane.options.folded.remove(section)
    let first = paneRows.firstIndex { row in
      switch row {
      case .heading(let kind, _): PaneSection(kind) == section
      case .quotationHeading: section == .quotations
      default: false
      }
    }
    if let first { selectPaneRow(at: first, searching: 1) }
  }

  /// Lists the mentions of the selected name below it, or no longer.
  mutating func expandEntity() {
    switch pane.selected {
    case .entity(let id):
      pane.options.expanded = pane.options.expanded == id ? nil : id
    case .mention(let id, _):
      pane.options.expanded = nil
      pane.selected = .entity(id)
    case .section(let section):
      unfold(section)
    case .quotation, .note, nil:
      notice = Notice(.selectFirst)
    }
    keepPaneRowVisible()
  }

  // MARK: Filter

  /// Begins to type what names and quotations must hold to be listed.
  mutating func openFilter() {
    pane.isFiltering = true
  }

  /// Takes a key while the filter of the pane is typed.
  mutating func typeFilter(_ key: Key) {
    switch key {
    case .enter, .tab:
      pane.isFiltering = false
    case .escape, .control("g"), .control("c"):
      clearFilter()
    case .up, .down:
      _ = performInPane(key == .up ? .lineUp : .lineDown, times: nil)
    default:
      let before = pane.options.filter
      if !Prompt.edit(&pane.options.filter, key) {
        if key == .backspace { clearFilter() }
        return
      }
      if pane.options.filter != before { selectFirstLeft() }
    }
  }

  /// Lists everything again.
  mutating func clearFilter() {
    pane.isFiltering = false
    pane.options.filter = ""
    keepPaneRowVisible()
  }

  /// Selects the first row where the selected one was filtered out.
  private mutating func selectFirstLeft() {
    if selectedPaneRow == nil {
      pane.top = 0
      selectPaneRow(at: 0, searching: 1)
    }
    keepPaneRowVisible()
  }
}

extension PaneRow {
  fileprivate var isQuotationHeading: Bool {
    if case .quotationHeading = self { true } else { false }
  }
}
