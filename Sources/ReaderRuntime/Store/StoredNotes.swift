import ArabicText
import Reader

/// The annotations of one document in the user's store, which is opened when they are first needed,
/// and again as long as that fails.
package final class StoredNotes: NoteStore {
  private let document: Document
  private let earlier: String?
  private let shared: SharedNotes

  /// The annotations of `document` in the folder that `environment` names.
  package convenience init(
    of document: Document, after earlier: String? = nil, environment: [String: String]
  ) {
    self.init(of: document, after: earlier, in: SharedNotes(environment: environment))
  }

  /// The annotations of `document` in a store that other documents share.
  ///
  /// - Parameters:
  ///   - document: the article.
  ///   - earlier: the hash of the text that was shown before, of which this is a later state.
  ///   - shared: the store.
  init(of document: Document, after earlier: String? = nil, in shared: SharedNotes) {
    (self.document, self.earlier, self.shared) = (document, earlier, shared)
  }

  deinit { shared.remove(ObjectIdentifier(self)) }

  private func with<Result: Sendable>(
    _ body: (inout ArticleNotes, inout NotesConnection) -> Result
  ) -> Result {
    shared.with(ObjectIdentifier(self), ArticleNotes(document: document, after: earlier), body)
  }

  package func load() -> [StoreAnswer] { with { $0.load(&$1) } }

  package func reloadIfChanged() -> StoreAnswer? { with { $0.reloadIfChanged(&$1) } }

  package func perform(_ request: NotesRequest) -> StoreAnswer { perform([request])[0] }

  package func perform(_ requests: [NotesRequest]) -> [StoreAnswer] {
    with { $0.perform(requests, &$1) }
  }

  package func close() { with { article, _ in article.close() } }
}
