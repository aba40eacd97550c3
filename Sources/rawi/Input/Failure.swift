import Annotations
import ArgumentParser
import CursesTerminal
import Documents
import Glibc
import Reader

/// Tells a person on standard error what went wrong and what to do.
enum Failure {
  /// Runs `body`; an error becomes a message and an exit status of sysexits.h.
  static func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let code as ExitCode {
      throw code
    } catch {
      tell("\(error)")
      throw ExitCode(exitCode(of: error))
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
    case is ThemeError, is TOMLError: EX_CONFIG
    case TerminalChoicesFile.Problem.wrongValue: EX_CONFIG
    case is TerminalChoicesFile.Problem: EX_CANTCREAT
    case is EntityFile.Invalid: EX_DATAERR
    case is OutputError: EX_IOERR
    default: EX_SOFTWARE
    }
  }
}
