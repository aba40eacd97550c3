import Annotations
import ArabicText
import CursesTerminal
import Reader

/// Where each document was left, kept by the hash of its text.
///
/// A document that is mapped because of its size has no hash and is not remembered.
final class ReadingMemory {
  /// How many documents are remembered.
  private static let capacity = 10_000

  private let document: Document
  private var store: AnnotationStore?
  /// What to tell the person about the store.
  private var notice: Notice?

  init(document: Document) {
    self.document = document
    guard document.contentHash != nil else { return }
    do {
      let folder = try DataFolder(environment: ProcessEnvironment.variables)
      let store = try AnnotationStore(in: folder)
      self.store = store
      notice = store.damagedFile.map {
        Notice(.memoryDamaged, .text("\($0)"), isError: true)
      }
    } catch {
      notice = Notice(.memoryUnavailable, .text("\(error)"), isError: true)
    }
  }

  /// Goes to where the document was left.
  func restore(_ state: inout ReaderState) {
    if let hash = document.contentHash,
      let place = try? store?.places.place(forContentHash: hash)
    {
      state.restore(place: place.offset, jumps: place.jumps)
    }
    if let notice { state.tell(notice) }
  }

  /// Remembers where the document is left; a failure costs the place and nothing else.
  func remember(_ state: ReaderState) {
    guard let store, let hash = document.contentHash else { return }
    let place = ReadingPlace(offset: state.place, jumps: state.jumps.map(\.place))
    try? store.places.remember(place, forContentHash: hash, path: document.path)
    _ = try? store.places.forgetOldest(keeping: Self.capacity)
  }
}
