import Screen
import ArabicText
import Interface
import Testing

@testable import Reader
@testable import ReaderRuntime

/// A store that answers, refuses and takes its time.
struct StoreTests {
  private let full = Phrase(.storeDiskFull, .text("/annotations.sqlite"))

  @Test func `a note that the store refuses is told of and can be taken up again`() throws {
    let world = try FakeWorld()
    world.store.behaviour.refusal = full
    world.play(
      world.select("النخيل") + Step.type("aفكرة") + [
        .key(.escape), world.awaitNotice(.noteNotSaved),
        .perform { world.store.behaviour.refusal = nil },
        .key(.character("a")), .key(.escape), world.awaitNotice(.noteSaved), FakeWorld.quit,
      ])
    #expect(world.store.stored(of: world.document()).map(\.note) == ["فكرة"])
  }

  @Test func `a note that was refused is stored when the reader ends, if it can be`() throws {
    let world = try FakeWorld()
    world.store.behaviour.refusal = full
    world.play(
      world.select("النخيل") + Step.type("aفكرة") + [
        .key(.escape), world.awaitNotice(.noteNotSaved),
        .perform { world.store.behaviour.refusal = nil }, FakeWorld.quit,
      ])
    #expect(world.store.stored(of: world.document()).map(\.note) == ["فكرة"])
  }

  @Test func `keys are heeded while the store takes its time`() throws {
    let world = try FakeWorld()
    world.store.behaviour.hold()
    world.play(
      world.select("النخيل") + Step.type("aفكرة") + [
        .key(.escape), .key(.character("?")),
        .perform {
          #expect(world.notice != .noteSaved)
          #expect(!world.state.modes.open.isEmpty)
          world.store.behaviour.release()
        },
        world.awaitNotice(.noteSaved), .key(.escape), FakeWorld.quit,
      ])
  }

  @Test func `what another program has stored appears within a second`() throws {
    let world = try FakeWorld()
    let shared = StoredNotes(of: world.document(), environment: world.store.environment)
    world.play([
      .until("notes are loaded") { world.state.article.notes.isLoaded },
      .perform {
        _ = shared.load()
        var draft = AnnotationDraft()
        draft.note = "من برنامج آخر"
        let span = world.document().text.paragraph(at: .zero).content
        _ = shared.perform(.change([.add(span, draft)], .noted))
        shared.close()
      },
      .pass(.seconds(1)),
      .until("the note is there") { world.state.article.notes.items.count == 1 },
      FakeWorld.quit,
    ])
  }

  @Test func `what is wrong with the memory of places is told`() throws {
    let world = try FakeWorld()
    world.store.memory.problem = Notice(.memoryUnavailable, .phrase(full), isError: true)
    world.play([.perform { #expect(world.notice == .memoryUnavailable) }])
  }
}

/// The queue of what is asked of stores.
struct StoreQueueTests {
  @Test func `jobs are done in their order, and waiting has an end`() {
    let queue = StoreQueue()
    let behaviour = StoreBehaviour()
    let done = Mailbox<Int> {}
    behaviour.hold()
    queue.add { behaviour.waitUntilReleased() }
    for number in 0..<5 { queue.add { done.post(number) } }
    #expect(!queue.wait(atMost: .zero))
    #expect(done.takeAll().isEmpty)
    behaviour.release()
    #expect(queue.wait(atMost: .seconds(60)))
    #expect(done.takeAll() == [0, 1, 2, 3, 4])
  }
}
