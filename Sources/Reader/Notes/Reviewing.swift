import Annotations
import ArabicAnalysis
import ArabicText
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
    // Those of one span keep their order, which is that of the pane.
    let items = (notes + mentions).enumerated()
    return items.sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }
      .map(\.element)
  }

  /// Leads through what is undecided, beginning at the screen.
  mutating func beginReview() {
    let items = reviewItems
    let start = selection?.span.lower ?? visibleSpan.lower
    ask(items.first { $0.span.lower >= start } ?? items.first, of: items)
  }

  /// Asks about `item`, one of `items`; `nil` where nothing is left.
  private mutating func ask(_ item: ReviewItem?, of items: [ReviewItem]) {
    notes.reviewed = item
    guard let item else {
      notice = Notice(.reviewNothing)
      return
    }
    switch item {
    case .annotation(let id, let span):
      select(passage: span)
      pane.selected = .note(id)
      keepPaneRowVisible()
    case .mention(let span): selectMention(span)
    }
    notice = Notice(
      .reviewHelp, .number((items.firstIndex(of: item) ?? 0) + 1), .number(items.count))
  }

  /// Asks about the next thing behind `item` that is not among those `decided`, which the store has
  /// yet to confirm.
  private mutating func askNext(behind item: ReviewItem, decided: [ReviewItem] = []) {
    let items = reviewItems
    let place = items.firstIndex(of: item) ?? items.startIndex
    let inOrder = items[place...].dropFirst() + items[..<place] + items[place...].prefix(1)
    ask(
      inOrder.first { !decided.contains($0) }, of: items.filter { !decided.contains($0) })
  }

  /// Which of the undecided things is asked about, where one is, told by `phrase`.
  func reviewNotice(of phrase: PhraseKey) -> Notice? {
    let items = reviewItems
    guard let item = notes.reviewed, let index = items.firstIndex(of: item) else { return nil }
    return Notice(phrase, .number(index + 1), .number(items.count))
  }

  /// Takes a key while the person is led through what is undecided; `nil` where the key ends that.
  mutating func pressInReview(_ key: Key) -> [Effect]? {
    guard let item = notes.reviewed, selection != nil else {
      notes.reviewed = nil
      return nil
    }
    let isUndecided = reviewItems.contains(item)
    switch ArabicKeyboard.latinKey(for: key) ?? key {
    case "y":
      let effects = isUndecided ? accept(item) : []
      // What contradicts it goes with it, once the store has confirmed.
      let conflict = conflict(of: item)
      let rivals = reviewItems.filter { conflict != nil && self.conflict(of: $0) == conflict }
      askNext(behind: item, decided: rivals + [item])
      return effects
    case "x":
      let effects = isUndecided ? reject(item) : []
      askNext(behind: item, decided: [item])
      return effects
    case "n", "r", " ":
      askNext(behind: item)
      return []
    case .escape:
      notes.reviewed = nil
      return []
    default:
      notes.reviewed = nil
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
