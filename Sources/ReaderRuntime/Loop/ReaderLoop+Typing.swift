import Reader
import Screen

extension ReaderLoop {
  /// How many letters are typed at once, so that a signal is never long waited for.
  private static let longestTyping = 4096

  /// Presses `key`; where it is a letter that is typed, those that have come behind it already are
  /// typed all at once: a text that a terminal pastes letter by letter would else be gone through once
  /// for each.
  ///
  /// - Returns: `false` where that ends the program.
  func press(_ key: Key) -> Bool {
    let isTyping = session.state.takesText
    guard send(.key(key)) else { return false }
    // The first letter behind the key that opens a line may still be a key for it.
    guard isTyping, case .character = key, session.state.takesText else { return true }
    var letters = ""
    var count = 0
    typing: while waiting == nil, count < Self.longestTyping, services.terminal.hasInput {
      switch services.terminal.nextEvent(timeout: .zero) {
      case .key(.character(let letter)) where !letter.isNewline:
        letters.append(letter)
        count += 1
      case .timeout: break typing
      case let other: waiting = other
      }
    }
    return letters.isEmpty || send(.paste(letters))
  }
}
