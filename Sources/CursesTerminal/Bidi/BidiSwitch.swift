/// The bytes that make a terminal leave the order of cells alone, and those that undo it.
///
/// - VTE and others with ECMA-48 mode 8 (BDSM): `CSI 8 l`, and DEC mode 1243 off so that the arrow
///   keys are not swapped inside right-to-left text (terminal-wg, "BiDi in terminal emulators").
/// - Konsole knows no mode 8; its profile property is set by `OSC 50`.
/// - mlterm knows no mode 8 either; its own `OSC 5379` sets `use_ctl`.
///
/// In VTE the mode belongs to each row, which takes it when it is cleared; ``off`` is therefore sent
/// before each clearing of the whole screen.
package struct BidiSwitch: Hashable, Sendable {
  /// The bytes that stop the reordering; empty where there is nothing to switch.
  package var off: String
  /// The bytes that bring back what was before.
  package var undo: String
  /// What must be sent on each row that exists already; empty where rows do not matter.
  private var rowOff = ""
  private var rowUndo = ""

  /// Nothing to switch.
  package static let none = BidiSwitch(off: "", undo: "")

  /// Switches the terminal's own reordering on where it was found off.
  static let on = BidiSwitch(off: "\u{1B}[8h", undo: "\u{1B}[8l")

  /// A switch of these bytes.
  package init(off: String, undo: String) {
    self.off = off
    self.undo = undo
  }

  /// The switch for a terminal that reorders so.
  package init(for reordering: TerminalTraits.Reordering) {
    switch reordering {
    case .none, .unstoppable: self = .none
    case .standardMode(isOn: true):
      self.init(off: "\u{1B}[8l\u{1B}[?1243l", undo: "\u{1B}[8h\u{1B}[?1243h")
      (rowOff, rowUndo) = ("\u{1B}[8l", "\u{1B}[8h")
    case .standardMode(isOn: false):
      // Someone has switched it off before; it stays so.
      self.init(off: "\u{1B}[8l\u{1B}[?1243l", undo: "\u{1B}[?1243h")
    case .konsoleProfile:
      // Konsole does not tell the value from before; on is its default.
      self.init(
        off: "\u{1B}]50;BidiRenderingEnabled=false\u{7}",
        undo: "\u{1B}]50;BidiRenderingEnabled=true\u{7}")
    case .mltermProperty:
      self.init(off: "\u{1B}]5379;use_ctl=false\u{7}", undo: "\u{1B}]5379;use_ctl=true\u{7}")
    }
  }

  /// The switch as it reaches the terminal around `multiplexer`.
  func passed(through multiplexer: Multiplexer) -> BidiSwitch {
    guard self != .none else { return .none }
    return BidiSwitch(
      off: multiplexer.passing([off] + Self.onEachRow(rowOff)),
      undo: multiplexer.passing([undo] + Self.onEachRow(rowUndo)))
  }

  /// The rows of the largest terminal that is switched as a whole; a lower one stays on its last row.
  private static let rows = 200

  /// `bytes` on every row of the screen, in parts of few rows; the cursor comes back (DECSC, DECRC).
  ///
  /// The rows of a terminal with a multiplexer in it exist before the program starts.
  private static func onEachRow(_ bytes: String) -> [String] {
    guard !bytes.isEmpty else { return [] }
    return stride(from: 1, through: rows, by: 20).map { first in
      let visits = (first..<first + 20).map { "\u{1B}[\($0)H\(bytes)" }
      return "\u{1B}7" + visits.joined() + "\u{1B}8"
    }
  }
}
