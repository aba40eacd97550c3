import ArabicText
import Interface
import Screen

/// A line that is being typed at the bottom of the screen.
struct Prompt: Mode {
  /// What it is typed for.
  let purpose: PromptHistory.Purpose
  private var line: TypedLine
  /// Where it was begun, to go back to.
  let origin: Jump
  /// The search that was in force before.
  let search: Optional<SearchState>
  /// The theme that was in force before, while others are tried on.
  let theme: Theme
  /// What the line may become, while that is being chosen.
  private(set) var completion: Optional<Completion>
  /// The line of the history that is shown.
  private var recall: Optional<Recall>

  /// A line that begins with `text`, typed for `purpose` where `state` stands.
  init(_ purpose: PromptHistory.Purpose, _ text: String = "", in state: ReaderState) {
    self.init(
      purpose, TypedLine(text), origin: Jump(state.place, selection: state.article.selection),
      search: state.article.search, theme: state.appearance.theme, completion: nil, recall: nil)
  }

  private init(
    _ purpose: PromptHistory.Purpose, _ line: TypedLine, origin: Jump, search: SearchState?,
    theme: Theme, completion: Completion?, recall: Recall?
  ) {
    self.purpose = purpose
    self.line = line
    self.origin = origin
    self.search = search
    self.theme = theme
    self.completion = completion
    self.recall = recall
  }

  /// What was typed so far.
  var text: String { line.text }

  var takesText: Bool { true }

  var opensPalette: Bool { true }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    switch key {
    case .escape, .control("g"): return leave(&state)
    case .enter: return accept(in: &state)
    case .up, .control("p"): return recall(.backward, in: &state)
    case .down, .control("n"): return recall(.forward, in: &state)
    case .tab where purpose == .command: return complete(.forward, in: &state)
    case .backTab where purpose == .command: return complete(.backward, in: &state)
    case .backspace where text.isEmpty: return leave(&state)
    case ":" where purpose == .command && text.isEmpty:
      state.modes.push(Palette())
      return .leave()
    default:
      guard line.edit(key) else { return .stay() }
      return change(in: &state)
    }
  }

  mutating func paste(_ pasted: String, in state: inout ReaderState) -> ModeResult {
    line.insert(pasted.onOneLine)
    return change(in: &state)
  }

  /// A line that is being typed is not disturbed.
  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult { .stay() }

  /// Acts upon what is typed by hand so far.
  private mutating func change(in state: inout ReaderState) -> ModeResult {
    completion = nil
    recall = nil
    return .stay(preview(in: &state))
  }

  /// Shows what the line would do.
  private func preview(in state: inout ReaderState) -> [Effect] {
    switch purpose {
    case .search: state.search(for: self)
    case .command: state.previewTheme(of: self)
    case .filter, .palette: []
    }
  }

  private func leave(_ state: inout ReaderState) -> ModeResult {
    switch purpose {
    case .search: return .leave(state.leaveSearch(self))
    case .command: state.appearance.theme = theme
    case .filter, .palette: break
    }
    return .leave()
  }

  private func accept(in state: inout ReaderState) -> ModeResult {
    var effects: [Effect] = []
    if !text.isEmpty {
      let entry = PromptHistory.Entry(purpose, text)
      state.preferences.history.add(entry)
      effects.append(.keepHistory(entry))
    }
    switch purpose {
    case .search: effects += state.acceptSearch(self)
    case .filter: effects += state.acceptFilter(text)
    case .palette: break
    case .command:
      state.appearance.theme = theme
      effects += state.run(line: text)
    }
    return .leave(effects)
  }

  /// Shows an earlier line that begins with what was typed, or a later one.
  private mutating func recall(_ step: Step, in state: inout ReaderState) -> ModeResult {
    let draft = recall?.draft ?? text
    let lines = state.preferences.history.lines(for: purpose, beginningWith: draft)
    let index = (recall?.index ?? -1) + (step == .backward ? 1 : -1)
    guard index < lines.count, index >= -1 else { return .stay() }
    recall = index < 0 ? nil : Recall(index: index, draft: draft)
    line = TypedLine(index < 0 ? draft : lines[index])
    completion = nil
    return .stay(preview(in: &state))
  }

  /// Puts the next thing that the word at the end may become in its place.
  private mutating func complete(_ step: Step, in state: inout ReaderState) -> ModeResult {
    guard var completion = completion ?? state.completion(of: text) else { return .stay() }
    completion.step(step)
    line = TypedLine(completion.text)
    // A single candidate is taken for good, so that the next Tab completes what follows it.
    self.completion = completion.candidates.count > 1 ? completion : nil
    recall = nil
    return .stay(preview(in: &state))
  }

  func hints(_ state: ReaderState) -> [Hint]? {
    let own: [Hint] =
      switch purpose {
      case .search: [Hint([.enter], .hintGo)]
      case .filter: [Hint([.enter], .hintFilter)]
      case .command, .palette: [Hint([.enter], .hintRun), Hint([.tab], .hintComplete)]
      }
    return own + [Hint([.up], .hintEarlier), Hint([.escape], .hintClose)]
  }

  /// The line goes on where it was begun; a search that is typed is looked for in the new text.
  func relocated(by change: TextChange, in state: inout ReaderState) -> Prompt? {
    guard let origin = origin.relocated(by: change) else { return nil }
    return Prompt(
      purpose, line, origin: origin, search: search?.anew, theme: theme, completion: completion,
      recall: recall)
  }

  // MARK: View

  func draw(_ state: ReaderState, into painter: inout Painter) {
    guard let completion, state.arrangement.status.row > 0 else { return }
    CompletionView(state: state, completion: completion).draw(into: &painter)
  }

  func status(_ state: ReaderState) -> StatusLineText? {
    StatusLineText(
      purpose.sign + Label.isolated(line.shown),
      end: purpose == .search ? state.searchOutcome : "", ground: .prompt)
  }
}

/// A line of the history that is shown in the place of what was typed.
private struct Recall: Hashable {
  /// Which line, counted from the last.
  var index: Int
  /// What was typed before.
  var draft: String
}

extension ReaderState {
  /// What the search for what is typed so far has come to.
  fileprivate var searchOutcome: String {
    guard let search = article.search else { return "" }
    if search.isRunning { return string(.searching) }
    if search.hasFailed { return string(.nothingFound) }
    return search.order.map { order($0.number, of: $0.total) } ?? ""
  }
}
