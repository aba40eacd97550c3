import Annotations
import ArabicText
import Documents
import Interface
import TestSupport
import Testing

@testable import Reader
@testable import ReaderRuntime

/// The annotations of many articles in one store, and many changes of one.
struct SharedNotesTests {
  private let folder: TemporaryFolder
  private let environment: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    environment = ["XDG_DATA_HOME": folder.path]
  }

  private func article(_ number: Int) -> Document {
    let text = DecodedText("افتتحت وزيرة النقل جسرا جديدا، الخبر \(number)")
    return Document(
      text: text, name: "\(number)", contentHash: DocumentLoader.contentHash(of: text))
  }

  /// The descriptors of this process that lead into the folder.
  private var descriptors: Int {
    TemporaryFolder.links(in: "/proc/self/fd").count { $0.hasPrefix(folder.path) }
  }

  private func note(_ note: String) -> NotesRequest {
    var draft = AnnotationDraft()
    draft.note = note
    return .change([.add(TextSpan(utf8: 0..<12), draft)], .noted)
  }

  private func notes(of stored: any NoteStore) -> Set<String>? {
    stored.close()
    defer { stored.close() }
    guard case .all(let items, _)? = stored.load().first else { return nil }
    return Set(items.map(\.annotation.note))
  }

  @Test func `hundreds of articles share their descriptors, and give them back`() throws {
    let store = UserStore(environment: environment)
    let all = (0..<300).map { store.notes(of: article($0), after: nil) }
    let places = (0..<300).map { _ in store.places() }
    #expect(places.allSatisfy { $0.problem == nil })
    for (number, stored) in all.enumerated() {
      _ = stored.load()
      let answer = stored.perform(note("\(number)"))
      guard case .done = answer else {
        Issue.record("\(answer)")
        continue
      }
    }
    // File and log of each of two connections, and the index that both share.
    #expect(descriptors <= 6)
    for (number, stored) in all.enumerated() where number.isMultiple(of: 50) {
      #expect(notes(of: stored) == ["\(number)"])
    }
    for stored in all { stored.close() }
    // SQLite gives the last ones back with the last connection, so that it keeps its locks.
    #expect(descriptors <= 4)
  }

  @Test
  func `of two windows on one text each takes back its own note first, and tells of the other's`()
    throws
  {
    let windows = (0..<2).map { _ in
      UserStore(environment: environment).notes(of: article(1), after: nil)
    }
    for window in windows { _ = window.load() }
    for (number, words) in [(0, "أولا"), (1, "ثانيا"), (0, "ثالثا")] {
      _ = windows[number].perform(note(words))
    }
    #expect(notes(of: windows[1]) == ["أولا", "ثانيا", "ثالثا"])
    _ = windows[1].load()
    guard case .undone(let own?, _) = windows[1].perform(.undo),
      case .undone(let other?, _) = windows[1].perform(.undo)
    else {
      Issue.record("nothing was undone")
      return
    }
    #expect(!own.isOfOthers && own.items.map(\.before?.note) == ["ثانيا"])
    #expect(other.isOfOthers && other.items.map(\.before?.note) == ["ثالثا"])
    for window in windows { window.close() }
  }

  @Test func `what another article of the same text has changed is told`() throws {
    let store = UserStore(environment: environment)
    let (one, other) = (
      store.notes(of: article(1), after: nil), store.notes(of: article(1), after: nil)
    )
    _ = (one.load(), other.load())
    #expect(one.reloadIfChanged() == nil)
    _ = one.perform(note("نعم"))
    #expect(one.reloadIfChanged() == nil)
    guard case .all(let items, isFirst: false) = other.reloadIfChanged() else {
      Issue.record("the other is not told")
      return
    }
    #expect(items.map(\.annotation.note) == ["نعم"])
    #expect(other.reloadIfChanged() == nil)
  }

  @Test func `many changes together are what they are one by one`() throws {
    let stored = StoredNotes(of: article(1), environment: environment)
    let answers = stored.perform([
      note("1"), note("2"), .undo, .undo, .redo, .undo, .undo, note("3"),
    ])
    let forms = answers.map { answer in
      switch answer {
      case .done: "done"
      case .undone(let outcome, let isRedo): (isRedo ? "redone " : "undone ") + "\(outcome != nil)"
      default: "\(answer)"
      }
    }
    #expect(
      forms == [
        "done", "done", "undone true", "undone true", "redone true", "undone true", "undone false",
        "done",
      ])
    #expect(notes(of: stored) == ["3"])
  }

  @Test func `of many changes one that cannot be made is refused alone`() throws {
    let stored = StoredNotes(of: article(1), environment: environment)
    let wrong = NotesRequest.change([.add(TextSpan(utf8: 0..<4000), AnnotationDraft())], .noted)
    let answers = stored.perform([note("1"), wrong, note("2")])
    guard case .done = answers[0], case .failed = answers[1], case .done = answers[2] else {
      Issue.record("\(answers)")
      return
    }
    #expect(notes(of: stored) == ["1", "2"])
  }

  @Test func `where nothing can be stored each is refused`() throws {
    let file = try folder.file("file", [])
    let stored = StoredNotes(of: article(1), environment: ["XDG_DATA_HOME": file])
    let answers = stored.perform([note("1"), .undo])
    #expect(answers.count == 2)
    for answer in answers {
      guard case .failed = answer else {
        Issue.record("\(answer)")
        continue
      }
    }
  }

  // MARK: What waits

  @Test func `what waits for the store is done together, in its order`() throws {
    let store = CountingStore()
    let queue = StoreQueue()
    let answers = Mailbox<StoreAnswer> {}
    let worker = NotesWorker(store, queue: queue, checkLists: {}) { answers.post($0) }
    store.behaviour.hold()
    queue.add { store.behaviour.waitUntilReleased() }
    for number in 0..<1000 { worker.start(number.isMultiple(of: 3) ? .redo : .undo) }
    store.behaviour.release()
    #expect(queue.wait(atMost: .seconds(60)))
    let calls = store.calls
    #expect(calls.reduce(0, +) == 1000)
    #expect(calls.count < 10)
    let isRedo = answers.takeAll().flatMap { answer -> [StoreAnswer] in
      if case .several(let all) = answer { all } else { [answer] }
    }.map { $0 == .undone(nil, isRedo: true) }
    #expect(isRedo == (0..<1000).map { $0.isMultiple(of: 3) })
  }

  @Test func `who leaves does not wait for steps back, and loses nothing that was written`() throws
  {
    let store = CountingStore()
    let queue = StoreQueue()
    let answers = Mailbox<StoreAnswer> {}
    let worker = NotesWorker(store, queue: queue, checkLists: {}) { answers.post($0) }
    store.behaviour.hold()
    queue.add { store.behaviour.waitUntilReleased() }
    for _ in 0..<1000 { worker.start(.undo) }
    worker.start(note("نعم"))
    queue.hurry(within: .zero)
    store.behaviour.release()
    #expect(queue.wait(atMost: .seconds(60)))
    #expect(store.calls == [1])
    #expect(answers.takeAll().count == 1)
  }
}

/// A store that counts what is asked of it at once.
private final class CountingStore: NoteStore {
  let behaviour = StoreBehaviour()
  private let counts = Mailbox<Int> {}

  /// How many requests came with each call.
  var calls: [Int] { counts.takeAll() }

  func load() -> [StoreAnswer] { [] }
  func reloadIfChanged() -> StoreAnswer? { nil }
  func close() {}

  func perform(_ request: NotesRequest) -> StoreAnswer {
    request.action == nil
      ? .undone(nil, isRedo: request == .redo)
      : .failed(request.action, Phrase(.storeNoHome))
  }

  func perform(_ requests: [NotesRequest]) -> [StoreAnswer] {
    counts.post(requests.count)
    return requests.map { perform($0) }
  }
}
