import ArgumentParser

@main
struct Rawi: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rawi", subcommands: [AnalyzeCommand.self])
}
