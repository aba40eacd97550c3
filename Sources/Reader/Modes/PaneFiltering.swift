import Interface
import ArabicText
import Screen

/// What names and quotations must hold to be listed in the side pane, while it is being typed.
struct PaneFiltering: Mode {
  var takesText: Bool { true }

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    switch key {
    case .enter, .tab: return .leave()
    case .escape, .control("g"), .control("c"):
      state.clearFilter()
      return .leave()
    case .up, .down:
      _ = state.performInPane(key == .up ? .lineUp : .lineDown, times: nil)
    default:
      let before = state.article.pane.filter
      guard LineEditing.edit(&state.article.pane.filter, key) else {
        guard key == .backspace else { return .stay() }
        state.clearFilter()
        return .leave()
      }
      if state.article.pane.filter != before { state.selectFirstListed() }
    }
    return .stay()
  }

  mutating func paste(_ text: String, in state: inout ReaderState) -> ModeResult {
    state.article.pane.filter += text.onOneLine
    state.selectFirstListed()
    return .stay()
  }
  func hints(_ state: ReaderState) -> [Hint]? {
    [Hint([.up, .down], .hintMove), Hint([.enter], .hintKeep), Hint([.escape], .hintClear)]
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> PaneFiltering? { self }
}
