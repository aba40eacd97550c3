import ArabicAnalysis
import ArabicText
import Interface

/// Which way to step, in reading order.
enum Step {
  case forward, backward
}

extension ReaderState {
  /// Where stepping begins: at the selection or the caret while it is on the screen, else at the edge
  /// of the screen that lies behind.
  private func start(of step: Step) -> (offset: TextOffset, isSelected: Bool) {
    if let caret = caretOnScreen { return (caret, true) }
    let visible = visibleSpan
    return (step == .forward ? visible.lower : visible.upper, false)
  }

  /// The span to go to among `spans`, which are in text order, and whether that went round the end.
  private func target(
    _ step: Step, _ times: Int?, among spans: [TextSpan]
  ) -> (span: TextSpan, wentRound: Bool)? {
    let spans = article.filter == nil ? spans : spans.filter(isShown)
    guard !spans.isEmpty else { return nil }
    let (offset, isSelected) = start(of: step)
    let steps = max(1, times ?? 1) - 1
    let index: Int
    switch step {
    case .forward:
      let next = spans.firstIndex { isSelected ? $0.lower > offset : $0.lower >= offset }
      index = (next ?? spans.count) + steps
    case .backward:
      let previous = spans.lastIndex { $0.lower < offset }
      index = (previous ?? -1) - steps
    }
    let wrapped = ((index % spans.count) + spans.count) % spans.count
    return (spans[wrapped], wrapped != index)
  }

  /// Selects the next or previous mention of any entity, or of the entities of `kind`.
  mutating func step(_ step: Step, _ times: Int?, kind: EntityKind? = nil) {
    let places = article.results.places.filter { place in
      kind.map { article.results.entity(of: place).kind == $0 } ?? true
    }
    guard let (span, wentRound) = target(step, times, among: places.map(\.span)) else {
      tellOfNothing(kind?.noneFound ?? .noNames)
      return
    }
    selectMention(span)
    if wentRound { tellOfRound(step) }
  }

  /// Selects the next or previous mention of the entity that is selected, or what else is said by who
  /// says the selected quotation.
  mutating func stepWithinEntity(_ step: Step, _ times: Int?) {
    if case .quotation(let span) = article.selection,
      let quotation = article.results.quotation(at: span)
    {
      return stepQuotation(step, times, among: quotations(bySpeakerOf: quotation))
    }
    guard let entity = selectedEntity else { return self.step(step, times) }
    let spans = article.results.analysis.entities[entity].mentions.map(\.span).sorted()
    guard let (span, wentRound) = target(step, times, among: spans) else { return }
    selectMention(span)
    if wentRound { tellOfRound(step) }
  }

  /// Selects the next or previous quotation, of one speaker where only theirs are listed.
  mutating func stepQuotation(_ step: Step, _ times: Int?) {
    stepQuotation(step, times, among: steppedQuotations)
  }

  private mutating func stepQuotation(_ step: Step, _ times: Int?, among quotations: [Quotation]) {
    let spans = quotations.compactMap(\.content.first).sorted()
    guard let (span, wentRound) = target(step, times, among: spans) else {
      tellOfNothing(.noQuotations)
      return
    }
    selectQuotation(span)
    if wentRound { tellOfRound(step) }
  }

  /// Selects the quotation that begins with `span`, shows it, and follows it in the pane.
  mutating func selectQuotation(_ span: TextSpan) {
    article.selection = .quotation(span)
    show(span)
    followSelectionInPane()
  }

  /// Selects in the pane what is selected in the article, where it is listed.
  mutating func followSelectionInPane() {
    switch article.selection {
    case .quotation(let span): selectInPane(quotation: span)
    case .mention(let span): selectInPane(mention: span)
    case .match, .passage, nil: break
    }
  }

  private mutating func selectInPane(quotation span: TextSpan) {
    if let quotation = article.results.quotation(at: span), quotation.kind.isSpeech {
      article.pane.selected = .quotation(quotation.id)
      if selectedPaneRow == nil, quotation.speaker != article.pane.speaker {
        article.pane.speaker = nil
      }
      let group = article.results.group(of: quotation, in: text)
      // Only where speakers have rows of their own can one be folded.
      if article.pane.speaker == nil, article.pane.filter.isEmpty,
        article.pane.foldedSpeakers.contains(group)
      {
        article.pane.selected = .speaker(group)
      }
      keepPaneRowVisible()
    }
  }

  /// Goes from the selected quotation to who speaks: to the phrase in its sentence that names them,
  /// else to the last mention before; `false` where no quotation is selected.
  mutating func jumpToSpeaker() -> Bool {
    guard case .quotation(let span) = article.selection,
      let quotation = article.results.quotation(at: span)
    else {
      return false
    }
    guard let speaker = article.results.speaker(of: quotation) else {
      notice = Notice(.speakerUnknown)
      return true
    }
    let spans = speaker.mentions.map(\.span).sorted()
    let named = quotation.source.flatMap { source in spans.first { $0.overlaps(source) } }
    guard let target = named ?? spans.last(where: { $0.lower < span.lower }) ?? spans.first else {
      return true
    }
    remember()
    if speaker.kind.isNamed {
      selectMention(target)
    } else {
      article.selection = .match(target)
      show(target)
    }
    return true
  }

  /// Selects the mention at `span`, shows it, and follows it in the pane.
  mutating func selectMention(_ span: TextSpan) {
    article.selection = .mention(span)
    show(span)
    followSelectionInPane()
  }

  private mutating func selectInPane(mention span: TextSpan) {
    if let entity = selectedEntity {
      article.pane.selected = item(ofMention: span, of: entity)
      keepPaneRowVisible()
    }
  }

  /// The row of the pane that stands for a mention: its own where mentions are listed, else that of
  /// its name.
  private func item(ofMention span: TextSpan, of entity: Int) -> PaneItem {
    let id = article.results.analysis.entities[entity].id
    if article.pane.expanded == id, let number = article.results.place(at: span)?.number {
      return .mention(id, number)
    }
    return .entity(id)
  }

  /// The index of the entity whose mention is selected.
  var selectedEntity: Int? {
    guard case .mention(let span) = article.selection else { return nil }
    return article.results.place(at: span)?.entity
  }

  private mutating func tellOfRound(_ step: Step) {
    notice = Notice(step == .forward ? .fromStartAgain : .fromEndAgain)
  }

  /// Tells that there is nothing to go to, or nothing so far.
  private mutating func tellOfNothing(_ key: PhraseKey) {
    if case .running = article.progress {
      notice = Notice(.soFar, .phrase(Phrase(key)))
    } else {
      notice = Notice(key)
    }
  }
}
