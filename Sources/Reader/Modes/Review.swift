import Annotations
import ArabicAnalysis
import ArabicText
import Corrections
import Interface
import Screen

/// Something that is to be decided.
enum ReviewItem: Hashable, Sendable {
  /// An annotation: whether it stands here, or whether to take it.
  case annotation(AnnotationID, TextSpan)
  /// A mention that the analysis is not sure of.
  case mention(TextSpan)

  var span: TextSpan {
    switch self {
    case .annotation(_, let span), .mention(let span): span
    }
  }
}

extension ReviewItem: Relocatable {
  func relocated(by change: TextChange) -> ReviewItem? {
    guard let span = span.relocated(by: change) else { return nil }
    return switch self {
    case .annotation(let id, _): .annotation(id, span)
    case .mention: .mention(span)
    }
  }
}

/// The way through what is undecided, one thing after the other.
struct Review: Mode {
  /// What is asked about.
  private(set) var item: ReviewItem

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    guard state.article.selection != nil else { return .leaveAndPassDown() }
    let isUndecided = state.reviewItems.contains(item)
    switch ArabicKeyboard.latinKey(for: key) ?? key {
    case "y":
      let effects = isUndecided ? state.accept(item) : []
      // What contradicts it goes with it, once the store has confirmed.
      let conflict = state.conflict(of: item)
      let rivals = state.reviewItems.filter {
        conflict != nil && state.conflict(of: $0) == conflict
      }
      return goOn(decided: rivals + [item], effects, in: &state)
    case "x":
      let effects = isUndecided ? state.reject(item) : []
      return goOn(decided: [item], effects, in: &state)
    case "n", "r", " ": return goOn(in: &state)
    case .escape: return .leave()
    default: return .leaveAndPassDown()
    }
  }

  /// Asks about the next thing that is not among those `decided`, which the store has yet to confirm;
  /// where nothing is left, the review is over.
  private mutating func goOn(
    decided: [ReviewItem] = [], _ effects: [Effect] = [], in state: inout ReaderState
  ) -> ModeResult {
    let items = state.reviewItems
    let place = items.firstIndex(of: item) ?? items.startIndex
    let inOrder = items[place...].dropFirst() + items[..<place] + items[place...].prefix(1)
    guard let next = inOrder.first(where: { !decided.contains($0) }) else {
      state.notice = Notice(.reviewNothing)
      return .leave(effects)
    }
    item = next
    show(in: &state)
    return .stay(effects)
  }

  /// Shows the thing.
  fileprivate func show(in state: inout ReaderState) {
    switch item {
    case .annotation(let id, let span):
      state.select(passage: span)
      state.article.pane.selected = .note(id)
      state.keepPaneRowVisible()
    case .mention(let span): state.selectMention(span)
    }
  }

  /// The keys stand in what the status line says.
  func hints(_ state: ReaderState) -> [Hint]? { [] }

  func status(_ state: ReaderState) -> StatusContent? {
    // What has gone wrong comes first.
    guard state.notice?.isError != true else { return nil }
    let items = state.reviewItems
    let place = items.firstIndex(of: item).map { place in
      state.string(
        Phrase(
          .reviewPlace, .number(place + 1), .number(items.count), .phrase(state.reason(of: item))))
    }
    let told = state.notice.map { state.string($0.phrase) }
    let answers = [
      Hint(["y"], .answerAccept), Hint(["x"], .answerReject), Hint(["n"], .answerNext),
    ]
    return StatusContent(
      [told, place].compactMap(\.self).joined(separator: " · "), answers: answers, in: state,
      end: state.position, ground: .status)
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Review? {
    guard let item = item.relocated(by: change) else {
      state.notice = Notice(.passageGone)
      return nil
    }
    return Review(item: item)
  }
}

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

  /// Leads through what is undecided, beginning at the screen.
  mutating func beginReview() {
    let items = reviewItems
    let start = caretOnScreen ?? visibleSpan.lower
    guard let first = items.first(where: { $0.span.lower >= start }) ?? items.first else {
      notice = Notice(.reviewNothing)
      return
    }
    let review = Review(item: first)
    review.show(in: &self)
    modes.push(review)
  }

  /// Why `item` is undecided: the rule that made it and how sure that is, or what has changed.
  fileprivate func reason(of item: ReviewItem) -> Phrase {
    switch item {
    case .mention(let span):
      guard let place = article.results.place(at: span) else { return Phrase(.becauseProposed) }
      let mention = article.results.entity(of: place).mentions[place.number]
      return Phrase(
        .becauseOfRule, .text(mention.rule.rawValue),
        .percent(Int((mention.confidence * 100).rounded())))
    case .annotation(let id, let span):
      let annotation = article.notes.item(id)?.annotation
      if annotation?.conflict != nil { return Phrase(.becauseInConflict) }
      guard let annotation, !annotation.isProposal else { return Phrase(.becauseProposed) }
      return Phrase(
        .becauseOfText, .text(annotation.anchor.exact), .text(text.string(in: span)))
    }
  }

  fileprivate func conflict(of item: ReviewItem) -> String? {
    guard case .annotation(let id, _) = item else { return nil }
    return article.notes.item(id)?.annotation.conflict
  }

  fileprivate mutating func accept(_ item: ReviewItem) -> [Effect] {
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
      return decide(mention: span, .accepted) { .confirm(subject: $0) }
    }
  }

  fileprivate mutating func reject(_ item: ReviewItem) -> [Effect] {
    switch item {
    case .annotation(let id, _):
      guard let placed = article.notes.item(id) else { return [] }
      if placed.annotation.isProposal { return request([.remove(id)], .rejected) }
      // It has no place in this text; it stays, listed as such.
      return request([.absent(placed.annotation)], .rejected)
    case .mention(let span):
      return decide(mention: span, .rejected) { .reject(subject: $0) }
    }
  }

  private mutating func decide(
    mention span: TextSpan, _ action: NoteAction, _ make: (Correction.Subject) -> Correction
  ) -> [Effect] {
    guard let place = article.results.place(at: span) else { return [] }
    var draft = AnnotationDraft()
    draft.correction = make(Correction.Subject(article.results.entity(of: place)))
    return request([.add(span, draft)], action)
  }
}
