import ArgumentParser
import Glibc
import Interface
import Platform

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
      throw ExitCode((error as? any UserFacingError)?.exitCode ?? EX_SOFTWARE)
    }
  }

  /// What went wrong, in `language`; an error that is not made for people, in English.
  static func message(of error: any Error, in language: Language) -> String {
    (error as? any UserFacingError)?.message(in: language) ?? "\(error)"
  }

  /// Writes what `phrase` says to standard error, in the language of the locale.
  static func tell(_ phrase: Phrase) {
    tell(phrase.string(in: Language(environment: ProcessEnvironment.variables)))
  }

  /// Writes a line to standard error.
  static func tell(_ message: String) {
    let line = Array("rawi: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }
}
