import Annotations
import ArabicText
import Dispatch
import Interface
import Platform
import Reader
import ReaderRuntime
import Synchronization
import TestSupport

/// A store in a folder of its own that refuses, or makes wait, when a test says so.
final class FakeStore: ReaderStore {
  let memory = FakePlaces()
  let behaviour = StoreBehaviour()
  let environment: [String: String]
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    environment = [
      "XDG_DATA_HOME": folder.path, "XDG_STATE_HOME": folder.path, "TMPDIR": folder.path,
    ]
  }

  /// The same store as another program has it.
  init(of other: FakeStore) {
    (folder, environment) = (other.folder, other.environment)
  }

  /// The files of notes that could not be stored.
  var rescued: [String] {
    ["\(folder.path)/rawi/unsaved", folder.path].flatMap { folder in
      Folder.names(in: folder).filter { $0.hasPrefix("rawi-unsaved-") }.sorted()
        .map { "\(folder)/\($0)" }
    }
  }

  func notes(of document: Document, after earlier: String?) -> any NoteStore {
    FakeNotes(StoredNotes(of: document, after: earlier, environment: environment), behaviour)
  }

  func places() -> any PlaceStore { memory }

  /// What is stored of `document`, and the words that it is stored of.
  func stored(of document: Document) -> [(note: String, words: String?)] {
    let store = StoredNotes(of: document, environment: environment)
    defer { store.close() }
    guard case .all(let items, _)? = store.load().first else { return [] }
    return items.map { item in
      (item.annotation.note, item.span.map { document.text.string(in: $0) })
    }
  }
}

/// How a store behaves now.
final class StoreBehaviour: Sendable {
  private let refusalNow = Mutex<Phrase?>(nil)
  private let gate = Mutex<DispatchSemaphore?>(nil)
  private let closingCount = Atomic(0)

  /// Why every change is refused; `nil` where none is.
  var refusal: Phrase? {
    get { refusalNow.withLock { $0 } }
    set { refusalNow.withLock { $0 = newValue } }
  }

  /// How often stores were closed.
  var closings: Int { closingCount.load(ordering: .sequentiallyConsistent) }

  /// Lets changes wait until they are released.
  func hold() { gate.withLock { $0 = DispatchSemaphore(value: 0) } }

  /// Lets what waits go on.
  func release() {
    gate.withLock { gate in
      gate?.signal()
      gate = nil
    }
  }

  /// Waits while changes are held.
  func waitUntilReleased() { gate.withLock { $0 }?.wait() }

  fileprivate func countClosing() { closingCount.add(1, ordering: .sequentiallyConsistent) }
}

private final class FakeNotes: NoteStore {
  private let real: StoredNotes
  private let behaviour: StoreBehaviour

  init(_ real: StoredNotes, _ behaviour: StoreBehaviour) {
    (self.real, self.behaviour) = (real, behaviour)
  }

  func load() -> [StoreAnswer] { real.load() }

  func reloadIfChanged() -> StoreAnswer? { real.reloadIfChanged() }

  func perform(_ request: NotesRequest) -> StoreAnswer {
    behaviour.waitUntilReleased()
    if let refusal = behaviour.refusal { return .failed(request.action, refusal) }
    return real.perform(request)
  }

  func close() {
    behaviour.countClosing()
    real.close()
  }
}

/// Places that are kept while a test runs.
final class FakePlaces: PlaceStore {
  var problem: Notice?
  var places: [String: ReadingPlace] = [:]
  var letterMarks: [String: [Character: TextOffset]] = [:]

  func place(inText hash: String) -> ReadingPlace? { places[hash] }

  func letterMarks(inText hash: String) -> [Character: TextOffset] { letterMarks[hash] ?? [:] }

  func keep(_ place: ReadingPlace, inText hash: String, path: String?) { places[hash] = place }

  func keep(letterMarks marks: [Character: TextOffset], inText hash: String) {
    letterMarks[hash] = marks
  }
}
