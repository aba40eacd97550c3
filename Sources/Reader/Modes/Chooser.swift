import ArabicText
import Interface
import Screen
import TextLayout

/// A list in the place of the side pane, or over the left of a narrow screen, out of which one thing is
/// chosen.
struct Chooser: Mode {
  /// What is chosen.
  enum Kind: Sendable {
    /// The file to read.
    case files
    /// The colours, which are shown as they are gone through; with those from before.
    case themes([Theme], before: Theme)
    /// A heading to go to.
    case headings([DocumentStructure.Block])
    /// A link to open.
    case links([DocumentStructure.Link])
  }

  /// What is chosen.
  let kind: Kind
  /// The row that is selected.
  private(set) var selected: Int
  /// The first row shown.
  private(set) var top = 0

  /// The list of the open files of `state`.
  init(filesOf state: ReaderState) {
    kind = .files
    selected = state.files.current
    keepVisible(in: state)
  }

  /// The list of `themes`, the present one selected, or `nil` where there is none.
  init?(themes: [Theme], of state: ReaderState) {
    guard !themes.isEmpty else { return nil }
    kind = .themes(themes, before: state.appearance.theme)
    selected = themes.firstIndex { $0.name == state.appearance.theme.name } ?? 0
    keepVisible(in: state)
  }

  /// The headings of `state`, the last one above the middle of the screen selected; `nil` where there is
  /// none.
  init?(headingsOf state: ReaderState) {
    guard let headings = state.structure?.headings, !headings.isEmpty else { return nil }
    kind = .headings(headings)
    let place = state.visibleSpan.lower
    selected = max(0, (headings.firstIndex { $0.span.lower > place } ?? headings.count) - 1)
    keepVisible(in: state)
  }

  /// The links of `state`, the first one on the screen selected; `nil` where there is none.
  init?(linksOf state: ReaderState) {
    guard let links = state.structure?.links, !links.isEmpty else { return nil }
    kind = .links(links)
    let place = state.visibleSpan.lower
    selected = links.firstIndex { $0.span.lower >= place } ?? links.count - 1
    keepVisible(in: state)
  }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    let page = max(1, rows(in: state) - 1)
    switch state.keymap.command(for: key) {
    case .lineDown: move(by: 1, in: &state)
    case .lineUp: move(by: -1, in: &state)
    case .pageDown, .halfPageDown: move(by: page, in: &state)
    case .pageUp, .halfPageUp: move(by: -page, in: &state)
    case .goToStart: move(by: -count(in: state), in: &state)
    case .goToEnd: move(by: count(in: state), in: &state)
    case .jump: return choose(in: &state)
    case .copy:
      guard case .links(let links) = kind else { return leave(&state) }
      return .leave(state.copy(links[selected].target))
    case .suspend: return .stay([.suspend])
    case .redraw: return .stay([.redraw])
    default: return leave(&state)
    }
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    switch event.action {
    case .wheelUp, .wheelDown: move(by: event.wheelRows.signum(), in: &state)
    case .press:
      // The heading and what is below the list close it.
      let index = top + event.point.row - 1
      guard event.point.row > 0, index < count(in: state) else { return leave(&state) }
      move(by: index - selected, in: &state)
      return choose(in: &state)
    case .drag, .release: break
    }
    return .stay()
  }

  private mutating func move(by distance: Int, in state: inout ReaderState) {
    selected = min(max(0, selected + distance), count(in: state) - 1)
    keepVisible(in: state)
    if case .themes(let themes, _) = kind { state.appearance.theme = themes[selected] }
  }

  private mutating func keepVisible(in state: ReaderState) {
    top = max(min(top, selected), selected - rows(in: state) + 1)
  }

  private func choose(in state: inout ReaderState) -> ModeResult {
    switch kind {
    case .files: return .leave(selected == state.files.current ? [] : [.openFile(selected)])
    case .themes:
      let name = state.appearance.theme.name
      let line = "\(Setting.theme.rawValue) = \"\(name)\""
      state.notice = Notice(.themeChosen, .text(name), .text(line))
      return .leave()
    case .headings(let headings):
      state.goToLine(at: headings[selected].span.lower)
      return .leave()
    case .links(let links): return .leave(state.open(links[selected]))
    }
  }

  /// The colours are those from before.
  func end(in state: inout ReaderState) {
    if case .themes(_, let before) = kind { state.appearance.theme = before }
  }

  private func leave(_ state: inout ReaderState) -> ModeResult {
    end(in: &state)
    return .leave()
  }

  /// The rows of the list that are shown at a time.
  private func rows(in state: ReaderState) -> Int { max(1, state.size.rows - 2) }

  private func count(in state: ReaderState) -> Int {
    switch kind {
    case .files: state.files.files.count
    case .themes(let themes, _): themes.count
    case .headings(let headings): headings.count
    case .links(let links): links.count
    }
  }

  func hints(_ state: ReaderState) -> [Hint]? {
    [
      state.hint(.lineDown, .hintMove), state.hint(.jump, .hintChoose),
      Hint([.escape], .hintClose),
    ].compactMap(\.self)
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Chooser? {
    switch kind {
    case .files, .themes: self
    // The headings and links of the new text are others.
    case .headings, .links: nil
    }
  }

  // MARK: View

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let theme = state.appearance.theme
    let columns = state.arrangement.pane?.size.columns ?? min(36, state.size.columns - 1)
    let area = Area(column: 0, row: 0, columns: columns, rows: max(0, state.size.rows - 1))
    func line(_ row: Int) -> Area {
      Area(column: 0, row: row, columns: max(0, area.size.columns - 1), rows: 1)
    }
    painter.screen.fill(area, style: theme.style([.pane]))
    painter.drawBorder(column: area.columns.upperBound, rows: area.rows, hasKeys: true, theme)
    state.draw(
      title(in: state), in: line(0), [.pane, .paneHeading], from: state.rowDirection,
      into: &painter)
    for index in top..<count(in: state) {
      let row = index - top + 1
      guard row < area.size.rows else { break }
      draw(item: index, in: line(row), state, into: &painter)
    }
    painter.drawScrollMarks(
      above: top > 0, below: count(in: state) > top + rows(in: state),
      column: area.columns.upperBound, rows: area.rows.dropFirst(), style: theme.style([.border]))
  }

  func status(_ state: ReaderState) -> StatusLineText? {
    guard case .themes(let themes, _) = kind else { return nil }
    let theme = themes[selected]
    return StatusLineText([
      StatusLineText.Part(text: Label.isolated(theme.name)),
      StatusLineText.Part(text: state.string(theme.purpose)),
    ])
  }

  private func title(in state: ReaderState) -> String {
    switch kind {
    case .files: state.string(.headingFiles, .number(count(in: state)))
    case .themes: state.string(.headingThemes, .number(count(in: state)))
    case .headings: state.string(.headingContents, .number(count(in: state)))
    case .links: state.string(.headingLinks, .number(count(in: state)))
    }
  }

  private func draw(
    item index: Int, in place: Area, _ state: ReaderState, into painter: inout Painter
  ) {
    let over: [Role] = index == selected ? [.paneSelected] : []
    var whole = place
    whole.size.columns += 1
    if !over.isEmpty {
      painter.screen.fill(whole, style: state.appearance.theme.style([.pane] + over))
    }
    switch kind {
    case .themes(let themes, _):
      let name = themes[index].name
      state.draw(name, in: place, [.pane] + over, from: .leftToRight, into: &painter)
      let left = Label.columns(of: name, lettering: state.appearance.lettering) + 2
      let room = Area(
        column: place.column + left, row: place.row, columns: place.size.columns - left, rows: 1)
      state.draw(
        state.string(themes[index].purpose), in: room, [.pane, .paneCount] + over,
        from: state.rowDirection, into: &painter)
    case .headings(let headings):
      draw(passage: headings[index].span, in: place, over, state, into: &painter)
    case .links(let links):
      draw(passage: links[index].span, in: place, over, state, into: &painter)
    case .files:
      let file = state.files.files[index]
      let isCurrent = index == state.files.current
      let note = note(on: isCurrent ? .read(percent: state.percent) : file.condition, state)
      let role: Role = file.condition == .failed ? .error : .paneCount
      state.draw(note, in: place, [.pane, role] + over, from: .leftToRight, into: &painter)
      let left = note.isEmpty ? 0 : note.count + 1
      let room = Area(
        column: place.column + left, row: place.row, columns: place.size.columns - left, rows: 1)
      state.draw(
        Label.fileName(file.name), in: room, [.pane] + over, from: .rightToLeft, into: &painter)
    }
  }

  private func draw(
    passage span: TextSpan, in place: Area, _ over: [Role], _ state: ReaderState,
    into painter: inout Painter
  ) {
    let words = state.text.string(in: span)
    // What begins with Latin letters is set apart, as it runs from the left in a row that begins at the right.
    let isRightToLeft = state.firstStrongDirection(in: span) != .leftToRight
    state.draw(
      isRightToLeft ? words : Label.fileName(words), in: place, [.pane] + over, from: .rightToLeft,
      into: &painter)
  }

  private func note(on condition: OpenFile.Condition, _ state: ReaderState) -> String {
    switch condition {
    case .unread: "·"
    case .failed: "!"
    case .read(let percent): state.language.string(ofPercent: percent)
    }
  }
}
