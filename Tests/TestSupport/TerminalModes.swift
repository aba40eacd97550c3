import Glibc

/// The modes of a terminal (termios), to compare before and after.
package struct TerminalModes: Hashable, Sendable, CustomStringConvertible {
  private var flags: [UInt32]
  private var controls: [UInt8]

  /// The modes of the terminal `descriptor`.
  package init(descriptor: Int32) {
    var modes = termios()
    _ = tcgetattr(descriptor, &modes)
    flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    controls = withUnsafeBytes(of: modes.c_cc) { Array($0) }
  }

  /// Whether keys are echoed and come line by line, as a shell leaves it.
  package var isCooked: Bool {
    flags[3] & UInt32(ECHO) != 0 && flags[3] & UInt32(ICANON) != 0
  }

  /// The four words of flags, for the report of a test.
  package var description: String {
    flags.map { String($0, radix: 8) }.joined(separator: " ")
  }
}
