import Annotations
import ArabicAnalysis
import ArabicText
import Corrections
import Interface
import Screen

extension ReaderState {
  /// Mentions of a lower confidence than this are asked about.
  ///
  /// Chosen so that of an article some five mentions in a hundred are.
  private static let reviewedConfidence = 0.7

  /// What is undecided, in text order.
  var reviewItems: [ReviewItem] {
    let notes = article.notes.items.compactMap { item -> ReviewItem? in
      guard item.isUndecided, let span = item.span else { return nil }
      return .annotation(item.id, span)
    }
    let settled = Set(
      article.notes.items.filter { $0.annotation.correction != nil }.compactMap(\.span))
    let mentions = article.results.places.compactMap { place -> ReviewItem? in
      let mention = article.results.entity(of: place).mentions[place.number]
      guard mention.confidence < Self.reviewedConfidence, !settled.contains(place.span) else {
        return nil
      }
      return .mention(place.span)
    }
    // Those of one span keep their order, which is that of the pane.
    let items = (notes + mentions).enumerated()
    return items.sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }
      .map(\.element)
  }

  /// Whether the analysis of the text is under way.
  var isAnalysing: Bool {
    switch article.progress {
    case .notStarted, .running: true
    case .finished: false
    }
  }

  /// Leads through what is undecided, beginning at the screen; where nothing is, to the annotations without a place.
  mutating func beginReview() {
    let items = reviewItems
    let start = caretOnScreen ?? visibleSpan.lower
    guard let first = items.first(where: { $0.span.lower >= start }) ?? items.first else {
      showLostNotes()
      return
    }
    let review = Review(item: first)
    review.show(in: &self)
    modes.push(review)
  }

  /// Selects the first annotation without a place in the pane, where they are listed last.
  private mutating func showLostNotes() {
    let lost = article.notes.items.filter { $0.placement == .orphan }
    guard let first = lost.first else {
      notice = Notice(.reviewNothing)
      return
    }
    article.notes.filter = ""
    article.pane.filter = ""
    if modes.reading.focus != .pane { switchPane() }
    article.pane.selected = .note(first.id)
    keepPaneRowVisible()
    notice = Notice(.reviewLost, .number(lost.count), .call(of: .removeNote, in: keymap))
  }

  /// What is taken for right where `item` is accepted.
  func claim(of item: ReviewItem) -> String? {
    switch item {
    case .annotation(let id, _): return article.notes.item(id).map { description(of: $0) }
    case .mention(let span):
      guard let place = article.results.place(at: span) else { return nil }
      let entity = article.results.entity(of: place)
      let (words, kind) = (text.string(in: span), Phrase(entity.kind.name))
      return string(
        words == entity.canonical
          ? Phrase(.reviewName, .text(words), .phrase(kind))
          : Phrase(.reviewMention, .text(words), .text(entity.canonical), .phrase(kind)))
    }
  }

  /// Why `item` is undecided: the rule that made it and how sure that is, or what has changed.
  func reason(of item: ReviewItem) -> Phrase {
    switch item {
    case .mention(let span):
      guard let place = article.results.place(at: span) else { return Phrase(.becauseProposed) }
      let mention = article.results.entity(of: place).mentions[place.number]
      return Phrase(
        .becauseOfRule, .phrase(Phrase(mention.rule.reason)),
        .percent(Int((mention.confidence * 100).rounded())))
    case .annotation(let id, let span):
      let annotation = article.notes.item(id)?.annotation
      if annotation?.conflict != nil { return Phrase(.becauseInConflict) }
      guard let annotation, !annotation.isProposal else { return Phrase(.becauseProposed) }
      return text.change(from: annotation.anchor, to: span).map { old, new in
        Phrase(.becauseOfText, .text(old.onOneLine), .text(new.onOneLine))
      } ?? Phrase(.becauseOfPlaces)
    }
  }

  func conflict(of item: ReviewItem) -> String? {
    guard case .annotation(let id, _) = item else { return nil }
    return article.notes.item(id)?.annotation.conflict
  }

  mutating func accept(_ item: ReviewItem) -> [Effect] {
    switch item {
    case .annotation(let id, let span):
      guard let placed = article.notes.item(id) else { return [] }
      var accepted = placed.annotation
      (accepted.isProposal, accepted.conflict) = (false, nil)
      let rivals = article.notes.items.filter {
        $0.id != id && $0.annotation.conflict != nil
          && $0.annotation.conflict == placed.annotation.conflict
      }
      let own: NoteEdit =
        placed.annotation.isProposal
        ? .change(placed.annotation, accepted) : .place(placed.annotation, span)
      return request([own] + rivals.map { .remove($0.id) }, .accepted)
    case .mention(let span):
      return decide(mention: span, .accepted, .article) { .confirm(subject: $0) }
    }
  }

  mutating func reject(_ item: ReviewItem) -> [Effect] {
    switch item {
    case .annotation(let id, _):
      guard let placed = article.notes.item(id) else { return [] }
      if placed.annotation.isProposal { return request([.remove(id)], .rejected) }
      // It has no place in this text; it stays, listed as such.
      return request([.absent(placed.annotation)], .rejected)
    case .mention(let span):
      return decide(mention: span, .rejected, .here) { .reject(subject: $0) }
    }
  }

  private mutating func decide(
    mention span: TextSpan, _ action: NoteAction, _ scope: Correction.Scope,
    _ make: (Correction.Subject) -> Correction
  ) -> [Effect] {
    guard let place = article.results.place(at: span) else { return [] }
    var draft = AnnotationDraft()
    draft.scope = scope
    draft.correction = make(Correction.Subject(article.results.entity(of: place)))
    return request([.add(span, draft)], action)
  }
}
