import Glibc
import TestSupport
import Testing

/// A folder as a reading room, on the real program.
@Suite(.enabled(if: Tmux.path != nil, "needs tmux"))
struct RoomTests {
  private let folder: TemporaryFolder
  private let program = BuiltProgram.path("rawi")

  init() throws { folder = try TemporaryFolder() }

  private func shows(_ words: String) -> ([String]) -> Bool {
    { rows in rows.contains { VisualText.logical($0).contains(words) } }
  }

  @Test
  func `a folder opens as a list, an article leads back to it, and what was read stays known`()
    throws
  {
    let news = try folder.folder("news")
    for (name, words) in [("a.txt", "خبر عن الجسر"), ("b.txt", "خبر عن النهر")] {
      try TemporaryFolder.write(Array((words + "\n").utf8), to: "\(news)/\(name)")
    }
    let command = [
      "/usr/bin/env", "XDG_DATA_HOME=\(folder.path)/data", "XDG_CACHE_HOME=\(folder.path)/cache",
      program, news,
    ]
    do {
      let tmux = try Tmux(command, columns: 70, rows: 14)
      let isListed = { (rows: [String]) in rows[0].contains("2 articles · 2 new") }
      #expect(isListed(try tmux.screen(when: isListed)))
      try tmux.press("S", "S", "g", "Enter")
      let article = try tmux.screen { $0.last?.contains("a.txt") ?? false }
      #expect(shows("خبر عن الجسر")(article) && !shows("خبر عن النهر")(article))
      try tmux.press("M-.")
      #expect(shows("خبر عن النهر")(try tmux.screen(when: shows("خبر عن النهر"))))
      try tmux.press("q")
      let back = try tmux.screen { $0[0].contains("0 new") }
      #expect(back[0].contains("by file name") && back[1].contains("100%"))
      try tmux.press("q")
      #expect(try tmux.ends())
    }
    let again = try Tmux(command, columns: 70, rows: 14)
    let isKnown = { (rows: [String]) in rows[0].contains("2 articles · 0 new") }
    #expect(isKnown(try again.screen(when: isKnown)))
  }
}
