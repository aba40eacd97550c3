import ArgumentParser
import Platform

@main
struct Rawi: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rawi",
    abstract: "Reads Arabic news in the terminal.",
    discussion: """
      Shows right-to-left text as a newspaper prints it, marks people, organisations, places and
      quotations, and moves between them by keys; ? shows the keys.
      """,
    version: "0.1.0",
    subcommands: [
      ReadCommand.self, ShowCommand.self, AnalyzeCommand.self, QuotesCommand.self,
      ExportCommand.self, ImportCommand.self, MergeCommand.self, NotesCommand.self,
      NamesCommand.self,
      ThemesCommand.self, DoctorCommand.self, KeysCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  static func main() {
    RunningProgram.leaveCrashesAlone()
    main(RunningProgram.arguments)
  }
}
