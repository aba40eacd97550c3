import ArabicText
import Interface
import Screen

/// What the keys are for while something is open over the article: a note, a list, a question.
///
/// A mode is a value with everything that it needs: what it holds, what keys do to it, what it looks
/// like, what the status line says, and what becomes of it when the text changes. ``ModeStack`` keeps
/// those that are open; keys go to the one on top, and what lies below is drawn below. A new mode is a
/// new file and the command that opens it.
protocol Mode: Sendable {
  /// Whether printing characters are typed into it, so that they call no command.
  var takesText: Bool { get }

  /// Whether the palette opens over it by its key, and closes back into it.
  var opensPalette: Bool { get }

  /// Whether it is over when a command is run from the palette above it.
  var endsByCommand: Bool { get }

  /// Puts back what the mode has changed to show it, when it is over without an answer.
  func end(in state: inout ReaderState)

  /// Whether `key` is one that the mode asks for: where a change of the text closes it, such a key is let
  /// go once, and does nothing else instead.
  func offers(_ key: Key) -> Bool

  /// Whether `key` decides something by what the analysis says: while that is about to change, it waits.
  func decides(by key: Key) -> Bool

  /// Handles a key. Meanwhile the mode is not on the stack of `state`.
  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult

  /// Handles text that was pasted: never commands.
  mutating func paste(_ text: String, in state: inout ReaderState) -> ModeResult

  /// Handles what the mouse did.
  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult

  /// Draws the mode over what lies below it.
  func draw(_ state: ReaderState, into painter: inout Painter)

  /// What the status line says; `nil` leaves that to what lies below.
  func status(_ state: ReaderState) -> StatusLineText?

  /// The keys that matter now; `nil` leaves that to what lies below.
  func hints(_ state: ReaderState) -> [Hint]?

  /// All keys that answer what the mode asks, which the help lists, too: a small screen has no room for them.
  func answers(_ state: ReaderState) -> [Hint]

  /// The mode after the text has changed, by `change`, to that of `state`; `nil` where it has no place
  /// any more, of which it tells the person. Then ``ClosedMode`` stands in its place until the next key.
  func relocated(by change: TextChange, in state: inout ReaderState) -> Self?
}

extension Mode {
  var takesText: Bool { false }

  var opensPalette: Bool { !takesText }

  var endsByCommand: Bool { !takesText }

  func end(in state: inout ReaderState) {}

  func offers(_ key: Key) -> Bool { true }

  func decides(by key: Key) -> Bool { false }

  mutating func paste(_ text: String, in state: inout ReaderState) -> ModeResult { .passDown() }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    .passDown()
  }

  func draw(_ state: ReaderState, into painter: inout Painter) {}

  func status(_ state: ReaderState) -> StatusLineText? { nil }

  func answers(_ state: ReaderState) -> [Hint] { [] }
}

/// What a mode has made of a key or of another event.
struct ModeResult {
  /// What becomes of the mode.
  private enum Fate {
    case stays, leaves
  }

  private let fate: Fate
  /// Whether the event goes on to what lies below.
  let isPassedDown: Bool
  /// What the program is asked to do.
  let effects: [Effect]

  /// Whether the mode stays open.
  var isOpen: Bool { fate == .stays }

  /// The mode stays and has dealt with the event.
  static func stay(_ effects: [Effect] = []) -> ModeResult {
    ModeResult(fate: .stays, isPassedDown: false, effects: effects)
  }

  /// The mode is over and has dealt with the event.
  static func leave(_ effects: [Effect] = []) -> ModeResult {
    ModeResult(fate: .leaves, isPassedDown: false, effects: effects)
  }

  /// The mode stays; the event is for what lies below.
  static func passDown() -> ModeResult {
    ModeResult(fate: .stays, isPassedDown: true, effects: [])
  }

  /// The mode is over, and the event is for what lies below.
  static func leaveAndPassDown() -> ModeResult {
    ModeResult(fate: .leaves, isPassedDown: true, effects: [])
  }
}
