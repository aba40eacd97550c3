import ArabicText
import Interface
import Screen
import TextLayout

/// The help over the whole screen, all of it or what was searched for.
struct Help: Mode {
  /// Which rows are shown.
  private(set) var rows = RowScroll()
  /// What the keys that are shown have to do; empty for all.
  var query: String { line.text }
  private var line = TypedLine()
  /// Whether that is being typed.
  private(set) var isTyping = false
  /// The keys that answer what is asked below, told first.
  private let answers: [Hint]
  private let set = Remembered<HelpSetting, [HelpLine]>()

  /// The help to the keys of `state`, and first to what it asks.
  init(in state: ReaderState) { answers = state.modes.open.last?.answers(state) ?? [] }

  private init(_ answers: [Hint]) { self.answers = answers }

  var takesText: Bool { isTyping }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    if isTyping { return type(key, in: state) }
    let command = state.keymap.command(for: key)
    if rows.move(command, of: lines(in: state).count, shown: shownRows(in: state)) {
      return .stay()
    }
    switch command {
    case .search: isTyping = true
    case .clearSelection where !query.isEmpty: self = Help(answers)
    case .suspend: return .stay([.suspend])
    case .redraw: return .stay([.redraw])
    default: return .leave()
    }
    return .stay()
  }

  /// Handles a key while it is typed what to look for.
  private mutating func type(_ key: Key, in state: ReaderState) -> ModeResult {
    switch key {
    case .enter, .tab: isTyping = false
    case .escape, .control("g"): self = Help(answers)
    case .backspace where query.isEmpty: self = Help(answers)
    case .down: scroll(by: 1, in: state)
    case .up: scroll(by: -1, in: state)
    default: if line.edit(key) { rows = RowScroll() }
    }
    return .stay()
  }

  mutating func paste(_ text: String, in state: inout ReaderState) -> ModeResult {
    guard isTyping else { return .passDown() }
    line.insert(text.onOneLine)
    rows = RowScroll()
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
    rows.scroll(by: count, of: lines(in: state).count, shown: shownRows(in: state))
  }

  private func shownRows(in state: ReaderState) -> Int { max(1, state.size.rows - 1) }

  private func lines(in state: ReaderState) -> [HelpLine] {
    set.value(of: HelpSetting(of: state, query)) {
      let asked = query.isEmpty ? HelpText.rows(of: answers, state) : []
      return HelpSetter(state: state).lines(of: asked + HelpText.rows(of: state, holding: query))
    }
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Help? { self }

  // MARK: View

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let whole = Area(column: 0, row: 0, columns: state.size.columns, rows: state.size.rows)
    painter.screen.fill(whole, style: state.appearance.theme.style([.help]))
    let lines = lines(in: state)
    let shown = shownRows(in: state)
    let top = rows.first(of: lines.count, shown: shown)
    for (index, line) in lines.dropFirst(top).prefix(shown).enumerated() {
      let area = Area(column: 0, row: index, columns: state.size.columns, rows: 1)
      for piece in line.pieces {
        let place = area.after(piece.column, width: piece.width, in: state.rowDirection)
        painter.draw(piece.line, row: index, column: place.column) { _ in
          state.appearance.theme.style([.help, piece.role])
        }
      }
    }
    painter.drawScrollMarks(
      above: top > 0, below: lines.count > top + shown,
      Area(column: 0, row: 0, columns: state.size.columns, rows: shown), state)
  }

  /// The keys stand in what the status line says, whether or not hints are wanted.
  func hints(_ state: ReaderState) -> [Hint]? { [] }

  func status(_ state: ReaderState) -> StatusLineText? {
    if isTyping {
      let typed = Label.isolated(line.shown)
      return StatusLineText(PromptHistory.Purpose.search.sign + typed, ground: .prompt)
    }
    let isLong = lines(in: state).count > shownRows(in: state)
    let keys = [
      isLong ? state.hint(.lineDown, .hintMove) : nil, state.hint(.search, .hintSearch),
      query.isEmpty ? nil : state.hint(.clearSelection, .hintShowAll),
      query.isEmpty ? Hint([.escape], .hintClose) : state.hint(.quit, .hintClose),
    ]
    let found = query.isEmpty ? [] : [StatusLineText.Part(text: state.string(found(in: state)))]
    let told = keys.compactMap(\.self).map { StatusLineText.Part($0, in: state) }
    return StatusLineText(found + told, under: .help)
  }

  private func found(in state: ReaderState) -> Phrase {
    let count = HelpText.rows(of: state, holding: query).count { row in
      if case .binding = row { true } else { false }
    }
    return Phrase(.helpFound, .number(count))
  }
}

/// What the lines of the help depend on.
private struct HelpSetting: Equatable {
  var columns: Int
  var language: Language.Code
  var lettering: Lettering
  var keymap: Keymap
  var query: String

  init(of state: ReaderState, _ query: String) {
    columns = state.size.columns
    language = state.language.code
    lettering = state.appearance.lettering
    keymap = state.keymap
    self.query = query
  }
}
