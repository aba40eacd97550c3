import ArabicText
import Corrections
import Reader

/// Analyses documents with the user's lists as they are when it begins; corrections of the document are
/// left to the reader, which applies them anew with each change.
extension AnalysisSetup: DocumentAnalyzer {
  package func analyze(
    _ document: Document, first: TextSpan, isCancelled: @Sendable () -> Bool, post: (Answer) -> Void
  ) {
    let pipeline = pipeline { post(.listProblem($0)) }
    DocumentAnalysis.run(
      document, by: pipeline, first: first, isCancelled: isCancelled, post: post)
  }
}
