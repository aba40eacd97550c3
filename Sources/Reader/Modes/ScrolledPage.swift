import ArabicText
import Interface
import Screen
import TextLayout

/// A text over the whole screen that keys and the wheel move, and any other key closes.
protocol ScrolledPage: Mode {
  /// Which rows are shown.
  var scroll: RowScroll { get set }

  /// What the page tells, in the language of the interface, each in as many lines as it takes.
  func told(in state: ReaderState) -> [ToldText]
}

/// Something that a page tells.
struct ToldText {
  /// What is told.
  var text: String
  /// What it is.
  var role: Role
}

extension ScrolledPage {
  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    let command = state.keymap.command(for: key)
    if scroll.move(command, of: lines(in: state).count, shown: shownRows(in: state)) {
      return .stay()
    }
    switch command {
    case .suspend: return .stay([.suspend])
    case .redraw: return .stay([.redraw])
    default: return .leave()
    }
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    switch event.action {
    case .wheelUp, .wheelDown:
      scroll.scroll(by: event.wheelRows, of: lines(in: state).count, shown: shownRows(in: state))
    case .press: return .leave()
    case .drag, .release: break
    }
    return .stay()
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Self? { self }

  // MARK: View

  /// The rows above the status line.
  private func shownRows(in state: ReaderState) -> Int { max(1, state.size.rows - 1) }

  private func lines(in state: ReaderState) -> [(line: Line, role: Role)] {
    told(in: state).flatMap { told in
      Label.lines(
        told.text, columns: max(1, state.size.columns - 2), direction: state.rowDirection,
        lettering: state.appearance.lettering
      ).map { ($0, told.role) }
    }
  }

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let theme = state.appearance.theme
    let whole = Area(column: 0, row: 0, columns: state.size.columns, rows: state.size.rows)
    painter.screen.fill(whole, style: theme.style([.help]))
    let lines = lines(in: state)
    let shown = shownRows(in: state)
    let top = scroll.first(of: lines.count, shown: shown)
    for (index, row) in lines.dropFirst(top).prefix(shown).enumerated() {
      painter.draw(row.line, row: index, column: 1) { _ in theme.style([.help, row.role]) }
    }
    painter.drawScrollMarks(
      above: top > 0, below: lines.count > top + shown,
      Area(column: 0, row: 0, columns: state.size.columns, rows: shown), state)
  }

  /// The keys stand in what the status line says.
  func hints(_ state: ReaderState) -> [Hint]? { [] }

  func status(_ state: ReaderState) -> StatusLineText? {
    let isLong = lines(in: state).count > shownRows(in: state)
    let keys = [isLong ? state.hint(.lineDown, .hintMove) : nil, Hint([.escape], .hintClose)]
    return StatusLineText(
      keys.compactMap(\.self).map { StatusLineText.Part($0, in: state) }, under: .help)
  }
}
