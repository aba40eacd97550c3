import CPlatform
import Glibc

/// Another program that this one starts.
///
/// It gets the three standard streams and no other descriptor of this program, no signal is blocked
/// in it, and each has its default effect.
package struct ChildProgram: Sendable {
  /// Where one of the standard streams leads.
  package enum Stream: Hashable, Sendable {
    /// Nowhere: what is read ends at once, what is written is lost.
    case null
    /// Where that of this program leads.
    case inherited
    /// To this open file.
    case descriptor(Int32)
  }

  /// The program, a path or a name that is looked for in PATH, and its arguments.
  package var command: [String]
  /// Its variables.
  package var environment: [String: String]
  /// Its standard input.
  package var input = Stream.null
  /// Its standard output.
  package var output = Stream.null
  /// Its standard error.
  package var errors = Stream.null
  /// Whether it is alone in a group of processes, so that what a shell does to the group of this
  /// program, as Ctrl-C and `kill %1`, does not reach it.
  package var hasOwnGroup = false

  /// A program with the given arguments; its streams lead nowhere.
  package init(
    _ command: [String], environment: [String: String] = ProcessEnvironment.variables
  ) {
    (self.command, self.environment) = (command, environment)
  }

  /// Starts the program.
  ///
  /// - Returns: the process, whose end somebody has to wait for.
  /// - Throws: ``FileError`` with the program's name where it cannot be run.
  package func start() throws(FileError) -> RunningChild {
    guard let name = command.first else { throw FileError(path: "", reason: .missing) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    add(input, as: STDIN_FILENO, O_RDONLY, to: &actions)
    add(output, as: STDOUT_FILENO, O_WRONLY, to: &actions)
    add(errors, as: STDERR_FILENO, O_WRONLY, to: &actions)
    rawi_spawn_close_from(&actions, STDERR_FILENO + 1)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    setSignalsAndGroup(&attributes)
    var arguments = command.map { FilePath.withBytes(of: $0) { strdup($0) } } + [nil]
    var variables =
      environment.map { variable in
        FilePath.withBytes(of: "\(variable.key)=\(variable.value)") { strdup($0) }
      } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    let number = FilePath.withBytes(of: name) {
      posix_spawnp(&process, $0, &actions, &attributes, &arguments, &variables)
    }
    guard number == 0 else { throw FileError(path: name, errno: number) }
    return RunningChild(id: process)
  }

  private func add(
    _ stream: Stream, as descriptor: Int32, _ flags: Int32,
    to actions: inout posix_spawn_file_actions_t
  ) {
    switch stream {
    case .inherited: break
    case .null: posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", flags, 0)
    case .descriptor(let source): posix_spawn_file_actions_adddup2(&actions, source, descriptor)
    }
  }

  private func setSignalsAndGroup(_ attributes: inout posix_spawnattr_t) {
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags =
      POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | (hasOwnGroup ? POSIX_SPAWN_SETPGROUP : 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }
}
