import Annotations
import ArabicAnalysis
import ArabicText
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

extension ReaderState {
  /// Mentions that are less sure than this are asked about.
  private static let sureness = 0.7

  /// What is undecided, in text order.
  var reviewItems: [ReviewItem] {
    let notes = notes.items.compactMap { item -> ReviewItem? in
      guard item.isUndecided, let span = item.span else { return nil }
      return .annotation(item.id, span)
    }
    let settled = Set(
      self.notes.items.filter { $0.annotation.correction != nil }.compactMap(\.span))
    let mentions = marks.places.compactMap { place -> ReviewItem? in
      let mention = marks.analysis.entities[place.entity].mentions[place.number]
      guard mention.confidence < Self.sureness, !settled.contains(place.span) else { return nil }
      return .mention(place.span)
    }
    return (notes + mentions).sorted { $0.span < $1.span }
  }

  /// Leads through what is undecided, beginning at the screen.
  mutating func beginReview() {
    notes.isReviewing = true
    let start = selection?.span.lower ?? visibleSpan.lower
    goToReviewItem(after: start, orAt: true)
  }

  /// Goes to the next thing to decide: of those `left`, where some are decided already but not
  /// confirmed by the store.
  private mutating func goToReviewItem(
    after offset: TextOffset, orAt: Bool = false, leaving left: [ReviewItem]? = nil
  ) {
    let items = left ?? reviewItems
    let next = items.first { orAt ? $0.span.lower >= offset : $0.span.lower > offset }
    guard let item = next ?? items.first else {
      notes.isReviewing = false
      notice = Notice(.reviewNothing)
      return
    }
    switch item {
    case .annotation(_, let span): select(passage: span)
    case .mention(let span): selectMention(span)
    }
    notice = Notice(
      .reviewHelp, .number((items.firstIndex(of: item) ?? 0) + 1), .number(items.count))
  }

  /// Takes a key while the person is led through what is undecided; `nil` where the key ends that.
  mutating func pressInReview(_ key: Key) -> [Effect]? {
    guard let span = selection?.span else {
      notes.isReviewing = false
      return nil
    }
    let item = reviewItems.first { $0.span == span }
    switch ArabicKeyboard.latinKey(for: key) ?? key {
    case "y":
      let effects = item.map { accept($0) } ?? []
      // What contradicts it goes with it, once the store has confirmed.
      let conflict = item.flatMap(conflict)
      let left = reviewItems.filter {
        $0 != item && (conflict == nil || self.conflict(of: $0) != conflict)
      }
      goToReviewItem(after: span.lower, leaving: left)
      return effects
    case "x":
      let effects = item.map { reject($0) } ?? []
      let others = reviewItems.filter { $0 != item }
      goToReviewItem(after: span.lower, leaving: others)
      return effects
    case "n", "r", " ":
      goToReviewItem(after: span.lower)
      return []
    case .escape:
      notes.isReviewing = false
      return []
    default:
      notes.isReviewing = false
      return nil
    }
  }

  private func conflict(of item: ReviewItem) -> String? {
    guard case .annotation(let id, _) = item else { return nil }
    return notes.item(id)?.annotation.conflict
  }

  private mutating func accept(_ item: ReviewItem) -> [Effect] {
    switch item {
    case .annotation(let id, let span):
      guard let placed = notes.item(id) else { return [] }
      var accepted = placed.annotation
      (accepted.isProposal, accepted.conflict) = (false, nil)
      let rivals = notes.items.filter {
        $0.id != id && $0.annotation.conflict != nil
          && $0.annotation.conflict == placed.annotation.conflict
      }
      let own: [NoteEdit] =
        placed.annotation.isProposal
        ? [.change(placed.annotation, accepted)] : [.place(placed.annotation, span)]
      return request(own + rivals.map { .remove($0.id) }, .accepted)
    case .mention(let span):
      return mentionSubject(at: span).map {
        request(correction(.confirm(subject: $0), span), .accepted)
      }
        ?? []
    }
  }

  private mutating func reject(_ item: ReviewItem) -> [Effect] {
    switch item {
    case .annotation(let id, _):
      guard let placed = notes.item(id) else { return [] }
      if placed.annotation.isProposal { return request([.remove(id)], .rejected) }
      // It has no place in this text; it stays, listed as such.
      return [.notes(.change([.absent(placed.annotation)], .rejected))]
    case .mention(let span):
      return mentionSubject(at: span).map {
        request(correction(.reject(subject: $0), span), .rejected)
      }
        ?? []
    }
  }

  private func mentionSubject(at span: TextSpan) -> Correction.Subject? {
    marks.place(at: span).map { place in
      let entity = marks.entity(of: place)
      return Correction.Subject(name: entity.canonical, kind: entity.kind.rawValue)
    }
  }

  private func correction(_ correction: Correction, _ span: TextSpan) -> [NoteEdit] {
    var draft = NoteDraft()
    draft.correction = correction
    return [.add(span, draft)]
  }
}
