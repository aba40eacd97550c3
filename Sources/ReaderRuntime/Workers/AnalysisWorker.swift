import ArabicText
import Dispatch
import Reader

/// Analyses the document beside the screen.
struct AnalysisWorker {
  private let document: Document
  private let analyzer: any DocumentAnalyzer
  private let pool: WorkerPool
  private let post: @Sendable (Answer) -> Void
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
    work = pool.start(.utility) { [document, analyzer, post] isCancelled in
      analyzer.analyze(document, first: first, isCancelled: isCancelled, post: post)
    }
  }

  /// Stops the analysis that runs.
  func cancel() { work?.cancel() }
}
