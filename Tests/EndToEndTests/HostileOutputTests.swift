import TestSupport
import Testing

/// Nothing that a text, a name or a file holds steers the terminal of a person who runs a subcommand,
/// whichever, with whichever format.
@Suite struct HostileOutputTests {
  private let annotator: Annotator

  init() throws {
    annotator = try .hostile()
    let notes = try annotator.hostileNotes("own.json")
    #expect(try annotator.run(["import", annotator.article, "--from", notes]).status == 0)
  }

  /// The run of a command with hostile files.
  private func arguments(_ run: CommandRun) throws -> [String] {
    switch run.command.first {
    case "import":
      [annotator.article, "--from", try annotator.hostileNotes("more\(HostileWords.each[0]).json")]
    case "merge":
      try ["one", "two"].map { name in
        let standoff = "T1\tPER 17 28\tx\(HostileWords.all)\nT2\tPER 0 4\tقالت\n#1\tNote T2\t"
        return try annotator.folder.file(
          "\(name)\(HostileWords.each[1]).ann", (standoff + HostileWords.all + "\n").utf8)
      } + ["--of", annotator.article]
    case "names": []
    default: try run.arguments(annotator)
    }
  }

  /// Each value of the options of a command, and none.
  ///
  /// Of an option that several commands have in common, only those of the first are taken, unless it
  /// says what is printed.
  private func variants(_ run: CommandRun) throws -> [[String]] {
    let tree = try CommandTree()
    let earlier = CommandRun.all.prefix { $0.command != run.command }.filter { !$0.isOnTerminal }
    let known = Set(earlier.flatMap { tree.choices[$0.command] ?? [] }.map(\.option))
    let choices = try #require(tree.choices[run.command]).filter { choice in
      guard !run.excluded.contains(choice.option) else { return false }
      return ["--format", "--dump", "--color"].contains(choice.option)
        || !known.contains(choice.option)
    }
    return [[]] + choices.flatMap { choice in choice.values.map { [choice.option, $0] } }
  }

  /// What the text of the article itself holds, for the forms whose offsets demand each character.
  private func kept(_ run: CommandRun, _ options: [String]) -> Set<Unicode.Scalar> {
    run.command == ["text"] || ["brat", "conll"].contains(options.last)
      ? Set(annotator.text.unicodeScalars) : []
  }

  @Test(arguments: CommandRun.all.filter { !$0.isOnTerminal })
  func `in a file or a pipe nothing steers a terminal`(run: CommandRun) throws {
    for options in try variants(run) {
      let result = try annotator.run(run.command + (try arguments(run)) + options)
      #expect(HostileWords.strays(in: result.text, keeping: kept(run, options)) == [], "\(options)")
      #expect(HostileWords.strays(in: result.message) == [], "\(options)")
    }
  }

  @Test(arguments: CommandRun.all.filter { !$0.isOnTerminal })
  func `on a terminal nothing steers it`(run: CommandRun) throws {
    for options in try variants(run) {
      let all = run.command + (try arguments(run)) + options
      let said = try run.runOnTerminal(by: annotator, all).said
      #expect(HostileWords.strays(in: said) == [], "\(options)")
    }
  }

  @Test(arguments: CommandRun.all)
  func `a value that is wrong is told without its controls`(run: CommandRun) throws {
    let tree = try CommandTree()
    let earlier = CommandRun.all.prefix { $0.command != run.command }
    let known = Set(earlier.flatMap { tree.options[$0.command] ?? [] })
    let options = try #require(tree.options[run.command])
    let word = "x\nrawi: " + HostileWords.all
    let wrong = options.filter { !known.contains($0) || $0 == "--format" }.map { [$0, word] }
    for arguments in [[word], ["--" + word]] + wrong {
      let result = try annotator.run(run.command + (try self.arguments(run)) + arguments)
      #expect(HostileWords.strays(in: result.text + result.message) == [], "\(arguments)")
    }
  }

  @Test func `a message about a path is one line`() throws {
    let result = try annotator.run(["show", "a\nrawi: all is well"])
    #expect(result.status == 66)
    #expect(result.message.split(separator: "\n").count == 1)
    #expect(result.message.contains("a␊rawi: all is well"))
  }

  @Test func `a name with the end of a line makes no line of its own`() throws {
    let name = "a\nrawi: all is well.txt"
    let shelf = try annotator.folder.folder("shelf")
    let article = try annotator.folder.file("shelf/" + name, Annotator.text.utf8)
    for arguments in [
      ["find", "الجسر", "--in", shelf], ["quotes", article, annotator.article],
      ["show", article, article], ["show", "--width=20\nrawi: all is well", article],
      ["quotes", "--format", "x\nrawi: all is well", article], ["library", shelf],
      ["who", "--in", shelf],
      ["info", article],
    ] {
      let result = try annotator.run(arguments)
      let lines = (result.text + result.message).split(whereSeparator: \.isNewline)
      #expect(!lines.isEmpty)
      #expect(!lines.contains { $0.hasPrefix("rawi: all is well") }, "\(arguments)")
    }
  }

  @Test(arguments: ["--format csv", "--format text"])
  func `raw output keeps the controls of a text in a file and never on a terminal`(
    format: String
  ) throws {
    let all =
      ["quotes", annotator.article, "--raw"] + format.split(separator: " ").map(String.init)
    let result = try annotator.run(all)
    #expect(result.text.contains("\u{1B}]52;c;"))
    let run = CommandRun(command: ["quotes"])
    #expect(HostileWords.strays(in: try run.runOnTerminal(by: annotator, all).said) == [])
  }

  @Test func `on a terminal a control is seen as a picture`() throws {
    let run = CommandRun(command: ["quotes"])
    let said = try run.runOnTerminal(by: annotator, ["quotes", annotator.article]).said
    for picture in ["␛]52;c;", "<U+009B>2J"] {
      #expect(said.contains(picture), "\(picture)")
    }
  }

  @Test func `a form with offsets keeps each character of the text in a file`() throws {
    let result = try annotator.run(["export", annotator.article, "--format", "brat"])
    #expect(result.text.contains("\u{1B}]52;c;"))
  }

  @Test func `the terminal in the reader gets none of it`() throws {
    let run = try #require(CommandRun.all.first { $0.command == ["read"] })
    for files in [[annotator.article], [annotator.article, "none" + HostileWords.all]] {
      let said = try CommandRun(command: run.command, isOnTerminal: true, says: "art")
        .runOnTerminal(by: annotator, run.command + files).said
      for trace in [
        "\u{1B}]52;", "\u{1B}]0;", "\u{1B}[6n", "\u{9B}", "\u{9D}", "\u{202E}", "\u{90}",
      ] {
        #expect(!said.unicodeScalars.contains(trace.unicodeScalars), "\(trace.debugDescription)")
      }
    }
  }

  @Test func `mutated articles and annotations steer no terminal either`() throws {
    for seed in Fuzz.seeds(3) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let text = generator.mutated(Array(annotator.text.utf8))
      let article = try annotator.folder.file(
        "m\(generator.text(6).filter { $0 != "/" }).txt", text)
      let notes = try annotator.hostileNotes("m.json")
      let changed = generator.mutated(try TemporaryFolder.read(notes))
      let import_ = try annotator.folder.file("n\(seed).json", changed)
      for all in [
        ["import", article, "--from", import_], ["quotes", article],
        ["quotes", article, "--format", "csv"], ["quotes", article, "--format", "json"],
        ["export", article, "--format", "csv"], ["export", article, "--format", "markdown"],
        ["export", article, "--format", "w3c"], ["analyze", article, "--dump", "entities"],
        ["show", article, "--color", "always"], ["notes"],
      ] {
        let result = try annotator.run(all)
        #expect(HostileWords.strays(in: result.text + result.message) == [], "\(seed) \(all)")
      }
    }
  }
}
