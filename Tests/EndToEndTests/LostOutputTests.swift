import TestSupport
import Testing

/// What cannot be written is never lost in silence.
@Suite struct LostOutputTests {
  private let annotator: Annotator

  init() throws {
    annotator = try Annotator()
    try annotator.annotate()
  }

  /// Every call that prints: each subcommand, its help, and what the program tells of itself.
  private func calls() throws -> [[String]] {
    let runs = try CommandRun.all.filter { !$0.isOnTerminal && $0.says != nil }.map {
      $0.command + (try $0.arguments(annotator))
    }
    let helps = try CommandTree().choices.keys.sorted { "\($0)" < "\($1)" }.map { $0 + ["--help"] }
    let others = ["bash", "zsh", "fish"].map { ["--generate-completion-script", $0] }
    return runs + helps + others + [
      ["--version"], ["--help"], ["help"], ["--experimental-dump-help"],
      ["analyze", annotator.article, "--dump", "tokens"],
      ["quotes", annotator.article, "--format", "csv"],
      ["quotes", annotator.article, "--format", "json"], ["themes", "dark"],
    ]
  }

  @Test func `a full disk is said with 74 by all that print`() throws {
    for call in try calls() {
      let result = try annotator.run(call, output: .path("/dev/full"))
      #expect(result.status == 74, "\(call)")
      #expect(result.message.contains("standard output cannot be written"), "\(call)")
    }
  }

  @Test func `where nobody reads, all that print end as by SIGPIPE and say nothing`() throws {
    for call in try calls() {
      let result = try annotator.run(call, output: .closedPipe)
      #expect(result.status == 141, "\(call)")
      #expect(result.message == "", "\(call)")
    }
  }

  @Test func `without standard output nothing is written into another file`() throws {
    for call in try calls() {
      let result = try annotator.run(call, output: .nowhere)
      #expect(result.status == 74, "\(call)")
    }
    #expect(try annotator.output("notes").contains("article.txt"))
  }

  @Test(.enabled(if: Volume.isAvailable, "needs to mount a disk"))
  func `a disk that is full in the middle is said`() throws {
    let folder = try TemporaryFolder()
    let volume = try Volume(on: folder, bytes: 8192)
    defer { volume.unmount() }
    let file = try folder.file("out", [])
    let result = try annotator.run(["manual"], output: .path(file))
    #expect(result.status == 74)
    #expect(result.message.contains("No space left"))
    #expect(!(try TemporaryFolder.read(file).isEmpty))
  }
}
