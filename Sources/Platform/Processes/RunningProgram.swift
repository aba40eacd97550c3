import CPlatform
import Glibc

/// The program that runs.
package enum RunningProgram {
  /// The path of its file, symbolic links followed; `nil` where the system does not tell it.
  package static var path: String? { FilePath.real("/proc/self/exe") }

  /// The folder of its file.
  package static var folder: String? { path.map(FilePath.folder(of:)) }

  /// The arguments that it was started with, without its own name; names of files as ``FilePath`` has
  /// them.
  package static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0] }.map {
      FilePath.string(UnsafeRawBufferPointer(start: $0, count: strlen($0)))
    }
  }

  /// Lets a crash end the program as it ends others, at once and with a core file where the system
  /// keeps them, whatever the runtime has installed to report it; unless SWIFT_BACKTRACE is set.
  ///
  /// Call it before signals are handled otherwise.
  package static func leaveCrashesAlone() { rawi_leave_crashes_alone() }

  /// Ends the program by the signal `number`, so that who waits for it sees why it ended: a shell
  /// that runs a loop ends it then, too.
  package static func end(bySignal number: Int32) -> Never {
    fflush(nil)
    signal(number, SIG_DFL)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
    _exit(128 + number)
  }
}
