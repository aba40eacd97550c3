/// How right-to-left text is brought to the terminal.
public enum BidiMode: String, Hashable, Sendable, CaseIterable {
  /// The program orders the text and switches the terminal's own reordering off, where it has one.
  case auto
  /// The program orders the text; the terminal is left as it is.
  case visual
  /// The text is sent in logical order, for a terminal that orders it; nothing is switched.
  case logical
}
