import ArabicText

/// How far the analysis of the document is.
package enum AnalysisProgress: Hashable, Sendable {
  case notStarted
  /// `done` of `total` bytes are analysed.
  case running(done: Int, total: Int)
  /// Everything is analysed, or, of a large document, the part around `span`.
  case finished(span: TextSpan)

  /// Whether as much is analysed as at `other`, or all.
  func reaches(_ other: AnalysisProgress) -> Bool {
    switch (self, other) {
    case (.finished, _), (_, .notStarted): true
    case (.running(let done, _), .running(let before, _)): done >= before
    case (_, .finished), (.notStarted, _): false
    }
  }
}
