import Glibc

/// Why the terminal cannot be used.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard output is no terminal, or there is none to read keys from.
  case notATerminal
  /// The terminal's type, from TERM, is not in the terminfo database, or TERM is not set.
  case unknownType(String)
  /// The type is known, but such a terminal cannot place text or be cleared.
  case tooSimple(String)
  /// Another session is open; there can be only one in a process.
  case alreadyOpen
  /// A system call failed with this `errno`.
  case system(Int32)

  /// What is wrong, in English; the message for a person says more.
  package var description: String {
    switch self {
    case .notATerminal: "standard output is not a terminal"
    case .unknownType(""): "TERM is not set"
    case .unknownType(let type): "the terminal type '\(type)' is not known"
    case .tooSimple(let type): "a terminal of type '\(type)' cannot place text"
    case .alreadyOpen: "the terminal is already in use by this program"
    case .system(let number): "the terminal cannot be used: \(String(cString: strerror(number)))"
    }
  }

  /// The exit status of sysexits.h: 64 for a matter of the command line and environment, 71 for one
  /// of the system.
  package var exitCode: Int32 {
    switch self {
    case .notATerminal, .unknownType, .tooSimple: 64
    case .alreadyOpen: 70
    case .system: 71
    }
  }
}
