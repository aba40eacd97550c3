import Glibc
import TestSupport

/// A program that shows a file on a terminal played here, and how long it takes.
final class ProgramRun {
  private let terminal: PseudoTerminal
  private let start: ContinuousClock.Instant

  /// Starts the program at `path`, which keeps its data in `folder`.
  init(_ path: String, _ arguments: [String], folder: String) throws {
    terminal = try PseudoTerminal(columns: 100, rows: 40)
    terminal.answers = [("\u{1B}[c", "\u{1B}[?62;c")]
    start = .now
    try terminal.run(
      path, arguments,
      environment: [
        "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "LESSCHARSET": "utf-8", "HOME": folder,
        "XDG_DATA_HOME": folder, "XDG_CACHE_HOME": folder, "PATH": "/usr/bin:/bin",
      ])
  }

  /// The seconds from the start to the first letter of Arabic.
  func firstArabic() throws -> Double {
    try wait(since: start) {
      self.terminal.output.contains { (0xD8...0xDB).contains($0) || $0 == 0xEF }
    }
  }

  /// The seconds from the start until `sign` was written.
  func first(_ sign: String) throws -> Double {
    try wait(since: start) {
      self.terminal.output.position(of: Array(sign.utf8)) != nil
    }
  }

  /// The seconds from typing `keys` until `sign` was written.
  func time(_ keys: String, until sign: String) throws -> Double {
    let before = terminal.output.count
    let typed = ContinuousClock.now
    terminal.send(keys)
    return try wait(since: typed) {
      self.terminal.output.position(of: Array(sign.utf8), from: before) != nil
    }
  }

  /// The seconds from typing `keys` until the screen was painted: until the last byte before a pause
  /// of 20 ms.
  func timeOfPaint(_ keys: String) throws -> Double {
    let before = terminal.output.count
    let typed = ContinuousClock.now
    terminal.send(keys)
    _ = try wait(since: typed) { self.terminal.output.count > before }
    var last = ContinuousClock.now
    while terminal.pump(.milliseconds(20)) { last = .now }
    return seconds(typed.duration(to: last))
  }

  /// Waits until nothing was written for half a second, at most for `limit`.
  func settle(limit: Duration = .seconds(20)) {
    let deadline = ContinuousClock.now + limit
    while terminal.pump(.milliseconds(500)), ContinuousClock.now < deadline {}
  }

  /// What the program holds in memory: pages of its own, pages of files, and the most of both so far.
  func memory() throws -> Memory {
    let status = try TemporaryFolder.read("/proc/\(terminal.processIdentifier)/status")
    return Memory(status: String(decoding: status, as: UTF8.self))
  }

  /// The seconds of the processors that the program has needed so far.
  func processorTime() throws -> Double {
    let threads = "/proc/\(terminal.processIdentifier)/task"
    return try TemporaryFolder.listing(of: threads).reduce(0) { sum, thread in
      let status = try TemporaryFolder.read("\(threads)/\(thread)/schedstat")
      let nanoseconds = String(decoding: status, as: UTF8.self).split(separator: " ").first
      return sum + (nanoseconds.flatMap { Double($0) } ?? 0) / 1e9
    }
  }

  /// Leaves the program as a person does, so that it closes its store.
  func quit() {
    settle(limit: .seconds(2))
    terminal.send("q")
    _ = try? terminal.waitForEnd()
  }

  /// Ends the program.
  func end() {
    terminal.signal(SIGKILL)
    _ = try? terminal.waitForEnd()
  }

  private func wait(since: ContinuousClock.Instant, until isDone: () -> Bool) throws -> Double {
    let deadline = since + .seconds(120)
    while !isDone() {
      guard ContinuousClock.now < deadline else { throw BenchmarkError.nothingCame }
      terminal.pump(.milliseconds(50))
    }
    return seconds(since.duration(to: .now))
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}

/// Memory in megabytes, as `/proc/PID/status` tells it.
struct Memory {
  /// Pages of the program's own (`RssAnon`).
  var own: Double
  /// Pages of files: the program, its libraries, the text (`RssFile`).
  var files: Double
  /// The most of both together at any time (`VmHWM`).
  var most: Double

  /// Both together now.
  var resident: Double { own + files }

  /// That of this program.
  static func own() -> Memory {
    Memory(
      status: String(
        decoding: (try? TemporaryFolder.read("/proc/self/status")) ?? [], as: UTF8.self))
  }

  init(status: String) {
    func field(_ name: String) -> Double {
      let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
      return line.flatMap { $0.split(whereSeparator: \.isWhitespace).dropFirst().first }
        .flatMap { Double($0) }.map { $0 / 1000 } ?? 0
    }
    (own, files, most) = (field("RssAnon"), field("RssFile"), field("VmHWM"))
  }
}

/// Why a measurement failed.
enum BenchmarkError: Error, CustomStringConvertible {
  case nothingCame
  case noProgram(String)
  case failed(String)

  var description: String {
    switch self {
    case .nothingCame: "a program showed nothing for two minutes"
    case .failed(let path): "\(path) ended with an error"
    case .noProgram(let path):
      "\(path) is not there; build it: swift build -c release --product rawi"
    }
  }
}
