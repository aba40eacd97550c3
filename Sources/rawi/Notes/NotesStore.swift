import Annotations
import ArabicText
import CursesTerminal
import Documents
import Interface
import Platform
import Reader
import ReaderRuntime

/// The user's store of annotations, for commands.
struct NotesStore {
  /// The store.
  let store: AnnotationStore

  /// Opens the store to change it; a damaged one is reported on standard error.
  ///
  /// - Throws: `StoreError`.
  init() throws(StoreError) {
    store = try AnnotationStore(in: Self.folder())
    if let file = store.damagedFile {
      Failure.tell(Phrase(.storeSetAside, .path(file)))
    }
  }

  /// Opens the store to read it; nothing is made or changed on disk.
  ///
  /// - Returns: the store, or `nil` where there is none.
  /// - Throws: `StoreError`.
  static func toRead() throws(StoreError) -> NotesStore? {
    let store = try AnnotationStore(lookingInto: folder().annotations)
    return store.map(NotesStore.init(store:))
  }

  /// Looks through the whole store, and tells of annotations that no article shows.
  ///
  /// - Throws: `StoreError.damaged(path:)`.
  func check() throws(StoreError) {
    try store.check()
    let strays = try store.strayAnnotations()
    if strays > 0 { Failure.tell(Phrase(.storeStrays, .number(strays))) }
  }

  private init(store: AnnotationStore) { self.store = store }

  /// The user's data folder.
  ///
  /// - Throws: `StoreError`.
  static func folder() throws(StoreError) -> DataFolder {
    try DataFolder(environment: ProcessEnvironment.variables)
  }

  /// The annotations of `document`.
  func annotations(of document: Document) -> DocumentAnnotations {
    store.annotations(
      of: Self.text(of: document), path: document.path.map { FilePath.real($0) ?? $0 })
  }

  /// The text of `document` with its hash.
  static func text(of document: Document) -> AnchoredText {
    AnchoredText(
      document.text,
      contentHash: document.contentHash ?? DocumentLoader.contentHash(of: document.text))
  }
}
