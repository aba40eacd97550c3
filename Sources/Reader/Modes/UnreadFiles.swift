import ArabicText
import Interface
import Screen
import TextLayout

/// The files of a reading room that could not be read, each with its reason, over the whole screen.
struct UnreadFiles: Mode {
  private let files: [UnreadFile]
  /// Which rows are shown: two for each file, and the heading.
  private var scroll = RowScroll()

  /// The list of `files`.
  init(_ files: [UnreadFile]) { self.files = files }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    let command = state.keymap.command(for: key)
    if scroll.move(command, of: count, shown: shownRows(in: state)) { return .stay() }
    switch command {
    case .suspend: return .stay([.suspend])
    case .redraw: return .stay([.redraw])
    default: return .leave()
    }
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    switch event.action {
    case .wheelUp, .wheelDown:
      scroll.scroll(by: event.wheelRows, of: count, shown: shownRows(in: state))
    case .press: return .leave()
    case .drag, .release: break
    }
    return .stay()
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> UnreadFiles? { self }

  // MARK: View

  private var count: Int { 1 + 2 * files.count }

  private func shownRows(in state: ReaderState) -> Int { max(1, state.size.rows - 1) }

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let whole = Area(column: 0, row: 0, columns: state.size.columns, rows: state.size.rows)
    painter.screen.fill(whole, style: state.appearance.theme.style([.help]))
    let shown = shownRows(in: state)
    let top = scroll.first(of: count, shown: shown)
    for row in top..<min(count, top + shown) {
      let area = Area(
        column: 1, row: row - top, columns: max(0, state.size.columns - 2), rows: 1)
      guard row > 0 else {
        state.draw(
          state.string(.headingUnread, .number(files.count)), in: area, [.help, .paneHeading],
          from: state.language.direction, into: &painter)
        continue
      }
      let file = files[(row - 1) / 2]
      if row % 2 == 1 {
        state.draw(
          Label.fileName(file.path), in: area, [.help], from: state.language.direction,
          into: &painter)
      } else {
        state.draw(
          Label.fileName(file.reason), in: area.after(2, in: state.language.direction),
          [.help, .error], from: state.language.direction, into: &painter)
      }
    }
    painter.drawScrollMarks(
      above: top > 0, below: count > top + shown,
      Area(column: 0, row: 0, columns: state.size.columns, rows: shown), state)
  }

  func hints(_ state: ReaderState) -> [Hint]? { [] }

  func status(_ state: ReaderState) -> StatusLineText? {
    let keys = [
      count > shownRows(in: state) ? state.hint(.lineDown, .hintMove) : nil,
      Hint([.escape], .hintClose),
    ]
    return StatusLineText(
      keys.compactMap(\.self).map { StatusLineText.Part($0, in: state) }, under: .help)
  }
}
