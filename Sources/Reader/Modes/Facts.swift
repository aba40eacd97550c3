import ArabicText
import Interface
import Screen
import TextLayout

/// What is known of the article beside its text, over the whole screen.
struct Facts: Mode {
  /// Which rows are shown.
  private var rows = RowScroll()

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    let command = state.keymap.command(for: key)
    if rows.move(command, of: lines(in: state).count, shown: shownRows(in: state)) {
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
      rows.scroll(by: event.wheelRows, of: lines(in: state).count, shown: shownRows(in: state))
    case .press: return .leave()
    case .drag, .release: break
    }
    return .stay()
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Facts? { self }

  // MARK: View

  /// The rows above the status line.
  private func shownRows(in state: ReaderState) -> Int { max(1, state.size.rows - 1) }

  /// The heading and each fact, in as many lines as they take.
  private func lines(in state: ReaderState) -> [(line: Line, role: Role)] {
    let facts = DocumentFacts(of: state.article.document).rows.map { $0.string(in: state.language) }
    let told = [(state.string(.headingFacts), Role.paneHeading)] + facts.map { ($0, Role.help) }
    return told.flatMap { text, role in
      Label.lines(
        text, columns: max(1, state.size.columns - 2), direction: state.language.direction,
        lettering: state.appearance.lettering
      ).map { ($0, role) }
    }
  }

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let theme = state.appearance.theme
    let whole = Area(column: 0, row: 0, columns: state.size.columns, rows: state.size.rows)
    painter.screen.fill(whole, style: theme.style([.help]))
    let lines = lines(in: state)
    let shown = shownRows(in: state)
    let top = rows.first(of: lines.count, shown: shown)
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
