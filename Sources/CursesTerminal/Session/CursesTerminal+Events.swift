import CTerminalGuard
import Glibc
import Screen

extension CursesTerminal {
  /// How long the bytes of one key may take to come after its ESC: enough for a slow line, too short
  /// to be felt when Escape was meant.
  static let escapeTimeout = Duration.milliseconds(50)

  /// How long the bytes of a paste or of an answer may keep one another waiting: longer than a packet
  /// that is sent anew takes, as what comes after that is keys.
  static let reportTimeout = Duration.seconds(1)

  /// Waits for the next thing to act upon.
  ///
  /// A size that changes and a stop (SIGTSTP) are already dealt with when
  /// ``TerminalEvent/resize(_:)`` is returned. Signals come before keys,
  /// the mouse and pastes, these before messages.
  ///
  /// A wait ends later than asked for by at most ``escapeTimeout``, or ``reportTimeout`` after the
  /// last byte of a paste or an answer.
  ///
  /// - Parameter timeout: how long to wait at most; without it, for ever.
  /// - Returns: the event; ``TerminalEvent/timeout`` only where a `timeout` was given.
  package func nextEvent(timeout: Duration? = nil) -> TerminalEvent {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    var isFinal = false
    while true {
      if let event = signalEvent() { return event }
      var remaining = deadline.map { max(.zero, $0 - .now) }
      let step = decoder.next(isFinal: isFinal)
      switch step {
      case .key(let key): return .key(key)
      case .mouse(let event): return .mouse(placed(event))
      case .paste(let text): return .paste(text)
      case .incomplete, .empty: break
      }
      let isInside = step == .incomplete
      let end = lastInput + (decoder.isInsideReport ? Self.reportTimeout : Self.escapeTimeout)
      if isInside { remaining = max(.zero, end - .now) }
      let result = wait(remaining)
      isFinal = false
      switch result {
      case .bytes(let bytes):
        decoder.feed(bytes)
        lastInput = .now
      case .interrupted: break
      case .hungUp: return .signal(.hangup)
      case .nothing, .posted:
        // Nothing follows, so ESC is the Escape key, or a paste is over; what was posted waits.
        if isInside, ContinuousClock.now >= end {
          isFinal = true
        } else if !isInside {
          return result == .posted ? woken() : .timeout
        } else if result == .posted {
          return woken()
        }
      }
    }
  }

  /// Whether something has come already that ``nextEvent(timeout:)`` will act upon, or its beginning.
  package var hasInput: Bool {
    if mustRedraw || !pendingSignals.isEmpty || !decoder.buffer.isEmpty { return true }
    var sources = [device.input, signals].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    return poll(&sources, nfds_t(sources.count), 0) > 0
  }

  /// What was posted is looked for after this: what is posted meanwhile wakes the loop again.
  private func woken() -> TerminalEvent {
    wake.drain()
    return .posted
  }

  private enum Wait: Equatable {
    case bytes([UInt8]), posted, hungUp, interrupted, nothing
  }

  private func wait(_ timeout: Duration?) -> Wait {
    var sources = [device.input, signals, wake.reading].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let ready = poll(&sources, nfds_t(sources.count), timeout?.pollMilliseconds ?? -1)
    guard ready > 0 else { return ready == 0 ? .nothing : .interrupted }
    if sources[1].revents != 0 { return .interrupted }
    if sources[0].revents != 0 {
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(device.input, &buffer, buffer.count)
      if count > 0 { return .bytes(Array(buffer.prefix(count))) }
      return count < 0 && (errno == EINTR || errno == EAGAIN) ? .interrupted : .hungUp
    }
    return .posted
  }

  /// Acts upon the signals that came, and gives the first that concerns the program.
  private func signalEvent() -> TerminalEvent? {
    if mustRedraw {
      mustRedraw = false
      return .resize(size)
    }
    readSignals()
    while !pendingSignals.isEmpty {
      switch pendingSignals.removeFirst() {
      case let number where terminal_guard_is_end(number):
        terminal_guard_acknowledge()
        return .signal(TerminalSignal(number))
      case SIGWINCH:
        pendingSignals.removeAll { $0 == SIGWINCH }
        resize()
        return .resize(size)
      case SIGTSTP, SIGTTIN, SIGTTOU:
        stop(group: false)
        return signalEvent()
      case SIGCONT:
        // Stopped by a SIGSTOP, of which we heard nothing: the shell has had the terminal.
        enter()
        return signalEvent()
      default: break
      }
    }
    return nil
  }

  /// Waits, while a child has the terminal, until `descriptor` can be read.
  ///
  /// - Returns: what asks the program to end before that; ``nextEvent(timeout:)`` tells it again.
  package func waitForChild(_ descriptor: Int32) -> TerminalSignal? {
    var sources = [descriptor, signals].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while true {
      poll(&sources, 2, -1)
      readSignals()
      if let number = pendingSignals.first(where: terminal_guard_is_end) {
        terminal_guard_acknowledge()
        return TerminalSignal(number)
      }
      if sources[0].revents != 0 { return nil }
    }
  }

  /// After a stop that was ours, the SIGCONT that ended it needs no answer.
  func forgetStop() {
    readSignals()
    pendingSignals.removeAll { !terminal_guard_is_end($0) }
  }

  /// Whether a signal has come that asks the program to end.
  var isAskedToEnd: Bool {
    readSignals()
    return pendingSignals.contains(where: terminal_guard_is_end)
  }

  private func readSignals() {
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = read(signals, &buffer, buffer.count)
    if count > 0 { pendingSignals += buffer.prefix(count).map { Int32($0) } }
  }
}
