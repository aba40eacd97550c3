import TestSupport
import Testing

/// `rawi find` and `rawi library` as the program.
struct FindCommandTests {
  private let folder: TemporaryFolder
  private let environment: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    environment = BuiltProgram.environment.merging(["XDG_CACHE_HOME": folder.path + "/cache"]) {
      $1
    }
    _ = try folder.folder("news")
    try write("a.txt", "خبر أول\n\nقال الرئيس الفلسطيني محمود عباس إن «السلام قريب» في رام الله.")
    try write("b.txt", "خبر ثان\n\nوصل وزير الخارجية إلى باريس.")
  }

  private func write(_ name: String, _ text: String) throws {
    _ = try folder.file("news/" + name, text.utf8)
  }

  private func run(_ arguments: String...) throws -> ChildProcess.Result {
    try ChildProcess.run(
      BuiltProgram.path("rawi"),
      arguments + (arguments[0] == "find" ? ["--in", folder.path + "/news"] : []),
      environment: environment)
  }

  @Test func `what is found stands in its words, under its file`() throws {
    let lines = try run("find", "السلام").text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("news/a.txt: خبر أول") == true)
    #expect(lines.last?.contains("محمود عباس إن «السلام قريب»") == true)
  }

  @Test func `who said it is found by a part of the name`() throws {
    let found = try run("find", "--said-by", "عباس", "--format", "csv").text.split(
      separator: "\n")
    #expect(found.count == 2)
    #expect(found.last?.contains("السلام قريب") == true)
    #expect(try run("find", "--said-by", "عباس", "--about", "الحرب").status == 1)
  }

  @Test func `a word behind a minus is no option, and an option that there is not is refused`()
    throws
  {
    #expect(try run("find", "خبر", "-السلام").text.contains("b.txt"))
    #expect(try !run("find", "خبر", "-السلام").text.contains("a.txt"))
    #expect(try run("find", "خبر", "--formt", "csv").status == 64)
  }

  @Test func `nothing found is told by the status alone`() throws {
    let result = try run("find", "المريخ")
    #expect((result.status, result.text, result.message) == (1, "", ""))
  }

  @Test(arguments: [
    ["find"], ["find", "-تونس"], ["find", "--said-by", "…"], ["find", "x", "--since", "March"],
    ["find", "x", "--limit", "0"],
  ])
  func `a call that asks for nothing is refused`(arguments: [String]) throws {
    let result = try ChildProcess.run(
      BuiltProgram.path("rawi"), ["find", "--in", folder.path] + arguments.dropFirst(),
      environment: environment)
    #expect(result.status == 64)
  }

  @Test func `what is no folder is told`() throws {
    let result = try run("library", folder.path + "/none")
    #expect(result.status == 66)
    #expect(result.message.contains("no folder"))
  }
}
