import ArabicText
import Interface
import Screen

/// The help over the whole screen.
struct Help: Mode {
  /// The first row that is shown.
  var top = 0

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    let rows = max(1, state.size.rows - 1)
    switch state.keymap.command(for: key) {
    case .lineDown: scroll(by: 1, in: state)
    case .lineUp: scroll(by: -1, in: state)
    case .pageDown, .halfPageDown: scroll(by: rows, in: state)
    case .pageUp, .halfPageUp: scroll(by: -rows, in: state)
    case .goToStart: top = 0
    case .goToEnd: scroll(by: HelpText.rows(of: state).count, in: state)
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
    let last = max(0, HelpText.rows(of: state).count - max(1, state.size.rows - 1))
    top = min(max(0, top + count), last)
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Help? { self }

  // MARK: View

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let whole = Area(column: 0, row: 0, columns: state.size.columns, rows: state.size.rows)
    let shown = max(1, state.size.rows - 1)
    painter.screen.fill(whole, style: state.appearance.theme.style([.help]))
    for (index, row) in HelpText.rows(of: state).dropFirst(top).prefix(shown).enumerated() {
      let area = Area(column: 0, row: index, columns: state.size.columns, rows: 1)
      draw(row, in: area, state, into: &painter)
    }
  }

  func status(_ state: ReaderState) -> StatusContent? {
    let isLong = HelpText.rows(of: state).count > max(1, state.size.rows - 1)
    let keys = [Command.lineDown, .lineUp, .pageDown]
      .compactMap { state.keymap.keys(of: $0).first }
      .map { Label.isolated($0.label(in: state.language)) }.joined(separator: " ")
    return StatusContent(
      isLong ? state.string(.helpMove, .text(keys)) : state.string(.helpClose),
      under: .help)
  }

  private func draw(
    _ row: HelpText.Row, in area: Area, _ state: ReaderState, into painter: inout Painter
  ) {
    let keyColumns = min(22, state.size.columns / 2)
    /// Draws `text` as many columns behind the start of the row.
    func draw(_ text: String, _ columns: Int, width: Int = .max, _ role: Role) {
      let direction = state.language.direction
      painter.draw(
        label: text, in: area.after(columns, width: width, in: direction), direction: direction,
        lettering: state.appearance.lettering,
        style: state.appearance.theme.style([.help, role]))
    }
    switch row {
    case .gap: break
    case .heading(let key): draw(state.string(key), 1, .paneHeading)
    case .note(let key): draw(state.string(key), 1, .help)
    case .binding(let keys, let arabic, let summary):
      draw(keys, 3, width: keyColumns - 1, .helpKey)
      let isWide = state.size.columns >= 76
      let shown = isWide ? arabic.joined(separator: " ") : arabic.first ?? ""
      draw(shown, 3 + keyColumns, .helpKey)
      draw(summary, (isWide ? 11 : 7) + keyColumns, .help)
    }
  }
}
