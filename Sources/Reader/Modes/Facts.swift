import ArabicText
import Interface
import Screen

/// What is known of the article beside its text, over the whole screen.
struct Facts: Mode {
  /// The first row that is shown.
  private(set) var top = 0

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    switch state.keymap.command(for: key) {
    case .lineDown: scroll(by: 1, in: state)
    case .lineUp: scroll(by: -1, in: state)
    case .suspend: return .stay([.suspend])
    case .redraw: return .stay([.redraw])
    default: return .leave()
    }
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    switch event.action {
    case .wheelUp, .wheelDown: scroll(by: event.wheelRows, in: state)
    case .press: return .leave()
    case .drag, .release: break
    }
    return .stay()
  }

  private mutating func scroll(by count: Int, in state: ReaderState) {
    let rows = DocumentFacts(of: state.article.document).rows.count
    top = min(max(0, top + count), max(0, rows + 2 - state.size.rows))
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Facts? { self }

  // MARK: View

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let whole = Area(column: 0, row: 0, columns: state.size.columns, rows: state.size.rows)
    painter.screen.fill(whole, style: state.appearance.theme.style([.help]))
    let facts = DocumentFacts(of: state.article.document).rows.map { $0.string(in: state.language) }
    let rows = [(state.string(.headingFacts), Role.paneHeading)] + facts.map { ($0, Role.help) }
    for (index, row) in rows.dropFirst(top).prefix(max(1, state.size.rows - 1)).enumerated() {
      let area = Area(column: 0, row: index, columns: state.size.columns, rows: 1)
      let direction = state.language.direction
      painter.draw(
        label: row.0, in: area.after(1, in: direction), direction: direction,
        lettering: state.appearance.lettering, style: state.appearance.theme.style([.help, row.1]))
    }
  }

  /// The keys stand in what the status line says.
  func hints(_ state: ReaderState) -> [Hint]? { [] }

  func status(_ state: ReaderState) -> StatusLineText? {
    let isLong = DocumentFacts(of: state.article.document).rows.count + 2 > state.size.rows
    let keys = [
      isLong ? state.hint(.lineDown, .hintMove) : nil,
      Hint([.escape], .hintClose),
    ]
    return StatusLineText(
      keys.compactMap(\.self).map { StatusLineText.Part($0, in: state) }, under: .help)
  }
}
