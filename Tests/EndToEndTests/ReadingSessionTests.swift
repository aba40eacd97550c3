import Foundation
import TestSupport
import Testing

/// What the configuration and the history do to a reader on a terminal.
struct ReadingSessionTests {
  private let folder: URL
  private let article: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "rawi"), withIntermediateDirectories: true)
    article = folder.appending(path: "article.txt").path
    try Data("قال الوزير «نعم» يوم الأحد.\n".utf8).write(to: URL(filePath: article))
  }

  /// A reader whose configuration, state and data lie in the folder of the test.
  private func reader(configuration: String = "", locale: String = "C.UTF-8") throws
    -> PseudoTerminal
  {
    try Data(configuration.utf8).write(to: folder.appending(path: "rawi/config.toml"))
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
    defer { try? FileManager.default.removeItem(at: folder) }
    let terminal = try reader(configuration: "[keys]\nprogram.quit = 'x'\nhelp.show = 'ctrl-e'")
    try terminal.wait(for: "article.txt")
    terminal.send("\u{5}")
    try terminal.wait(for: "closes")
    terminal.send("xx")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func `the locale decides the language`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let terminal = try reader(locale: "ar_EG.UTF-8")
    // "٪": percent, in Arabic.
    try terminal.wait(for: "٪")
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func `the width of the pane is kept for the next session`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var widths: [Int] = []
    for keys in ["++q", "+q", "q"] {
      let terminal = try reader()
      try terminal.wait(for: "article.txt")
      terminal.send(keys)
      #expect(try terminal.waitForEnd() == 0)
      let kept = try String(contentsOf: folder.appending(path: "rawi/pane"), encoding: .utf8)
      widths.append(try #require(Int(kept.dropLast())))
    }
    #expect(widths[1] > widths[0] && widths[2] == widths[1])
  }

  @Test func `lines that were typed come back in the next session`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try reader()
    try first.wait(for: "article.txt")
    first.send(":set width=40\r:nonsense\rq")
    #expect(try first.waitForEnd() == 0)
    let history = try String(contentsOf: folder.appending(path: "rawi/history"), encoding: .utf8)
    #expect(history == ":set width=40\n:nonsense\n")
    let second = try reader()
    let shown = try second.wait(for: "article.txt")
    second.send(":s\u{1B}[A")
    try second.wait(for: "width=40", after: shown)
    second.send("\rq")
    #expect(try second.waitForEnd() == 0)
  }
}
