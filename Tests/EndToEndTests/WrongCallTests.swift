import TestSupport
import Testing

/// Calls that the program cannot understand, as a person who reads Arabic is told of them.
struct WrongCallTests {
  private static let program = BuiltProgram.path("rawi")

  private func refused(_ call: [String]) throws -> String {
    let result = try ChildProcess.run(
      Self.program, call,
      environment: BuiltProgram.environment.merging(["LC_ALL": "ar_EG.UTF-8"]) { $1 })
    #expect(result.status == 64)
    #expect(result.text.isEmpty)
    return result.message
  }

  /// What is English in the answers of the parser of calls.
  private static let english = [
    "Error", "Usage", "Help:", "See", "nknown", "issing", "nvalid", "nexpected", "Did you", "lease",
    "takes", "Can't", "without", "<options>",
  ]

  @Test(
    arguments: [
      ("read --widht 3", ["--widht", "--width"]), ("-x", ["-x"]), ("show --width", ["--width"]),
      ("show --width abc", ["abc", "--width"]), ("show --width 1", ["--width", "20", "400"]),
      ("show --line-spacing 9", ["--line-spacing", "1", "4"]),
      ("show --format nix", ["nix", "--format", "text", "html"]),
      ("analyze --dump nix", ["nix", "--dump", "tokens", "levels", "lines"]),
      ("show --plain=3", ["--plain", "3"]), ("show --plain --format html", ["--plain"]),
      ("show --plain --color always", ["--plain"]), ("keys more", ["more"]),
      ("keys more and yet", ["more", "and", "yet"]), ("merge", ["<first>"]),
      ("import x", ["--from", "<notes>"]), ("-%", ["-%"]), ("---x", ["---x"]),
      ("notes frob", ["frob"]), ("notes backup", ["<file>"]), ("quotes", ["<files>"]),
      ("--generate-completion-script nix", ["nix", "fish"]),
      ("--generate-completion-script", ["fish"]),
    ])
  func `it is said in Arabic, with what to do`(call: String, told: [String]) throws {
    let said = try refused(call.split(separator: " ").map(String.init))
    #expect(said.hasPrefix("خطأ: "))
    for word in told { #expect(said.contains(word), "\(word): \(said)") }
    for word in Self.english { #expect(!said.contains(word), "\(word): \(said)") }
    #expect(!said.contains("\u{2068}"))
  }

  @Test func `every command tells how it is called, and where its help is`() throws {
    for command in try CommandTree().choices.keys where command != ["help"] {
      let said = try refused(command + ["--no-such-option"])
      let call = (["rawi"] + command).joined(separator: " ")
      // What is missing is told first.
      #expect(said.contains("لا خيار باسم --no-such-option") || said.contains("خطأ: ينقص الأمر"))
      #expect(said.contains("الاستعمال: \(call) "), "\(said)")
      #expect(said.contains("\(call) --help"), "\(said)")
      #expect(!said.contains("See"))
    }
  }

  @Test func `each command takes the language, and its help is that of the command`() throws {
    for command in try CommandTree().options where command.key != ["help"] {
      if command.key.isEmpty || command.key == ["notes"] { continue }
      #expect(command.value.contains("--lang"), "\(command.key)")
    }
    let help = try ChildProcess.run(Self.program, ["notes", "--lang", "ar", "--help"]).text
    #expect(help.contains("rawi notes [") && help.contains("backup"), "\(help)")
    #expect(!help.contains("rawi notes list"))
    let english = try ChildProcess.run(Self.program, ["notes", "--lang", "en", "--help"]).text
    #expect(english == (try ChildProcess.run(Self.program, ["notes", "--help"]).text))
  }
}
