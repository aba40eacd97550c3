/// What the terminal is asked to report beside keys, for as long as it is the program's.
///
/// Both are private modes, which a terminal that does not know them ignores.
struct Reports: Sendable {
  /// Whether the mouse is reported; pastes always are.
  var mouse: Bool

  /// Asks for the reports.
  var on: String { (mouse ? MouseReports.on : "") + BracketedPaste.on }
  /// Takes that back, the last first.
  var off: String { BracketedPaste.off + (mouse ? MouseReports.off : "") }
}
