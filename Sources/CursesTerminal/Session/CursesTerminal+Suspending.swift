import CNCurses
import CTerminalGuard
import Glibc
import Screen

/// The terminal given back for a while, and taken again.
extension CursesTerminal {
  /// Puts the terminal back, stops the program as the Ctrl-Z key does elsewhere, and takes the
  /// terminal again when the program is continued; ``TerminalEvent/resize(_:)`` comes next.
  ///
  /// Where no shell could continue the program, as in a terminal window that runs nothing else, it is
  /// not stopped.
  package func suspend() {
    stop(group: true)
  }

  /// Puts the terminal back while `body` runs another program in it, then takes it again;
  /// ``TerminalEvent/resize(_:)`` comes next.
  ///
  /// Meanwhile keys that end or stop a program are for the other one; where that stops itself, this
  /// one stops with it and both are continued together.
  ///
  /// - Parameter body: gets the descriptor that keys come from.
  /// - Returns: what `body` returns.
  package func suspendForChild<Result>(_ body: (_ input: Int32) -> Result) -> Result {
    guard isOpen, isEntered else { return body(device.input) }
    leave()
    let actions = [(SIGINT, SIG_IGN), (SIGQUIT, SIG_IGN), (SIGTSTP, SIG_DFL)].map {
      number, handler in
      var (new, old) = (sigaction(), sigaction())
      new.__sigaction_handler.sa_handler = handler
      sigaction(number, &new, &old)
      return (number, old)
    }
    let result = body(device.input)
    for (number, action) in actions {
      var action = action
      sigaction(number, &action, nil)
    }
    forgetStop()
    if !isAskedToEnd { enter() }
    return result
  }

  /// Puts the terminal back, stops, and takes the terminal again.
  func stop(group: Bool) {
    guard isOpen, isEntered else { return }
    leave()
    terminal_guard_stop(group)
    forgetStop()
    enter()
  }

  /// Puts the terminal back.
  func leave() {
    device.write(reports.off + plan.bidiSwitch.undo)
    TerminalDevice.withoutStops { endwin() }
    device.restoreModes()
    terminal_guard_engage(false)
    isEntered = false
  }

  /// Takes the terminal again: after a stop, or because another program may have changed it.
  ///
  /// A program that was stopped and is killed is in the background: it does not take the terminal,
  /// for which it would be stopped again, but ends.
  func enter() {
    guard isOpen, !isAskedToEnd else { return }
    // First, because a program in the background is stopped here, before it writes.
    terminal_guard_begin()
    while !device.setRaw() {
      guard !isAskedToEnd else { return terminal_guard_engage(false) }
    }
    terminal_guard_engage(true)
    isEntered = true
    if !isendwin() { endwin() }
    // Enters the alternate screen, empty; only then can its rows be switched, and be cleared anew
    // with the next screen.
    werase(cn_stdscr())
    clearok(cn_curscr(), true)
    wrefresh(cn_stdscr())
    keypad(cn_stdscr(), true)
    device.write(reports.on)
    resize()
    mustRedraw = true
  }
}
