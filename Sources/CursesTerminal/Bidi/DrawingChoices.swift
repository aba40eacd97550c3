/// What a person wants of the drawing.
package struct DrawingChoices: Hashable, Sendable {
  /// Whether switches may pass through tmux or screen to the terminal around it.
  package enum Passthrough: String, Hashable, Sendable, CaseIterable {
    /// Where it was allowed in `rawi doctor`.
    case ask
    /// Yes; tmux is told to let them pass in this pane.
    case on
    /// No.
    case off
  }

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
  package var passthrough: Passthrough
  /// What was chosen before, by terminal.
  package var remembered: [TerminalIdentity: Remembered]

  /// Choices; without arguments, those of someone who chose nothing.
  package init(
    bidi: BidiMode = .auto, passthrough: Passthrough = .ask,
    remembered: [TerminalIdentity: Remembered] = [:]
  ) {
    self.bidi = bidi
    self.passthrough = passthrough
    self.remembered = remembered
  }
}
