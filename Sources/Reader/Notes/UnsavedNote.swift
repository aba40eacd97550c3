import Interface
import Annotations
import ArabicText

/// A note that the store does not have yet.
struct UnsavedNote: Hashable, Sendable {
  /// What a note is of.
  enum Subject: Hashable, Sendable {
    /// A passage that has no annotation yet.
    case passage(TextSpan)
    /// An annotation of the store, which knows where it stands.
    case annotation(Annotation)
  }

  /// What was written.
  var text: String
  /// What it is of; `nil` where the words are gone, and it waits for others.
  var subject: Optional<Subject>

  /// Whether it says something that the store does not have.
  var hasChanges: Bool {
    if case .annotation(let known) = subject { return text != known.note }
    return !text.isEmpty
  }
}

extension UnsavedNote {
  /// The note is there in any case; its passage may be gone.
  func relocated(by change: TextChange) -> UnsavedNote {
    switch subject {
    case .passage(let span):
      UnsavedNote(text: text, subject: span.relocated(by: change).map { .passage($0) })
    case .annotation, nil:
      UnsavedNote(text: text, subject: subject)
    }
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
    guard let known = article.notes.annotation(at: span) else {
      return openEditor(of: UnsavedNote(text: "", subject: nil), .passage(span))
    }
    openEditor(of: UnsavedNote(text: known.note, subject: nil), .annotation(known))
  }

  /// Goes on with a note that could not be stored: at its place, else at what is selected.
  private mutating func takeUp(_ draft: UnsavedNote) {
    if let subject = draft.subject {
      article.notes.drafts.removeLast()
      return openEditor(of: draft, subject)
    }
    guard let span = annotationSpan else {
      notice = Notice(.noteWaitsForPassage, .call(of: .writeNote, in: keymap))
      return
    }
    article.notes.drafts.removeLast()
    guard let known = article.notes.annotation(at: span) else {
      return openEditor(of: draft, .passage(span))
    }
    var both = draft
    if !known.note.isEmpty { both.text = known.note + "\n" + draft.text }
    openEditor(of: both, .annotation(known))
  }

  private mutating func openEditor(of note: UnsavedNote, _ subject: UnsavedNote.Subject) {
    modes.push(NoteEditor(note, of: subject))
  }

  /// Stores a note; one that says nothing new is let go.
  mutating func save(_ note: UnsavedNote) -> [Effect] {
    guard note.hasChanges, let subject = note.subject else { return [] }
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

  /// Stores the note that is being written, and those that could not be stored before, when the
  /// program is about to end.
  package mutating func saveOpenNotes() -> [Effect] {
    var notes = article.notes.drafts.filter { $0.subject != nil }
    article.notes.drafts.removeAll { $0.subject != nil }
    if let editor = modes.first(NoteEditor.self) { notes.append(editor.note) }
    modes.close(NoteEditor.self)
    return notes.flatMap { save($0) }
  }

  /// Whether a note is being written, so that no key ends the program.
  package var isWritingNote: Bool { modes.contains(NoteEditor.self) }
}
