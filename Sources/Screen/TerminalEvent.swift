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

/// A wish from outside that the program end.
package enum TerminalSignal: Hashable, Sendable {
  /// SIGTERM.
  case terminate
  /// SIGHUP, or the terminal is gone: nothing can be shown any more.
  case hangup
  /// SIGINT, sent by another program (the keyboard's Ctrl-C is a key).
  case interrupt

  /// The exit status that a shell shows for the signal: 128 and its number.
  package var exitStatus: Int32 {
    switch self {
    case .hangup: 129
    case .interrupt: 130
    case .terminate: 143
    }
  }
}
