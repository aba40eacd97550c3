import Annotations
import ArabicText
import Interface
import Library
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
      return try store.found(in: document)
    } catch {
      Self.tell(error)
      self.store = nil
      return []
    }
  }

  /// What it holds of the documents below the folder `root`; `nil` where there is no store.
  static func library(of root: String) -> LibraryNotes? {
    do throws(StoreError) {
      guard let store = try NotesStore.toRead()?.store else { return nil }
      return try LibraryNotes(store, of: root)
    } catch .noHome {
      return nil
    } catch {
      tell(error)
      return nil
    }
  }

  private static func tell(_ error: StoreError) {
    Failure.tell(Phrase(.correctionsLeftOut, .phrase(error.phrase)))
  }
}
