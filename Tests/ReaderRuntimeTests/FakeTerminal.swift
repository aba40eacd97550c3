import Dispatch
import Glibc
import ReaderRuntime
import Screen
import Testing

/// What happens in a terminal while a test runs, step by step.
enum Step {
  /// The terminal tells of something.
  case event(TerminalEvent)
  /// Waits, by what workers post, until `condition` holds.
  case until(_ what: String, _ condition: () -> Bool)
  /// Does something between two events.
  case perform(() -> Void)
  /// Lets time pass in which nothing happens.
  case pass(Duration)

  /// A key.
  static func key(_ key: Key) -> Step { .event(.key(key)) }

  /// Keys of letters, one after the other.
  static func type(_ letters: String) -> [Step] {
    letters.map { .event(.key(.character($0))) }
  }
}

/// A terminal that plays a script and remembers what it was told; at the end of the script it is gone.
final class FakeTerminal: ReaderTerminal {
  let size = Size(columns: 80, rows: 12)
  var script: [Step] = []
  /// Whether events of the script come all at once, as far as no other step stands between them.
  var isFast = false
  /// How long each event takes.
  var duration = Duration.zero
  /// The screens that were drawn.
  private(set) var screens: [Screen] = []
  let log: CallLog
  private let clock: FakeClock
  private let wakes = DispatchSemaphore(value: 0)

  init(clock: FakeClock, log: CallLog) { (self.clock, self.log) = (clock, log) }

  var wakeUp: @Sendable () -> Void {
    let wakes = wakes
    return { wakes.signal() }
  }

  var hasInput: Bool {
    guard isFast, case .event? = script.first else { return false }
    return true
  }

  func draw(_ screen: Screen) { screens.append(screen) }
  func redraw() { log.add("redraw") }
  func copy(_ text: String) { log.add("terminal copies \(text)") }
  func suspend() { log.add("suspend") }

  func waitForChild(_ descriptor: Int32) -> TerminalSignal? { nil }

  func suspendForChild<Result>(_ body: (_ input: Int32) -> Result) -> Result {
    log.add("child")
    return body(STDIN_FILENO)
  }

  /// Waits until somebody has something for the loop, or `condition` holds: work that is cancelled
  /// wakes nobody.
  private func isWoken(or condition: () -> Bool) -> Bool {
    // A minute in all, for the slowest machine: only a test that fails waits for it.
    for _ in 0..<3000 {
      if wakes.wait(timeout: .now() + .milliseconds(20)) == .success || condition() { return true }
    }
    return false
  }

  func nextEvent(timeout: Duration?) -> TerminalEvent {
    while !script.isEmpty {
      switch script.removeFirst() {
      case .event(let event):
        clock.now += duration
        return event
      case .perform(let action): action()
      case .until(let what, let condition):
        if condition() { continue }
        guard isWoken(or: condition) else {
          Issue.record("waited in vain until \(what)")
          script = []
          return .signal(.hangup)
        }
        script.insert(.until(what, condition), at: 0)
        return .posted
      case .pass(let duration):
        let step = min(duration, timeout ?? duration)
        clock.now += step
        if step < duration { script.insert(.pass(duration - step), at: 0) }
        return .timeout
      }
    }
    return .signal(.hangup)
  }
}

/// A clock that goes when it is told to.
final class FakeClock {
  var now = ContinuousClock.now
}

/// What the world was told, in order.
final class CallLog {
  private(set) var calls: [String] = []

  func add(_ call: String) { calls.append(call) }
}
