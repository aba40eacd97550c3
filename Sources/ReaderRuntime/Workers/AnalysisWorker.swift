import ArabicText
import Corrections
import Dispatch
import Reader
import Synchronization

/// Analyses the document beside the screen.
struct AnalysisWorker {
  private let document: Document
  private let analyzer: any DocumentAnalyzer
  private let pool: WorkerPool
  private let post: @Sendable (Answer) -> Void
  private let lists = UsedLists()
  private var work: Cancellation?

  /// A worker for `document` that finds by `analyzer`; what it finds comes by `post`.
  init(
    _ document: Document, analyzer: any DocumentAnalyzer, pool: WorkerPool,
    post: @escaping @Sendable (Answer) -> Void
  ) {
    (self.document, self.analyzer, self.pool, self.post) = (document, analyzer, pool, post)
  }

  /// Starts anew with the paragraphs of `first`; an analysis that runs is stopped.
  mutating func start(first: TextSpan) {
    cancel()
    work = pool.start(.utility) { [document, analyzer, lists, post] isCancelled in
      // Before they are read: what is written to them from now on is seen to be new.
      lists.use(analyzer.listsVersion)
      analyzer.analyze(document, first: first, isCancelled: isCancelled, post: post)
    }
  }

  /// Stops the analysis that runs.
  func cancel() { work?.cancel() }

  /// Tells, once, where the person's lists are others now than those that the analysis was begun with.
  ///
  /// Whoever has changed them. For a thread that may wait for the file system.
  var checkLists: @Sendable () -> Void {
    { [analyzer, lists, post] in
      if lists.areReplaced(by: analyzer.listsVersion) { post(.listsChanged) }
    }
  }
}

/// Which lists the analysis of an article was begun with.
private final class UsedLists: Sendable {
  private let version = Mutex<ListsVersion?>(nil)

  func use(_ now: ListsVersion) { version.withLock { $0 = now } }

  /// Whether they are others than `now`; asked again, only once they are used.
  func areReplaced(by now: ListsVersion) -> Bool {
    version.withLock { version in
      guard let used = version, used != now else { return false }
      version = nil
      return true
    }
  }
}
