import ArabicAnalysis
import ArabicText
import Interface

extension ReaderState {
  /// Takes over what the analysis has found; what was selected stays selected by its text.
  ///
  /// Where the text is analysed once more, what is found first is a part of what is shown already, which
  /// stays meanwhile.
  mutating func handle(_ analysis: Analysis, _ progress: AnalysisProgress) {
    guard progress.reaches(article.progress) else { return }
    article.found = analysis
    article.progress = progress
    article.isCorrected = false
    if case .finished = progress { article.awaitsLists = false }
    show(AnalysisIndex(analysis))
    refreshCorrections()
  }

  /// Shows other results; what is selected in the pane stays selected by its text.
  mutating func show(_ results: AnalysisIndex) {
    let old = article.results
    article.results = results
    article.selection = article.selection.map { $0.found(in: results, isWhole: !isAnalysing) }
    if let card = modes.first(Card.self) {
      if let id = renamed(card.entity, from: old) {
        let same = card.goingOn(as: id, in: self)
        modes.modify(Card.self) { $0 = same }
      } else {
        modes.close(Card.self, because: Notice(.cardGone))
      }
    }
    if let question = modes.first(Question.self)?.goingOn(in: self) {
      modes.modify(Question.self) { $0 = question }
    }
    if let picker = modes.first(NamePicker.self)?.goingOn(in: self) {
      modes.modify(NamePicker.self) { $0 = picker }
    }
    article.pane.speaker = article.pane.speaker.flatMap { renamed($0, from: old) }
    article.pane.expanded = article.pane.expanded.flatMap { renamed($0, from: old) }
    switch article.pane.selected {
    case .entity(let id):
      let inText = selectedEntity.map { results.analysis.entities[$0].id }
      article.pane.selected = (inText ?? renamed(id, from: old)).map(PaneItem.entity)
    case .quotation(let id):
      let index = old.index(ofQuotation: id)
      let span = index.flatMap { old.analysis.quotations[$0].content.first }
      article.pane.selected = span.flatMap(results.quotation).map { .quotation($0.id) }
    case .mention(let id, _):
      article.pane.selected = renamed(id, from: old).map(PaneItem.entity)
    case .speaker(let group):
      article.pane.selected = renamed(group, from: old).map(PaneItem.speaker)
    case .section, .note, nil: break
    }
    article.pane.foldedSpeakers = Set(
      article.pane.foldedSpeakers.compactMap { renamed($0, from: old) })
    if article.pane.selected == nil { followSelectionInPane() }
    keepPaneRowVisible()
  }

  private func renamed(_ group: SpeakerGroup, from old: AnalysisIndex) -> SpeakerGroup? {
    guard case .entity(let id) = group else { return group }
    return renamed(id, from: old).map(SpeakerGroup.entity)
  }

  /// The entity that has the first mention of what was called `id` before.
  private func renamed(_ id: EntityID, from old: AnalysisIndex) -> EntityID? {
    guard let entity = old.index(of: id), let mention = old.analysis.entities[entity].mentions.first
    else { return nil }
    return article.results.place(at: mention.span).map { article.results.entity(of: $0).id }
  }
}

extension Selection {
  /// What is selected, as `results` have it: a name or a quotation that has other bounds now with these, and
  /// one that is none any more, where all is found that there is, as a passage.
  fileprivate func found(in results: AnalysisIndex, isWhole: Bool) -> Selection {
    let lost: Selection = isWhole ? .passage(span) : self
    return switch self {
    case .mention(let span): results.place(at: span).map { .mention($0.span) } ?? lost
    case .quotation(let span):
      results.quotation(at: span)?.content.first.map { .quotation($0) } ?? lost
    case .match, .passage: self
    }
  }

  /// Whether it is a name or a quotation that `results` do not have.
  func isSought(in results: AnalysisIndex) -> Bool {
    switch self {
    case .mention(let span): results.place(at: span) == nil
    case .quotation(let span): results.quotation(at: span) == nil
    case .match, .passage: false
    }
  }
}
