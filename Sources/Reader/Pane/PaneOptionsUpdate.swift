import Interface
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
    keepingPlace { $0.preferences.pane.columns = min(max(columns, 8), most) }
    keepPaneRowVisible()
  }

  /// Gives the pane the width that it had when the reader was used last; it is as wide as there is
  /// room for.
  package mutating func restorePane(columns: Int) { preferences.pane.columns = max(8, columns) }

  /// Sorts the names by frequency or by the first mention, in turn.
  mutating func sortPane() {
    let isByFrequency = preferences.pane.order == .frequency
    preferences.pane.order = isByFrequency ? .firstMention : .frequency
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
    preferences.pane.folded.insert(section)
    article.pane.selected = .section(section)
    keepPaneRowVisible()
  }

  /// Shows the rows of a section again, the first of them selected.
  mutating func unfold(_ section: PaneSection) {
    preferences.pane.folded.remove(section)
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
    switch article.pane.selected {
    case .entity(let id):
      article.pane.expanded = article.pane.expanded == id ? nil : id
    case .mention(let id, _):
      article.pane.expanded = nil
      article.pane.selected = .entity(id)
    case .section(let section):
      unfold(section)
    case .speaker(let group): toggle(group)
    case .quotation(let id) where article.pane.speaker == nil:
      if let index = article.results.index(ofQuotation: id) {
        toggle(article.results.group(of: article.results.analysis.quotations[index], in: text))
      }
    case .quotation, .note, nil:
      notice = Notice(
        .selectFirst, .call(of: .nextEntity, in: keymap), .call(of: .nextQuotation, in: keymap))
    }
    keepPaneRowVisible()
  }

  // MARK: Filter

  /// Begins to type what names and quotations must hold to be listed.
  mutating func openFilter() { modes.push(PaneFiltering()) }

  /// Lists everything again.
  mutating func clearFilter() {
    article.pane.filter = ""
    keepPaneRowVisible()
  }

  /// Selects the first row where the selected one was filtered out.
  mutating func selectFirstListed() {
    if selectedPaneRow == nil {
      article.pane.top = 0
      selectPaneRow(at: 0, searching: 1)
    }
    keepPaneRowVisible()
  }
}

extension PaneRow {
  var isQuotationHeading: Bool {
    if case .quotationHeading = self { true } else { false }
  }
}
