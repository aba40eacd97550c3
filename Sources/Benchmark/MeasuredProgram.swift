import Glibc

/// What a program needed from its start to its end.
struct MeasuredProgram {
  /// Seconds that went by.
  var time: Double
  /// Seconds of the processors, its own and the system's for it.
  var processorTime: Double
  /// The most memory at any time, in MB of 10⁶ bytes.
  var memory: Double

  /// Runs the program at `path` to its end; what it says goes nowhere.
  ///
  /// - Parameters:
  ///   - path: the program.
  ///   - arguments: what it is called with.
  ///   - input: the file that is its standard input.
  ///   - environment: its variables.
  ///   - allowed: the exit statuses that are no failure.
  /// - Throws: ``BenchmarkError`` where it cannot be started, or ends with another status.
  init(
    _ path: String, _ arguments: [String], input: String = "/dev/null",
    environment: [String: String] = [:], allowed: [Int32] = [0]
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    let start = ContinuousClock.now
    var child: pid_t = 0
    guard posix_spawn(&child, path, &actions, nil, &words, &variables) == 0 else {
      throw BenchmarkError.noProgram(path)
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, allowed.contains(status >> 8),
      status & 0x7F == 0
    else { throw BenchmarkError.failed(path) }
    time = start.duration(to: .now) / .seconds(1)
    processorTime = Self.seconds(usage)
    memory = Double(usage.ru_maxrss) * 1024 / 1e6
  }

  /// The seconds of the processors that `usage` tells of.
  static func seconds(_ usage: rusage) -> Double {
    [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
  }
}

extension [Double] {
  /// The middle one in order of size; 0 of none.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
