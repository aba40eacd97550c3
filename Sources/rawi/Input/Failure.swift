import Annotations
import ArgumentParser
import CursesTerminal
import Documents
import Glibc
import Interface
import Reader
import ReaderRuntime

/// Tells a person on standard error what went wrong and what to do.
enum Failure {
  /// Runs `body`; an error becomes a message in `language`, or else in that of the locale, and an exit
  /// status of sysexits.h.
  static func reporting<Result>(
    in language: Language = Language(environment: ProcessEnvironment.variables),
    _ body: () throws -> Result
  ) throws -> Result {
    // A file that may not grow any more (`ulimit -f`) fails to be written, as on a full disk, and does
    // not end the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      return try body()
    } catch let code as ExitCode {
      throw code
    } catch {
      tell(message(of: error, in: language))
      throw ExitCode(exitCode(of: error))
    }
  }

  /// What went wrong, in `language` where the message has a twin.
  static func message(of error: any Error, in language: Language) -> String {
    switch error {
    case let error as ConfigurationError: error.message(in: language)
    case let error as ThemeError: error.message(in: language)
    case let error as TOMLError: error.message(in: language)
    case let error as TerminalChoicesFile.Problem: error.message(in: language)
    case let error as DocumentError: error.phrase.string(in: language)
    case let error as TerminalError: error.phrase.string(in: language)
    default: "\(error)"
    }
  }

  /// Writes a line to standard error.
  static func tell(_ message: String) {
    let line = Array("rawi: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }

  private static func exitCode(of error: any Error) -> Int32 {
    switch error {
    case let error as TerminalError: error.exitCode
    case let error as DocumentError: error.exitCode
    case is ExchangeError, is AnnotationFile.UnknownFormat: EX_DATAERR
    case is StoreError: EX_CANTCREAT
    case is ThemeError, is TOMLError, is ConfigurationError: EX_CONFIG
    case TerminalChoicesFile.Problem.wrongValue: EX_CONFIG
    case is TerminalChoicesFile.Problem: EX_CANTCREAT
    case is EntityFile.Invalid: EX_DATAERR
    case let error as OwnNamesFailure: error.reason == nil ? EX_NOINPUT : EX_DATAERR
    case is OutputError: EX_IOERR
    default: EX_SOFTWARE
    }
  }
}
