import Glibc

/// Runs programs without a terminal.
///
/// Output goes through files: a pipe would be kept open by a server that the program leaves behind.
package enum ChildProcess {
  /// What a run left behind.
  package struct Result: Sendable {
    /// The exit status, or 128 and the number of the signal that ended it.
    package var status: Int32
    /// What was written to standard output.
    package var output: [UInt8]
    /// What was written to standard error.
    package var error: [UInt8]
    /// Standard output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    package var message: String { String(decoding: error, as: UTF8.self) }
  }

  /// Where standard output goes.
  package enum Destination: Sendable {
    /// A file, which is read when the program has ended.
    case file
    /// A file or device that is there already.
    case path(String)
    /// A pipe that nobody reads.
    case closedPipe
    /// Nowhere: the descriptor is closed.
    case nowhere
  }

  /// Runs the program at `path` and waits for its end.
  package static func run(
    _ path: String, _ arguments: [String], input: [UInt8] = [], output: Destination = .file,
    environment: [String: String] = BuiltProgram.environment
  ) throws -> Result {
    let folder = try TemporaryFolder()
    let files = try ["input", "output", "error"].map { name in
      try folder.file(name, name == "input" ? input : [])
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, file) in files.enumerated() {
      let mode = descriptor == 0 ? O_RDONLY : O_WRONLY
      posix_spawn_file_actions_addopen(&actions, Int32(descriptor), file, mode, 0)
    }
    var pipe: Int32 = -1
    defer { if pipe >= 0 { close(pipe) } }
    switch output {
    case .file: break
    case .path(let path): posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY, 0)
    case .nowhere: posix_spawn_file_actions_addclose(&actions, 1)
    case .closedPipe:
      pipe = try unreadPipe()
      posix_spawn_file_actions_adddup2(&actions, pipe, 1)
    }
    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    // Tests run on threads that block most signals, which a server that is told to end would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var pipes = none
    sigaddset(&pipes, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &pipes)
    var child: pid_t = 0
    let failure = posix_spawn(&child, path, &actions, &attributes, &argv, &envp)
    guard failure == 0 else { throw FileProblem(call: "posix_spawn \(path)", number: failure) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Result(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
      output: try TemporaryFolder.read(files[1]), error: try TemporaryFolder.read(files[2]))
  }

  /// The writing end of a pipe whose other end is closed.
  private static func unreadPipe() throws -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileProblem(call: "pipe", number: errno) }
    close(ends[0])
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    return ends[1]
  }
}
