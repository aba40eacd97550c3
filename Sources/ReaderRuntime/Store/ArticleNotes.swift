import Annotations
import ArabicText
import Corrections
import Documents
import Library
import Platform
import Reader

/// The annotations of one article, as ``SharedNotes`` has them.
struct ArticleNotes {
  private let document: Document
  private let earlier: String?
  private var text: AnchoredText?
  private var version: Version?
  /// Whether it is in use, so that the store stays open.
  private(set) var isOpen = false

  /// What tells one state of the store from another.
  private struct Version: Equatable {
    /// Changes of other programs.
    var others: Int64
    /// Changes by this connection.
    var own: Int
  }

  /// Those of `document`, whose text follows on that of the hash `earlier`.
  init(document: Document, after earlier: String? = nil) {
    (self.document, self.earlier) = (document, earlier)
  }

  private mutating func annotations(in store: AnnotationStore) -> DocumentAnnotations {
    let text =
      text
      ?? AnchoredText(
        document.text,
        contentHash: document.contentHash ?? DocumentLoader.contentHash(of: document.text))
    self.text = text
    isOpen = true
    return store.annotations(
      of: text, path: document.path.map { FilePath.real($0) ?? $0 }, place: document.place,
      key: document.noteKey, after: earlier)
  }

  private func version(
    in store: DocumentAnnotations, _ connection: NotesConnection
  ) throws(StoreError) -> Version {
    Version(others: try store.version(), own: connection.changes)
  }

  mutating func load(_ connection: inout NotesConnection) -> [StoreAnswer] {
    guard !isOpen else { return [] }
    do throws(StoreError) {
      let store = try connection.toRead()
      let annotations = annotations(in: store)
      MovedText.look(before: annotations, in: store)
      let all = try annotations.all()
      if connection.own.earlier == nil { connection.own.earlier = try? annotations.lastChange() }
      version = try version(in: annotations, connection)
      let answer = StoreAnswer.all(all, isFirst: true)
      return store.refusal.map { [answer, .unavailable($0.phrase)] } ?? [answer]
    } catch {
      isOpen = false
      return [.unavailable(error.phrase)]
    }
  }

  /// Lets go of the store.
  mutating func close() { (isOpen, text) = (false, nil) }

  mutating func reloadIfChanged(_ connection: inout NotesConnection) -> StoreAnswer? {
    guard isOpen, let store = connection.opened else { return nil }
    let annotations = annotations(in: store)
    guard let now = try? version(in: annotations, connection), now != version else { return nil }
    version = now
    return (try? annotations.all()).map { .all($0, isFirst: false) }
  }

  // MARK: Changes

  /// What a request has come to.
  private struct Done {
    var answer: StoreAnswer
    var outcome: AnnotationOutcome?
  }

  /// Does what is asked for, in this order.
  ///
  /// Many changes are one change of the file, as each waits for the disk. Where that fails they are done
  /// one by one, so that each is kept, or refused, for itself.
  mutating func perform(
    _ requests: [NotesRequest], _ connection: inout NotesConnection
  ) -> [StoreAnswer] {
    do throws(StoreError) {
      let store = try connection.toChange()
      let annotations = annotations(in: store)
      let isUpToDate = try version(in: annotations, connection) == version
      var own = connection.own
      let done = try store.together { () throws(StoreError) in
        try requests.map { (request) throws(StoreError) in
          let done = try Self.perform(request, on: annotations, own)
          if let outcome = done.outcome { own.insert(outcome) }
          return done
        }
      }
      connection.own = own
      connection.countChange()
      // What others have changed meanwhile is yet to be told.
      if isUpToDate { version = try? version(in: annotations, connection) }
      learn(done.compactMap(\.outcome), connection)
      return done.map(\.answer)
    } catch {
      guard requests.count > 1 else {
        return requests.map { .failed($0.action, error.phrase) }
      }
      return requests.flatMap { perform([$0], &connection) }
    }
  }

  /// - Throws: `StoreError` where the store fails, and nothing of all is to be kept.
  private static func perform(
    _ request: NotesRequest, on annotations: DocumentAnnotations, _ own: OwnChanges
  ) throws(StoreError) -> Done {
    do throws(StoreError) {
      switch request {
      case .change(let edits, let action):
        let made = try edits.map { (edit) throws(StoreError) in
          try edit.edit(in: annotations.text)
        }
        let outcome = try annotations.perform(made, summary: action.rawValue)
        return Done(answer: .done(action, outcome), outcome: outcome)
      case .undo:
        let outcome = try annotations.undo(own: own)
        return Done(answer: .undone(outcome, isRedo: false), outcome: outcome)
      case .redo:
        let outcome = try annotations.redo(own: own)
        return Done(answer: .undone(outcome, isRedo: true), outcome: outcome)
      }
    } catch {
      switch error {
      case .notInText, .unknownChange, .unknownAnnotation:
        return Done(answer: .failed(request.action, error.phrase))
      default: throw error
      }
    }
  }

  /// Lets the user's lists learn; the corrections themselves are safe whether or not that succeeds.
  private func learn(_ outcomes: [AnnotationOutcome], _ connection: NotesConnection) {
    let items = outcomes.flatMap(\.items)
    guard items.contains(where: { ($0.after ?? $0.before)?.correction != nil }),
      let folder = try? connection.folder()
    else { return }
    let article = document.path.map { FilePath.shown(FilePath.real($0) ?? $0) } ?? document.name
    for list in UserList.allCases {
      try? UserListFile(list, in: folder).learn(from: items, in: article)
    }
  }
}

extension Document {
  /// What names it in the store whatever its words, where it is one of several in a file.
  package var noteKey: String? {
    guard let itemKey, let place, let end = place.lastIndex(of: "#") else { return nil }
    return ItemKey.make(String(place[..<end]), itemKey)
  }
}
