import Glibc
import TestSupport
import Testing

/// The terminal is given back on every signal that the system has.
@Suite(.serialized) struct SignalTests {
  /// All signals by their numbers, those that the C library keeps for itself too.
  private static let all = 1...__libc_current_sigrtmax()

  /// The signals that nobody can handle.
  private static let untouchable = [SIGKILL, SIGSTOP]
  /// Those that do nothing to a program, each with the reason.
  private static let harmless = [
    SIGCHLD, SIGURG, SIGCONT, SIGWINCH,
    // Ignored, so that a file that may not grow is a failed write.
    SIGXFSZ,
    // The C library's own: handled by it, or ignored in what was started by posix_spawn.
    32, 33,
  ]
  private static let stopping = [SIGTSTP, SIGTTIN, SIGTTOU]
  /// All others, but of the real-time signals, which are handled alike, a few.
  private static let ending = all.filter { number in
    !(untouchable + harmless + stopping).contains(number)
      && (number <= 35 || number % 10 == 0 || number == all.upperBound)
  }

  @Test(arguments: ending)
  func `a signal that ends the program is what it dies of, and gives the terminal back`(
    signal: Int32
  ) throws {
    let reader = try RunningReader(on: .vte)
    try reader.waitForScreen()
    reader.terminal.signal(signal)
    try reader.terminal.waitForEnd()
    #expect(reader.terminal.deadlySignal == signal)
    reader.expectRestored(.vte)
  }

  @Test func `no signal that could end or stop the program is forgotten`() throws {
    let reader = try RunningReader(on: .vte)
    try reader.waitForScreen()
    let caught = try reader.terminal.signals("SigCgt")
    let exceptions = Self.untouchable + Self.harmless
    for signal in Self.all where !exceptions.contains(signal) {
      #expect(caught.contains(signal), "signal \(signal)")
    }
  }

  @Test(arguments: harmless)
  func `a signal that does nothing ends nothing`(signal: Int32) throws {
    let reader = try RunningReader(on: .vte)
    try reader.waitForScreen()
    reader.terminal.signal(signal)
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectRestored(.vte)
  }

  @Test(arguments: stopping, [SIGTERM, SIGSEGV, SIGUSR1])
  func `a stopped program that is killed leaves the terminal as it was`(
    stop: Int32, signal: Int32
  ) throws {
    let reader = try RunningReader(on: .vte)
    try reader.waitForScreen()
    reader.terminal.signal(stop)
    try reader.terminal.waitForStop()
    reader.expectRestored(.vte)
    reader.terminal.signal(signal)
    reader.terminal.signal(SIGCONT)
    try reader.terminal.waitForEnd()
    // Which thread takes the signal, and so whether the screen is taken once more, is the kernel's.
    #expect(reader.terminal.deadlySignal == signal)
    reader.expectRestored(.vte)
  }

  @Test(arguments: [SIGTERM, SIGSEGV, SIGUSR1])
  func `one that was stopped without warning gives the terminal back when it is killed`(
    signal: Int32
  ) throws {
    let reader = try RunningReader(on: .vte)
    try reader.waitForScreen()
    reader.terminal.signal(SIGSTOP)
    try reader.terminal.waitForStop()
    reader.terminal.signal(signal)
    reader.terminal.signal(SIGCONT)
    try reader.terminal.waitForEnd()
    #expect(reader.terminal.deadlySignal == signal)
    reader.expectRestored(.vte)
  }

  @Test func `signals that the parent ignores end nothing`() throws {
    let reader = try RunningReader(
      on: .vte, command: #"trap '' $(seq 64 | grep -vwE '9|19|32|33'); exec "$RAWI" "$FILE""#)
    try reader.waitForScreen()
    for signal in Self.all where !Self.untouchable.contains(signal) && !(32...33).contains(signal) {
      reader.terminal.signal(signal)
    }
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    reader.expectRestored(.vte)
  }

  @Test(arguments: [SIGTERM, SIGUSR2, SIGALRM, SIGQUIT, SIGSEGV])
  func `a program that is ended while it asks what the terminal is gives it back`(
    signal: Int32
  ) throws {
    var mute = FakeTerminal.vte
    (mute.mode, mute.attributes) = (nil, nil)
    let reader = try RunningReader(on: mute)
    reader.terminal.answers = []
    try reader.terminal.wait(for: "\u{1B}[c")
    reader.terminal.signal(signal)
    try reader.terminal.waitForEnd()
    #expect(reader.terminal.deadlySignal == signal)
    #expect(reader.terminal.modes == reader.modesBefore)
  }

  @Test(arguments: [(SIGUSR1, SIGUSR2), (SIGSEGV, SIGTERM), (SIGTERM, SIGSEGV), (SIGTERM, SIGHUP)])
  func `two signals at once end it by one of them`(first: Int32, second: Int32) throws {
    let reader = try RunningReader(on: .vte)
    try reader.waitForScreen()
    reader.terminal.signal(first)
    reader.terminal.signal(second)
    try reader.terminal.waitForEnd()
    #expect([first, second].contains(reader.terminal.deadlySignal))
    reader.expectRestored(.vte)
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGABRT])
  func `a crash asks nothing and waits for no key`(signal: Int32) throws {
    let reader = try RunningReader(on: .vte, without: ["SWIFT_BACKTRACE"])
    try reader.waitForScreen()
    let drawn = reader.output.count
    reader.terminal.signal(signal)
    try reader.terminal.waitForEnd()
    #expect(reader.terminal.deadlySignal == signal)
    reader.expectRestored(.vte)
    let written = String(decoding: reader.output[drawn...], as: UTF8.self)
    #expect(!written.contains("crash"))
  }

  @Test(arguments: ["", "trap '' INT QUIT;"])
  func `a command that shows no screen crashes as others do`(setup: String) throws {
    let terminal = try waitingCommand(setup, environment: [:])
    let caught = try terminal.signals("SigCgt")
    #expect(caught.isDisjoint(with: [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT]))
    terminal.signal(SIGSEGV)
    try terminal.waitForEnd()
    #expect(terminal.deadlySignal == SIGSEGV)
  }

  @Test func `the backtracer that a person asks for is left`() throws {
    let terminal = try waitingCommand("", environment: ["SWIFT_BACKTRACE": "enable=yes"])
    let isLeft = try terminal.signals("SigCgt").contains(SIGILL)
    // Where none is installed, the runtime says so.
    #expect(isLeft || terminal.text.contains("backtrac"))
  }

  /// The program that waits for somebody to write into a pipe that it is to show.
  private func waitingCommand(
    _ setup: String, environment: [String: String]
  ) throws -> PseudoTerminal {
    let folder = try TemporaryFolder()
    let pipe = folder.path + "/pipe"
    mkfifo(pipe, 0o600)
    let program = BuiltProgram.path("rawi")
    var variables = BuiltProgram.environment
    variables["SWIFT_BACKTRACE"] = nil
    variables.merge(["RAWI": program, "PIPE": pipe, "TERM": "xterm"]) { $1 }
    let terminal = try PseudoTerminal()
    try terminal.run(
      "/bin/bash", ["-c", #"\#(setup) exec "$RAWI" show "$PIPE""#],
      environment: variables.merging(environment) { $1 })
    try terminal.waitUntilOpening(pipe: pipe)
    return terminal
  }
}
