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

  /// Runs the program at `path` and waits for its end.
  package static func run(
    _ path: String, _ arguments: [String], input: [UInt8] = [],
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
    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    // Tests run on threads that block most signals, which a server that is told to end would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
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
}
