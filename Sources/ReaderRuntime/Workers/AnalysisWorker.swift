import ArabicAnalysis
import ArabicText
import Corrections
import Dispatch
import EntityModel
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

/// The analysis of a document in parts: what is visible first, then what follows, then the rest.
enum DocumentAnalysis {
  /// A document is analysed whole up to this many bytes; of a larger one, this much around the
  /// place where the person reads, so that memory stays bounded.
  private static let reach = 4 * 1024 * 1024

  /// This much is read by the trained tagger, half a minute of work; lists and rules read the rest.
  private static let taggedReach = 1024 * 1024

  /// Paragraphs are looked at together up to this many bytes: a fraction of a second of work,
  /// between two looks whether it is still wanted.
  private static let batchLength = 8 * 1024

  static func run(
    _ document: Document, by pipeline: AnalysisPipeline, first: TextSpan,
    isCancelled: @Sendable () -> Bool, post: (Answer) -> Void
  ) {
    let rules = pipeline.withoutTagger
    let window = window(of: document.text, around: first)
    let paragraphs = paragraphs(of: document.text, in: window, first: first)
    let visible = paragraphs.prefix { $0.isFirst }.map(\.0)
    let total = window.utf8Count
    // What lists and rules know of the screen is there at once; the tagger takes a tenth of a second.
    if pipeline.model.isTagging {
      let findings = rules.findings(in: visible, of: document)
      let first = rules.analysis(joining: findings, of: document)
      post(.analysis(first, .running(done: 0, total: total)))
    }
    var findings: [ParagraphFindings] = []
    var done = 0
    // Results are joined and shown after the first screenful and then each time the amount has
    // doubled, so that joining costs no more than a constant factor over all.
    var nextReport = 0
    var batch = visible
    var rest = paragraphs.dropFirst(visible.count).map(\.0)[...]
    while !batch.isEmpty {
      let reader = done < taggedReach ? pipeline : rules
      guard let found = reader.findings(in: batch, of: document, isCancelled: isCancelled) else {
        return
      }
      findings += found
      done += length(of: batch)
      batch = next(of: &rest)
      if !batch.isEmpty, done >= nextReport {
        let sofar = pipeline.analysis(joining: findings, of: document)
        post(.analysis(sofar, .running(done: done, total: total)))
        nextReport = done * 2
      }
    }
    if isCancelled() { return }
    let whole = pipeline.analysis(joining: findings, of: document)
    post(.analysis(whole, .finished(span: window)))
  }

  /// Takes the paragraphs to look at together from the front of `rest`: whole neighbourhoods, which
  /// the tagger would else read twice.
  private static func next(of rest: inout ArraySlice<Paragraph>) -> [Paragraph] {
    var batch: [Paragraph] = []
    while let paragraph = rest.first {
      let isNear = batch.last.map { Neighbourhood(of: $0) == Neighbourhood(of: paragraph) } ?? false
      guard isNear || length(of: batch) < batchLength else { break }
      batch.append(paragraph)
      rest.removeFirst()
    }
    return batch
  }

  /// The bytes of `paragraphs` with what stands between them.
  private static func length(of paragraphs: [Paragraph]) -> Int {
    paragraphs.reduce(0) { $0 + ($1.next - $1.start) }
  }

  /// The part of the text that is analysed: paragraphs whole.
  private static func window(of text: DecodedText, around first: TextSpan) -> TextSpan {
    guard text.utf8Count > reach else { return text.span }
    let middle = TextOffset((first.lower.utf8 + first.upper.utf8) / 2)
    let lower = max(.zero, middle - reach / 2)
    let upper = min(text.end, lower + reach)
    return TextSpan(text.paragraph(at: lower).start, text.paragraph(at: upper).next)
  }

  /// The paragraphs of `window`, those of `first` first, with all that are read together with them.
  private static func paragraphs(
    of text: DecodedText, in window: TextSpan, first: TextSpan
  ) -> [(Paragraph, isFirst: Bool)] {
    let all = Array(text.paragraphs(in: window))
    var start = all.firstIndex { $0.next > first.lower } ?? 0
    var end = max(start, all.firstIndex { $0.start >= first.upper } ?? all.count)
    func areNear(_ index: Int) -> Bool {
      (1..<all.count).contains(index)
        && Neighbourhood(of: all[index - 1]) == Neighbourhood(of: all[index])
    }
    while areNear(start) { start -= 1 }
    while end > start, areNear(end) { end += 1 }
    return all[start..<end].map { ($0, true) } + all[end...].map { ($0, false) }
      + all[..<start].map { ($0, false) }
  }
}
