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
  private static func run(_ words: [String], input: Int32) -> Result<Int32, any Error> {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if input != STDIN_FILENO {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    }
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, words[0], &actions, &attributes, &arguments, environ)
    guard failure == 0 else { return .failure(Failure(number: failure)) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return .failure(Failure(number: errno)) }
    }
    let signal = status & 0x7F
    return .success(signal == 0 ? status >> 8 & 0xFF : 128 + signal)
  }
}
