import Annotations
import ArabicText
import Interface
import Reader

/// What the user's store holds of documents, for commands that analyse them.
///
/// A store that cannot be read is reported on standard error, once, and counts as empty.
struct StoredCorrections {
  private var store: NotesStore?

  /// Opens the store to read it.
  init() {
    do throws(StoreError) {
      store = try NotesStore.toRead()
      try store?.store.check()
    } catch .noHome {
      // There is nothing of anybody's to be read.
      store = nil
    } catch {
      Self.tell(error)
      store = nil
    }
  }

  /// The annotations of `document` with their places in it.
  mutating func annotations(of document: Document) -> [PlacedAnnotation] {
    guard let store else { return [] }
    do throws(StoreError) {
      return try store.annotations(of: document).all()
    } catch {
      Self.tell(error)
      self.store = nil
      return []
    }
  }

  private static func tell(_ error: StoreError) {
    Failure.tell(Phrase(.correctionsLeftOut, .phrase(error.phrase)))
  }
}
