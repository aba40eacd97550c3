import Annotations
import ArabicText
import CursesTerminal
import Documents
import Interface
import Library
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

  /// Opens the store to read it; nothing is made or changed on disk but where a text was found that has been renamed
  /// or edited.
  ///
  /// - Returns: the store, or `nil` where there is none.
  /// - Throws: `StoreError`.
  static func toRead() throws(StoreError) -> NotesStore? {
    let store = try AnnotationStore(lookingInto: folder().annotations, keepingFindings: true)
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
      of: Self.text(of: document), path: document.path.map { FilePath.real($0) ?? $0 },
      place: document.place, key: document.noteKey)
  }

  /// All annotations of `document`, with their places in it.
  ///
  /// - Throws: `StoreError`.
  func found(in document: Document) throws(StoreError) -> [PlacedAnnotation] {
    MovedText.look(before: annotations(of: document), in: store)
    return try store.found(
      in: Self.text(of: document), path: document.path.map { FilePath.real($0) ?? $0 },
      place: document.place, key: document.noteKey)
  }

  /// All annotations of `document`, with those of the articles that it holds, as they stand in it.
  ///
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n* log *n*) in the annotations, and O(*n*) in the text.
  func allAnnotations(of document: Document) throws(StoreError) -> [PlacedAnnotation] {
    let own = try found(in: document)
    guard let path = document.path.map({ FilePath.real($0) ?? $0 }) else { return own }
    let annotated = try store.annotatedPlaces()
    let text = Self.text(of: document)
    var all = own
    for (index, item) in FeedArticles(document, FolderFiles.formats).enumerated() {
      var article = item.document
      article.place = FolderFiles.place(index + 1, in: path)
      let names = [article.contentHash, article.noteKey].compactMap(\.self)
      guard names.contains(where: annotated.contains) else { continue }
      all += try found(in: article).map { $0.moved(by: item.start, into: text) }
    }
    return all
  }

  /// The text of `document` with its hash.
  static func text(of document: Document) -> AnchoredText {
    AnchoredText(
      document.text,
      contentHash: document.contentHash ?? DocumentLoader.contentHash(of: document.text))
  }
}

extension PlacedAnnotation {
  /// The annotation as it stands in `text`, of which its own begins at `start`; without a place where that is not
  /// certain.
  fileprivate func moved(by start: TextOffset, into text: AnchoredText) -> PlacedAnnotation {
    guard placement.isCertain, let span else { return PlacedAnnotation(annotation, .orphan) }
    let place = TextSpan(utf8: span.lower.utf8 + start.utf8..<span.upper.utf8 + start.utf8)
    var moved = annotation
    if let anchor = text.anchor(of: place) { moved.anchor = anchor }
    return PlacedAnnotation(moved, .exact(place))
  }
}
