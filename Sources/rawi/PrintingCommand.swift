import ArgumentParser
import Interface
import Platform

/// A subcommand that prints.
///
/// What it prints goes through the output that it is given, and nowhere else: there it becomes safe for
/// the terminal, and what could not be written ends the program with a message and 74.
protocol PrintingCommand: ParsableCommand {
  /// Whether plain text and values of tables keep their controls in a file or a pipe.
  var isRaw: Bool { get }

  /// Does the work of the command and prints what there is to say.
  func run(printingTo output: StandardOutput) throws
}

extension PrintingCommand {
  var isRaw: Bool { false }

  func run() throws {
    try Failure.reporting {
      let output = StandardOutput(isRaw: isRaw)
      do {
        try run(printingTo: output)
      } catch let error as OutputError {
        throw error
      } catch {
        // What was printed until then stands before the message.
        try output.flush()
        throw error
      }
      try output.finish()
    }
  }
}

/// What the manual tells of tables.
enum TableForm {
  /// Of those with tabs.
  static let tabs = """
    Columns stand between tabs. In a column a backslash is \\\\, a tab \\t, the end of a line \\n or \\r, and \
    another control character \\u with its number in four hexadecimal digits.
    """
  /// Of those with commas.
  static let commas = """
    In csv, a value that a spreadsheet would take for a formula, as it begins with =, +, - or @ or one of \
    their wide or small forms, behind whatever is not seen, or with a tab or the end of a line, has an \
    apostrophe put before it.
    """
}

/// How a command prints words that are not its own.
struct RawOption: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Leave control characters of texts and names in what goes to a file or a pipe; without it, plain "
        + "text and CSV go without. A terminal is shown pictures of them either way."))
  var raw = false
}
