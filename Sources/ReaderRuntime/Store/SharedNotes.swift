import Annotations
import ArabicText
import Platform
import Reader
import Synchronization

/// The annotations of all articles that one reader has open, over one connection to the user's store.
///
/// It is opened when annotations are first needed, again as long as that fails, and closed with the last
/// article: a connection of its own for each would take more descriptors than a process has.
final class SharedNotes: Sendable {
  private let state: Mutex<State>

  /// The annotations in the folder that `environment` names.
  init(environment: [String: String]) {
    state = Mutex(State(connection: NotesConnection(environment: environment)))
  }

  private struct State {
    var connection: NotesConnection
    var articles: [ObjectIdentifier: ArticleNotes] = [:]
  }

  /// Forgets the article of `owner`.
  func remove(_ owner: ObjectIdentifier) { state.withLock { $0.articles[owner] = nil } }

  /// Does `body` with the article of `owner`, at first `new`, and the store.
  func with<Result: Sendable>(
    _ owner: ObjectIdentifier, _ new: @autoclosure () -> ArticleNotes,
    _ body: (inout ArticleNotes, inout NotesConnection) -> Result
  ) -> Result {
    state.withLock { state in
      var article = state.articles[owner] ?? new()
      let result = body(&article, &state.connection)
      state.articles[owner] = article
      if state.articles.values.allSatisfy({ !$0.isOpen }) { state.connection.close() }
      return result
    }
  }
}

/// A connection to the user's store.
struct NotesConnection {
  /// How many changes came by it, which its own count of versions leaves out.
  private(set) var changes = 0
  /// Which changes of the journal came by it.
  var own = OwnChanges()
  private let environment: [String: String]
  private var store: AnnotationStore?
  /// The store where it can only be read.
  private var readable: AnnotationStore?

  init(environment: [String: String]) { self.environment = environment }

  /// The folder of the store.
  func folder() throws(StoreError) -> DataFolder { try DataFolder(environment: environment) }

  /// The store, to change it; opened anew as long as that fails.
  mutating func toChange() throws(StoreError) -> AnnotationStore {
    if let store { return store }
    let opened = try AnnotationStore(in: folder())
    (store, readable) = (opened, nil)
    return opened
  }

  /// The store, to read it where it cannot be changed.
  mutating func toRead() throws(StoreError) -> AnnotationStore {
    if let open = store ?? readable { return open }
    let opened = try AnnotationStore(toRead: folder())
    if opened.refusal == nil { store = opened } else { readable = opened }
    return opened
  }

  /// The store, if it is open.
  var opened: AnnotationStore? { store ?? readable }

  /// Counts a change.
  mutating func countChange() { changes += 1 }

  /// Closes the store: one that was not is looked through for damage when it is opened next.
  mutating func close() { (store, readable) = (nil, nil) }
}
