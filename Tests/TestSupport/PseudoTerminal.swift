import Glibc

/// A terminal played by a test: a program runs on it, what it writes is collected, what it asks is
/// answered.
///
/// Nothing happens in the background: the terminal reads while one of the `wait` calls runs. Each of
/// them gives up after ``hangGuard``, which a test that works never comes near.
package final class PseudoTerminal {
  /// How long a test waits for what must come, on a machine that has more to do, too.
  package static let hangGuard = Duration.seconds(120)

  /// What the terminal answers to what it is asked.
  package var answers: [(query: String, answer: String)] = []
  /// All that the program has written so far.
  package private(set) var output: [UInt8] = []

  private var main: Int32
  private let side: Int32
  private let sidePath: String
  private var process: pid_t = 0
  /// How the program ended, as `waitpid` tells it.
  private var end: Int32?
  private var isReading = true
  private var answered: [String: Int] = [:]

  /// A terminal of this size.
  package init(columns: Int = 80, rows: Int = 24) throws {
    var (main, side): (Int32, Int32) = (-1, -1)
    var path = [CChar](repeating: 0, count: 4096)
    guard openpty(&main, &side, &path, nil, nil) == 0 else {
      throw PseudoTerminalError.system("openpty", errno)
    }
    for end in [main, side] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(main, F_SETFL, O_NONBLOCK)
    self.main = main
    // Kept open so that the modes can be read after the program has ended.
    self.side = side
    sidePath = path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    resize(columns: columns, rows: rows)
  }

  deinit {
    if process > 0, end == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if main >= 0 { close(main) }
    close(side)
  }

  /// The terminal as a file descriptor, the side that a program uses.
  package var descriptor: Int32 { side }

  /// The modes of the terminal now, to compare.
  package var modes: TerminalModes { TerminalModes(descriptor: side) }

  /// The number of the program that runs, 0 before there is one.
  package var processIdentifier: Int32 { process }

  /// What was written as text, escape sequences and all.
  package var text: String { String(decoding: output, as: UTF8.self) }

  /// Sets the size; the program gets SIGWINCH.
  package func resize(columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(main, UInt(TIOCSWINSZ), &size)
  }

  /// Runs the program at `path` as the leader of a session on this terminal.
  package func run(_ path: String, _ arguments: [String], environment: [String: String]) throws {
    // A program that a test crashes leaves no core file behind.
    var noCore = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = getrlimit(__rlimit_resource_t(4), &noCore)
    noCore.rlim_cur = 0
    setrlimit(__rlimit_resource_t(4), &noCore)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by a leader without a terminal, it becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, sidePath, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, declared under _GNU_SOURCE only
    let defaultSignals = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, newSession | defaultSignals)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)

    let status = withCStrings([path] + arguments) { arguments in
      withCStrings(environment.map { "\($0)=\($1)" }) { environment in
        posix_spawn(&process, path, &actions, &attributes, arguments, environment)
      }
    }
    guard status == 0 else { throw PseudoTerminalError.system("posix_spawn \(path)", status) }
  }

  /// Types `text`, as fast as the program takes it.
  ///
  /// What the program writes is taken in meanwhile: it would wait for that, and not read.
  package func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    let deadline = ContinuousClock.now + Self.hangGuard
    while !rest.isEmpty, ContinuousClock.now < deadline {
      let count = rest.withUnsafeBytes { write(main, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        guard errno == EAGAIN || errno == EINTR else { return }
        pump(.milliseconds(1))
      }
    }
  }

  /// Sends the program a signal.
  package func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Breaks the line: the program's terminal is gone.
  package func hangUp() {
    close(main)
    main = -1
  }

  /// Waits until the program has written `pattern` after the position `start`, and gives the
  /// position behind it.
  @discardableResult
  package func wait(for pattern: String, after start: Int = 0) throws -> Int {
    let bytes = Array(pattern.utf8)
    var found: Int?
    var next = start
    try wait("\(pattern.debugDescription) after byte \(start)") {
      found = output.position(of: bytes, from: next).map { $0 + bytes.count }
      next = Swift.max(next, output.count - bytes.count + 1)
      return found != nil
    }
    return found ?? output.count
  }

  /// Waits until the program has stopped, and collects what it wrote before.
  package func waitForStop() throws {
    var status: Int32 = 0
    try wait("a stop") { waitpid(process, &status, WNOHANG | WUNTRACED) == process }
    guard status & 0xFF == 0x7F else {
      end = status
      throw PseudoTerminalError.unexpected("end, \(status)", text)
    }
    try drain()
  }

  /// Waits until the program has ended, and collects what it wrote before.
  ///
  /// - Returns: its exit status, or 128 and the number of the signal that it died of.
  @discardableResult
  package func waitForEnd() throws -> Int32 {
    try wait("the end") { end != nil }
    try drain()
    let status = end ?? 0
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// The signal that the program was ended by; `nil` where it ended by itself, or runs.
  package var deadlySignal: Int32? { end.flatMap { $0 & 0x7F == 0 ? nil : $0 & 0x7F } }

  /// As ``waitForEnd()``, without reading what the program writes.
  package func waitForEndUnread() throws -> Int32 {
    isReading = false
    defer { isReading = true }
    return try waitForEnd()
  }

  /// Whether the program has taken all keys and its first thread sleeps, or it has ended.
  package var isWaiting: Bool {
    var unread: Int32 = 0
    guard ioctl(side, UInt(FIONREAD), &unread) == 0, unread == 0,
      let status = try? TemporaryFolder.read("/proc/\(process)/stat"),
      // The state stands behind the name in brackets, which may hold brackets (proc(5)).
      let name = status.lastIndex(of: UInt8(ascii: ")")), name + 2 < status.count
    else { return false }
    return Array("SZX".utf8).contains(status[name + 2])
  }

  /// The signals of one of the masks that the kernel tells of the program: `SigCgt`, those that it
  /// handles; `SigIgn`, those that it ignores.
  package func signals(_ mask: String) throws -> Set<Int32> {
    let lines = String(decoding: try TemporaryFolder.read("/proc/\(process)/status"), as: UTF8.self)
      .split(separator: "\n")
    let line = lines.first { $0.hasPrefix("\(mask):") }
    guard let digits = line?.split(separator: "\t").last, let bits = UInt64(digits, radix: 16)
    else { throw PseudoTerminalError.unexpected("no \(mask)", text) }
    return Set((0..<64).filter { bits >> $0 & 1 == 1 }.map { Int32($0) + 1 })
  }

  /// Waits until the program opens the pipe `path` to read from it, which it does until somebody
  /// opens it to write.
  ///
  /// Told by its first argument and by its sleep; nothing else stops it before.
  package func waitUntilOpening(pipe path: String) throws {
    try wait("\(path) to be opened") {
      let arguments = (try? TemporaryFolder.read("/proc/\(process)/cmdline")) ?? []
      return arguments.split(separator: 0).last.map { Array($0) } == Array(path.utf8) && isWaiting
    }
  }

  /// Takes in what the program writes within `time`.
  ///
  /// - Returns: whether there was anything.
  @discardableResult
  package func pump(_ time: Duration) -> Bool {
    guard main >= 0, isReading else {
      usleep(10_000)
      return false
    }
    var readable = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
    guard poll(&readable, 1, Int32(time.components.attoseconds / 1_000_000_000_000_000)) == 1 else {
      return false
    }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(main, &buffer, buffer.count)
    guard count > 0 else { return false }
    let known = output.count
    output += buffer.prefix(count)
    answer(from: known)
    return true
  }

  private func wait(_ what: String, until isDone: () -> Bool) throws {
    let deadline = ContinuousClock.now + Self.hangGuard
    while !isDone() {
      let hasEnded = hasEnded()
      if pump(hasEnded ? .zero : .milliseconds(10)) { continue }
      guard !isDone() else { return }
      guard !hasEnded, ContinuousClock.now < deadline else {
        throw PseudoTerminalError.unexpected("waited in vain for \(what)", text)
      }
    }
  }

  /// Takes in all that the program has written.
  ///
  /// The kernel hands it over in its own time, so a mark is written behind it and waited for.
  package func drain() throws {
    guard main >= 0, isReading else { return }
    let mark = Array("\0drained\0".utf8)
    let start = output.count
    _ = mark.withUnsafeBytes { write(side, $0.baseAddress, $0.count) }
    let deadline = ContinuousClock.now + Self.hangGuard
    while true {
      if let position = output.position(of: mark, from: max(0, start - mark.count)) {
        output.removeSubrange(position..<position + mark.count)
        return
      }
      guard ContinuousClock.now < deadline else {
        throw PseudoTerminalError.unexpected("waited in vain for the rest", text)
      }
      pump(.milliseconds(10))
    }
  }

  private func hasEnded() -> Bool {
    var status: Int32 = 0
    if end == nil, waitpid(process, &status, WNOHANG) == process { end = status }
    return end != nil
  }

  /// Answers each query once for each time that it was sent, in the order of the queries; those that end
  /// before `known` have been answered.
  private func answer(from known: Int) {
    var due: [(position: Int, answer: String)] = []
    for (query, answer) in answers {
      let bytes = Array(query.utf8)
      // A query that was cut by the end of what was read before begins in it.
      while let position = output.position(
        of: bytes, from: max(answered[query, default: 0], known - bytes.count + 1))
      {
        answered[query] = position + bytes.count
        due.append((position, answer))
      }
    }
    for (_, answer) in due.sorted(by: { $0.position < $1.position }) { send(answer) }
  }
}

/// What went wrong with a terminal played by a test.
package enum PseudoTerminalError: Error, CustomStringConvertible {
  /// This call failed with this `errno`.
  case system(String, Int32)
  /// What was wrong, and all that the program wrote.
  case unexpected(String, String)

  /// What was wrong, for the report of the test.
  package var description: String {
    switch self {
    case .system(let call, let number): "\(call): \(String(cString: strerror(number)))"
    case .unexpected(let what, let text): "\(what); the program wrote \(text.debugDescription)"
    }
  }
}

extension [UInt8] {
  /// Where `pattern` stands first, from `start` on.
  package func position(of pattern: [UInt8], from start: Int = 0) -> Int? {
    guard !pattern.isEmpty, count - start >= pattern.count else { return nil }
    // By C, as a reader that was driven hard has written megabytes, looked through again and again.
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var place = start
      while place + pattern.count <= bytes.count,
        let found = memchr(base + place, Int32(pattern[0]), bytes.count - pattern.count + 1 - place)
      {
        place = UnsafeRawPointer(found) - base
        if memcmp(base + place, pattern, pattern.count) == 0 { return place }
        place += 1
      }
      return nil
    }
  }

  /// Where `pattern` stands last.
  package func lastPosition(of pattern: [UInt8]) -> Int? {
    guard !pattern.isEmpty, count >= pattern.count else { return nil }
    return (0...(count - pattern.count)).last { self[$0...].starts(with: pattern) }
  }
}

/// Calls `body` with `strings` as a C array of C strings that ends with a null pointer.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  return body(copies + [nil])
}
