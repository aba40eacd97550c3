import CTerminalGuard
import Glibc
import Platform
import Screen

/// The terminal written to line by line, without curses, for `rawi doctor`.
///
/// What is switched in it is put back by ``close()``, when it goes out of scope, at `exit`, and when the
/// program is ended by a signal or a crash, as by ``CursesTerminal``.
package final class PlainTerminal {
  /// What is known of the terminal.
  package let facts: TerminalFacts

  /// The signal that asked the program to end, once ``key()`` has given `nil` for it.
  package private(set) var signal: TerminalSignal?

  private let device: TerminalDevice
  private var current = BidiSwitch.none
  /// Where the numbers of signals come in.
  private let signals: Int32
  private var isOpen = true

  /// Asks the terminal what it is.
  ///
  /// - Throws: ``TerminalError``; the terminal is then as it was.
  package init(
    environment: [String: String] = ProcessEnvironment.variables
  ) throws(TerminalError) {
    device = try TerminalDevice()
    signals = try CursesTerminal.installGuard(on: device)
    var answers: ProbeAnswers?
    let type = environment["TERM"] ?? ""
    let terminfo = try? Terminfo(type: type, wantsDirect: false, output: device.output)
    if terminfo?.isStandard ?? true, TerminalProbe.isWorthwhile(type: type) {
      device.setRaw()
      answers = TerminalProbe(device).answers
      device.restoreModes()
    }
    facts = TerminalFacts(answers: answers, environment: environment, output: device.output)
  }

  deinit { close() }

  /// The columns of the window; 80 where it does not tell.
  package var columns: Int { device.size?.columns ?? 80 }

  /// The rows of the window; 24 where it does not tell.
  package var rows: Int { device.size?.rows ?? 24 }

  /// Whether the terminal's own ordering is switched now.
  package var isSwitched: Bool { current != .none }

  /// Writes lines of text, which may have looks; what else in them would steer the terminal is shown.
  package func write(_ text: String) {
    device.write(OutputContent.styled.written(text, isTerminal: true, isRaw: false))
  }

  /// Switches the terminal, until the next call.
  package func use(_ bidiSwitch: BidiSwitch) {
    guard bidiSwitch != current else { return }
    device.write(current.undo)
    terminal_guard_set_undo(Array(bidiSwitch.undo.utf8), bidiSwitch.undo.utf8.count)
    current = bidiSwitch
    device.write(bidiSwitch.off)
  }

  /// The next key, or `nil` where the person wants no more: Ctrl-C, Ctrl-D, a signal, the end.
  ///
  /// `question` is written when keys come one by one already, so that whoever answers at once ends
  /// nothing by Ctrl-C.
  package func key(asking question: String = "") -> Character? {
    device.setRaw()
    defer { device.restoreModes() }
    write(question)
    var sources = [device.input, signals].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while poll(&sources, 2, -1) < 0 { guard errno == EINTR else { return nil } }
    var buffer = [UInt8](repeating: 0, count: 64)
    if sources[1].revents != 0 {
      guard read(signals, &buffer, buffer.count) > 0 else { return nil }
      guard terminal_guard_is_end(Int32(buffer[0])) else { return key() }
      terminal_guard_acknowledge()
      signal = TerminalSignal(Int32(buffer[0]))
      return nil
    }
    let count = read(device.input, &buffer, buffer.count)
    guard count > 0, buffer[0] != 3, buffer[0] != 4 else { return nil }
    return String(decoding: buffer.prefix(count), as: UTF8.self).first
  }

  /// Puts back what was switched.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    device.write(current.undo)
    terminal_guard_engage(false)
    terminal_guard_remove()
    device.close()
  }
}

extension Drawing {
  /// The row `cells` as text for a terminal that is written to line by line, in its own colours.
  ///
  /// Bold and italics are kept, as ``words`` needs them.
  package func line(of cells: [Screen.Cell]) -> String {
    var line = ""
    var face: Style.Attributes = []
    for cell in self.cells(for: cells[...]) {
      let wanted = cell.style.attributes.intersection([.bold, .italic])
      if wanted != face {
        line += "\u{1B}[0" + (wanted.contains(.bold) ? ";1" : "")
        line += (wanted.contains(.italic) ? ";3" : "") + "m"
        face = wanted
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: CellText.sanitised(cell.text, columns: max(1, cell.columns)))
      if cell.columns > 0 { line += String(view) }
    }
    return face.isEmpty ? line : line + "\u{1B}[0m"
  }
}
