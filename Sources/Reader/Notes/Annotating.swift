import Annotations
import ArabicText
import Interface

extension ReaderState {
  /// What an annotation would be of: the passage, mention, quotation or hit that is selected.
  var annotationSpan: TextSpan? {
    selection.map { fullSpan(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Asks the store for a change.
  mutating func request(_ edits: [NoteEdit], _ deed: NoteDeed) -> [Effect] {
    guard !edits.isEmpty else { return [] }
    notes.unconfirmed += 1
    notice = Notice(.noteSaving)
    return [.notes(.change(edits, deed))]
  }

  /// Changes the annotation of what is selected, or makes one.
  private mutating func annotate(
    _ deed: NoteDeed, change: (inout Annotation) -> Void, make: (inout NoteDraft) -> Void
  ) -> [Effect] {
    guard let span = annotationSpan else {
      notice = Notice(.selectPassageFirst, .call(of: .selectPassage, in: keymap))
      return []
    }
    notes.selecting = nil
    if let known = notes.annotation(at: span) {
      var changed = known
      change(&changed)
      return changed == known ? [] : request([.change(known, changed)], deed)
    }
    var draft = NoteDraft()
    make(&draft)
    return request([.add(span, draft)], deed)
  }

  /// Highlights what is selected: in the colour of that number, else in the one used last; again in the
  /// next colour where it is highlighted already.
  mutating func highlight(_ number: Int?) -> [Effect] {
    let colors = HighlightColor.allCases
    var color = number.map { colors[(max(1, $0) - 1) % colors.count] } ?? notes.color
    let present = annotationSpan.flatMap { notes.annotation(at: $0)?.color }
    if number == nil, let present, let index = colors.firstIndex(of: present) {
      color = colors[(index + 1) % colors.count]
    }
    notes.color = color
    return annotate(.highlighted, change: { $0.color = color }, make: { $0.color = color })
  }

  /// Gives what is selected the tags that were typed, parted by blanks or commas; those that were there
  /// and are not typed go.
  mutating func tag(_ text: String) -> [Effect] {
    var tags: [String] = []
    for part in text.split(whereSeparator: { ",،;؛".contains($0) }) {
      let tag = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    return annotate(.tagged, change: { $0.tags = tags }, make: { $0.tags = tags })
  }

  /// Removes the annotation of what is selected, or all that overlap a passage.
  mutating func removeAnnotations() -> [Effect] {
    if focus == .pane, case .note(let id) = pane.selected {
      return request([.remove(id)], .removed)
    }
    guard let span = annotationSpan else {
      notice = Notice(.selectPassageFirst, .call(of: .selectPassage, in: keymap))
      return []
    }
    let here = notes.items(in: span)
    let exact = here.filter { $0.span == span }
    let edits = (exact.isEmpty ? here : exact).map { NoteEdit.remove($0.id) }
    if edits.isEmpty { notice = Notice(.noteNoneHere) }
    return request(edits, .removed)
  }

  /// Selects the next or previous annotated passage.
  mutating func stepNote(_ step: Step) {
    let spans = notes.items.compactMap(\.span)
    guard !spans.isEmpty else {
      notice = Notice(.noteNone)
      return
    }
    let visible = visibleSpan
    let here = selection.map(\.span).flatMap { $0.overlaps(visible) ? $0 : nil }
    let target =
      step == .forward
      ? spans.first { span in here.map { span > $0 } ?? (span.lower >= visible.lower) }
        ?? spans.first
      : spans.last { span in here.map { span < $0 } ?? (span.lower < visible.lower) }
        ?? spans.last
    guard let target else { return }
    select(passage: target)
  }

  /// Selects `span` and shows it.
  mutating func select(passage span: TextSpan) {
    selection = .passage(span)
    show(span)
    if let item = notes.items.first(where: { $0.span == span }) {
      pane.selected = .note(item.id)
      keepPaneRowVisible()
    }
  }

  /// Takes in what the store tells.
  mutating func take(_ news: NotesNews) -> [Effect] {
    switch news {
    case .all(let items, let isFirst):
      notes.items = items
      notes.isLoaded = true
      if isFirst { tellOfPlaces() }
    case .done(let deed, let outcome):
      notes.unconfirmed = max(0, notes.unconfirmed - 1)
      notes.take(outcome)
      if deed == .noted, !notes.written.isEmpty { notes.written.removeFirst() }
      if outcome.keptBeside {
        notice = Notice(.noteKeptBeside)
      } else if let deed {
        notice = reviewNotice(of: .reviewSaved) ?? Notice(deed.phrase)
      }
    case .undone(let outcome, let isRedo):
      notes.unconfirmed = max(0, notes.unconfirmed - 1)
      guard let outcome else {
        notice = Notice(isRedo ? .nothingToRedo : .nothingToUndo)
        return []
      }
      notes.take(outcome)
      let deed = NoteDeed.name(ofSummary: outcome.summary).map { Phrase($0) }
      notice = Notice(
        isRedo ? .noteRedone : .noteUndone, deed.map { .phrase($0) } ?? .text(outcome.summary))
      if let span = outcome.changed.first?.span { reveal(span) }
    case .failed(let reason):
      notes.unconfirmed = max(0, notes.unconfirmed - 1)
      if !notes.written.isEmpty { notes.draft = notes.written.removeFirst() }
      notice = Notice(.noteNotSaved, .text(reason), isError: true)
    case .unavailable(let reason):
      notes.unconfirmed = 0
      notice = Notice(.notesUnavailable, .text(reason), isError: true)
    }
    refreshCorrections()
    keepPaneRowVisible()
    return []
  }

  private mutating func tellOfPlaces() {
    let moved = notes.items.count { if case .moved = $0.placement { true } else { false } }
    let likely = notes.items.count { if case .likely = $0.placement { true } else { false } }
    let lost = notes.items.count { $0.placement == .orphan }
    guard moved + likely + lost > 0 else { return }
    notice = Notice(
      .notesMoved, .number(moved), .number(likely), .number(lost),
      .call(of: .review, in: keymap))
  }
}
