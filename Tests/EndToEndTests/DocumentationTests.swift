import Foundation
import TestSupport
import Testing

/// The commands that README.md and the manual show are run as they stand.
struct DocumentationTests {
  private let annotator: Annotator

  init() throws {
    annotator = try Annotator()
    try annotator.annotate()
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
    let news = try annotator.folder.folder("news")
    _ = try annotator.folder.file(
      "news/a.txt", "قال الرئيس: «الجسر يربط القرى». وقال غوتيريش إن وقف إطلاق النار قريب.\n".utf8)
    return [
      "FILE…": [annotator.article], "FILE": [annotator.article], "NOTES": [one], "A": [one],
      "B": [two], "JSON": [found], "LIST": [names],
      "news.jsonl": [lines], "FOLDER…": [folder], "FOLDER": [news], "news": [news],
      "WORDS": ["الجسر"], "'وقف إطلاق النار'": ["وقف إطلاق النار"],
      "OUT": [annotator.folder.path + "/out.jsonl"],
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
    for word in call.matches(of: /'[^']*'|\S+/).map(\.output).dropFirst() {
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

  @Test(arguments: DocumentedCommands.pages) func `every command of a page is one of the program`(
    page: String
  ) throws {
    let (values, tree) = (try values(), try CommandTree())
    let general = try annotator.run(["--help"]).text
    for call in try DocumentedCommands.calls(in: page) where !call.contains("COMMAND") {
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
    if [["find"], ["who"], ["library"]].contains(command) && arguments.count == 1 { return }
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
    #expect(try DocumentedCommands.pages.flatMap(DocumentedCommands.calls).count > 30)
  }
}
