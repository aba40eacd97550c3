import Annotations
import ArabicAnalysis
import ArabicText
import Interface

extension ReaderState {
  /// Opens the note of what is selected, or goes on with what could not be stored, where that is meant.
  mutating func openNoteEditor() -> [Effect] {
    if let index = article.notes.drafts.lastIndex(where: isMeant) { return takeUp(at: index) }
    guard let span = annotationSpan else {
      notice = Notice(.selectPassageFirst, .call(of: .selectPassage, in: keymap))
      return []
    }
    open(begun(on: span))
    return []
  }

  /// Whether a note on what is selected goes on with `draft`: what was left of another place must not
  /// take the words that are typed now, and a name is not asked for where a note is begun.
  private func isMeant(_ draft: UnsavedNote) -> Bool {
    guard let selected = annotationSpan else { return true }
    guard draft.kind.purpose == nil else { return false }
    guard let place = place(of: draft) else { return draft.rescued == nil || draft.isAwaited }
    return place.overlaps(selected)
  }

  /// Where in the text the draft stands; `nil` where that is for the person to say.
  private func place(of draft: UnsavedNote) -> TextSpan? {
    let known: AnnotationID? =
      if case .annotation(let known) = draft.subject { known.id } else { draft.rescued?.known?.id }
    if let span = known.flatMap({ article.notes.item($0)?.span }) { return span }
    return if case .passage(let span) = draft.subject { span } else { nil }
  }

  /// The name that was being typed for `target` when the reader ended, or whose words are gone: it is
  /// no draft any more.
  mutating func takeUpName(_ purpose: Question.NamePurpose, for target: CorrectionTarget) -> String?
  {
    let index = article.notes.drafts.lastIndex { draft in
      draft.kind.purpose == purpose && place(of: draft)?.overlaps(target.span) ?? true
    }
    return index.map { article.notes.drafts.remove(at: $0).text }
  }

  /// The note of the passage as the store has it.
  private func begun(on span: TextSpan) -> UnsavedNote {
    let words = text.string(in: span)
    guard let known = article.notes.annotation(at: span) else {
      return UnsavedNote(text: "", of: .passage(span), words: words)
    }
    return UnsavedNote(text: known.note, of: .annotation(known), words: words)
  }

  /// Goes on with a note that could not be stored: at its place, else at what is selected.
  private mutating func takeUp(at index: Int) -> [Effect] {
    let draft = article.notes.drafts[index]
    if draft.rescued != nil || draft.kind.purpose != nil, case .passage(let span) = draft.subject {
      select(passage: span)
    }
    guard let note = resumed(draft) else {
      article.notes.drafts[index].isAwaited = true
      tellOfWaiting(draft)
      return []
    }
    if let purpose = draft.kind.purpose {
      if ask(for: purpose, note) { article.notes.drafts.remove(at: index) }
      return []
    }
    article.notes.drafts.remove(at: index)
    guard note.kind == .note || note.kind == .tags else { return save(note) }
    open(note)
    return []
  }

  /// Asks once more for a name that was being typed, where there is something that it could be of.
  private mutating func ask(for purpose: Question.NamePurpose, _ note: UnsavedNote) -> Bool {
    guard case .passage(let span) = note.subject else { return false }
    if purpose == .speaker, let piece = article.results.quotation(at: span)?.content.first {
      article.selection = .quotation(piece)
    }
    guard let target = correctionTarget,
      purpose == .speaker ? target.isQuotation : target.subject != nil
    else {
      notice = Notice(.noNameHere)
      return false
    }
    switch purpose {
    case .merge: modes.push(NamePicker(.merge(target), in: self, query: note.text))
    case .speaker: modes.push(NamePicker(.speaker(target), in: self, query: note.text))
    case .rename, .split: modes.push(Question(.name(purpose, target, note.text)))
    }
    return true
  }

  /// The draft with what it is of now, or `nil` where the person has to say that.
  ///
  /// What the store has there meanwhile stays, before it.
  private func resumed(_ draft: UnsavedNote) -> UnsavedNote? {
    if draft.rescued == nil, draft.subject != nil { return draft }
    if let known = draft.rescued?.known, let item = article.notes.item(known.id) {
      return UnsavedNote(
        text: draft.text(over: item.annotation.note), of: .annotation(item.annotation),
        words: draft.words)
    }
    var place = annotationSpan
    if case .passage(let span) = draft.subject { place = span }
    guard let place else { return nil }
    let words = text.string(in: place)
    if draft.kind == .tags {
      let tags = (article.notes.annotation(at: place)?.tags ?? []) + [draft.text]
      let text = tags.joined(separator: "، ")
      return UnsavedNote(.tags, text: text, of: .passage(place), words: words)
    }
    if draft.kind != .note {
      return UnsavedNote(draft.kind, text: draft.text, of: .passage(place), words: words)
    }
    var note = begun(on: place)
    note.text = draft.text(over: note.text)
    return note
  }

  private mutating func open(_ note: UnsavedNote) {
    guard let subject = note.subject else { return }
    if note.kind == .tags, case .passage(let span) = subject {
      modes.push(TagPicker(span, words: note.words, note.text))
    } else {
      modes.push(NoteEditor(note, of: subject))
    }
  }

  /// Stores a note; one that says nothing new is let go, and one without words waits for others.
  mutating func save(_ note: UnsavedNote) -> [Effect] {
    guard note.hasChanges else { return [] }
    guard let subject = note.subject else {
      article.notes.drafts.append(note)
      tellOfWaiting(note)
      return []
    }
    if note.kind != .note, case .passage(let span) = subject { return save(note, on: span) }
    article.notes.unconfirmedNotes.append(note)
    switch subject {
    case .annotation(let known):
      var changed = known
      changed.note = note.text
      return request([.change(known, changed)], .noted)
    case .passage(let span):
      var draft = AnnotationDraft()
      draft.note = note.text
      return request([.add(span, draft)], .noted)
    }
  }

  /// Stores what is no note.
  private mutating func save(_ note: UnsavedNote, on span: TextSpan) -> [Effect] {
    switch note.kind {
    case .tags: return tag(span, note.text)
    case .highlight:
      return HighlightColor(rawValue: note.text).map { highlight(span, $0) } ?? []
    case .correction:
      guard let (correction, scope) = note.correction else { return [] }
      return correct(span, correction, scope)
    case .rename, .merge, .split, .speaker:
      // It was never finished: the person does that.
      article.notes.drafts.append(note)
      return []
    case .note: return []
    }
  }

  /// Whether a note, tags or a name are being written, so that no key ends the program.
  package var isWritingNote: Bool { modes.contains(NoteEditor.self) || openLine != nil }
}
