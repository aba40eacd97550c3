import Screen

extension ReaderState {
  /// Moves the help by `count` rows.
  mutating func scrollHelp(by count: Int) {
    let last = max(0, HelpText.rows(of: self).count - max(1, size.rows - 1))
    helpTop = min(max(0, (helpTop ?? 0) + count), last)
  }

  /// Takes a key while the help is shown.
  mutating func pressInHelp(_ key: Key) -> [Effect] {
    let rows = max(1, size.rows - 1)
    let last = max(0, HelpText.rows(of: self).count - rows)
    let top = helpTop ?? 0
    switch keymap.command(for: key) {
    case .lineDown: helpTop = min(top + 1, last)
    case .lineUp: helpTop = max(top - 1, 0)
    case .pageDown, .halfPageDown: helpTop = min(top + rows, last)
    case .pageUp, .halfPageUp: helpTop = max(top - rows, 0)
    case .goToStart: helpTop = 0
    case .goToEnd: helpTop = last
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    default: helpTop = nil
    }
    return []
  }
}
