import ArabicAnalysis
import ArabicText
import Corrections
import EntityModel
import Reader

/// The analysis of a document in parts: what is visible first, then what follows, then the rest.
enum DocumentAnalysis {
  /// A document is analysed whole up to this many bytes; of a larger one, this much around the
  /// place where the person reads, so that memory stays bounded.
  private static let reach = 4 * 1024 * 1024

  /// This much is read by the trained tagger, half a minute of work; lists and rules read the rest.
  private static let taggedReach = 1024 * 1024

  static func run(
    _ document: Document, by pipeline: AnalysisPipeline, first: TextSpan,
    isCancelled: @Sendable () -> Bool, post: (Answer) -> Void
  ) {
    let rules = pipeline.withoutTagger
    let window = window(of: document.text, around: first)
    var batches = ParagraphBatches(of: document.text, in: window, first: first)
    let total = window.utf8Count
    // What lists and rules know of the screen is there at once; the tagger takes a tenth of a second.
    if pipeline.model.isTagging {
      let findings = rules.findings(in: batches.visible.paragraphs, of: document)
      let first = rules.analysis(joining: findings, of: document)
      post(.analysis(first, .running(done: 0, total: total)))
    }
    var found = CollectedFindings()
    var done = 0
    // Results are joined and shown after the first screenful and then each time the amount has
    // doubled, so that joining costs no more than a constant factor over all.
    var nextReport = 0
    while let batch = batches.next() {
      let reader = done < taggedReach ? pipeline : rules
      let findings = reader.findings(in: batch.paragraphs, of: document, isCancelled: isCancelled)
      guard let findings, !isCancelled() else { return }
      found.add(findings)
      done += batch.length
      if done < total, done >= nextReport {
        let sofar = pipeline.analysis(joining: found.findings, of: document)
        post(.analysis(sofar, .running(done: done, total: total)))
        nextReport = done * 2
      }
    }
    if isCancelled() { return }
    let whole = pipeline.analysis(joining: found.findings, of: document)
    post(.analysis(whole, .finished(span: window)))
  }

  /// The part of the text that is analysed: paragraphs whole.
  private static func window(of text: DecodedText, around first: TextSpan) -> TextSpan {
    guard text.utf8Count > reach else { return text.span }
    let middle = TextOffset((first.lower.utf8 + first.upper.utf8) / 2)
    let lower = max(.zero, middle - reach / 2)
    let upper = min(text.end, lower + reach)
    return TextSpan(text.paragraph(at: lower).start, text.paragraph(at: upper).next)
  }
}
