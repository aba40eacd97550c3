import Screen

/// How a terminal is asked to report the mouse, and what its reports mean.
///
/// Buttons, dragging and the wheel (private modes 1000 and 1002 of xterm's ctlseqs, "Mouse Tracking"), as
/// `ESC [ < button ; column ; row M` or `m` (mode 1006), which knows no widest screen.
enum MouseReports {
  /// Switches the reports on.
  static let on = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  /// Switches them off, the last first.
  static let off = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

  /// The event of a report: the body of a control sequence, as `<0;10;5M`.
  ///
  /// - Returns: the event, or `nil` for one that does not concern us: other buttons, moving without a
  ///   button.
  static func event(_ body: String) -> MouseEvent? {
    guard body.first == "<", let final = body.last, final == "M" || final == "m" else { return nil }
    let numbers = body.dropFirst().dropLast().split(separator: ";").map { Int($0) }
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2],
      column > 0, row > 0
    else { return nil }
    // Shift, Alt and Control (4, 8, 16) change nothing.
    let action: MouseEvent.Action? =
      switch (code & ~0b1_1100, final) {
      case (0, "M"): .press
      case (0, _): .release
      case (32, "M"): .drag
      case (64, "M"): .wheelUp
      case (65, "M"): .wheelDown
      default: nil
      }
    return action.map {
      MouseEvent($0, at: ScreenPoint(column: column - 1, row: row - 1))
    }
  }
}
