import Glibc
import TestSupport
import Testing

/// Several files, files that change, and the editor, on the real program.
@Suite(.enabled(if: Tmux.path != nil, "needs tmux"))
struct ShelfTests {
  private let folder: TemporaryFolder
  private let program = BuiltProgram.path("rawi")

  init() throws { folder = try TemporaryFolder() }

  private func article(_ name: String, _ words: String, lines: Int = 3) throws -> String {
    let text = (1...lines).map { "\(words) في السطر \($0)\n" }.joined()
    return try folder.file(name, text.utf8)
  }

  /// The program with a place of its own to keep things in: without one it says so, above other news.
  private var command: [String] {
    ["/usr/bin/env", "XDG_DATA_HOME=\(folder.path)/data", program]
  }

  private func isReady(_ rows: [String]) -> Bool { rows.last?.contains("%") ?? false }

  private func shows(_ words: String) -> ([String]) -> Bool {
    { rows in rows.contains { VisualText.logical($0).contains(words) } }
  }

  @Test func `one of several files that cannot be opened keeps none of the others back`() throws {
    let files = [
      try article("a.txt", "خبر أول"), folder.path + "/none.txt", try article("b.txt", "خبر ثان"),
    ]
    let tmux = try Tmux(command + files, columns: 60, rows: 10)
    #expect(shows("خبر أول")(try tmux.screen(when: shows("خبر أول"))))
    try tmux.press("M-.")
    let next = try tmux.screen(when: shows("خبر ثان"))
    #expect(shows("خبر ثان")(next))
    // What does not fit into the line takes those above it, too.
    #expect(next.joined(separator: " ").contains("not opened"))
    try tmux.press("B")
    let list = try tmux.screen { $0.first?.contains("Files (3)") ?? false }
    #expect(list[1...3].map { $0.contains("!") } == [false, true, false])
    try tmux.press("g", "Enter")
    #expect(shows("خبر أول")(try tmux.screen(when: shows("خبر أول"))))
    try tmux.press("q")
    #expect(try tmux.ends())
  }

  @Test func `a file that is saved anew is shown anew, whichever way it is saved`() throws {
    let file = try article("a.txt", "كلام قديم")
    let tmux = try Tmux(command + [file], columns: 60, rows: 10)
    #expect(isReady(try tmux.screen(when: isReady)))
    _ = try article("a.txt", "كلام جديد")
    let written = try tmux.screen(when: shows("كلام جديد"))
    #expect(shows("كلام جديد")(written))
    #expect(written.last?.contains("was changed") == true)
    let other = try article("b.txt", "كلام آخر")
    #expect(rename(other, file) == 0)
    #expect(shows("كلام آخر")(try tmux.screen(when: shows("كلام آخر"))))
    unlink(file)
    let gone = try tmux.screen { $0.last?.contains("is gone") ?? false }
    #expect(shows("كلام آخر")(gone))
    try tmux.press("q")
    #expect(try tmux.ends())
  }

  @Test func `a file that changes behind the one on the screen is new when it is shown`() throws {
    // With one that is not there they are no list.
    let files = [
      try article("a.txt", "كلام قديم"), try article("b.txt", "خبر ثان"), folder.path + "/none.txt",
    ]
    let tmux = try Tmux(command + files, columns: 60, rows: 10)
    #expect(isReady(try tmux.screen(when: isReady)))
    try tmux.press("M-.")
    #expect(shows("خبر ثان")(try tmux.screen(when: shows("خبر ثان"))))
    _ = try article("a.txt", "كلام جديد")
    // Longer now, it is no longer read to its end, which the list tells.
    _ = try article("a.txt", "كلام جديد", lines: 60)
    let deadline = ContinuousClock.now + PseudoTerminal.hangGuard
    var isNew = false
    while !isNew {
      try #require(ContinuousClock.now < deadline)
      try tmux.press("B")
      let list = try tmux.screen { $0.first?.contains("Files (3)") ?? false }
      isNew = !list[1].contains("100%")
      try tmux.press("Escape")
      _ = try tmux.screen { $0.first?.contains("Files (3)") == false }
    }
    try tmux.press("M-,")
    let back = try tmux.screen(when: shows("كلام جديد"))
    #expect(shows("كلام جديد")(back))
    try tmux.press("q")
    #expect(try tmux.ends())
  }

  @Test func `a mapped file that is cut short while it is shown ends nothing`() throws {
    let file = try article("long.txt", "نص طويل", lines: 34_000)
    let tmux = try Tmux(command + [file], columns: 60, rows: 10)
    #expect(isReady(try tmux.screen(when: isReady)))
    #expect(truncate(file, 60) == 0)
    // The search reads what is gone, before the change is noticed.
    try tmux.press("/", "z", "Enter")
    let after = try tmux.screen { $0.last?.contains("was changed") ?? false }
    #expect(after.last?.contains("was changed") == true)
    try tmux.press("g")
    #expect(shows("نص طويل")(try tmux.screen(when: shows("نص طويل"))))
    try tmux.press("q")
    #expect(try tmux.ends())
  }

  @Test func `the editor is opened at the line, and what it wrote is shown`() throws {
    let file = try article("a.txt", "سطر", lines: 40)
    let log = folder.path + "/log"
    let editor = try folder.file(
      "editor", "#!/bin/sh\nprintf '%s\\n' \"$@\" > \(log)\necho 'كتبه المحرر' >> \"$2\"\n".utf8)
    chmod(editor, 0o755)
    let tmux = try Tmux(
      ["/usr/bin/env", "EDITOR=\(editor)"] + command.dropFirst() + [file], columns: 60, rows: 6)
    #expect(isReady(try tmux.screen(when: isReady)))
    try tmux.press("j", "j", "E")
    let back = try tmux.screen { $0.last?.contains("was changed") ?? false }
    #expect(back.last?.contains("was changed") == true)
    let words = String(decoding: try TemporaryFolder.read(log), as: UTF8.self).split(
      separator: "\n")
    #expect(words.last == Substring(file))
    #expect(words.first.map { $0 == "+2" || $0 == "+3" } == true)
    try tmux.press("G")
    #expect(shows("كتبه المحرر")(try tmux.screen(when: shows("كتبه المحرر"))))
    try tmux.press("q")
    #expect(try tmux.ends())
  }
}
