import ArabicText

/// How far the analysis of the document is.
package enum AnalysisProgress: Hashable, Sendable {
  case notStarted
  /// `done` of `total` bytes are analysed.
  case running(done: Int, total: Int)
  /// Everything is analysed, or, of a large document, the part around `span`.
  case finished(span: TextSpan)

  /// How many bytes are analysed.
  var done: Int {
    switch self {
    case .notStarted: 0
    case .running(let done, _): done
    case .finished(let span): span.utf8Count
    }
  }

  /// Whether as much is analysed as at `other`, or all.
  func reaches(_ other: AnalysisProgress) -> Bool {
    switch (self, other) {
    case (.finished, _), (_, .notStarted): true
    case (.running(let done, _), .running(let before, _)): done >= before
    case (_, .finished), (.notStarted, _): false
    }
  }
}
