import ArabicText
import Interface
import Screen

/// The question what becomes of notes that could not be stored, when a person wants to leave.
struct Leaving: Mode {
  /// What is asked about.
  var notes: UnsavedNotes

  /// What is asked comes before all else.
  var opensPalette: Bool { false }

  var endsByCommand: Bool { false }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    let latin = ArabicKeyboard.latinKey(for: key) ?? key
    switch latin {
    case "t", .enter: return .stay([.quit])
    case "k": return .stay([.keepUnsaved])
    case "d": return .leave([.discardUnsaved])
    case .escape, .control("g"): return .leave()
    // Nothing that was written is let go by a key that was meant for something else.
    default: return .stay()
    }
  }

  /// A click on an answer gives it.
  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    guard event.action == .press, let answer = answer(at: event.point, in: state) else {
      return .stay()
    }
    return press(answer, in: &state)
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Leaving? { self }

  // MARK: View

  private static let answers: [(key: Key, meaning: PhraseKey)] = [
    ("t", .leaveTryAgain), ("k", .leaveKeep), ("d", .leaveDiscard), (.escape, .leaveStay),
  ]

  /// Where the question stands, above what the status line says.
  private func box(in state: ReaderState) -> (area: Area, shown: Int) {
    let area = state.arrangement.article
    let above = StatusLine.rows(above: status(state), in: state)
    let height = max(1, min(area.size.rows, above))
    let room = max(0, height - 1 - Self.answers.count)
    let shown = min(notes.items.count, room, max(1, height / 2))
    let rows = min(height, 1 + shown + Self.answers.count)
    let box = Area(
      column: area.column, row: area.row + height - rows, columns: area.size.columns, rows: rows)
    return (box, shown)
  }

  private func answer(at point: ScreenPoint, in state: ReaderState) -> Key? {
    let box = box(in: state)
    let index = point.row - box.area.row - 1 - box.shown
    guard box.area.contains(point), Self.answers.indices.contains(index) else { return nil }
    return Self.answers[index].key
  }

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let (box, count) = box(in: state)
    let rows = box.size.rows
    let shown = notes.items.prefix(count)
    painter.screen.fill(box, style: state.appearance.theme.style([.prompt]))
    var row = box.row
    func line(_ columns: Int = 0) -> Area {
      let whole = Area(column: box.column, row: row, columns: box.size.columns, rows: 1)
      return whole.after(columns, in: state.rowDirection)
    }
    painter.screen.fill(line(), style: state.appearance.theme.style([.status]))
    state.draw(
      state.string(.unsavedNotes, .number(notes.items.count)), in: line(), [.status],
      from: state.rowDirection, into: &painter)
    row += 1
    for item in shown where row < box.row + rows {
      state.draw(
        label(of: item), in: line(1), [.prompt], from: state.rowDirection, into: &painter)
      row += 1
    }
    for (key, meaning) in Self.answers where row < box.row + rows {
      state.draw(
        key.label(in: state.language), in: line(1), [.prompt, .helpKey],
        from: state.rowDirection, into: &painter)
      state.draw(
        state.string(meaning), in: line(6), [.prompt], from: state.rowDirection,
        into: &painter)
      row += 1
    }
  }

  /// What was written, behind the words that it is of and, of several, the article.
  private func label(of item: UnsavedNotes.Item) -> String {
    let isOfSeveral = Set(notes.items.map(\.article)).count > 1
    let parts = (isOfSeveral ? [item.article] : []) + [item.words, item.text]
    // No screen has room for more, and a passage may be a whole article.
    return parts.map { Label.isolated(String($0.prefix(200)).onOneLine) }.joined(separator: " · ")
  }

  /// The answers stand in the box.
  func hints(_ state: ReaderState) -> [Hint]? { [] }

  func status(_ state: ReaderState) -> StatusLineText? {
    let reason = notes.problem ?? Phrase(.noteSaving)
    return StatusLineText(
      [StatusLineText.Part(text: state.string(reason))], ground: .prompt,
      isError: notes.problem != nil)
  }
}

extension ReaderState {
  /// Asks what becomes of `notes`.
  package mutating func askBeforeLeaving(_ notes: UnsavedNotes) {
    modes.close(Leaving.self)
    modes.push(Leaving(notes: notes))
  }

  /// Whether the person has said that they want to leave, and is being asked.
  package var isLeaving: Bool { modes.contains(Leaving.self) }
}
