/// Who brings right-to-left text into order, as a person chooses it.
package enum BidiMode: String, Hashable, Sendable, CaseIterable {
  /// What suits the terminal: the program orders the text and switches the terminal's own ordering off,
  /// or draws around it where it has no switch.
  case auto
  /// The program orders the text; the terminal is left as it is.
  case visual
  /// The terminal orders the text, which is sent in logical order; ordering that was found switched
  /// off is switched on.
  case terminal
  /// The program orders the text and turns each right-to-left word round, for kitty.
  case words
  /// The program sends what the terminal's own ordering turns into the right order.
  case inverse
  /// The text is sent in logical order and the terminal left as it is, whatever it makes of it.
  case logical
}
