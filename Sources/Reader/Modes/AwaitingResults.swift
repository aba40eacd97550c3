import ArabicText
import Interface
import Screen

/// Keys that decide something by what the analysis or a search says, kept while that is about to change: what
/// is asked and answered then is never of what has just been taken back, or was selected before.
struct AwaitingResults: Mode {
  /// The most keys that are kept.
  private static let most = 256

  /// The command that waits, before the keys.
  fileprivate let command: Command?
  /// The number typed before it.
  fileprivate var times: Int?
  fileprivate var keys: [Key] = []

  /// Waits with `command`.
  init(_ command: Command, times: Int? = nil) { (self.command, self.times) = (command, times) }

  /// Waits with a key for what is open below.
  init(_ key: Key) { (command, keys) = (nil, [key]) }

  var opensPalette: Bool { false }

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    if key == .escape { return .leave() }
    if keys.count < Self.most { keys.append(key) }
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    event.action == .press ? .leaveAndPassDown() : .passDown()
  }

  func status(_ state: ReaderState) -> StatusLineText? {
    let reason = state.awaitsResults || !state.isSearching ? PhraseKey.keysWait : .keysWaitForSearch
    let told = [state.notice?.phrase, Phrase(reason)].compactMap(\.self)
    return StatusLineText(
      told.map { StatusLineText.Part(text: state.string($0)) }, end: state.position,
      isError: state.notice?.isError == true)
  }

  func hints(_ state: ReaderState) -> [Hint]? { [Hint([.escape], .hintClose)] }

  func relocated(by change: TextChange, in state: inout ReaderState) -> AwaitingResults? { self }
}

extension ReaderState {
  /// Whether what the analysis says is about to change by what the person has done: the store has not
  /// answered, or a lesson was taken back that it was made with.
  var awaitsResults: Bool { article.notes.unconfirmed > 0 || article.awaitsLists }

  /// Whether what a search finds is about to be selected.
  var isSearching: Bool { article.search?.isRunning == true }

  /// Whether `command` waits: what is done to the selection until a search has found it, a correction also
  /// where what is selected is yet to be found in a text that has changed.
  func awaitsResults(for command: Command) -> Bool {
    switch command {
    case .correct:
      awaitsResults || isSearching
        || isAnalysing && article.selection?.isSought(in: article.results) == true
    case .review: awaitsResults
    case .highlight, .writeNote, .tag, .removeNote, .copy, .searchName, .card, .lookUp: isSearching
    default: false
    }
  }

  /// Goes on with the keys that were waiting, once nothing is awaited; where that has failed, they count for
  /// nothing.
  mutating func goOnWithKeys() -> [Effect] {
    guard let waiting = modes.open.last as? AwaitingResults, !awaitsResults,
      waiting.command.map({ awaitsResults(for: $0) }) != true
    else { return [] }
    modes.close(AwaitingResults.self)
    guard notice?.isError != true else { return [] }
    var effects: [Effect] = []
    if let command = waiting.command {
      notice = nil
      effects = perform(command, times: waiting.times)
    }
    for key in waiting.keys { effects += press(key) }
    return effects + effectsOfView()
  }
}
