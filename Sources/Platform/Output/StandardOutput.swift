import Glibc

/// The one way to standard output.
///
/// It knows whether a terminal is there and what each piece is, so that nothing of a text, a name or a
/// file steers the terminal (``OutputContent``); and it tells of each byte that could not be written.
package final class StandardOutput {
  /// Whether a terminal shows what is written.
  package let isTerminal: Bool

  private static let capacity = 32 * 1024
  private let descriptor: Int32
  private let isRaw: Bool
  private var buffer: [UInt8] = []

  /// The way to `descriptor`; with `isRaw` plain text keeps its controls in a file or a pipe.
  package init(descriptor: Int32 = STDOUT_FILENO, isRaw: Bool = false) {
    self.descriptor = descriptor
    self.isRaw = isRaw
    isTerminal = isatty(descriptor) == 1
  }

  /// Writes `text`, now or later.
  ///
  /// - Complexity: O(*n*).
  package func write(_ text: String, as content: OutputContent = .text) throws(OutputError) {
    let written = content.written(text, isTerminal: isTerminal, isRaw: isRaw)
    buffer.append(contentsOf: written.utf8)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes `text` and ends the line.
  package func line(_ text: String, as content: OutputContent = .text) throws(OutputError) {
    try write(text + "\n", as: content)
  }

  /// Writes a row of a table with tabs between the columns.
  package func row(_ columns: [String]) throws(OutputError) {
    try line(TSV.row(columns), as: .exact)
  }

  /// Writes a row of a table with commas between the columns.
  package func commaRow(_ columns: [String]) throws(OutputError) {
    try line(CSV.row(columns, isRaw: isRaw), as: .exact)
  }

  /// Writes a value in lines for people.
  package func json(_ value: JSON) throws(OutputError) { try line(value.pretty, as: .json) }

  /// Writes what was kept.
  package func flush() throws(OutputError) {
    let bytes = buffer
    // What could not be written is not tried again.
    buffer.removeAll(keepingCapacity: true)
    try DescriptorWriting.write(bytes, to: descriptor)
  }

  /// Writes what was kept, and asks whether all has arrived: a disk of the network tells at the end.
  package func finish() throws(OutputError) {
    try flush()
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    if copy >= 0, close(copy) < 0, errno != EINTR { throw OutputError(number: errno) }
  }
}

/// The one way to standard error.
package enum StandardError {
  /// Writes lines for a person, each control in them as a picture, to a terminal and elsewhere: what is
  /// kept of a message is read on a terminal in the end.
  ///
  /// Nobody can be told where that fails.
  package static func write(_ text: String) {
    let shown = TerminalControls.pictured(text)
    try? DescriptorWriting.write(Array(shown.utf8), to: STDERR_FILENO)
  }

  /// Whether a terminal shows what is written.
  package static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Shows `text` in place of the last line of a terminal; nothing leaves the line empty.
  package static func showStatus(_ text: String) {
    let shown = "\r" + TerminalControls.picturedOnOneLine(text) + "\u{1B}[K"
    try? DescriptorWriting.write(Array(shown.utf8), to: STDERR_FILENO)
  }

  /// Writes a message, which is one line.
  package static func tell(_ message: String) {
    write(
      "rawi: " + TerminalControls.picturedOnOneLine(withoutIsolates(FilePath.shown(message))) + "\n"
    )
  }

  /// `message` without the isolates of our phrases, which are for those who order text; terminals show
  /// them as boxes.
  package static func withoutIsolates(_ message: String) -> String {
    String(
      String.UnicodeScalarView(
        message.unicodeScalars.filter { $0 != "\u{2068}" && $0 != "\u{2069}" }))
  }
}
