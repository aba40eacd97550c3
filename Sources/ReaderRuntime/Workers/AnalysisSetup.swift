import ArabicAnalysis
import ArabicText
import Reader

/// How documents are analysed: by what, and whether the person's lists count.
package struct AnalysisSetup: DocumentAnalyzer {
  private let finding: NameFinding
  private let usesLists: Bool

  /// An analysis by `finding` and, where `usesLists`, by what the person has taught.
  package init(finding: NameFinding, usesLists: Bool) {
    (self.finding, self.usesLists) = (finding, usesLists)
  }

  package var hasLists: Bool { lists != OwnLists() }

  private var lists: OwnLists { usesLists ? .read() : OwnLists() }

  package func analyze(
    _ document: Document, first: TextSpan, isCancelled: @Sendable () -> Bool, post: (Answer) -> Void
  ) {
    let lists = lists
    DocumentAnalysis.run(
      document, lists.names, finding, first: first, isCancelled: isCancelled
    ) { answer in
      guard case .analysis(let analysis, let progress) = answer else { return post(answer) }
      post(.analysis(analysis.attributing(lists.speakers, in: document.text), progress))
    }
  }
}
