import ArabicText
import Interface
import Screen

/// What stands in the place of a mode that a change of the text has closed, until the next key: who was
/// about to answer it does nothing else by that.
struct ClosedMode: Mode {
  /// The mode that was closed.
  private let closed: any Mode
  /// Why, as it is told until then.
  private let reason: Notice

  init(_ closed: any Mode, because reason: Notice) {
    (self.closed, self.reason) = (closed, reason)
  }

  var opensPalette: Bool { false }

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    guard closed.offers(key) else { return .leaveAndPassDown() }
    if key != .escape {
      state.notice = Notice(.keyOfClosedMode, .key(key))
    }
    return .leave()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    event.action == .press ? .leaveAndPassDown() : .passDown()
  }

  func status(_ state: ReaderState) -> StatusLineText? {
    let others = [state.notice].compactMap(\.self).filter { $0 != reason }
    return StatusLineText(
      ([reason] + others).map { StatusLineText.Part(text: state.string($0.phrase)) },
      end: state.position, isError: others.contains(where: \.isError), isWhole: true)
  }

  func hints(_ state: ReaderState) -> [Hint]? { [] }

  func relocated(by change: TextChange, in state: inout ReaderState) -> ClosedMode? { self }
}
