import Reader
import Screen

extension ReaderLoop {
  /// How many letters are typed at once, so that a signal is never long waited for.
  private static let longestTyping = 4096

  /// The key that `key` is the first half of, or `key`.
  ///
  /// Layouts of Windows send lam and alef, which X11 has as one sign, as two letters at once. Who types them as two keys leaves a while between.
  private func ligated(_ key: Key) -> Key {
    guard key == .character("ل"), waiting == nil, services.terminal.hasInput else { return key }
    let next = services.terminal.nextEvent(timeout: .zero)
    if case .key(.character(let alef)) = next, let ligature = Self.ligatures[alef] {
      return .character(ligature)
    }
    if case .timeout = next { return key }
    waiting = next
    return key
  }

  private static let ligatures: [Character: Character] = [
    "ا": "\u{FEFB}", "آ": "\u{FEF5}", "أ": "\u{FEF7}", "إ": "\u{FEF9}",
  ]

  /// Presses `key`; where it is a letter that is typed, those that have come behind it already are
  /// typed all at once: a text that a terminal pastes letter by letter would else be gone through once
  /// for each.
  ///
  /// - Returns: `false` where that ends the program.
  func press(_ key: Key) -> Bool {
    let isTyping = session.state.takesText
    guard send(.key(isTyping ? key : ligated(key))) else { return false }
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
