import Annotations
import ArabicText
import Corrections
import Documents
import Platform
import Reader
import Synchronization

/// The annotations of one document in the user's store, which is opened when they are first needed,
/// and again as long as that fails.
package final class StoredNotes: NoteStore {
  private let connection: Mutex<Connection>

  /// The annotations of `document` in the folder that `environment` names.
  package init(of document: Document, environment: [String: String]) {
    connection = Mutex(Connection(document: document, environment: environment))
  }

  package func load() -> [StoreAnswer] { connection.withLock { $0.load() } }

  package func reloadIfChanged() -> StoreAnswer? { connection.withLock { $0.reloadIfChanged() } }

  package func perform(_ request: NotesRequest) -> StoreAnswer {
    connection.withLock { $0.perform(request) }
  }

  package func close() { connection.withLock { $0.close() } }
}

/// The store as it is open, and the text.
private struct Connection {
  private let document: Document
  private let environment: [String: String]
  private var text: AnchoredText?
  private var annotations: DocumentAnnotations?
  /// The annotations where they can only be read.
  private var readable: DocumentAnnotations?
  private var version: Int64?

  init(document: Document, environment: [String: String]) {
    self.document = document
    self.environment = environment
  }

  /// The annotations of the document; opened anew as long as that fails.
  private mutating func open() throws(StoreError) -> DocumentAnnotations {
    if let annotations { return annotations }
    let opened = annotations(in: try AnnotationStore(in: folder()))
    annotations = opened
    return opened
  }

  /// The annotations, to read where they cannot be changed, and why they cannot.
  private mutating func openToRead() throws(StoreError) -> (DocumentAnnotations, StoreError?) {
    let store = try AnnotationStore(toRead: folder())
    let opened = annotations(in: store)
    if store.refusal == nil { annotations = opened } else { readable = opened }
    return (opened, store.refusal)
  }

  private mutating func annotations(in store: AnnotationStore) -> DocumentAnnotations {
    let hash = document.contentHash ?? DocumentLoader.contentHash(of: document.text)
    let text = self.text ?? AnchoredText(document.text, contentHash: hash)
    self.text = text
    return store.annotations(of: text, path: document.path.map { FilePath.real($0) ?? $0 })
  }

  private func folder() throws(StoreError) -> DataFolder {
    try DataFolder(environment: environment)
  }

  mutating func load() -> [StoreAnswer] {
    guard annotations == nil, readable == nil else { return [] }
    do throws(StoreError) {
      let (annotations, refusal) = try openToRead()
      let all = try annotations.all()
      version = try annotations.version()
      let answer = StoreAnswer.all(all, isFirst: true)
      return refusal.map { [answer, .unavailable($0.phrase)] } ?? [answer]
    } catch {
      return [.unavailable(error.phrase)]
    }
  }

  /// Closes the store: one that was not is looked through for damage when it is opened next.
  mutating func close() { (annotations, readable) = (nil, nil) }

  mutating func reloadIfChanged() -> StoreAnswer? {
    guard let annotations = annotations ?? readable, let now = try? annotations.version(),
      now != version
    else { return nil }
    version = now
    return (try? annotations.all()).map { .all($0, isFirst: false) }
  }

  mutating func perform(_ request: NotesRequest) -> StoreAnswer {
    do throws(StoreError) {
      let annotations = try open()
      switch request {
      case .change(let edits, let action):
        let made = try edits.map { (edit) throws(StoreError) in
          try edit.edit(in: annotations.text)
        }
        let outcome = try annotations.perform(made, summary: action.rawValue)
        learn(outcome)
        return .done(action, outcome)
      case .undo:
        let outcome = try annotations.undo()
        if let outcome { learn(outcome) }
        return .undone(outcome, isRedo: false)
      case .redo:
        let outcome = try annotations.redo()
        if let outcome { learn(outcome) }
        return .undone(outcome, isRedo: true)
      }
    } catch {
      return .failed(request.action, error.phrase)
    }
  }

  /// Lets the user's lists learn; the correction itself is safe whether or not that succeeds.
  private func learn(_ outcome: AnnotationOutcome) {
    guard outcome.items.contains(where: { ($0.after ?? $0.before)?.correction != nil }),
      let folder = try? folder()
    else { return }
    for list in UserList.allCases {
      try? UserListFile(list, in: folder).learn(from: outcome.items)
    }
  }
}
