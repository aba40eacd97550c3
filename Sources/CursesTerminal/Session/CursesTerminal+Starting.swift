import CNCurses
import CTerminalGuard
import Glibc
import Screen

/// The steps by which the terminal is taken over.
extension CursesTerminal {
  /// Lets the modes of the terminal be put back when the program is ended by a signal or a crash.
  ///
  /// - Returns: the descriptor that becomes readable when a signal comes.
  static func installGuard(on device: TerminalDevice) throws(TerminalError) -> Int32 {
    var modes = device.modes
    let signals = terminal_guard_install(device.output, &modes)
    guard signals >= 0 else { throw .system(errno) }
    terminal_guard_engage(true)
    return signals
  }

  /// Starts curses for a terminal of the type `type`, on copies of the descriptors.
  static func startCurses(
    on device: TerminalDevice, type: String
  ) throws(TerminalError) -> (OpaquePointer, [UnsafeMutablePointer<FILE>]) {
    let files = [(device.output, "w"), (device.input, "r")].compactMap {
      (descriptor: Int32, mode: String) in
      fdopen(fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1), mode)
    }
    // By the size of a very large window curses fails: it begins with that of the type, and is given the
    // right one afterwards.
    use_env(!device.isOversized)
    guard files.count == 2, let handle = newterm(type, files[0], files[1]) else {
      files.forEach { fclose($0) }
      throw .unknownType(type)
    }
    return (handle, files)
  }

  /// Gives curses the size of the window, whatever LINES and COLUMNS in the environment say.
  static func fitToWindow(_ device: TerminalDevice) -> Size {
    if let size = device.size { resize_term(Int32(size.rows), Int32(size.columns)) }
    return Size(columns: Int(getmaxx(cn_stdscr())), rows: Int(getmaxy(cn_stdscr())))
  }

  /// Sets curses to what a full-screen reader needs, and says how many colours there are.
  static func configure(_ environment: [String: String]) -> ColorDepth {
    raw()
    noecho()
    nonl()
    keypad(cn_stdscr(), true)
    curs_set(0)
    // Keys are read past curses, which must not look for them either.
    typeahead(-1)
    let wantsNone = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
    guard !wantsNone, has_colors(), start_color() == OK, use_default_colors() == OK else {
      return .none
    }
    return ColorDepth(count: Int(cn_colors()))
  }

  static func wantsDirect(_ environment: [String: String]) -> Bool {
    ["truecolor", "24bit"].contains(environment["COLORTERM"]?.lowercased() ?? "")
  }
}
