import Annotations
import ArabicText
import Interface

extension ReaderState {
  /// What an annotation would be of: the passage, mention, quotation or hit that is selected.
  var annotationSpan: TextSpan? {
    article.selection.map { fullSpan(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Asks the store for a change.
  mutating func request(_ edits: [NoteEdit], _ action: NoteAction) -> [Effect] {
    guard !edits.isEmpty else { return [] }
    article.notes.unconfirmed += 1
    if edits.contains(where: \.takesBack) { article.notes.takesBack = true }
    notice = Notice(.noteSaving)
    return [.notes(.change(edits, action))]
  }

  /// Changes the annotation of a passage, or makes one.
  private mutating func annotate(
    _ span: TextSpan, _ action: NoteAction, change: (inout Annotation) -> Void,
    make: (inout AnnotationDraft) -> Void
  ) -> [Effect] {
    if let known = article.notes.annotation(at: span) {
      var changed = known
      change(&changed)
      return changed == known ? [] : request([.change(known, changed)], action)
    }
    var draft = AnnotationDraft()
    make(&draft)
    return request([.add(span, draft)], action)
  }

  /// Highlights what is selected: in the colour of that number, else in the one used last; again in the
  /// next colour where it is highlighted already.
  mutating func highlight(_ number: Int?) -> [Effect] {
    guard let span = annotationSpan else {
      notice = Notice(.selectPassageFirst, .call(of: .selectPassage, in: keymap))
      return []
    }
    let colors = HighlightColor.allCases
    var color = number.map { colors[(max(1, $0) - 1) % colors.count] } ?? preferences.highlightColor
    if number == nil, let present = article.notes.annotation(at: span)?.color,
      let index = colors.firstIndex(of: present)
    {
      color = colors[(index + 1) % colors.count]
    }
    preferences.highlightColor = color
    return highlight(span, color)
  }

  /// Highlights a passage.
  mutating func highlight(_ span: TextSpan, _ color: HighlightColor) -> [Effect] {
    let effects = annotate(
      span, .highlighted, change: { $0.color = color }, make: { $0.color = color })
    if !effects.isEmpty {
      article.notes.unconfirmedNotes.append(
        UnsavedNote(
          .highlight, text: color.rawValue, of: .passage(span), words: text.string(in: span)))
    }
    return effects
  }

  /// Gives a passage the tags that were typed, separated by blanks or commas; those that were there
  /// and are not typed go.
  mutating func tag(_ span: TextSpan, _ text: String) -> [Effect] {
    let tags = text.typedTags
    let effects = annotate(span, .tagged, change: { $0.tags = tags }, make: { $0.tags = tags })
    if !effects.isEmpty {
      article.notes.unconfirmedNotes.append(
        UnsavedNote(.tags, text: text, of: .passage(span), words: self.text.string(in: span)))
    }
    return effects
  }

  /// Removes the annotation of what is selected, or all that overlap a passage.
  mutating func removeAnnotations() -> [Effect] {
    if modes.reading.focus == .pane, case .note(let id) = article.pane.selected {
      return request([.remove(id)], .removed)
    }
    guard let span = annotationSpan else {
      notice = Notice(.selectPassageFirst, .call(of: .selectPassage, in: keymap))
      return []
    }
    let here = article.notes.items(in: span)
    let exact = here.filter { $0.span == span }
    let edits = (exact.isEmpty ? here : exact).map { NoteEdit.remove($0.id) }
    if edits.isEmpty { notice = Notice(.noteNoneHere) }
    return request(edits, .removed)
  }

  /// Selects the next or previous annotated passage.
  mutating func stepNote(_ step: Step) {
    let spans = article.notes.items.compactMap(\.span)
    guard !spans.isEmpty else {
      notice = Notice(
        .noteNone, .call(of: .selectPassage, in: keymap), .call(of: .highlight, in: keymap),
        .call(of: .writeNote, in: keymap))
      return
    }
    let visible = visibleSpan
    let selected = article.selection.map(\.span).flatMap { $0.overlaps(visible) ? $0 : nil }
    let here = selected ?? caretOnScreen.map { TextSpan($0, $0) }
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
    article.selection = .passage(span)
    show(span)
    if let item = article.notes.items.first(where: { $0.span == span }) {
      article.pane.selected = .note(item.id)
      keepPaneRowVisible()
    }
  }

  /// Asks for tags of what is selected, beginning with those that it has.
  mutating func askForTags() {
    guard let span = annotationSpan else {
      notice = Notice(.selectPassageFirst, .call(of: .selectPassage, in: keymap))
      return
    }
    let tags = article.notes.annotation(at: span)?.tags ?? []
    let typed = tags.isEmpty ? "" : tags.joined(separator: "، ") + "، "
    modes.push(TagPicker(span, words: text.string(in: span), typed))
  }
}
