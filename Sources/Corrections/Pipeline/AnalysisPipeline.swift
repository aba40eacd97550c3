import Annotations
import ArabicAnalysis
import ArabicText

/// Analyses documents as their user is to see them: what the analysis finds, with the names and the
/// speakers of the user's lists, and corrected as the user has corrected the document.
///
/// ```swift
/// let pipeline = AnalysisPipeline(model: .builtIn, lists: UserLists(in: folder))
/// let analysis = pipeline.analyze(document, corrections: try annotations.all())
/// ```
///
/// What shows results paragraph by paragraph takes the steps one by one, as with `Analyzer`:
/// ``findings(in:of:)``, ``analysis(joining:of:)`` and at last `Analysis.corrected(by:in:)`, which is
/// applied alone when nothing but a correction has changed.
package struct AnalysisPipeline: Sendable {
  /// The trained tagger.
  package let model: ModelChoice
  /// The user's lists.
  package let lists: UserLists
  /// Whether a document is looked at on all processors at once; not where others are at the same time.
  package var usesAllProcessors = true

  /// A pipeline with the tagger of `model` and the user's `lists`.
  package init(model: ModelChoice = .builtIn, lists: UserLists = UserLists()) {
    self.model = model
    self.lists = lists
    var names = lists.names
    names.leavesFoundNames = true
    self.names = names
  }

  private let names: UserNames

  /// The same by lists and rules alone.
  package var withoutTagger: AnalysisPipeline { AnalysisPipeline(model: .none, lists: lists) }

  private var analyzer: Analyzer {
    var analyzer = Analyzer(tagger: model.tagger, userNames: names)
    analyzer.usesAllProcessors = usesAllProcessors
    return analyzer
  }

  /// What several paragraphs show, in their order.
  ///
  /// - Complexity: linear in the length of the paragraphs.
  package func findings(
    in paragraphs: [Paragraph], of document: Document
  ) -> [ParagraphFindings] {
    analyzer.findings(in: paragraphs, of: document)
  }

  /// As ``findings(in:of:)``, for work that can be stopped; `nil` where it was.
  package func findings(
    in paragraphs: [Paragraph], of document: Document, isCancelled: @Sendable () -> Bool
  ) -> [ParagraphFindings]? {
    analyzer.findings(in: paragraphs, of: document, isCancelled: isCancelled)
  }

  /// Joins the findings of paragraphs, in any order, and applies the user's lists.
  ///
  /// - Complexity: linear in what was found.
  package func analysis(
    joining findings: [ParagraphFindings], of document: Document
  ) -> Analysis {
    withLists(analyzer.analysis(joining: findings, of: document), document)
  }

  /// Analyses a whole document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - corrections: Its annotations; of these, the corrections count.
  /// - Returns: The analysis with the user's lists and corrections.
  /// - Complexity: linear in the length of the text, times the corrections.
  package func analyze(
    _ document: Document, corrections: [PlacedAnnotation] = []
  ) -> Analysis {
    withLists(analyzer.analyze(document), document)
      .corrected(by: corrections, in: document.text)
  }

  private func withLists(_ analysis: Analysis, _ document: Document) -> Analysis {
    guard !lists.isEmpty else { return analysis }
    var editor = AnalysisEditor(analysis, of: document.text)
    editor.apply(lists.names)
    editor.apply(lists.speakers)
    return editor.finished
  }
}
