import ArabicText

/// How far the analysis of the document is.
package enum AnalysisProgress: Hashable, Sendable {
  case notStarted
  /// `done` of `total` bytes are analysed.
  case running(done: Int, total: Int)
  /// Everything is analysed, or, of a large document, the part around `span`.
  case finished(span: TextSpan)
}
