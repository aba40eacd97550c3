import Annotations
import TestSupport
import Testing

/// What is pasted is text, never commands.
@Suite(.serialized) struct PasteTests {
  private let folder: TemporaryFolder
  private let texts: TemporaryFolder
  private let file: String

  init() throws {
    folder = try TemporaryFolder()
    texts = try TemporaryFolder()
    file = try texts.file("a.txt", "خبر قصير من كلمات قليلة\n".utf8)
  }

  private func notes() throws -> [String] {
    try AnnotatingReader.annotations(of: file, data: folder.path).map(\.annotation.note)
  }

  private func pasted(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }

  @Test(.enabled(if: Tmux.path != nil, "needs tmux"))
  func `text that is pasted over the article in tmux runs no command`() throws {
    let tmux = try Tmux(
      ["/usr/bin/env", "XDG_DATA_HOME=\(folder.path)", BuiltProgram.path("rawi"), file],
      columns: 90, rows: 6)
    _ = try tmux.screen { $0.last?.contains("100%") ?? false }
    try tmux.paste("vwh\nDhxq\nq")
    let told = try tmux.screen { $0.last?.contains("calls no commands") ?? false }
    #expect(told.last?.contains("calls no commands") == true)
    #expect(try notes() == [])
    try tmux.press("/")
    try tmux.paste("one\ntwo")
    let asked = try tmux.screen { $0.last?.contains("one two") ?? false }
    #expect(asked.last?.contains("one two") == true)
    try tmux.press("C-g", "q")
    #expect(try tmux.ends())
  }

  @Test func `what is pasted into a note is its text, however long`() async throws {
    try await ProgramThread.run {
      let long = String(repeating: "Dhxq نص ملصق طويل\r\n", count: 7_000) + "end"
      #expect(long.utf8.count > 200_000)
      let reader = try AnnotatingReader(file, data: folder.path)
      try reader.awaitScreen()
      reader.type("vwa" + pasted(long) + "\u{13}")
      try reader.await("note saved")
      try reader.quit()
      #expect(try notes() == [long.replacing("\r\n", with: "\n")])
    }
  }

  @Test func `a paste whose end never comes runs no command`() async throws {
    try await ProgramThread.run {
      let reader = try AnnotatingReader(file, data: folder.path)
      try reader.awaitScreen()
      reader.type("\u{1B}[200~vwh\rDhxq")
      try reader.await("calls no commands")
      try reader.quit()
      #expect(try notes() == [])
    }
  }
}
