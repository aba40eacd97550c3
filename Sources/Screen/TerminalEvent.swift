/// What the program's loop has to act upon.
package enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed. Control with C, Z or Backslash comes as a key too, not as a signal.
  case key(Key)
  /// The mouse did something, at a cell of the screen that was drawn.
  case mouse(MouseEvent)
  /// Text was pasted. Its lines are separated by line feeds; it holds no other control character, and
  /// of some megabytes only the beginning.
  case paste(String)
  /// The terminal has a new size, or the program was stopped and continued: draw a new screen.
  case resize(Size)
  /// The program is asked to end.
  case signal(TerminalSignal)
  /// A worker has posted to the mailbox.
  case posted
  /// Nothing happened for as long as was asked for.
  case timeout
}

/// A wish from outside that the program end: one of the signals that end a program.
package struct TerminalSignal: Hashable, Sendable {
  /// The number of the signal.
  package var number: Int32

  /// The signal of this number.
  package init(_ number: Int32) { self.number = number }

  /// SIGTERM.
  package static let terminate = TerminalSignal(15)
  /// SIGHUP, or the terminal is gone: nothing can be shown any more.
  package static let hangup = TerminalSignal(1)
  /// SIGINT, sent by another program (the keyboard's Ctrl-C is a key).
  package static let interrupt = TerminalSignal(2)

  /// The exit status that a shell shows for the signal: 128 and its number.
  package var exitStatus: Int32 { 128 + number }

  /// The signal that an exit status tells of; `nil` where it tells of none.
  package init?(exitStatus: Int32) {
    guard exitStatus > 128 else { return nil }
    number = exitStatus - 128
  }
}
