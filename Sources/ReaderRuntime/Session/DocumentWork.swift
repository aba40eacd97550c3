import ArabicText
import Reader

/// What all articles share of the work beside the screen.
struct SharedWork {
  /// What computes.
  let pool = WorkerPool()
  /// What waits for the store.
  let store = StoreQueue()
}

/// The work beside the screen on one version of an article's text.
struct DocumentWork {
  /// Finds names and speech.
  var analysis: AnalysisWorker
  /// Searches and counts.
  var search: SearchWorker
  /// Finds the paragraphs to show.
  var filter: SearchWorker
  /// Keeps annotations.
  let notes: NotesWorker
  /// Keeps places.
  let memory: ReadingMemory

  /// The work on the text that `state` shows now, after that of the hash `earlier`; what it comes to is
  /// posted to `mailbox`.
  init(
    on state: ReaderState, after earlier: String? = nil, services: ReaderServices,
    shared: SharedWork,
    mailbox: Mailbox<Message>
  ) {
    let document = state.article.document
    let revision = state.article.revision
    let post: @Sendable (Answer) -> Void = { mailbox.post(.answer($0, of: revision)) }
    let analysis = AnalysisWorker(
      document, analyzer: services.analyzer, pool: shared.pool, post: post)
    self.analysis = analysis
    search = SearchWorker(document.text, pool: shared.pool, post: post)
    filter = SearchWorker(document.text, pool: shared.pool, post: post)
    notes = NotesWorker(
      services.store.notes(of: document, after: earlier), queue: shared.store,
      checkLists: analysis.checkLists
    ) {
      post(.notes($0))
    }
    memory = ReadingMemory(
      of: document, in: services.store.places(), pool: shared.pool, post: post)
  }

  /// Stops what computes, and closes the store when all that was asked of it is done.
  func end() {
    analysis.cancel()
    search.cancel()
    filter.cancel()
    memory.cancel()
    notes.close()
  }
}
