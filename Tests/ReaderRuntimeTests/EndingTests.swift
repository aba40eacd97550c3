import Interface
import Annotations
import ArabicText
import Reader
import Screen
import Testing

@testable import ReaderRuntime

/// How the reader begins and ends.
struct EndingTests {
  @Test func `the first screen is drawn before anything is analysed`() throws {
    let world = try FakeWorld()
    world.terminal.script = [
      .perform {
        #expect(!world.terminal.screens.isEmpty)
      }
    ]
    #expect(world.analyzer.started == 0)
    _ = world.loop.run()
    #expect(world.loop.waitForWork(atMost: .seconds(60)))
    #expect(world.analyzer.started == 1)
  }

  @Test func `the reader ends by its key, by Ctrl-C, by signals and with the input`() throws {
    let quit = FakeWorld.quit
    let endings: [(Step, Int32)] = [
      (quit, 0), (.key(.control("c")), 0), (.event(.signal(.terminate)), 143),
      (.event(.signal(.hangup)), 129), (.event(.signal(.interrupt)), 130),
    ]
    for (step, status) in endings { #expect(try FakeWorld().play([step]) == status) }
    #expect(try FakeWorld().play([]) == 129)
  }

  @Test(arguments: [.terminate, .hangup, .interrupt, nil] as [TerminalSignal?])
  func `a note that is being written is kept however the program ends`(
    signal: TerminalSignal?
  ) throws {
    let ending = signal.map { [Step.event(.signal($0))] } ?? []
    let world = try FakeWorld()
    world.play(world.select("النخيل") + Step.type("aفكرة") + ending)
    let stored = world.store.stored(of: world.document())
    #expect(stored.map(\.note) == ["فكرة"])
    #expect(stored.map(\.words) == ["النخيل"])
  }

  @Test(arguments: ["aفكرة", "tوسم"])
  func `Ctrl-C ends nothing while a note or tags are being written`(keys: String) throws {
    let world = try FakeWorld()
    let status = world.play(
      world.select("النخيل") + Step.type(keys)
        + [.key(.control("c")), .event(.signal(.terminate))])
    #expect(status == 143)
  }

  @Test func `pasted text ends nothing, and is text for a note`() throws {
    let world = try FakeWorld()
    world.play(
      [.event(.paste("q"))] + world.select("النخيل") + Step.type("a")
        + [.event(.paste("فكرة")), .key(.escape), FakeWorld.quit])
    #expect(world.store.stored(of: world.document()).map(\.note) == ["فكرة"])
  }

  @Test func `a note is stored before the reader ends at once after it`() throws {
    let world = try FakeWorld()
    world.play(world.select("النخيل") + Step.type("aفكرة") + [.key(.escape), FakeWorld.quit])
    #expect(world.store.stored(of: world.document()).map(\.note) == ["فكرة"])
  }

  @Test func `the place is found again`() throws {
    let text = (1...200).map { "سطر \($0)" }.joined(separator: "\n")
    let world = try FakeWorld(text: text)
    world.play([.key(.character("G")), FakeWorld.quit])
    let hash = try #require(world.document().contentHash)
    #expect(try #require(world.store.memory.places[hash]).offset > .zero)
  }

  @Test func `of a text without a hash the place is found when the hash is computed`() throws {
    let text = (1...200).map { "سطر \($0)" }.joined(separator: "\n")
    let world = try FakeWorld(text: text)
    let hash = try #require(world.document().contentHash)
    let place = TextOffset(world.document().text.utf8Count - 400)
    world.store.memory.places[hash] = ReadingPlace(offset: place)
    world.files.leavesHashesOut = true
    world.play([world.awaitNotice(.whereYouLeftOff), FakeWorld.quit])
    #expect(world.state.place > .zero)
  }

  @Test func `an analysis is cancelled when the reader ends`() throws {
    let world = try FakeWorld(analyzer: FakeAnalyzer(.whenCancelled))
    world.play([
      .until("the analysis runs") { world.analyzer.started == 1 }, FakeWorld.quit,
    ])
    #expect(world.analyzer.cancelled == 1)
  }

  @Test func `an analysis that does not heed that is waited for no longer than said`() throws {
    let world = try FakeWorld(analyzer: FakeAnalyzer(.whenReleased))
    world.terminal.script = [
      .until("the analysis runs") { world.analyzer.started == 1 }, FakeWorld.quit,
    ]
    #expect(world.loop.run() == 0)
    #expect(!world.loop.waitForWork(atMost: .zero))
    world.analyzer.release()
    #expect(world.loop.waitForWork(atMost: .seconds(60)))
  }

  @Test func `the store is closed of every article`() throws {
    let world = try FakeWorld(["a.txt", "b.txt"])
    world.play([.key(.alt(".")), FakeWorld.quit])
    #expect(world.store.behaviour.closings == 2)
  }
}

extension FakeWorld {
  /// The key that ends the program.
  static var quit: Step { .key(.character("q")) }
}
