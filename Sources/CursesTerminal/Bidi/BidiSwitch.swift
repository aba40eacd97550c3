/// The bytes that make a terminal leave the order of cells alone, and those that undo it.
///
/// - VTE and others with ECMA-48 mode 8 (BDSM): `CSI 8 l`, and DEC mode 1243 off so that the arrow
///   keys are not swapped inside right-to-left text (terminal-wg, "BiDi in terminal emulators").
/// - Konsole knows no mode 8; its profile property is set by `OSC 50`.
/// - mlterm knows no mode 8 either; its own `OSC 5379` sets `use_ctl`.
///
/// In VTE the mode belongs to each row, which takes it when it is cleared; ``off`` is therefore sent
/// before each clearing of the whole screen.
public struct BidiSwitch: Hashable, Sendable {
  /// The bytes that stop the reordering; empty where there is nothing to switch.
  public var off: String
  /// The bytes that bring back what was before.
  public var undo: String

  /// Nothing to switch.
  public static let none = BidiSwitch(off: "", undo: "")

  /// A switch of these bytes.
  public init(off: String, undo: String) {
    self.off = off
    self.undo = undo
  }

  /// The switch for a terminal with `traits`; none unless `mode` is ``BidiMode/auto``.
  public init(for traits: TerminalTraits, mode: BidiMode) {
    self = mode == .auto ? Self.detected(traits.reordering) : .none
  }

  private static func detected(_ reordering: TerminalTraits.Reordering) -> BidiSwitch {
    switch reordering {
    case .none, .unstoppable: .none
    case .standardMode(isOn: true):
      BidiSwitch(off: "\u{1B}[8l\u{1B}[?1243l", undo: "\u{1B}[8h\u{1B}[?1243h")
    case .standardMode(isOn: false):
      // Someone has switched it off before; it stays so.
      BidiSwitch(off: "\u{1B}[8l\u{1B}[?1243l", undo: "\u{1B}[?1243h")
    case .konsoleProfile:
      // Konsole does not tell the value from before; on is its default.
      BidiSwitch(
        off: "\u{1B}]50;BidiRenderingEnabled=false\u{7}",
        undo: "\u{1B}]50;BidiRenderingEnabled=true\u{7}")
    case .mltermProperty:
      BidiSwitch(off: "\u{1B}]5379;use_ctl=false\u{7}", undo: "\u{1B}]5379;use_ctl=true\u{7}")
    }
  }
}
