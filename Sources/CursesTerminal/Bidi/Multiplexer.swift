/// A program that shows its own terminals inside another.
package enum Multiplexer: String, Hashable, Sendable {
  case tmux, screen

  /// The multiplexer that a terminal of this kind is, or `nil`.
  package init?(_ kind: TerminalTraits.Kind) {
    switch kind {
    case .tmux: self = .tmux
    case .screen: self = .screen
    default: return nil
    }
  }

  /// The bytes that make it hand each of `messages` to the terminal around it.
  ///
  /// tmux: `ESC P tmux;`, ESC doubled, and ST, where its option allow-passthrough lets it. GNU screen:
  /// a device control string, of at most 768 bytes, always.
  func passing(_ messages: [String]) -> String {
    messages.map { message in
      switch self {
      case .tmux: "\u{1B}Ptmux;\(message.replacing("\u{1B}", with: "\u{1B}\u{1B}"))\u{1B}\\"
      case .screen: "\u{1B}P\(message)\u{1B}\\"
      }
    }.joined()
  }
}
