import Screen

/// What a person wants of the drawing.
package struct DrawingChoices: Hashable, Sendable {
  /// What was chosen for one terminal in `rawi doctor`.
  package struct Remembered: Hashable, Sendable {
    /// Who brings text into order.
    package var bidi: BidiMode
    /// Whether switches may pass through the multiplexer.
    package var passthrough: Bool

    /// A choice.
    package init(bidi: BidiMode = .auto, passthrough: Bool = false) {
      self.bidi = bidi
      self.passthrough = passthrough
    }
  }

  /// Who brings text into order.
  package var bidi: BidiMode
  /// Whether switches may pass through tmux or screen.
  package var passthrough: MultiplexerPassthrough
  /// What was chosen before, by terminal.
  package var remembered: [TerminalIdentity: Remembered]

  /// Choices; without arguments, those of someone who chose nothing.
  package init(
    bidi: BidiMode = .auto, passthrough: MultiplexerPassthrough = .ask,
    remembered: [TerminalIdentity: Remembered] = [:]
  ) {
    self.bidi = bidi
    self.passthrough = passthrough
    self.remembered = remembered
  }
}
