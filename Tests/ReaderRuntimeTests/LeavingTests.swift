import Annotations
import ArabicText
import Interface
import Platform
import Screen
import TestSupport
import Testing

@testable import Reader
@testable import ReaderRuntime

/// What was written and cannot be stored when the reader ends.
struct LeavingTests {
  private let full = Phrase(.storeDiskFull, .text("/annotations.sqlite"))

  /// Keys that write «فكرة» on «النخيل», which the store of `world` refuses.
  private func refused(in world: FakeWorld) -> [Step] {
    [.perform { [full] in world.store.behaviour.refusal = full }] + world.select("النخيل")
      + Step.type("aفكرة") + [.key(.escape), world.awaitNotice(.noteNotSaved)]
  }

  /// Leaves a refused note behind as `ending` has it.
  private func leave(
    _ store: FakeStore, by ending: [Step], file: String = "a.txt", status: Int32? = nil
  ) throws {
    let world = try FakeWorld([file], store: FakeStore(of: store))
    let ended = world.play(refused(in: world) + ending)
    if let status { #expect(ended == status) }
  }

  @Test(arguments: [["q"], [.control("c")], [":", "q", .enter]] as [[Key]])
  func `who leaves while a note is refused is asked`(keys: [Key]) throws {
    let world = try FakeWorld()
    let ending = keys.map { Step.key($0) }
    let status = world.play(
      refused(in: world) + ending + [
        .perform { #expect(world.state.isLeaving) },
        .key(.escape), .perform { #expect(!world.state.isLeaving) },
      ] + ending + [.key("d")])
    #expect(status == 0)
    #expect(world.store.stored(of: world.document()).isEmpty)
    #expect(world.store.rescued.isEmpty)
    #expect(world.loop.lastWords.isEmpty)
  }

  @Test func `the store is tried again`() throws {
    let world = try FakeWorld()
    let status = world.play(
      refused(in: world) + [
        .key("q"), .key("t"), .perform { #expect(world.state.isLeaving) },
        .perform { world.store.behaviour.refusal = nil }, .key("t"),
      ])
    #expect(status == 0)
    #expect(world.store.stored(of: world.document()).map(\.note) == ["فكرة"])
    #expect(world.store.rescued.isEmpty)
  }

  @Test(arguments: [["q", "k"], [.control("c"), .control("c")]] as [[Key]])
  func `it is kept as a file, whose path is told`(keys: [Key]) throws {
    let world = try FakeWorld()
    #expect(world.play(refused(in: world) + keys.map { .key($0) }) == 0)
    let path = try #require(world.store.rescued.first)
    #expect(world.store.rescued.count == 1)
    #expect(world.loop.lastWords == [.phrase(Phrase(.unsavedKept, .number(1), .path(path)))])
    #expect(try TemporaryFolder.mode(of: path) & 0o777 == 0o600)
    let text = try contents(world.store).joined()
    for words in ["/a.txt", "النخيل", "فكرة"] { #expect(text.contains(words)) }
  }

  @Test(
    arguments: [
      ([.key("q"), .key("k")], 0), ([.signal(.terminate)], 143), ([.signal(.hangup)], 129),
      ([.signal(.interrupt)], 130), ([], 129), ([.key("q"), .signal(.terminate)], 143),
    ] as [([TerminalEvent], Int32)])
  func `the next start offers it, once`(ending: [TerminalEvent], status: Int32) throws {
    let store = try FakeStore()
    try leave(store, by: ending.map { .event($0) }, status: status)
    #expect(store.rescued.count == 1)
    // Passed over, it is offered again.
    for keys in [[Step.key("j")], Step.type("a") + [.key(.escape)], []] {
      let world = try FakeWorld(store: FakeStore(of: store))
      let isOffered = !store.rescued.isEmpty
      world.play(
        [
          .until("what there is, is known") {
            isOffered ? !world.state.modes.open.isEmpty : world.state.article.notes.isLoaded
          }
        ] + keys + [.key("q")])
      #expect(isOffered == (keys.isEmpty ? false : true))
      #expect(world.loop.lastWords.isEmpty)
    }
    #expect(store.rescued.isEmpty)
    let world = try FakeWorld(store: store)
    #expect(store.stored(of: world.document()).map(\.note) == ["فكرة"])
    #expect(store.stored(of: world.document()).map(\.words) == ["النخيل"])
  }

  @Test(arguments: [TerminalSignal.terminate, .hangup, .interrupt, nil] as [TerminalSignal?])
  func `what is half typed is kept where the store refuses it`(signal: TerminalSignal?) throws {
    let ending = signal.map { [Step.event(.signal($0))] } ?? []
    for (keys, field) in [("aفك", "note:"), ("tوس", "tags:")] {
      let world = try FakeWorld()
      world.store.behaviour.refusal = full
      world.play(world.select("النخيل") + Step.type(keys) + ending)
      let text = try contents(world.store).joined()
      #expect(text.contains("\(field)\n    \(keys.dropFirst())\n"))
    }
  }

  /// What the files of notes that could not be stored say.
  private func contents(_ store: FakeStore) throws -> [String] {
    try store.rescued.map { String(decoding: try TemporaryFolder.read($0), as: UTF8.self) }
  }

  @Test func `where the store is held by another, who leaves is asked and may wait`() throws {
    let world = try FakeWorld()
    world.store.behaviour.hold()
    let status = world.play(
      world.select("النخيل") + Step.type("aفكرة") + [
        .key(.escape), .key("q"),
        .perform {
          #expect(world.state.isLeaving)
          world.store.behaviour.release()
        },
        .until("it is stored and the reader ends") { false },
      ])
    #expect(status == 0)
    #expect(world.store.stored(of: world.document()).map(\.note) == ["فكرة"])
    #expect(world.store.rescued.isEmpty)
  }

  @Test func `each article has its own, and the others are told of`() throws {
    let store = try FakeStore()
    let names = ["a.txt", "b.txt"]
    try {
      let first = try FakeWorld(names, store: store)
      first.files.write("خبر عن النخيل", to: "/b.txt")
      first.play(
        refused(in: first) + [.key(.alt("."))] + refused(in: first)
          + [.event(.signal(.terminate))])
      #expect(first.loop.lastWords.count == 2)
    }()
    #expect(store.rescued.count == 2)
    let again = FakeStore(of: store)
    let second = try FakeWorld(names, store: again)
    second.files.write("خبر عن النخيل", to: "/b.txt")
    let offered = Step.until("it is offered") { !second.state.modes.open.isEmpty }
    let takenUp = [
      offered, .key("a"), .key(.escape), second.awaitNotice(.noteSaved),
      .until("it is tidied up") { second.loop.session.record.kept.isEmpty },
    ]
    second.play(takenUp + [.key(.alt("."))] + takenUp + [.key("q")])
    #expect(store.rescued.isEmpty)
    for name in names {
      #expect(again.stored(of: second.document(name)).map(\.note) == ["فكرة"])
    }
  }

  @Test func `a note whose words are gone is asked about, and kept`() throws {
    for (ending, isKept) in [
      ([Step.event(.signal(.hangup))], true), ([.key(.escape), .key("q"), .key("d")], false),
    ] {
      let world = try FakeWorld()
      world.play(
        world.select("النخيل") + Step.type("aفكرة") + [
          .perform { world.files.write("شيء آخر تماما", to: "/a.txt") },
          world.untilFilesArePolled,
        ] + ending)
      #expect(world.store.rescued.count == (isKept ? 1 : 0))
      let text = try contents(world.store).joined()
      #expect(["فكرة", "النخيل"].allSatisfy(text.contains) == isKept)
    }
  }

  @Test func `where no file can be written the person is asked again, and else it is told`() throws
  {
    for ending in [[Step.key("q"), .key("k"), .key("k")], []] {
      let world = try FakeWorld()
      world.rescue = RescueFolders(
        environment: ["XDG_STATE_HOME": "/dev/null/a", "TMPDIR": "/dev/null/b"])
      world.play(
        refused(in: world) + ending
          + [.perform { #expect(world.state.isLeaving != ending.isEmpty) }])
      #expect(world.loop.lastWords.count == 2)
      guard case .text(let text)? = world.loop.lastWords.last else {
        Issue.record("the note is not told")
        continue
      }
      #expect(text.contains("فكرة"))
    }
  }

  @Test func `highlights that are refused are kept as a file, and made when the store takes them`()
    throws
  {
    for ending in [[Step.key("q"), .key("k")], [.event(.signal(.terminate))]] {
      let store = try FakeStore()
      try {
        let world = try FakeWorld(store: FakeStore(of: store))
        world.store.behaviour.refusal = full
        world.play(world.select("النخيل") + Step.type("hh") + ending)
        let path = try #require(store.rescued.first)
        // Of several of one passage the last counts.
        #expect(world.loop.lastWords == [.phrase(Phrase(.unsavedKept, .number(1), .path(path)))])
      }()
      let world = try FakeWorld(store: FakeStore(of: store))
      world.play([
        .until("it is offered") { !world.state.modes.open.isEmpty }, .key("a"),
        world.awaitNotice(.noteHighlighted),
        .perform {
          #expect(world.state.article.notes.items.map(\.annotation.color) == [.yellow])
        },
        .until("it is tidied up") { world.loop.session.record.kept.isEmpty }, .key("q"),
      ])
      #expect(store.rescued.isEmpty)
    }
  }

  @Test func `while an editor has a note a file tells of it, until it is stored`() throws {
    let world = try FakeWorld()
    world.editor.editText = { text in
      let said = (try? contents(world.store))?.joined() ?? ""
      #expect(said.contains("فكرة") && said.contains("file: /note"))
      return text + " أخرى"
    }
    world.play(
      world.select("النخيل") + Step.type("aفكرة") + [
        .key(.control("e")), .perform { #expect(world.store.rescued.count == 1) },
        .key(.escape), world.awaitNotice(.noteSaved), .key("q"),
      ])
    #expect(world.store.rescued.isEmpty)
    #expect(world.store.stored(of: world.document()).map(\.note) == ["فكرة أخرى"])
  }

  @Test func `what the store has after all is not offered`() throws {
    let store = try FakeStore()
    try leave(store, by: [])
    let path = try #require(store.rescued.first)
    let bytes = try TemporaryFolder.read(path)
    for _ in 0..<2 {
      let world = try FakeWorld(store: FakeStore(of: store))
      world.play(
        [.until("notes are loaded") { world.state.article.notes.isLoaded }] + Step.type("a") + [
          .key(.escape), .key("q"),
        ])
      // The reader is killed before it has tidied up.
      try TemporaryFolder.write(bytes, to: path)
    }
    let world = try FakeWorld(store: FakeStore(of: store))
    world.play([.until("notes are loaded") { world.state.article.notes.isLoaded }, .key("q")])
    #expect(store.rescued.isEmpty)
    #expect(store.stored(of: world.document()).map(\.note) == ["فكرة"])
  }

  @Test func `what is no such file, or of a later version, stays as it is and is told`() throws {
    let store = try FakeStore()
    try leave(store, by: [])
    let path = try #require(store.rescued.first)
    let whole = try TemporaryFolder.read(path)
    let newer = Array(
      String(decoding: whole, as: UTF8.self).replacing("version 1", with: "version 9").utf8)
    for bytes in [Array(whole.dropLast(5)), newer, [0xFF, 0x00], []] {
      try TemporaryFolder.write(bytes, to: path)
      let world = try FakeWorld(store: FakeStore(of: store))
      world.play([
        .until("it is told") { !world.state.modes.open.isEmpty }, .key("j"), .key("q"),
      ])
      #expect(try TemporaryFolder.read(path) == bytes)
    }
  }

  @Test func `two readers that end at once keep both, and what one has another does not offer`()
    throws
  {
    let store = try FakeStore()
    let pair = try (0..<2).map { _ in try FakeWorld(store: FakeStore(of: store)) }
    for world in pair { world.play(refused(in: world) + [.event(.signal(.terminate))]) }
    #expect(store.rescued.count == 2)
    // Both still live and have hold of their files.
    let third = try FakeWorld(store: FakeStore(of: store))
    third.play([
      .until("notes are loaded") { third.state.article.notes.isLoaded },
      .perform { #expect(third.state.modes.open.isEmpty) }, .key("q"),
    ])
    #expect(store.rescued.count == 2)
    withExtendedLifetime(pair) {}
  }
}
