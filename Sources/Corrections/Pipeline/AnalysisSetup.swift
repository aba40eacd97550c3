import Annotations
import ArabicAnalysis

/// What pipelines are made of; one is made anew where the lists on disk have changed.
package struct AnalysisSetup: Sendable {
  /// The trained tagger.
  package var model: ModelChoice
  /// Names that go before those of the lists in ``folder``.
  package var names: UserNames
  /// Where the lists lie that learn from corrections; `nil` where they are to say nothing.
  package var folder: DataFolder?

  /// A setup with the given parts.
  package init(
    model: ModelChoice = .builtIn, names: UserNames = UserNames(), folder: DataFolder? = nil
  ) {
    self.model = model
    self.names = names
    self.folder = folder
  }

  /// Tells the lists on disk now from what they were before, or are later.
  package var listsVersion: ListsVersion { folder.map { ListsVersion(in: $0) } ?? .none }

  /// A pipeline with the lists as they are on disk now; what cannot be read or used of them is told by
  /// `tell` and says nothing.
  package func pipeline(tell: (UserListProblem) -> Void = { _ in }) -> AnalysisPipeline {
    let lists = folder.map { UserLists(in: $0, before: names, tell: tell) }
    return AnalysisPipeline(model: model, lists: lists ?? UserLists(names: names))
  }
}
