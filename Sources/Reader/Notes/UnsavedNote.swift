import Annotations
import ArabicText
import Interface

/// Something written on a passage that the store does not have yet.
struct UnsavedNote: Hashable, Sendable {
  /// What a note is of.
  enum Subject: Hashable, Sendable {
    /// A passage that has no annotation yet.
    case passage(TextSpan)
    /// An annotation of the store, which knows where it stands.
    case annotation(Annotation)
  }

  /// What was written.
  var kind: RescuedNote.Kind
  /// The note, or the tags as they were typed.
  var text: String
  /// What it is of; `nil` where the words are gone, and it waits for others.
  var subject: Optional<Subject>
  /// The words that it was begun on.
  var words: String
  /// The note as an earlier reader has left it, until the person takes it up.
  var rescued: Optional<RescuedNote>

  /// A note of this reader.
  init(
    _ kind: RescuedNote.Kind = .note, text: String, of subject: Subject?, words: String
  ) {
    self.init(kind, text: text, of: subject, words: words, rescued: nil)
  }

  private init(
    _ kind: RescuedNote.Kind, text: String, of subject: Subject?, words: String,
    rescued: RescuedNote?
  ) {
    self.kind = kind
    self.text = text
    self.subject = subject
    self.words = words
    self.rescued = rescued
  }

  /// Whether it says something that the store does not have.
  var hasChanges: Bool {
    if case .annotation(let known) = subject { return text != known.note }
    return kind == .note ? !text.isEmpty : text.contains { !$0.isWhitespace }
  }
}

extension UnsavedNote {
  /// The note is there in any case; its passage may be gone.
  func relocated(by change: TextChange) -> UnsavedNote {
    var subject = subject
    if case .passage(let span) = subject {
      subject = span.relocated(by: change).map { .passage($0) }
    }
    return UnsavedNote(kind, text: text, of: subject, words: words, rescued: rescued)
  }

  /// The note as it outlives the reader of `text`.
  func rescued(in text: AnchoredText) -> RescuedNote {
    if let rescued { return rescued }
    var note = RescuedNote(kind, text: self.text, words: words)
    switch subject {
    case .passage(let span): note.anchor = text.anchor(of: span)
    case .annotation(let known):
      note.anchor = known.anchor
      note.known = RescuedNote.Known(id: known.id, note: known.note)
    case nil: break
    }
    return note
  }

  /// What becomes of the note `now` of the store: both, but for what this note was made of.
  func text(over now: String) -> String {
    let isOwn = now.isEmpty || now == rescued?.known?.note || now == rescued?.earlier
    return isOwn ? text : now + "\n" + text
  }

  /// A note that an earlier reader has left, where its words stand in `text`.
  init(_ rescued: RescuedNote, in text: AnchoredText) {
    let placement = rescued.anchor.map { text.placement(of: $0) }
    // Of words that only may be meant the person says which.
    let span = placement.flatMap { $0.isCertain ? $0.span : nil }
    self.init(
      rescued.kind, text: rescued.text, of: span.map { .passage($0) }, words: rescued.words,
      rescued: rescued)
  }
}

extension ReaderState {
  /// Opens the note of what is selected, or goes on with one that could not be stored.
  mutating func openNoteEditor() {
    if let draft = article.notes.drafts.last { return takeUp(draft) }
    guard let span = annotationSpan else {
      notice = Notice(.selectPassageFirst, .call(of: .selectPassage, in: keymap))
      return
    }
    open(begun(on: span))
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
  private mutating func takeUp(_ draft: UnsavedNote) {
    guard let note = resumed(draft) else {
      notice = Notice(.noteWaitsForPassage, .call(of: .writeNote, in: keymap))
      return
    }
    article.notes.drafts.removeLast()
    if draft.rescued != nil, case .passage(let span) = draft.subject { select(passage: span) }
    open(note)
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
    var note = begun(on: place)
    note.text = draft.text(over: note.text)
    return note
  }

  private mutating func open(_ note: UnsavedNote) {
    guard let subject = note.subject else { return }
    if note.kind == .tags, case .passage(let span) = subject {
      modes.push(Question(.tags(span, note.text)))
    } else {
      modes.push(NoteEditor(note, of: subject))
    }
  }

  /// Stores a note; one that says nothing new is let go, and one without words waits for others.
  mutating func save(_ note: UnsavedNote) -> [Effect] {
    guard note.hasChanges else { return [] }
    guard let subject = note.subject else {
      article.notes.drafts.append(note)
      notice = Notice(.noteWaitsForPassage, .call(of: .writeNote, in: keymap))
      return []
    }
    if note.kind == .tags, case .passage(let span) = subject { return tag(span, note.text) }
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

  /// Whether a note or tags are being written, so that no key ends the program.
  package var isWritingNote: Bool { modes.contains(NoteEditor.self) || openTags != nil }
}
