import ArabicText
import Screen
import Interface
import Reader
import Testing

@testable import ReaderRuntime

/// Files that change while they are read.
struct FileChangeTests {
  private let longer = "خبر سابق.\n" + FakeWorld.article

  @Test func `a file that has changed is read anew once it lasts`() throws {
    let world = try FakeWorld()
    world.play([
      .perform { world.files.write(longer, to: "/a.txt") },
      .pass(.seconds(1)),
      .perform { #expect(world.text == FakeWorld.article) },
      .pass(.milliseconds(150)),
      .perform {
        #expect(world.text == longer)
        #expect(world.notice == .fileChanged)
      },
    ])
    #expect(world.analyzer.started == 2)
  }

  @Test func `a file is not read while it is being written`() throws {
    let world = try FakeWorld()
    let writing: [Step] = (1...10).flatMap { number in
      [
        Step.perform { world.files.write("جزء \(number)", to: "/a.txt") },
        .pass(.milliseconds(150)),
        .perform { #expect(world.text == FakeWorld.article) },
      ]
    }
    world.play([.pass(.seconds(1))] + writing + [.pass(.seconds(2))])
    #expect(world.text == "جزء 10")
  }

  @Test func `the end of a file that grows is followed until a key is pressed`() throws {
    let world = try FakeWorld()
    let more = String(repeating: "\nسطر جديد.", count: 60)
    let grown = FakeWorld.article + more
    world.play(
      Step.type(":follow") + [
        .key(.enter), .perform { #expect(world.notice == .following) },
        .perform { world.files.append(more, to: "/a.txt") }, .pass(.seconds(1)),
        .perform {
          #expect(world.text == grown)
          #expect(world.notice == .following)
          #expect(world.state.article.top.paragraph.start > .zero)
        },
        .key("k"),
        .perform { world.files.append("\nآخر.", to: "/a.txt") }, .pass(.seconds(1)),
        .perform { #expect(world.text == grown) },
      ])
  }

  @Test func `the key that ends programs ends following first, and the reader goes on`() throws {
    let world = try FakeWorld()
    world.play(
      Step.type(":follow") + [
        .key(.enter), .key(.control("c")),
        .perform { #expect(world.notice == .followingStopped) },
        .perform { world.files.append("\nآخر.", to: "/a.txt") }, world.untilFilesArePolled,
        .pass(.seconds(3)),
        .perform { #expect(world.text == FakeWorld.article + "\nآخر.") },
      ])
  }

  @Test func `a file that was written with the same words is not read anew`() throws {
    let world = try FakeWorld()
    world.play([.perform { world.files.touch("/a.txt") }, world.untilFilesArePolled])
    #expect(world.notice != .fileChanged)
    #expect(world.analyzer.started == 1)
  }

  @Test func `a file that is gone is told of, and its text stays`() throws {
    let world = try FakeWorld()
    world.play([
      .perform { world.files.remove("/a.txt") }, world.untilFilesArePolled,
      .perform { #expect(world.notice == .fileGone) },
      .key(.character("R")),
      .perform { #expect(world.notice == .notReloaded) },
    ])
    #expect(world.text == FakeWorld.article)
  }

  @Test func `a person may ask for the file to be read anew`() throws {
    let world = try FakeWorld()
    world.play([
      .key(.character("R")), .perform { #expect(world.notice == .fileUnchanged) },
      .perform { world.files.write(longer, to: "/a.txt") },
      .key(.character("R")),
    ])
    #expect(world.text == longer)
  }

  @Test func `a note that is being written while the file changes is stored at its words`() throws {
    let world = try FakeWorld()
    world.play(
      world.select("النخيل") + Step.type("aفك") + [
        .perform { world.files.write(longer, to: "/a.txt") }, world.untilFilesArePolled,
        .perform {
          #expect(world.text == longer)
          #expect(world.state.isWritingNote)
        },
      ] + Step.type("رة") + [.key(.escape), FakeWorld.quit])
    let stored = world.store.stored(of: world.document())
    #expect(stored.map(\.note) == ["فكرة"])
    #expect(stored.map(\.words) == ["النخيل"])
  }

  @Test func `a note whose words are gone is not stored at others`() throws {
    let world = try FakeWorld()
    world.play(
      world.select("النخيل") + Step.type("aفكرة") + [
        .perform { world.files.write("شيء آخر تماما", to: "/a.txt") },
        world.untilFilesArePolled,
        .perform { #expect(world.state.isWritingNote) },
        .key(.escape), .key("q"), .key("d"),
      ])
    #expect(world.store.stored(of: world.document()).isEmpty)
  }

  @Test func `what the store was asked for before the change is done after it`() throws {
    let world = try FakeWorld()
    world.play(
      [.perform { world.store.behaviour.hold() }] + world.select("النخيل")
        + Step.type("aفكرة") + [
          .key(.escape),
          .perform { world.files.write(longer, to: "/a.txt") }, world.untilFilesArePolled,
          .perform { world.store.behaviour.release() }, FakeWorld.quit,
        ])
    #expect(world.store.stored(of: world.document()).map(\.note) == ["فكرة"])
  }

  @Test func `what an editor has written is read at once`() throws {
    let world = try FakeWorld()
    world.editor.editFile = { world.files.write(longer, to: $0) }
    world.play([.key(.character("E")), .perform { #expect(world.text == longer) }])
    #expect(world.log.calls == ["child"])
  }

  @Test func `an analysis of the text before is cancelled`() throws {
    let world = try FakeWorld(analyzer: FakeAnalyzer(.whenCancelled))
    world.play([
      .until("the analysis runs") { world.analyzer.started == 1 },
      .perform { world.files.write(longer, to: "/a.txt") }, world.untilFilesArePolled,
      .until("another runs") { world.analyzer.started == 2 && world.analyzer.cancelled == 1 },
      FakeWorld.quit,
    ])
    #expect(world.analyzer.cancelled == 2)
  }
}
