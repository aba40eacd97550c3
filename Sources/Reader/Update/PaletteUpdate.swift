import Screen

extension ReaderState {
  /// Lists all commands.
  mutating func openPalette() {
    prompt = nil
    palette = PaletteState()
  }

  /// Takes a key while the palette is shown.
  mutating func pressInPalette(_ key: Key) -> [Effect] {
    guard var palette else { return [] }
    let page = max(1, size.rows - 2)
    switch key {
    case .escape, .control("g"): self.palette = nil
    case .enter: return runSelected()
    case .up, .control("p"): movePalette(by: -1)
    case .down, .control("n"), .tab: movePalette(by: 1)
    case .backTab: movePalette(by: -1)
    case .pageUp: movePalette(by: -page)
    case .pageDown: movePalette(by: page)
    case .backspace where palette.query.isEmpty: self.palette = nil
    default:
      if Prompt.edit(&palette.query, key) { self.palette = PaletteState(query: palette.query) }
    }
    return []
  }

  mutating func runSelected() -> [Effect] {
    let commands = paletteCommands
    guard let selected = palette?.selected, commands.indices.contains(selected) else { return [] }
    palette = nil
    return perform(commands[selected])
  }

  mutating func movePalette(by count: Int) {
    guard var palette else { return }
    let last = max(0, paletteCommands.count - 1)
    let shown = max(1, size.rows - 1)
    palette.selected = min(max(0, palette.selected + count), last)
    palette.top = min(max(palette.top, palette.selected - shown + 1), palette.selected)
    self.palette = palette
  }
}
