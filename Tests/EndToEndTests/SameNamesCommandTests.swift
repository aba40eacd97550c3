import TestSupport
import Testing

/// `rawi names --join`, `--separate` and `--undo` as the program, and what `rawi find` makes of them.
struct SameNamesCommandTests {
  private let folder: TemporaryFolder
  private let environment: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    environment = BuiltProgram.environment.merging([
      "XDG_CACHE_HOME": folder.path + "/cache", "XDG_DATA_HOME": folder.path + "/data",
    ]) { $1 }
    _ = try folder.folder("news")
    _ = try folder.file(
      "news/a.txt", "قال الرئيس الفلسطيني محمود عباس إن «السلام قريب» في رام الله.".utf8)
    _ = try folder.file(
      "news/b.txt", "قال وزير الخارجية رياض المالكي إن «الحرب بعيدة» في باريس.".utf8)
  }

  private func run(_ arguments: String...) throws -> ChildProcess.Result {
    try ChildProcess.run(BuiltProgram.path("rawi"), arguments, environment: environment)
  }

  private func files(saidBy name: String, _ more: String...) throws -> [String] {
    let found = try ChildProcess.run(
      BuiltProgram.path("rawi"),
      ["find", "--said-by", name, "--format", "csv", "--in", folder.path + "/news"] + more,
      environment: environment)
    return found.text.split(separator: "\n").dropFirst().map {
      String($0.prefix { $0 != "," }.suffix(5))
    }.sorted()
  }

  @Test func `who has two names is found by either until that is taken back`() throws {
    #expect(try files(saidBy: "محمود عباس") == ["a.txt"])
    let said = try run("names", "--join", "محمود عباس", "رياض المالكي")
    #expect((said.status, said.text) == (0, "same\tمحمود عباس\tرياض المالكي\n"))
    #expect(try files(saidBy: "رياض المالكي") == ["a.txt", "b.txt"])
    #expect(try files(saidBy: "رياض المالكي", "--own-names", "off") == ["b.txt"])
    #expect(try run("names", "--separate", "محمود عباس", "رياض المالكي").status == 0)
    #expect(try files(saidBy: "محمود عباس") == ["a.txt"])
    #expect(try run("names", "--same").text.split(separator: "\n").count == 2)
    #expect(try run("names", "--undo").text == "other\tمحمود عباس\tرياض المالكي\n")
    #expect(try files(saidBy: "محمود عباس") == ["a.txt", "b.txt"])
    #expect(try run("names", "--undo").status == 0)
    #expect(try files(saidBy: "محمود عباس") == ["a.txt"])
    #expect(try run("names", "--undo").status == 65)
  }

  @Test(arguments: [
    ["--join", "عباس"], ["--join", "عباس", "…"], ["--separate", "\u{202E}"], ["--undo", "--same"],
    ["--join", "أحمد علي", "احمد  عليّ"], ["--join", "أ", "ب", "--undo"],
    ["--same", "--forget", "أ"],
  ])
  func `a call that says nothing is refused`(arguments: [String]) throws {
    let result = try ChildProcess.run(
      BuiltProgram.path("rawi"), ["names"] + arguments, environment: environment)
    #expect(result.status == 64)
  }

  @Test func `a name of any characters stays one line, and what cannot be used is told`() throws {
    let name = "محمود\u{1B}[31m\nعباس\u{0085}\t#x"
    #expect(try run("names", "--join", name, "أبو مازن").status == 0)
    let said = try run("names", "--same")
    #expect(said.text.split(separator: "\n").count == 1)
    #expect(!said.text.contains("\u{1B}"))
    let path = try run("names", "--same", "--path").text.dropLast()
    try TemporaryFolder.write(Array("same\tone\n".utf8), to: String(path))
    let arabic = try run("names", "--same", "--lang", "ar")
    #expect(arabic.status == 0)
    #expect(arabic.message.contains("السطر"))
    #expect(try run("find", "السلام", "--in", folder.path + "/news").message.contains("line 1"))
  }

  @Test func `what cannot be kept is told`() throws {
    let blocked = environment.merging(["XDG_DATA_HOME": "/proc/none"]) { $1 }
    let result = try ChildProcess.run(
      BuiltProgram.path("rawi"), ["names", "--join", "أ ب", "ج د"], environment: blocked)
    #expect(result.status != 0)
    #expect(!result.message.isEmpty)
  }
}
