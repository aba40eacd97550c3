import TestSupport
import Testing

/// Every subcommand of the program, and every value of its options.
struct EveryCommandTests {
  private let annotator: Annotator

  init() throws {
    annotator = try Annotator()
    try annotator.annotate()
  }

  @Test(arguments: CommandRun.all)
  func `a subcommand does its work`(run: CommandRun) throws {
    let result = try run.run(by: annotator)
    #expect(result.status == 0)
    #expect(run.says.map(result.said.contains) ?? result.said.isEmpty)
  }

  @Test func `no subcommand of the program is without a run`() throws {
    let commands = try CommandTree().choices.keys
    #expect(commands.count > 10)
    #expect(Set(CommandRun.all.map(\.command)) == Set(commands))
  }

  @Test(arguments: CommandRun.all)
  func `a subcommand takes each value that its options list`(run: CommandRun) throws {
    let choices = try #require(try CommandTree().choices[run.command])
    for choice in choices where !run.excluded.contains(choice.option) {
      for value in choice.values {
        let result = try run.run(by: annotator, [choice.option, value])
        #expect(result.status == 0, "\(choice.option) \(value): \(result.said)")
      }
    }
  }

  @Test func `every subcommand explains itself`() throws {
    // The help of help is that of the program.
    for command in try CommandTree().choices.keys where command != ["help"] {
      let result = try annotator.run(command + ["--help"])
      #expect(result.status == 0)
      #expect(result.text.contains((["USAGE: rawi"] + command).joined(separator: " ")))
    }
  }
}
