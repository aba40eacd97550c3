import Interface
import Screen

extension ReaderState {
  /// Shows the list of the open files.
  mutating func openFileList() {
    chooser = Chooser(kind: .files, selected: files.current)
    moveInChooser(by: 0)
  }

  /// Shows `themes` to choose from; the present one is selected.
  mutating func openThemeList(_ themes: [Theme]) {
    guard !themes.isEmpty else { return }
    let current = themes.firstIndex { $0.name == appearance.theme.name } ?? 0
    chooser = Chooser(kind: .themes(themes, before: appearance.theme), selected: current)
    moveInChooser(by: 0)
  }

  /// Takes a key while a list is shown.
  mutating func pressInChooser(_ key: Key) -> [Effect] {
    guard let chooser else { return [] }
    let page = max(1, chooserRows - 1)
    switch keymap.command(for: key) {
    case .lineDown: moveInChooser(by: 1)
    case .lineUp: moveInChooser(by: -1)
    case .pageDown, .halfPageDown: moveInChooser(by: page)
    case .pageUp, .halfPageUp: moveInChooser(by: -page)
    case .goToStart: moveInChooser(by: -count(of: chooser))
    case .goToEnd: moveInChooser(by: count(of: chooser))
    case .jump: return choose()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    default: leaveChooser()
    }
    return []
  }

  /// The rows of the list that are shown at a time.
  private var chooserRows: Int { max(1, size.rows - 2) }

  mutating func moveInChooser(by distance: Int) {
    guard var chooser else { return }
    chooser.selected = min(max(0, chooser.selected + distance), count(of: chooser) - 1)
    chooser.top = min(chooser.top, chooser.selected)
    chooser.top = max(chooser.top, chooser.selected - chooserRows + 1)
    if case .themes(let themes, _) = chooser.kind { appearance.theme = themes[chooser.selected] }
    self.chooser = chooser
  }

  private mutating func choose() -> [Effect] {
    guard let chooser else { return [] }
    self.chooser = nil
    switch chooser.kind {
    case .files: return chooser.selected == files.current ? [] : [.openFile(chooser.selected)]
    case .themes:
      notice = Notice(.themeIs, .text(appearance.theme.name))
      return []
    }
  }

  /// Chooses what stands in a row of the screen; the heading and what is below the list close it.
  mutating func pressInChooser(row: Int) -> [Effect] {
    guard let chooser, row > 0, chooser.top + row - 1 < count(of: chooser) else {
      leaveChooser()
      return []
    }
    moveInChooser(by: chooser.top + row - 1 - chooser.selected)
    return choose()
  }

  /// Closes the list; the colours are those from before.
  private mutating func leaveChooser() {
    if case .themes(_, let before) = chooser?.kind { appearance.theme = before }
    chooser = nil
  }
}
