import ArabicText
import Interface
import Screen

/// The list of all commands with their keys, over the whole screen, filtered by what is typed.
struct Palette: Mode {
  /// What was typed.
  private var line = TypedLine()
  /// The row that is selected, among those that are left.
  var selected = 0
  /// The first row shown.
  var top = 0

  var takesText: Bool { true }

  init() {}

  private init(_ line: TypedLine) { self.line = line }

  private var query: String { line.text }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    let page = max(1, state.size.rows - 2)
    switch key {
    case .escape, .control("g"): return .leave()
    case .enter: return runSelected(in: &state)
    case .up, .control("p"), .backTab: move(by: -1, in: state)
    case .down, .control("n"), .tab: move(by: 1, in: state)
    case .pageUp: move(by: -page, in: state)
    case .pageDown: move(by: page, in: state)
    case .backspace where query.isEmpty: return .leave()
    default:
      if line.edit(key) { self = Palette(line) }
    }
    return .stay()
  }

  mutating func paste(_ text: String, in state: inout ReaderState) -> ModeResult {
    line.insert(text.onOneLine)
    self = Palette(line)
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    switch event.action {
    case .wheelUp, .wheelDown: move(by: event.wheelRows, in: state)
    case .press where event.point.row < state.size.rows - 1:
      selected = top + event.point.row
      return runSelected(in: &state)
    case .press, .drag, .release: break
    }
    return .stay()
  }

  private func runSelected(in state: inout ReaderState) -> ModeResult {
    let commands = commands(in: state)
    guard commands.indices.contains(selected) else { return .stay() }
    let command = commands[selected]
    let entry = PromptHistory.Entry(.palette, command.rawValue)
    state.preferences.history.add(entry)
    state.endModesByCommand()
    return .leave([.keepHistory(entry)] + state.perform(command))
  }

  private mutating func move(by count: Int, in state: ReaderState) {
    let last = max(0, commands(in: state).count - 1)
    let shown = max(1, state.size.rows - 1)
    selected = min(max(0, selected + count), last)
    top = min(max(top, selected - shown + 1), selected)
  }

  /// How many of the commands that were run last come first.
  private static let mostRecent = 5

  /// What a person looks for in a list of commands, before what every pager has.
  private static let useful: [Command] = [
    .help, .nextEntity, .nextQuotation, .speakerOnly, .card, .search, .switchPane, .filterPane,
    .selectPassage, .highlight, .writeNote, .tag, .correct, .review, .undo, .searchName, .filter,
    .copy, .exportPage, .listFiles, .chooseTheme,
  ]

  /// All commands: those that were run last, those that are useful, the others as in the help.
  private func all(in state: ReaderState) -> [Command] {
    var seen: Set<Command> = []
    let order =
      state.preferences.history.recentCommands(Self.mostRecent) + Self.useful
      + state.keymap.bindings.map(\.command)
    return order.filter { seen.insert($0).inserted }
  }

  /// The commands that are listed: those whose title, in either language, or name or keys hold every
  /// word that was typed, however it is spelled.
  ///
  /// - Complexity: O(*n*) in the letters of all titles, for each word.
  func commands(in state: ReaderState) -> [Command] {
    let search = CommandSearch(query)
    return all(in: state).filter { search.finds($0, in: state.keymap) }
  }

  func hints(_ state: ReaderState) -> [Hint]? {
    [
      Hint([.up, .down], .hintMove), Hint([.enter], .hintRun), Hint([.escape], .hintClose),
    ]
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Palette? { self }

  // MARK: View

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let theme = state.appearance.theme
    let area = Area(
      column: 0, row: 0, columns: state.size.columns, rows: max(1, state.size.rows - 1))
    painter.screen.fill(area, style: theme.style([.help]))
    let commands = commands(in: state)
    for (index, command) in commands.dropFirst(top).prefix(area.size.rows).enumerated() {
      let row = Area(column: 0, row: index, columns: area.size.columns, rows: 1)
      draw(command, in: row, isSelected: top + index == selected, state, into: &painter)
    }
    painter.drawScrollMarks(
      above: top > 0, below: commands.count > top + area.size.rows, area, state)
  }

  func status(_ state: ReaderState) -> StatusLineText? {
    StatusLineText(
      PromptHistory.Purpose.palette.sign + " "
        + Label.isolated(line.shown),
      end: state.string(.paletteCount, .number(commands(in: state).count)), ground: .prompt)
  }

  private func draw(
    _ command: Command, in area: Area, isSelected: Bool, _ state: ReaderState,
    into painter: inout Painter
  ) {
    let over: [Role] = isSelected ? [.paneSelected] : []
    let lettering = state.appearance.lettering
    if isSelected {
      painter.screen.fill(area, style: state.appearance.theme.style([.help] + over))
    }
    let direction = state.rowDirection
    let own = state.keymap.keys(of: command)
    let arabic = own.compactMap(ArabicKeyboard.arabicKey)
    let keys = (own + arabic).map { $0.labelInText(in: state.language) }
      .joined(separator: " ")
    let room = min(Label.columns(of: keys, lettering: lettering), area.size.columns / 3)
    let inner = area.after(1, width: area.size.columns - 2, in: direction)
    func draw(_ text: String, in area: Area, edge: Edge = .start, _ roles: [Role]) {
      painter.draw(
        label: text, in: area, direction: direction, edge: edge, lettering: lettering,
        style: state.appearance.theme.style(roles + over))
    }
    draw(
      keys, in: inner.after(inner.size.columns - room, in: direction), edge: .end,
      [.help, .helpKey])
    let titleRoom = inner.after(0, width: inner.size.columns - room - 1, in: direction)
    let title = command.title(in: state.language).wholeClauses { part in
      Label.columns(of: part, lettering: lettering) <= titleRoom.size.columns
    }
    draw(title, in: titleRoom, [.help])
    let rest = titleRoom.after(Label.columns(of: title, lettering: lettering) + 2, in: direction)
    if rest.size.columns >= command.rawValue.count {
      draw(Label.isolated(command.rawValue), in: rest, [.help, .paneCount])
    }
  }
}
