/// What a piece of output is, which says what becomes of the controls in it.
///
/// On a terminal all of them are shown as pictures, whatever it is. Only ``styled`` text keeps the
/// sequences that give it its looks.
package enum OutputContent: Hashable, Sendable {
  /// Words for a person to read: in a file or a pipe without controls.
  case text
  /// A form in which each character counts: in a file or a pipe as it is.
  case exact
  /// JSON: in a file or a pipe as it is, and on a terminal with escapes, so that it stays the same value.
  case json
  /// Lines with looks of our own (SGR): all else that steers a terminal is a picture everywhere.
  case styled

  /// What is written of `text` to a terminal or elsewhere.
  ///
  /// With `isRaw` a person has asked for controls to stay where nothing obeys them.
  ///
  /// - Complexity: O(*n*).
  package func written(_ text: String, isTerminal: Bool, isRaw: Bool) -> String {
    switch self {
    case .styled: TerminalControls.picturedBetweenLooks(text)
    case .json: isTerminal ? TerminalControls.escapedInJSON(text) : text
    case .text, .exact:
      if isTerminal {
        TerminalControls.pictured(text)
      } else if self == .text, !isRaw {
        TerminalControls.removed(from: text)
      } else {
        text
      }
    }
  }
}
