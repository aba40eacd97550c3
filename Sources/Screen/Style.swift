/// A colour as a theme names it.
package enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// One of the terminal's 16 named colours, 0 to 15, as its user set them.
  case named(UInt8)
  /// A 24-bit colour, 0xRRGGBB; terminals with fewer colours show the nearest.
  case rgb(UInt32)
}

/// How a cell looks.
package struct Style: Hashable, Sendable {
  /// Ways of writing that need no colour.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// The attributes as bits.
    package let rawValue: UInt8

    /// A set of the given bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier strokes.
    package static let bold = Attributes(rawValue: 1 << 0)
    /// Fainter than normal.
    package static let dim = Attributes(rawValue: 1 << 1)
    /// Slanted.
    package static let italic = Attributes(rawValue: 1 << 2)
    /// Underlined.
    package static let underline = Attributes(rawValue: 1 << 3)
    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 1 << 4)
  }

  /// The colour of the letters.
  package var foreground: Color
  /// The colour behind them.
  package var background: Color
  /// Bold, underlined and so on.
  package var attributes: Attributes

  /// A style; without arguments, the terminal's own.
  package init(
    foreground: Color = .terminal, background: Color = .terminal, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own look.
  package static let plain = Style()
}
