import TestSupport
import Testing

/// What the configuration and the history do to a reader on a terminal.
struct ReadingSessionTests {
  private let folder: TemporaryFolder
  private let article: String

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.folder("rawi")
    article = try folder.file("article.txt", "قال الوزير «نعم» يوم الأحد.\n".utf8)
  }

  /// What the program keeps in the file `name`.
  private func kept(_ name: String) throws -> String {
    String(decoding: try TemporaryFolder.read(folder.path + "/rawi/" + name), as: UTF8.self)
  }

  /// A reader whose configuration, state and data lie in the folder of the test.
  private func reader(configuration: String = "", locale: String = "C.UTF-8") throws
    -> PseudoTerminal
  {
    _ = try folder.file("rawi/config.toml", configuration.utf8)
    let terminal = try PseudoTerminal()
    let own = [
      "XDG_CONFIG_HOME": folder.path, "XDG_STATE_HOME": folder.path, "XDG_DATA_HOME": folder.path,
      "TERM": "xterm-256color", "LC_ALL": locale,
    ]
    try terminal.run(
      BuiltProgram.path("rawi"), [article],
      environment: BuiltProgram.environment.merging(own) { $1 })
    return terminal
  }

  @Test func `keys of the configuration are in force`() throws {
    let terminal = try reader(configuration: "[keys]\nprogram.quit = 'x'\nhelp.show = 'ctrl-e'")
    try terminal.wait(for: "article.txt")
    terminal.send("\u{5}")
    try terminal.wait(for: "close")
    terminal.send("xx")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func `the locale decides the language`() throws {
    let terminal = try reader(locale: "ar_EG.UTF-8")
    // "٪": percent, in Arabic.
    try terminal.wait(for: "٪")
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func `the width of the pane is kept for the next session`() throws {
    var widths: [Int] = []
    for keys in ["++q", "+q", "q"] {
      let terminal = try reader()
      try terminal.wait(for: "article.txt")
      terminal.send(keys)
      #expect(try terminal.waitForEnd() == 0)
      widths.append(try #require(Int(try kept("pane").dropLast())))
    }
    #expect(widths[1] > widths[0] && widths[2] == widths[1])
  }

  @Test func `lines that were typed come back in the next session`() throws {
    let first = try reader()
    try first.wait(for: "article.txt")
    first.send(":set width=40\r:nonsense\rq")
    #expect(try first.waitForEnd() == 0)
    #expect(try kept("history") == ":set width=40\n:nonsense\n")
    let second = try reader()
    let shown = try second.wait(for: "article.txt")
    second.send(":s\u{1B}[A")
    try second.wait(for: "width=40", after: shown)
    second.send("\rq")
    #expect(try second.waitForEnd() == 0)
  }
}
