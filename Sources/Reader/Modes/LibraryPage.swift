import ArabicText
import Interface
import Screen

/// What a library has answered, over the list of its articles: rows that lead to articles, or on to other
/// questions.
struct LibraryPage: Mode {
  /// What was asked.
  let question: LibraryQuestion
  /// The number of the article in which it was asked; `nil` where that was in the list.
  let origin: Int?
  /// What was answered; `nil` until then.
  private(set) var answer: LibraryAnswer?
  /// The rows of the answer.
  private(set) var rows: [LibraryRow] = []
  /// The row that is selected, and those that are shown.
  private(set) var selection = RowSelection()
  /// The rows that can be selected.
  private(set) var items: [Int] = []
  /// The name that was selected when the question was asked anew.
  private var forgotten: LibraryName?

  var opensPalette: Bool { true }
  var endsByCommand: Bool { false }

  /// The page of `question`, to which no answer is there yet.
  init(_ question: LibraryQuestion, from origin: Int?) {
    (self.question, self.origin) = (question, origin)
  }

  /// Takes over what was answered.
  ///
  /// Where it was asked anew, who was selected is so again, or what has come in his place.
  mutating func take(_ answer: LibraryAnswer) {
    self.answer = answer
    rows = LibraryRow.rows(of: answer)
    items = rows.indices.filter { rows[$0].isItem }
    let (row, name) = (selection.selected, forgotten)
    forgotten = nil
    selection = RowSelection(items.first ?? 0)
    guard row > 0 else { return }
    let same = name.flatMap { name in items.first { rows[$0].counted?.name == name } }
    if let kept = same ?? items.last(where: { $0 <= row }) { selection = RowSelection(kept) }
  }

  /// Forgets what was answered: the question is asked again.
  mutating func forget() {
    forgotten = selectedName
    (answer, rows, items) = (nil, [], [])
  }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    let command = state.keymap.command(for: key)
    switch (command, key) {
    case (.clearSelection, _), (_, .escape), (_, .control("g")):
      return close(in: &state, asks: true)
    case (.quit, _): return close(in: &state, asks: false)
    case (.listFiles, _):
      state.modes.close(LibraryPage.self)
      return .leave([.cancelQuestion])
    case (let command?, _): return .stay(perform(command, times: nil, in: &state))
    case (nil, _):
      state.notice = Notice(.keyUnknown, .key(key), .call(of: .help, in: state.keymap))
      return .stay()
    }
  }

  /// Does what `command` does here.
  mutating func perform(
    _ command: Command, times: Int?, in state: inout ReaderState
  ) -> [Effect] {
    if selection.move(command, times: times ?? 1, over: items, shown: shownRows(in: state)) {
      return []
    }
    switch command {
    case .jump: return follow(in: &state)
    case .copy:
      guard rows.indices.contains(selection.selected), let text = rows[selection.selected].copied
      else { return [] }
      return state.copy(text)
    case .reload:
      forget()
      return [.ask(question)]
    case .correct:
      if let name = selectedName {
        return state.pick(by: picker(of: name))
      } else {
        state.notice = Notice(.sameSelectFirst)
      }
    case .undo: return [.takeBackLesson]
    case .findInLibrary, .search: state.modes.push(Prompt(.command, question.line, in: state))
    case .speakers: return state.askWhoSpeaks()
    case .commandLine: state.modes.push(Prompt(.command, in: state))
    case .palette: state.modes.push(Palette())
    case .help: state.modes.push(Help(in: state))
    case .chooseTheme: return [.listThemes]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    default: state.notice = Notice(.roomNeedsArticle, .call(of: .jump, in: state.keymap))
    }
    return []
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    switch event.action {
    case .wheelUp, .wheelDown:
      selection.move(by: event.wheelRows, over: items, shown: shownRows(in: state))
    case .press:
      let shown = shownRows(in: state)
      let row = selection.first(of: rows.count, shown: shown) + event.point.row - 1
      guard event.point.row > 0, event.point.row <= shown, items.contains(row)
      else { return .stay() }
      selection.select(row, of: items, shown: shown)
      return .stay(follow(in: &state))
    case .drag, .release: break
    }
    return .stay()
  }

  /// Closes the page; where that is wanted, back to the article in which it was asked.
  private func close(in state: inout ReaderState, asks returns: Bool) -> ModeResult {
    let back = returns ? origin.map { [Effect.openFile($0)] } ?? [] : []
    // A page below, whose question was given up for this one, asks again.
    let below = state.modes.first(LibraryPage.self).flatMap { $0.answer == nil ? $0.question : nil }
    let ended = answer == nil ? [Effect.cancelQuestion] : []
    return .leave(ended + [below.map { .ask($0) }].compactMap(\.self) + back)
  }

  private func follow(in state: inout ReaderState) -> [Effect] {
    guard rows.indices.contains(selection.selected) else { return [] }
    return state.follow(rows[selection.selected], of: question)
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> LibraryPage? { self }

  // MARK: View

  /// The rows below the heading.
  private func shownRows(in state: ReaderState) -> Int { LibraryPageView(self, state).shownRows }

  func draw(_ state: ReaderState, into painter: inout Painter) {
    LibraryPageView(self, state).draw(into: &painter)
  }

  func status(_ state: ReaderState) -> StatusLineText? { LibraryPageView(self, state).status }

  func hints(_ state: ReaderState) -> [Hint]? {
    guard answer != nil else { return [Hint([.escape], .hintStop)] }
    return [
      state.hint(.help, .hintKeys), state.hint(.lineDown, .hintMove),
      items.isEmpty ? nil : state.hint(.jump, .hintOpen),
      selectedName == nil ? nil : state.hint(.correct, .hintSame),
      state.hint(.findInLibrary, .hintSearch), state.hint(.listFiles, .hintList),
      Hint([.escape], .hintClose),
    ].compactMap(\.self)
  }
}

extension LibraryQuestion {
  /// The words and options of the question.
  var words: String {
    switch self {
    case .find(let line, _), .speakers(let line, _): line
    case .name(let name): name.name
    case .names: ""
    }
  }

  /// The line that asks it again.
  fileprivate var line: String {
    switch self {
    case .speakers: "\(LineVerb.who.rawValue) \(words)"
    case .find, .name, .names: "\(LineVerb.find.rawValue) \(words)"
    }
  }
}
