/// The named colours of highlights; a theme says how each looks.
package enum HighlightColor: String, Hashable, Sendable, CaseIterable {
  case yellow, green, blue, pink, orange
}
