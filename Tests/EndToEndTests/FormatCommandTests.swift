import TestSupport
import Testing

/// Every command that reads an article reads all formats, from a file and from a pipe.
@Suite struct FormatCommandTests {
  private static let words = "قالت الوزيرة ليلى الحداد: «الجسر يربط القرى بالمدينة»."
  private static let list = "{\"title\": \"خبر\", \"lead\": \"\(words)\"}\nlost\n"

  @Test func `a command takes articles in JSON as it takes text`() throws {
    let annotator = try Annotator()
    let path = try annotator.folder.file("a.jsonl", Self.list.utf8)
    for command in ["text", "show", "quotes", "info"] {
      let result = try annotator.run([command, "--field", "lead", path])
      #expect(result.status == 0, "\(command)")
      #expect(result.text.contains(command == "info" ? "jsonl" : "الجسر"), "\(command)")
      #expect(!result.text.contains("\"lead\""), "\(command)")
      #expect(result.message.contains("2"), "the line that is lost, by \(command)")
    }
    // What the analysis prints is a line each.
    let lines = try annotator.run(["analyze", "--field", "lead", path]).text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("الجسر") == true)
    #expect(lines.last?.hasPrefix(#"{"id":"line 2","error":"#) == true)
    let unnamed = try annotator.run(["text", path])
    #expect(unnamed.status == 65 && unnamed.message.contains("--field"))
  }

  @Test(arguments: [
    "######OpenITI#\n#META#Header#End#\n# \(words)\n",
    "1\n00:00:01,000 --> 00:00:02,000\n\(words)\n",
    "{\"text\": \"\(words)\"}\n", "<!DOCTYPE html><html><body><p>\(words)</p></body></html>",
    "<rss><channel><item><description>\(words)</description></item></channel></rss>",
  ]) func `what is piped in is read as what it holds`(content: String) throws {
    let annotator = try Annotator()
    let result = try ChildProcess.run(
      BuiltProgram.path("rawi"), ["text", "-"], input: Array(content.utf8),
      environment: annotator.environment)
    // An item without a title has its number above it.
    #expect([Self.words + "\n", "1\n" + Self.words + "\n"].contains(result.text))
  }

  @Test func `a converter of the configuration reads a file, and a mistake in it is told`() throws {
    let annotator = try Annotator()
    let path = try annotator.folder.file("a.rtf", "x".utf8)
    let folder = try annotator.folder.folder("rawi")
    let file = folder + "/config.toml"
    var environment = annotator.environment
    environment["XDG_CONFIG_HOME"] = annotator.folder.path
    func run(_ configuration: String) throws -> ChildProcess.Result {
      try TemporaryFolder.write(Array(configuration.utf8), to: file)
      return try ChildProcess.run(
        BuiltProgram.path("rawi"), ["text", path], environment: environment)
    }
    #expect(
      try run("[open]\n\"*.rtf\" = [\"printf\", \"<p>كلام</p>%.0s\", \"{}\"]").text == "كلام\n")
    let missing = try run("[open]\n\"*.rtf\" = [\"/none/such\", \"{}\"]")
    #expect(missing.status == 69 && missing.message.contains("/none/such"))
    #expect(try run("[open]\n\"*.rtf\" = \"pandoc\"").status == 78)
  }
}
