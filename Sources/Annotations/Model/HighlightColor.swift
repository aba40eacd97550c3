/// The named colours of highlights; a theme says how each looks.
public enum HighlightColor: String, Hashable, Sendable, CaseIterable {
  case yellow, green, blue, pink, orange
}
