import Annotations
import ArabicText
import CursesTerminal
import Documents
import Interface
import Platform
import Reader

/// Where each document was left and which marks were set in it, kept by the hash of its text.
///
/// The hash of a document that is mapped because of its size is computed beside the screen; until then
/// nothing is restored, and what is to be kept waits.
final class ReadingMemory {
  /// How many documents are remembered.
  private static let capacity = 10_000

  private let path: String?
  private var hash: String?
  private var store: AnnotationStore?
  /// Marks that wait for the hash.
  private var waiting: [Character: TextOffset]?
  /// The marks as they were read from the store or kept in it last.
  private var known: [Character: TextOffset] = [:]
  /// What to tell the person about the store.
  private var notice: Notice?
  private let task: Task<Void, Never>?

  /// The memory for `document`; where its hash has to be computed, ``Reader/Answer/hashed(_:)``
  /// comes by `post`.
  init(document: Document, post: @escaping @Sendable (Answer) -> Void) {
    path = document.path
    hash = document.contentHash
    let text = document.text
    task =
      hash == nil
      ? Task.detached(priority: .background) {
        let hash = DocumentLoader.contentHash(of: text) { Task.isCancelled }
        if let hash { post(.hashed(hash)) }
      } : nil
    do throws(StoreError) {
      let folder = try DataFolder(environment: ProcessEnvironment.variables)
      let store = try AnnotationStore(toRead: folder)
      self.store = store
      if let refusal = store.refusal {
        notice = Notice(.memoryUnavailable, .phrase(refusal.phrase), isError: true)
      } else {
        notice = store.damagedFile.map {
          Notice(.memoryDamaged, .text("\($0)"), isError: true)
        }
      }
    } catch {
      notice = Notice(.memoryUnavailable, .phrase(error.phrase), isError: true)
    }
  }

  deinit { task?.cancel() }

  /// Takes in the hash of the document.
  func take(hash: String) {
    self.hash = hash
    if let waiting { keep(waiting) }
    waiting = nil
  }

  /// Goes to where the document was left.
  func restore(_ state: inout ReaderState) {
    if let hash, let store {
      let marks = (try? store.places.marks(forContentHash: hash)) ?? [:]
      known = marks
      let place = try? store.places.place(forContentHash: hash)
      state.restore(
        place: place?.offset ?? .zero, jumps: place?.jumps ?? [], letterMarks: marks)
    }
    if let notice { state.notify(notice) }
    notice = nil
  }

  /// Remembers where the document is left; a failure costs the place and nothing else.
  func remember(_ state: ReaderState) {
    guard let store, let hash else { return }
    let place = ReadingPlace(offset: state.place, jumps: state.article.jumps.map(\.place))
    try? store.places.remember(place, forContentHash: hash, path: path)
    _ = try? store.places.forgetOldest(keeping: Self.capacity)
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
    guard let places = store?.places else { return }
    let kept = (try? places.marks(forContentHash: hash)) ?? [:]
    try? places.remember(marks: kept.merging(own) { $1 }, forContentHash: hash)
  }
}
