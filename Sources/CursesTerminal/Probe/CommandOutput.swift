import Glibc

/// The output of another program, waited for a short time.
enum CommandOutput {
  /// The longest that a program is waited for; tmux answers in a few thousandths of a second.
  static let patience = Duration.milliseconds(500)

  /// What `command`, a program in PATH and its arguments, writes to standard output; `nil` where it
  /// cannot be run, fails, writes no UTF-8 or takes longer than ``patience``.
  static func of(_ command: [String], environment: [String: String]) -> String? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    guard let process = spawn(command, environment, output: writing) else { return nil }
    guard let bytes = read(reading) else {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
      return nil
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? String(validating: bytes, as: UTF8.self) : nil
  }

  /// Starts the program with `output` as its standard output, which is closed here.
  private static func spawn(
    _ command: [String], _ environment: [String: String], output: Int32
  ) -> pid_t? {
    defer { close(output) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, command[0], &actions, nil, &arguments, &variables) == 0 else {
      return nil
    }
    return process
  }

  /// All that is written until the other end is closed.
  private static func read(_ descriptor: Int32) -> [UInt8]? {
    let deadline = ContinuousClock.now + patience
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let left = deadline - .now
      var readable = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard left > .zero, bytes.count < 1 << 16 else { return nil }
      guard poll(&readable, 1, left.pollMilliseconds) == 1 else { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 { bytes += buffer.prefix(count) }
    }
  }
}
