import Foundation
import TestSupport
import Testing

/// Which tagger finds names, as a person chooses it.
struct ModelChoiceTests {
  private let annotator: Annotator

  init() throws { annotator = try Annotator() }

  /// What a tagger finds alone, with its probabilities, which no other has.
  private func names(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
    var variables = annotator.environment
    variables["RAWI_MODEL"] = nil
    let result = try ChildProcess.run(
      BuiltProgram.path("rawi"), ["analyze", annotator.article, "--dump", "names"] + arguments,
      environment: variables.merging(environment) { $1 })
    #expect(result.status == 0)
    #expect(result.message == "")
    return result.text
  }

  @Test func `the fast tagger is chosen by the option, the environment or the configuration`()
    throws
  {
    let full = try names()
    let fast = try names("--model", "fast")
    #expect(fast.contains("PER\t"))
    #expect(fast != full)
    #expect(try names(environment: ["RAWI_MODEL": "fast"]) == fast)
    _ = try annotator.folder.folder("rawi")
    _ = try annotator.folder.file("rawi/config.toml", #"model = "fast""#.utf8)
    #expect(try names() == fast)
    #expect(try names(environment: ["RAWI_MODEL": "full"]) == full)
    #expect(try names("--model", "full", environment: ["RAWI_MODEL": "fast"]) == full)
    #expect(try names("--model", "none").isEmpty)
  }

  @Test func `a word that is no model in the configuration is told with those that are`() throws {
    _ = try annotator.folder.folder("rawi")
    _ = try annotator.folder.file("rawi/config.toml", #"model = "quick""#.utf8)
    let result = try annotator.run(["analyze", annotator.article])
    #expect(result.status == 78)
    #expect(result.message.contains("fast, full, none"))
  }

  @Test func `the fast tagger analyses an article with its quotations`() throws {
    let text = try annotator.output("analyze", "--model", "fast", annotator.article)
    #expect(text.contains("ليلى الحداد"))
    #expect(text.contains("سامر العلي"))
  }

  @Test func `a student of another tagger is told with what to do`() throws {
    var bytes = try Data(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/CAnalysisData/fast.bin"))
    let own = try annotator.folder.file("own.bin", bytes)
    #expect(try names("--model", own) == names("--model", "fast"))
    bytes[80] ^= 1
    let other = try annotator.folder.file("other.bin", bytes)
    let result = try annotator.run(["analyze", "--model", other, annotator.article])
    #expect(result.status == 0)
    #expect(result.message.contains("other.bin shares layers with the tagger"))
    #expect(result.message.contains("train it anew"))
  }
}
