import Annotations
import ArabicText
import Interface
import Reader

/// The store in the user's folder: two connections, whatever the number of documents, one for what is
/// beside the screen and one for the thread of the loop.
package final class UserStore: ReaderStore {
  private let environment: [String: String]
  private let shared: SharedNotes
  private var known: StoredPlaces?

  /// The store in the folder that `environment` names.
  package init(environment: [String: String]) {
    self.environment = environment
    shared = SharedNotes(environment: environment)
  }

  package func notes(of document: Document, after earlier: String?) -> any NoteStore {
    StoredNotes(of: document, after: earlier, in: shared)
  }

  package func places() -> any PlaceStore {
    if let known, known.problem == nil { return known }
    let places = StoredPlaces(environment: environment)
    known = places
    return places
  }
}

/// Where documents were left, in the user's folder.
struct StoredPlaces: PlaceStore {
  /// How many documents are remembered.
  private static let capacity = 10_000

  let problem: Notice?
  private let store: AnnotationStore?

  /// The places in the folder that `environment` names.
  init(environment: [String: String]) {
    do throws(StoreError) {
      let store = try AnnotationStore(toRead: DataFolder(environment: environment))
      self.store = store
      problem =
        store.refusal.map { Notice(.memoryUnavailable, .phrase($0.phrase), isError: true) }
        ?? store.damagedFile.map { Notice(.memoryDamaged, .text("\($0)"), isError: true) }
    } catch {
      store = nil
      problem = Notice(.memoryUnavailable, .phrase(error.phrase), isError: true)
    }
  }

  func place(inText hash: String) -> ReadingPlace? {
    try? store?.places.place(forContentHash: hash)
  }

  func letterMarks(inText hash: String) -> [Character: TextOffset] {
    (try? store?.places.marks(forContentHash: hash)) ?? [:]
  }

  func keep(_ place: ReadingPlace, inText hash: String, path: String?) {
    guard let places = store?.places else { return }
    try? places.remember(place, forContentHash: hash, path: path)
    _ = try? places.forgetOldest(keeping: Self.capacity)
  }

  func keep(letterMarks: [Character: TextOffset], inText hash: String) {
    try? store?.places.remember(marks: letterMarks, forContentHash: hash)
  }
}
