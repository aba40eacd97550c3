import Screen

/// What the reader needs of a terminal: screens out, events in.
///
/// It is used on the thread of the loop only, but for ``wakeUp``.
package protocol ReaderTerminal: AnyObject {
  /// The size of the next screen to draw.
  var size: Size { get }
  /// Ends the wait in ``nextEvent(timeout:)``, or the next one, with ``TerminalEvent/posted``; may be
  /// called from any thread, once the terminal is closed, too.
  var wakeUp: @Sendable () -> Void { get }

  /// Whether something has come already that ``nextEvent(timeout:)`` will act upon, so that a screen
  /// drawn now would not be looked at.
  var hasInput: Bool { get }

  /// Shows `screen`.
  func draw(_ screen: Screen)
  /// Waits for the next thing to act upon.
  ///
  /// - Parameter timeout: how long to wait at most; `nil` for ever.
  /// - Returns: the event; ``TerminalEvent/timeout`` where there was none.
  func nextEvent(timeout: Duration?) -> TerminalEvent
  /// Lets the next screen be drawn whole.
  func redraw()
  /// Puts `text` on the clipboard of the terminal, where the terminal allows it.
  func copy(_ text: String)
  /// Gives the terminal back to the shell and stops the program, until the shell continues it.
  func suspend()
  /// Gives the terminal to a child process, which `body` runs and waits for.
  ///
  /// - Parameter body: gets the descriptor that keys come from.
  /// - Returns: what `body` returns.
  func suspendForChild<Result>(_ body: (_ input: Int32) -> Result) -> Result
  /// Waits, while a child has the terminal, until `descriptor` can be read.
  ///
  /// - Returns: what asks the program to end before; ``nextEvent(timeout:)`` tells it again.
  func waitForChild(_ descriptor: Int32) -> TerminalSignal?
}
