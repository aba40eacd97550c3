/// What the terminal is asked to report beside keys, for as long as it is the program's.
///
/// Asked for are private modes, which a terminal without them may show or take for something else.
struct Reports: Sendable {
  /// Whether the mouse is reported.
  var mouse: Bool
  /// Whether brackets are put around what is pasted.
  var pastes: Bool

  /// Asks for the reports.
  var on: String { (mouse ? MouseReports.on : "") + (pastes ? BracketedPaste.on : "") }
  /// Takes that back, the last first.
  var off: String { (pastes ? BracketedPaste.off : "") + (mouse ? MouseReports.off : "") }
}
