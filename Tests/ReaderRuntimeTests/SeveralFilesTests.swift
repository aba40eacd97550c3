import ArabicText
import Interface
import Reader
import Screen
import Testing

@testable import ReaderRuntime

/// Several articles in one reader.
struct SeveralFilesTests {
  private let next = Step.key(.alt("."))
  private let previous = Step.key(.alt(","))

  @Test func `the next article is read and the one before stays as it was`() throws {
    let world = try FakeWorld(["a.txt", "b.txt"])
    world.files.write("نص آخر", to: "/b.txt")
    world.play(
      world.select("النخيل") + [
        next, .perform { #expect(world.text == "نص آخر") },
        previous,
        .perform {
          #expect(world.text == FakeWorld.article)
          #expect(world.state.article.selection != nil)
        },
      ])
  }

  @Test func `an article that cannot be opened is told of and passed over`() throws {
    let world = try FakeWorld(["a.txt", "b.txt", "c.txt"], missing: ["b.txt"])
    world.play([
      next,
      .perform {
        #expect(world.state.article.document.name == "c.txt")
        #expect(world.notice == .notOpened)
        #expect(world.state.files.files[1].condition == .failed)
        #expect(world.state.files.current == 2)
      },
    ])
  }

  @Test func `where no other article can be opened the reader stays`() throws {
    let world = try FakeWorld(["a.txt", "b.txt"], missing: ["b.txt"])
    world.play([
      next,
      .perform {
        #expect(world.state.article.document.name == "a.txt")
        #expect(world.notice == .notOpened)
      },
    ])
  }

  @Test func `what a person has chosen holds in all articles`() throws {
    let world = try FakeWorld(["a.txt", "b.txt"])
    world.play([
      next, .key(.character("J")), previous,
      .perform { #expect(world.state.appearance.typesetting.justifies) },
    ])
  }

  @Test func `articles out of sight are left alone, and caught up with when they are shown`() throws
  {
    let world = try FakeWorld((0..<50).map { "\($0).txt" })
    let change = Step.perform {
      world.files.write("نص جديد", to: "/0.txt")
      world.files.remove("/48.txt")
      world.files.identities = 0
    }
    // The one on the screen, once a second, and one of the others.
    let isLeftAlone = Step.perform { #expect(world.files.identities < 25) }
    let isGone = Step.perform { #expect(world.notice == .fileGone) }
    let isNew = Step.perform { #expect(world.text == "نص جديد") }
    var script = Array(repeating: next, count: 49)
    script += [change, .pass(.seconds(10)), isLeftAlone, previous, isGone]
    script += Array(repeating: previous, count: 48)
    world.play(script + [isNew])
  }

  @Test func `the list tells of an article that changes behind another`() throws {
    let world = try FakeWorld(["a.txt", "b.txt"])
    world.play([
      next, .perform { world.files.write("نص جديد", to: "/a.txt") }, .pass(.seconds(3)),
      .perform { #expect(world.loop.sessions[0].state.article.document.text.utf8Count == 13) },
    ])
  }

  @Test func `an article that changes behind another is read anew`() throws {
    let world = try FakeWorld(["a.txt", "b.txt"])
    world.play([
      next, .perform { world.files.write("نص جديد", to: "/a.txt") },
      world.untilFilesArePolled,
      previous, .perform { #expect(world.text == "نص جديد") },
    ])
  }

  @Test func `what is found in an article behind another is there when it is shown`() throws {
    let world = try FakeWorld(["a.txt", "b.txt"], analyzer: FakeAnalyzer(.whenReleased))
    world.play([
      next, .perform { world.analyzer.release() },
      .until("both are analysed") {
        world.loop.sessions.allSatisfy { session in
          if case .finished = session.state.article.progress { true } else { false }
        }
      },
      FakeWorld.quit,
    ])
  }
}
