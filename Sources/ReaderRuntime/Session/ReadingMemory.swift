import Annotations
import ArabicText
import Dispatch
import Documents
import Reader

/// Where a document was left and which places in it have letters, kept by the hash of its text.
///
/// The hash of a document that is mapped because of its size is computed beside the screen; until then
/// nothing is restored, and what is to be kept waits.
final class ReadingMemory {
  private let path: String?
  private let places: any PlaceStore
  private var hash: String?
  /// Marks that wait for the hash.
  private var waiting: [Character: TextOffset]?
  /// The marks as they were read from the store or kept in it last.
  private var known: [Character: TextOffset] = [:]
  /// What to tell the person about the store.
  private var notice: Notice?
  private var hashing: Cancellation?

  /// The memory for `document` in `places`; where its hash has to be computed,
  /// ``Reader/Answer/hashed(_:)`` comes by `post`.
  init(
    of document: Document, in places: any PlaceStore, pool: WorkerPool,
    post: @escaping @Sendable (Answer) -> Void
  ) {
    path = document.path
    self.places = places
    notice = places.problem
    hash = document.contentHash
    guard hash == nil else { return }
    let text = document.text
    hashing = pool.start(.background) { isCancelled in
      let hash = DocumentLoader.contentHash(of: text, isCancelled: isCancelled)
      if let hash { post(.hashed(hash)) }
    }
  }

  /// Stops computing the hash.
  func cancel() { hashing?.cancel() }

  /// Goes on with the hash of the document.
  func use(hash: String) {
    self.hash = hash
    if let waiting { keep(waiting) }
    waiting = nil
  }

  /// Goes to where the document was left.
  func restore(_ state: inout ReaderState) {
    if let hash {
      known = places.letterMarks(inText: hash)
      let place = places.place(inText: hash)
      state.restore(
        place: place?.offset ?? .zero, caret: place?.caret, jumps: place?.jumps ?? [],
        letterMarks: known)
    }
    if let notice { state.notify(notice) }
    notice = nil
  }

  /// Remembers where the document is left; a failure costs the place and nothing else.
  func remember(_ state: ReaderState) {
    guard let hash else { return }
    let place = ReadingPlace(
      offset: state.place, caret: state.article.caret, jumps: state.article.jumps.map(\.place),
      percent: state.percent)
    places.keep(place, inText: hash, path: path)
  }

  /// Keeps the marks of the document, on disk before this returns where the hash is known.
  func keep(_ marks: [Character: TextOffset]) {
    guard let hash else {
      waiting = marks
      return
    }
    // Those that another reader of the text has set meanwhile stay.
    let own = marks.filter { known[$0.key] != $0.value }
    known = marks
    places.keep(
      letterMarks: places.letterMarks(inText: hash).merging(own) { $1 }, inText: hash)
  }
}
