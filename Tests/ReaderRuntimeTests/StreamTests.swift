import ArabicText
import Interface
import Reader
import Screen
import Testing

@testable import ReaderRuntime

/// Articles that somebody writes while the program runs.
struct StreamTests {
  private let next = Step.key(.alt("."))
  private let previous = Step.key(.alt(","))

  private func world() throws -> FakeWorld {
    let world = try FakeWorld(["a.txt", "pipe", "c.txt"], missing: ["pipe"])
    world.files.pipes = ["/pipe"]
    return world
  }

  @Test func `a pipe that nobody writes keeps no key waiting`() throws {
    let world = try world()
    world.play([
      next,
      .perform {
        #expect(world.text == FakeWorld.article)
        #expect(world.notice == .fileAwaited)
        #expect(world.state.files.current == 0)
      },
      .key("J"), .perform { #expect(world.state.appearance.typesetting.justifies) },
      next, next, .perform { #expect(world.files.awaited == 1) },
      FakeWorld.quit,
    ])
  }

  @Test func `a pipe is shown when all of it has come`() throws {
    let world = try world()
    world.play([
      next, .perform { world.files.finishPipe("/pipe", with: "نص الأنبوب") },
      .until("the pipe is shown") { world.text == "نص الأنبوب" },
      previous, .perform { #expect(world.text == FakeWorld.article) },
      next, .perform { #expect(world.text == "نص الأنبوب") },
      .perform { #expect(world.files.awaited == 0) },
    ])
  }

  @Test func `who has gone on reading elsewhere is left there`() throws {
    let world = try world()
    world.play([
      next, .key("2"), next,
      .perform { #expect(world.state.article.document.name == "c.txt") },
      .perform { world.files.finishPipe("/pipe", with: "نص الأنبوب") },
      .key("j"), .perform { #expect(world.text == FakeWorld.article) },
      previous, .until("the pipe is shown") { world.text == "نص الأنبوب" },
    ])
  }

  @Test func `a pipe that gives no text is told of`() throws {
    let world = try world()
    world.play([
      next, .perform { world.files.finishPipe("/pipe", with: nil) },
      world.awaitNotice(.notOpened),
      .perform {
        #expect(world.text == FakeWorld.article)
        #expect(world.state.files.files[1].condition == .failed)
      },
    ])
  }
}
