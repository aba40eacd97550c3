import ArabicText
import CursesTerminal
import Glibc

/// The editor that a person has chosen by `VISUAL` or `EDITOR`, else `vi`.
struct Editor {
  /// The command, for a shell.
  private let command: String

  init(environment: [String: String] = ProcessEnvironment.variables) {
    let chosen = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }
    command = chosen.first { !$0.isEmpty } ?? "vi"
  }

  /// Runs the editor on the file at `path`, in the line that holds `offset` of `text`, and waits.
  ///
  /// - Returns: what went wrong, or `nil`.
  func edit(
    _ path: String, at offset: TextOffset, of text: DecodedText, in terminal: CursesTerminal
  ) -> String? {
    let line = Self.line(of: offset, in: text)
    // A path that begins with a dash or a plus would be taken for an option.
    let file = path.hasPrefix("/") ? path : "./" + path
    let words = ["/bin/sh", "-c", "exec \(command) \"$@\"", "sh", "+\(line)", file]
    let status = terminal.lend { input in Self.run(words, input: input) }
    switch status {
    case .success(0): return nil
    case .success(let status): return "\(command): \(status)"
    case .failure(let error): return "\(command): \(error)"
    }
  }

  /// The number of the line that holds `offset`, from 1.
  static func line(of offset: TextOffset, in text: DecodedText) -> Int {
    text.withUTF8 { bytes in
      bytes.prefix(max(0, offset.utf8)).count { $0 == UInt8(ascii: "\n") } + 1
    }
  }

  private struct Failure: Error, CustomStringConvertible {
    var number: Int32
    var description: String { String(cString: strerror(number)) }
  }

  /// Runs a program that keys reach by `input` and gives its exit status.
  private static func run(_ words: [String], input: Int32) -> Result<Int32, Failure> {
    switch spawn(words, input: input) {
    case .success(let child): .success(waitForEnd(of: child))
    case .failure(let failure): .failure(failure)
    }
  }

  private static func spawn(_ words: [String], input: Int32) -> Result<pid_t, Failure> {
    var attributes = posix_spawnattr_t()
    var actions = posix_spawn_file_actions_t()
    var all = sigset_t()
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    if input != STDIN_FILENO {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    }
    var arguments = words.map { strdup($0) } + [nil]
    var variables =
      ProcessEnvironment.variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    var child: pid_t = 0
    let number = posix_spawn(&child, words[0], &actions, &attributes, &arguments, &variables)
    for word in arguments + variables { free(word) }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    return number == 0 ? .success(child) : .failure(Failure(number: number))
  }

  /// The exit status of `child`, or 128 and the number of the signal that ended it.
  private static func waitForEnd(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
