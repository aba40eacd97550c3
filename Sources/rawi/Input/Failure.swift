import ArgumentParser
import Glibc
import Interface
import Platform

/// Tells a person on standard error what went wrong and what to do.
enum Failure {
  /// Runs `body`; an error becomes a message and an exit status of sysexits.h.
  static func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let code as ExitCode {
      throw code
    } catch let fault as ValidationError {
      // Of the call, as those that are seen before the work begins.
      throw fault
    } catch let error as OutputError where error.isClosedPipe {
      // As the system ends those that do not ask: a shell tells it as 141.
      RunningProgram.end(bySignal: SIGPIPE)
    } catch {
      tell(message(of: error, in: .chosen))
      throw ExitCode((error as? any UserFacingError)?.exitCode ?? EX_SOFTWARE)
    }
  }

  /// What went wrong, in `language`; an error that is not made for people, in English.
  static func message(of error: any Error, in language: Language) -> String {
    (error as? any UserFacingError)?.message(in: language) ?? "\(error)"
  }

  /// Writes what `phrase` says to standard error.
  static func tell(_ phrase: Phrase) { tell(phrase.string(in: .chosen)) }

  /// Writes a line to standard error.
  static func tell(_ message: String) { StandardError.tell(message) }
}
