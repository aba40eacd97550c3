import Foundation
import TestSupport
import Testing

/// The commands that README.md and the manual show are run as they stand.
struct DocumentationTests {
  /// The folder of the package.
  private static let package = #filePath.split(separator: "/").dropLast(3)
    .map { "/" + $0 }.joined()

  /// The pages that tell of commands: those of the catalogues, and what people meet on the way in.
  private static let pages =
    ["README.md"]
    + [
      ".github", ".github/ISSUE_TEMPLATE", "Sources/rawi/Rawi.docc",
      "Sources/ArabicAnalysis/ArabicAnalysis.docc",
    ].flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: package + "/" + folder)) ?? [])
        .filter { $0.hasSuffix(".md") || $0.hasSuffix(".yml") }.sorted().map { folder + "/" + $0 }
    }

  private let annotator: Annotator

  init() throws {
    annotator = try Annotator()
    try annotator.annotate()
  }

  private static func text(of page: String) throws -> String {
    String(decoding: try TemporaryFolder.read(package + "/" + page), as: UTF8.self)
  }

  /// The calls of the program in `page`: in blocks one a line up to the gap before what it does, and in
  /// running text between backquotes.
  private static func calls(in page: String) throws -> [String] {
    var calls: [String] = []
    var isBlock = false
    for line in try text(of: page).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isBlock.toggle() }
      if isBlock {
        let call = line.components(separatedBy: "  ")[0].components(separatedBy: " #")[0]
        if call.hasPrefix("rawi ") { calls.append(call) }
      } else {
        let spans = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        calls += spans.filter { $0.offset % 2 == 1 && $0.element.hasPrefix("rawi ") }
          .map { String($0.element) }
      }
    }
    return calls
  }

  /// What stands for something of the person's own, and what the test has for it.
  private func values() throws -> [String: [String]] {
    let one = try annotator.standoff("one.ann", ("PER", "ليلى الحداد", ""))
    let two = try annotator.standoff("two.ann", ("PER", "ليلى الحداد", ""))
    let found = try annotator.folder.file(
      "found.json", try annotator.output("analyze", annotator.article).utf8)
    let names = try annotator.folder.file("own.tsv", "الزهراء\tLOC\n".utf8)
    let lines = try annotator.folder.file(
      "news.jsonl", #"{"id": 7, "text": "قالت ليلى الحداد إن الجسر يربط القرى."}"#.utf8)
    let folder = try annotator.folder.folder("articles")
    return [
      "FILE…": [annotator.article], "FILE": [annotator.article], "NOTES": [one], "A": [one],
      "B": [two], "JSON": [found], "LIST": [names],
      "news.jsonl": [lines], "FOLDER…": [folder], "OUT": [annotator.folder.path + "/out.jsonl"],
      "COPY": [annotator.folder.path + "/copy.sqlite"],
      "STAGE": ["lines"], "FORMAT": ["brat"], "MODE": ["auto"], "COLUMNS": ["60"], "ROWS": ["2"],
      "NAME": ["paper"], "NAME|FILE": ["paper"], "*.txt": [annotator.article], "GOLD.json": [found],
    ]
  }

  /// The arguments of a call as it is shown: brackets around what may be left out are taken away, of
  /// words to choose from the first is taken, what follows a pipe, > or … is left out.
  private func arguments(
    of call: String, _ values: [String: [String]]
  ) -> [String] {
    var result: [String] = []
    for word in call.split(separator: " ").dropFirst() {
      if ["|", ">", "<"].contains(word) { break }
      let bare = word.filter { !"[]".contains($0) }
      if let value = values[bare] {
        result += value
      } else {
        result.append(String(bare.split(separator: "|").first ?? ""))
      }
    }
    return result
  }

  /// Options that every command has, and that print what was asked for.
  private static let questions = ["--help", "--version", "--generate-completion-script"]

  @Test(arguments: pages) func `every command of a page is one of the program`(page: String) throws
  {
    let (values, tree) = (try values(), try CommandTree())
    let general = try annotator.run(["--help"]).text
    for call in try Self.calls(in: page) where !call.contains("COMMAND") {
      let arguments = arguments(of: call, values)
      let command = tree.options[[arguments[0]]] == nil ? [] : [arguments[0]]
      let help = try annotator.run(command + ["--help"]).text + general
      let options = arguments.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
      for option in options where !Self.questions.contains(option) {
        #expect(help.contains(option), "\(page): \(call)")
      }
      try run(arguments, of: command, in: page, call)
    }
  }

  /// Runs a call; one that is shown without what it needs, or that asks the person, is left alone.
  private func run(
    _ arguments: [String], of command: [String], in page: String, _ call: String
  ) throws {
    let isReader = command.isEmpty && !arguments.contains(where: Self.questions.contains)
    let hasFile = arguments.contains {
      $0 == "--sample" || $0 == annotator.article || $0.hasSuffix(".jsonl")
    }
    if command == ["doctor"] || (command == ["import"] && !arguments.contains("--from")) { return }
    if isReader {
      let terminal = try PseudoTerminal(columns: 100, rows: 40)
      try terminal.run(
        BuiltProgram.path("rawi"), arguments + (hasFile ? [] : [annotator.article]),
        environment: annotator.environment)
      try terminal.wait(for: "\u{1B}[?25l")
      terminal.send("q")
      #expect(try terminal.waitForEnd() == 0, "\(page): \(call)")
    } else {
      let needsFile = ["show", "analyze", "quotes", "export"].contains(command.first) && !hasFile
      let result = try annotator.run(arguments + (needsFile ? [annotator.article] : []))
      #expect(result.status == 0, "\(page): \(call): \(result.message)")
    }
  }

  @Test func `the pages show commands`() throws {
    #expect(try Self.pages.flatMap(Self.calls).count > 30)
  }
}
