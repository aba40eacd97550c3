import TestSupport
import Testing

/// A subcommand as a person runs it, with what shows that it did its work.
struct CommandRun: Sendable, CustomTestStringConvertible {
  /// The words of the subcommand; none for the program alone.
  var command: [String]
  /// What follows them.
  var arguments: @Sendable (Annotator) throws -> [String] = { [$0.article] }
  /// Options whose values have tests of their own.
  var excluded: Set<String> = []
  /// Whether it needs a terminal, where `q` ends it.
  var isOnTerminal = false
  /// What it prints, or writes on the terminal, among other things; `nil` where it has nothing to say.
  var says: String?

  var testDescription: String { (["rawi"] + command).joined(separator: " ") }

  /// One run of every subcommand that there is.
  static let all = [
    CommandRun(command: [], isOnTerminal: true, says: "article"),
    CommandRun(command: ["read"], isOnTerminal: true, says: "article"),
    CommandRun(command: ["show"], says: "سامر العلي"),
    CommandRun(command: ["analyze"], says: "سامر"),
    CommandRun(command: ["text"], says: "سامر"),
    CommandRun(command: ["info"], says: "UTF-8"),
    CommandRun(command: ["quotes"], says: "الجسر يربط القرى"),
    CommandRun(
      command: ["find"], arguments: { ["سامر", "--in", $0.shelf] }, says: "سامر"),
    CommandRun(
      command: ["who"], arguments: { ["--in", $0.shelf] }, says: "ليلى الحداد"),
    CommandRun(
      command: ["library"], arguments: { [$0.shelf] }, says: "article.txt"),
    CommandRun(command: ["report"], arguments: { [$0.shelf] }, says: "ليلى الحداد"),
    CommandRun(command: ["export"], says: "ليلى الحداد"),
    CommandRun(
      command: ["import"],
      arguments: {
        [$0.article, "--from", try $0.standoff("a.ann", ("ORG", "وزيرة النقل", ""))]
      }, excluded: ["--format", "--offsets"], says: "1 taken in"),
    CommandRun(
      command: ["merge"],
      arguments: {
        let annotator = $0
        let files = try ["a.ann", "b.ann"].map {
          try annotator.standoff($0, ("ORG", "وزيرة النقل", ""))
        }
        return files + ["--of", $0.article]
      }, says: "kappa\t1.000"),
    CommandRun(command: ["notes"], arguments: { _ in [] }, says: "article.txt"),
    CommandRun(command: ["notes", "list"], arguments: { _ in [] }, says: "article.txt"),
    // A second run would find the file of the first.
    CommandRun(
      command: ["notes", "backup"], arguments: { [$0.folder.path + "/copy.sqlite"] },
      excluded: ["--lang"], says: nil),
    CommandRun(command: ["names"], arguments: { _ in ["--path"] }, says: "names.tsv"),
    CommandRun(command: ["themes"], arguments: { _ in [] }, says: "contrast-dark"),
    CommandRun(command: ["doctor"], arguments: { _ in ["--no-ask"] }, says: "UTF-8"),
    CommandRun(command: ["keys"], arguments: { _ in [] }, says: "[keys]"),
    CommandRun(command: ["manual"], arguments: { _ in [] }, says: ".Dt RAWI 1"),
    CommandRun(command: ["help"], arguments: { _ in ["merge"] }, says: "--of"),
  ]

  /// Runs it, followed by `more`, and gives its status and all that it wrote.
  func run(by annotator: Annotator, _ more: [String] = []) throws -> (status: Int32, said: String) {
    let all = command + (try arguments(annotator)) + more
    guard isOnTerminal else {
      let result = try annotator.run(all)
      return (result.status, result.text + result.message)
    }
    return try runOnTerminal(by: annotator, all)
  }

  /// Runs the program with `all` on a terminal and gives its status and what that got; the reader is
  /// left by `q`.
  func runOnTerminal(
    by annotator: Annotator, _ all: [String]
  ) throws -> (status: Int32, said: String) {
    let terminal = try PseudoTerminal(columns: 100, rows: 30)
    try terminal.run(BuiltProgram.path("rawi"), all, environment: annotator.environment)
    if isOnTerminal {
      try terminal.wait(for: says ?? "\u{1B}[?25l")
      terminal.send("q")
    }
    return (try terminal.waitForEnd(), terminal.text)
  }
}
