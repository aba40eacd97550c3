import Screen
import Annotations
import ArabicText
import Interface
import Reader
import TestSupport
import Testing

@testable import ReaderRuntime

/// What the reader asks for is done.
struct EffectTests {
  @Test func `effects are run in their order, and none after the end`() throws {
    let world = try FakeWorld()
    let effects: [Effect] = [.copy("نص"), .redraw, .suspend, .quit, .copy("x")]
    #expect(!world.loop.run(effects, of: world.loop.session))
    #expect(
      world.log.calls == ["terminal copies نص", "desktop copies نص", "redraw", "suspend"])
  }

  @Test func `the place is kept before the program is suspended`() throws {
    let world = try FakeWorld(text: (1...200).map { "سطر \($0)" }.joined(separator: "\n"))
    let hash = try #require(world.document().contentHash)
    var place: TextOffset?
    world.play([
      .key(.character("G")), .key(.control("z")),
      .perform { place = world.store.memory.places[hash]?.offset },
    ])
    #expect(try #require(place) > .zero)
    #expect(world.log.calls == ["suspend"])
  }

  @Test func `a theme is loaded by its name, and one that is none is refused`() throws {
    let world = try FakeWorld()
    _ = world.loop.run([.loadTheme("paper", isPreview: false)], of: world.loop.session)
    #expect(world.state.appearance.theme.name == "paper")
    _ = world.loop.run([.loadTheme("none such", isPreview: true)], of: world.loop.session)
    #expect(world.notice != .themeRefused)
    _ = world.loop.run([.loadTheme("none such", isPreview: false)], of: world.loop.session)
    #expect(world.notice == .themeRefused)
    #expect(world.state.appearance.theme.name == "paper")
  }

  @Test func `the article is written as a page, and never over a file that is there`() throws {
    let world = try FakeWorld()
    let folder = try TemporaryFolder()
    let path = folder.path + "/page.html"
    _ = world.loop.run([.exportPage(path)], of: world.loop.session)
    #expect(world.notice == .pageWritten)
    let page = String(decoding: try TemporaryFolder.read(path), as: UTF8.self)
    #expect(page.contains("ليلى الحداد") && page.hasSuffix("</html>\n"))
    _ = try folder.file("page.html", "own".utf8)
    _ = world.loop.run([.exportPage(path)], of: world.loop.session)
    #expect(world.notice == .pageNotWritten)
    #expect(try TemporaryFolder.read(path) == Array("own".utf8))
    _ = world.loop.run([.exportPage(folder.path + "/none/page.html")], of: world.loop.session)
    #expect(world.notice == .pageNotWritten)
  }

  @Test func `a line that was typed is there the next time`() throws {
    let world = try FakeWorld()
    let entry = PromptHistory.Entry(.search, "النخيل")
    _ = world.loop.run([.keepHistory(entry)], of: world.loop.session)
    world.play([FakeWorld.quit])
    #expect(world.state.preferences.history == PromptHistory([entry]))
  }

  @Test func `a command that was taken from the list of all comes first the next time`() throws {
    let world = try FakeWorld()
    world.play(
      [.event(.key(.control("p")))] + Step.type("justify")
        + [.event(.key(.enter)), FakeWorld.quit])
    let again = try PromptHistoryFile(environment: world.store.environment).read()
    #expect(again.recentCommands(5) == [.justify])
  }

  @Test func `the width of the side pane is there the next time`() throws {
    let world = try FakeWorld()
    world.play(Step.type("++") + [FakeWorld.quit])
    let columns = try #require(world.state.preferences.pane.columns)
    var pane = PaneFile(environment: world.store.environment)
    var state = ReaderState(document: Document("نص"), size: world.terminal.size)
    pane.restore(&state)
    #expect(state.preferences.pane.columns == columns)
  }

  @Test func `a place gets a letter, and has it the next time`() throws {
    let world = try FakeWorld()
    world.play(Step.type("ma") + [FakeWorld.quit])
    let hash = try #require(world.document().contentHash)
    #expect(world.store.memory.letterMarks[hash]?.keys.map(\.self) == ["a"])
  }

  @Test func `a note is edited in the person's editor`() throws {
    let world = try FakeWorld()
    world.editor.editText = { $0 + " أخرى" }
    world.play(
      world.select("النخيل") + Step.type("aفكرة") + [
        .key(.control("e")), .key(.escape), world.awaitNotice(.noteSaved), FakeWorld.quit,
      ])
    #expect(world.store.stored(of: world.document()).map(\.note) == ["فكرة أخرى"])
  }

  @Test func `an editor that fails leaves the note as it was`() throws {
    let world = try FakeWorld()
    world.editor.problem = Phrase(.editorFailed, .text("vi: 1"))
    world.play(
      world.select("النخيل") + Step.type("aفكرة") + [
        .key(.control("e")), .perform { #expect(world.notice == .editorFailed) },
        .key(.escape), world.awaitNotice(.noteSaved),
      ])
    #expect(world.store.stored(of: world.document()).map(\.note) == ["فكرة"])
  }
}
