import Glibc
import Screen

/// The two ends of the terminal and its modes.
struct TerminalDevice {
  /// Where keys are read from: standard input, or the controlling terminal when that is a pipe.
  let input: Int32
  /// Where screens are written to: standard output.
  let output: Int32
  /// The modes that were found.
  let modes: termios
  private let ownsInput: Bool

  /// The terminal of this process.
  ///
  /// - Throws: ``TerminalError/notATerminal`` or ``TerminalError/system(_:)``.
  init() throws(TerminalError) {
    let isPiped = isatty(STDIN_FILENO) != 1
    let input = isPiped ? open("/dev/tty", O_RDWR | O_CLOEXEC) : STDIN_FILENO
    do throws(TerminalError) {
      try self.init(input: input, output: STDOUT_FILENO, ownsInput: isPiped)
    } catch {
      if isPiped, input >= 0 { _ = Glibc.close(input) }
      throw error
    }
  }

  /// The terminal behind these descriptors.
  ///
  /// - Throws: ``TerminalError/notATerminal`` or ``TerminalError/system(_:)``.
  init(input: Int32, output: Int32, ownsInput: Bool = false) throws(TerminalError) {
    guard input >= 0, isatty(output) == 1 else { throw .notATerminal }
    (self.input, self.output, self.ownsInput) = (input, output, ownsInput)
    var found = termios()
    guard tcgetattr(input, &found) == 0 else { throw .system(errno) }
    modes = found
  }

  /// Keys at once, one by one, unechoed, with Ctrl-C, Ctrl-Z, Ctrl-S and Ctrl-V as keys; output is
  /// processed as before.
  ///
  /// A program in the background is stopped by it until it has the terminal.
  ///
  /// - Returns: whether it was not interrupted by a signal.
  @discardableResult
  func setRaw() -> Bool {
    var raw = modes
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | IXON | ISTRIP | BRKINT)
    withUnsafeMutableBytes(of: &raw.c_cc) {
      $0[Int(VMIN)] = 1
      $0[Int(VTIME)] = 0
    }
    // Draining, not flushing: what was typed ahead is kept.
    return tcsetattr(input, TCSADRAIN, &raw) == 0 || errno != EINTR
  }

  /// Sets the modes that were found.
  func restoreModes() {
    Self.withoutStops {
      var found = modes
      _ = tcsetattr(input, TCSADRAIN, &found)
    }
  }

  /// Does `body` without being stopped for it in the background, where a program that gives the
  /// terminal back would never end.
  static func withoutStops(_ body: () -> Void) {
    var (stops, old) = (sigset_t(), sigset_t())
    sigemptyset(&stops)
    sigaddset(&stops, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &stops, &old)
    body()
    pthread_sigmask(SIG_SETMASK, &old, nil)
  }

  /// Sends `text` at once, past the buffers of curses.
  ///
  /// - Returns: whether all of it was sent.
  @discardableResult
  func write(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return false }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }

  /// The largest screen that is drawn, more than fits a display of 8,000 points: whoever sets the size of a
  /// window may set it to any number.
  private static let largest = Size(columns: 1000, rows: 300)

  /// The size now, or `nil` where the terminal does not know it; of a larger one what is drawn.
  var size: Size? {
    windowSize.map {
      Size(
        columns: min($0.columns, Self.largest.columns), rows: min($0.rows, Self.largest.rows))
    }
  }

  /// Whether the window is larger than what is drawn.
  var isOversized: Bool { windowSize != size }

  private var windowSize: Size? {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0
    else { return nil }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Closes what was opened.
  func close() {
    if ownsInput { _ = Glibc.close(input) }
  }
}
