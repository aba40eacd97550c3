import Interface
import ArabicText
import Screen

/// What names, quotations and notes must hold to be listed in the side pane, while it is being typed.
struct PaneFiltering: Mode {
  /// What of the filter stands behind the caret, in UTF-8 bytes.
  private var behind = 0

  init() {}

  var takesText: Bool { true }

  /// The filter as it is typed.
  func line(_ state: ReaderState) -> TypedLine {
    TypedLine(state.article.pane.filter, behind: behind)
  }

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    switch key {
    case .enter, .tab: return .leave()
    case .escape, .control("g"), .control("c"):
      state.clearFilter()
      return .leave()
    case .up, .down:
      _ = state.performInPane(key == .up ? .lineUp : .lineDown, times: nil)
    default:
      var line = line(state)
      if line.edit(key) { return change(to: line, in: &state) }
      behind = line.behind
      guard key == .backspace, line.text.isEmpty else { return .stay() }
      state.clearFilter()
      return .leave()
    }
    return .stay()
  }

  mutating func paste(_ text: String, in state: inout ReaderState) -> ModeResult {
    var line = line(state)
    line.insert(text.onOneLine)
    return change(to: line, in: &state)
  }

  private mutating func change(to line: TypedLine, in state: inout ReaderState) -> ModeResult {
    state.article.pane.filter = line.text
    behind = line.behind
    state.selectFirstListed()
    return .stay()
  }

  /// Where there is no row for it below the pane, the line tells it.
  func status(_ state: ReaderState) -> StatusLineText? {
    guard state.arrangement.paneFoot == nil else { return nil }
    return StatusLineText("/" + Label.isolated(line(state).shown), ground: .prompt)
  }

  func hints(_ state: ReaderState) -> [Hint]? {
    [Hint([.up, .down], .hintMove), Hint([.enter], .hintKeep), Hint([.escape], .hintClear)]
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> PaneFiltering? { self }
}
