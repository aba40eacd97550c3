import ArabicText
import Interface

/// What the keys are for: reading at the bottom, and over it what was opened, the last on top.
package struct ModeStack: Sendable {
  /// What lies at the bottom at all times.
  package var reading = Reading.start
  /// What is open over it, the last at the end.
  private(set) var open: [any Mode] = []

  /// Opens `mode` over everything else.
  mutating func push(_ mode: some Mode) { open.append(mode) }

  /// The uppermost open mode of one type.
  func first<M: Mode>(_ type: M.Type) -> M? {
    for mode in open.reversed() { if let mode = mode as? M { return mode } }
    return nil
  }

  /// Whether a mode of this type is open.
  func contains<M: Mode>(_ type: M.Type) -> Bool { first(type) != nil }

  /// Changes the uppermost open mode of one type, where there is one.
  mutating func modify<M: Mode>(_ type: M.Type, _ change: (inout M) -> Void) {
    guard let index = open.lastIndex(where: { $0 is M }), var mode = open[index] as? M else {
      return
    }
    change(&mode)
    open[index] = mode
  }

  /// Changes all open modes of one type.
  mutating func modifyAll<M: Mode>(_ type: M.Type, _ change: (inout M) -> Void) {
    for index in open.indices {
      guard var mode = open[index] as? M else { continue }
      change(&mode)
      open[index] = mode
    }
  }

  /// Closes the uppermost open mode of one type, since what it shows is gone, as `reason` tells.
  mutating func close<M: Mode>(_ type: M.Type, because reason: Notice) {
    guard let index = open.lastIndex(where: { $0 is M }) else { return }
    open[index] = ClosedMode(open[index], because: reason)
  }

  /// Closes the uppermost open mode of one type.
  mutating func closeLast<M: Mode>(_ type: M.Type) {
    if let index = open.lastIndex(where: { $0 is M }) { open.remove(at: index) }
  }

  /// Closes all open modes of one type.
  mutating func close<M: Mode>(_ type: M.Type) { open.removeAll { $0 is M } }

  /// Takes the mode at `index` off the stack while it handles an event.
  fileprivate mutating func take(at index: Int) -> any Mode { open.remove(at: index) }

  /// Puts it back, below what it has opened meanwhile.
  fileprivate mutating func putBack(_ mode: any Mode, at index: Int) {
    open.insert(mode, at: min(index, open.count))
  }
}

extension ReaderState {
  /// Whether letters are typed into what is open on top.
  package var takesText: Bool { modes.open.last?.takesText ?? false }

  /// Offers an event to the open modes from the top down, until one has dealt with it, and then to
  /// `below`.
  mutating func dispatch(
    _ handle: (inout any Mode, inout ReaderState) -> ModeResult,
    below: (inout ReaderState) -> [Effect]
  ) -> [Effect] {
    var effects: [Effect] = []
    var index = modes.open.count - 1
    while index >= 0 {
      var mode = modes.take(at: index)
      let result = handle(&mode, &self)
      if result.isOpen { modes.putBack(mode, at: index) }
      effects += result.effects
      if !result.isPassedDown { return effects }
      index -= 1
    }
    return effects + below(&self)
  }

  /// Closes what is shown over the article, from the top down to what goes on under a command.
  mutating func endModesByCommand() {
    while let mode = modes.open.last, mode.endsByCommand {
      _ = modes.take(at: modes.open.count - 1)
      mode.end(in: &self)
    }
  }

  /// Takes all modes along to the text that has become that of this state, by `change`.
  mutating func relocateModes(by change: TextChange) {
    let open = modes.open
    modes.reading.relocate(by: change)
    for index in open.indices.reversed() {
      let mode = modes.take(at: index)
      let moved = mode.relocated(by: change, in: &self)
      let reason = notice ?? Notice(.fileChanged)
      modes.putBack(moved ?? ClosedMode(mode, because: reason), at: index)
    }
  }
}
