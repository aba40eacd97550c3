import Glibc

/// Asks the terminal what it is, before curses takes it over.
package struct TerminalProbe: Sendable {
  /// What the terminal answered.
  package var answers: ProbeAnswers
  /// What else came meanwhile: keys that the user typed ahead.
  package var typedAhead: [UInt8]

  /// The state of ECMA-48 mode 8 (DECRQM), name and version (XTVERSION), background colour (OSC 11)
  /// and, as the end of all answers, the device attributes (DA1) that every terminal answers.
  package static let queries = "\u{1B}[8$p\u{1B}[>0q\u{1B}]11;?\u{1B}\\\u{1B}[c"

  /// The longest that answers are waited for; a slow remote line takes a few tenths of a second.
  package static let timeout = Duration.milliseconds(800)

  /// A probe that has heard nothing yet.
  init() {
    answers = ProbeAnswers()
    typedAhead = []
  }

  /// Whether a terminal of this type is asked: the Linux console and dumb terminals answer nothing
  /// useful, and would show what they do not understand.
  package static func isWorthwhile(type: String) -> Bool {
    !(type.isEmpty || type == "dumb" || type.hasPrefix("linux"))
  }

  /// Sends the queries and reads the answers.
  ///
  /// - Precondition: the terminal neither echoes nor waits for a line (raw mode).
  init(_ device: TerminalDevice) {
    self.init()
    guard device.write(Self.queries) else { return }
    let clock = ContinuousClock()
    let deadline = clock.now + Self.timeout
    while !answers.isComplete {
      let left = deadline - clock.now
      guard left > .zero, let bytes = Self.read(from: device.input, within: left) else { return }
      read(bytes)
    }
  }

  /// Takes the answers out of `bytes`, which came behind what came before.
  ///
  /// - Complexity: linear in the bytes: of what came before, no more is looked at again than the
  ///   longest answer has.
  mutating func read(_ bytes: [UInt8]) {
    let seen = max(0, typedAhead.count - ControlSequence.longest - 4)
    // An answer that has begun before may end now.
    let start = typedAhead[seen...].firstIndex(of: 0x1B) ?? typedAhead.count
    var open = Array(typedAhead[start...]) + bytes
    answers.merge(ProbeAnswers(takenFrom: &open))
    typedAhead.replaceSubrange(start..., with: open)
  }

  /// What can be read within `time`, or `nil` when there is nothing or no more.
  private static func read(from input: Int32, within time: Duration) -> [UInt8]? {
    var readable = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    let ready = poll(&readable, 1, time.pollMilliseconds)
    if ready < 0 && errno == EINTR { return [] }
    guard ready == 1 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 1024)
    let count = Glibc.read(input, &buffer, buffer.count)
    if count < 0 && (errno == EINTR || errno == EAGAIN) { return [] }
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }
}

extension Duration {
  /// As `poll` takes it: whole milliseconds, rounded up so that a wait is never cut to nothing.
  var pollMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: max(0, milliseconds))
  }
}
