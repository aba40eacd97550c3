import ArgumentParser
import Glibc
import Interface
import Platform

@main
struct Rawi: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rawi",
    abstract: "Reads Arabic news in the terminal.",
    usage: """
      rawi [FILE ...] [--sample] [<options>]
      rawi <subcommand> ...
      """,
    discussion: """
      Shows right-to-left text as a newspaper prints it, marks people, organisations, places and \
      quotations, and moves between them by keys; ? shows the keys.
      """,
    version: Version.text,
    subcommands: [
      ReadCommand.self, ShowCommand.self, TextCommand.self, InfoCommand.self, AnalyzeCommand.self,
      QuotesCommand.self, FindCommand.self, WhoCommand.self, LibraryCommand.self,
      ReportCommand.self,
      ExportCommand.self, ImportCommand.self, MergeCommand.self, NotesCommand.self,
      NamesCommand.self,
      ThemesCommand.self, DoctorCommand.self, KeysCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  static func main() {
    RunningProgram.leaveCrashesAlone()
    StandardDescriptors.hold()
    // A file that may not grow any more (`ulimit -f`) fails to be written, as on a full disk, and does
    // not end the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      let arguments = RunningProgram.arguments
      EarlyWalk.begin(arguments)
      var command = try command(arguments)
      try command.run()
    } catch {
      Glibc.exit(status(after: error))
    }
  }

  /// The command that `arguments` call.
  ///
  /// Parsed from here, a call would have the options of this command and of the default one looked at first, and
  /// its own three times, which takes as long as to answer most of them. Whatever is no call of the one that is
  /// meant, as a wrong one or one for help, is parsed so.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    let named = configuration.subcommands.first { $0._commandName == arguments.first }
    let command = try? named?.parseAsRoot(Array(arguments.dropFirst()))
    if let command, type(of: command) == named { return command }
    return try parseAsRoot(arguments)
  }

  /// What is printed for `text`, the answer of swift-argument-parser to a call.
  ///
  /// Only what that needs is made: to describe all commands takes as long as all else together.
  private static func asked(_ text: String) throws -> String {
    if text == Version.text { return text }
    if CompletionScript.isAsked {
      return CompletionScript(text, of: try CommandReference(of: Rawi.self)).text
    }
    return try HelpPage.localised(text)
  }

  /// `text`, which quotes arguments of the call, with each of them in one line.
  private static func withArgumentsInLines(_ text: String) -> String {
    let arguments = RunningProgram.arguments.filter { $0.contains(where: \.isNewline) }
    let quoted = arguments.flatMap { argument in
      // Of `--option=value` the parser quotes one part.
      [argument] + argument.split(separator: "=", maxSplits: 1).map(String.init)
    }
    return quoted.reduce(text) { text, argument in
      text.replacing("'\(argument)'", with: "'\(TerminalControls.picturedOnOneLine(argument))'")
    }
  }

  /// What is said of a wrong call for which swift-argument-parser has `text`, `message` and more.
  private static func refused(_ text: String, message: String) -> String {
    guard Language.chosen.code == .arabic, let reference = try? CommandReference(of: Rawi.self)
    else { return text }
    return CallFault(text, message: message, of: reference).text
  }

  /// Prints what `error` asks for, as help, or says what is wrong with the call.
  ///
  /// - Returns: the exit status.
  private static func status(after error: any Error) -> Int32 {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    guard !text.isEmpty else { return code.rawValue }
    guard code.isSuccess else {
      let message = withArgumentsInLines(message(for: error))
      StandardError.write(refused(withArgumentsInLines(text), message: message) + "\n")
      return code.rawValue
    }
    do {
      try Failure.reporting {
        let output = StandardOutput()
        try output.line(try asked(text))
        try output.finish()
      }
      return code.rawValue
    } catch {
      return exitCode(for: error).rawValue
    }
  }
}
