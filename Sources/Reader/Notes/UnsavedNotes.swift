import Annotations
import ArabicText
import Interface

/// Notes that the store does not have, as a person is asked about them before the program ends.
package struct UnsavedNotes: Hashable, Sendable {
  /// One of them.
  package struct Item: Hashable, Sendable {
    /// The name of its article.
    var article: String
    /// The words that it is of.
    var words: String
    /// What was written.
    var text: String
  }

  /// All of them, those of one article together.
  package private(set) var items: [Item]
  /// Why they are not stored; `nil` while the store has yet to answer.
  package var problem: Phrase?

  /// Those of all `states`, as one question.
  package init(of states: [ReaderState]) {
    items = states.flatMap { state in
      state.unsaved.map {
        Item(article: state.article.document.name, words: $0.words, text: $0.shown(in: state))
      }
    }
    let isWaiting = states.contains { !$0.article.notes.unconfirmedNotes.isEmpty }
    let refusal = states.lazy.compactMap(\.article.notes.refusal).first
    problem = isWaiting ? nil : refusal ?? Phrase(.unsavedPlaceless)
  }
}

extension ReaderState {
  /// What was written, ended, and is not stored, but for what an earlier reader has left: that is safe
  /// where it is.
  var unsaved: [UnsavedNote] {
    article.notes.drafts.filter { $0.rescued == nil } + article.notes.unconfirmedNotes
  }

  /// Whether the store has yet to answer about something that was written.
  package var awaitsStore: Bool { !article.notes.unconfirmedNotes.isEmpty }

  /// Whether the store has told what there is, or that there is nothing to be had.
  package var hasStoreAnswered: Bool { article.notes.isLoaded || article.notes.isUnavailable }

  /// Tells notes that were set aside from what they were before.
  package var draftsIdentity: Identity { article.notes.draftsIdentity }

  /// Whether nothing that was written is on its way: what was set aside is all that is not stored.
  package var isSettled: Bool {
    article.notes.unconfirmedNotes.isEmpty && !modes.contains(NoteEditor.self)
      && openLine == nil
  }

  /// All that was written and is not stored, what is being written now, too, as it outlives the
  /// program.
  ///
  /// - Parameters:
  ///   - contentHash: the hash of the text.
  ///   - file: the file in which an editor has the note that is open.
  /// - Returns: the notes, the open one last.
  /// - Complexity: O(*n*) in the length of the text, where there is something.
  package func notesToRescue(
    contentHash: @autoclosure () -> String, inEditor file: String? = nil
  ) -> [RescuedNote] {
    let notes =
      article.notes.drafts + article.notes.unconfirmedNotes + [openLine].compactMap(\.self)
    let open = modes.first(NoteEditor.self)?.note
    guard !notes.isEmpty || open != nil else { return [] }
    let text = AnchoredText(self.text, contentHash: contentHash())
    var rescued = notes.map { $0.rescued(in: text) }
    if let open, open.hasChanges || file != nil {
      var note = open.rescued(in: text)
      note.file = file
      rescued.append(note)
    }
    return rescued
  }

  /// Stores the note that is being written, and those that could not be stored before, when the
  /// program is about to end.
  package mutating func saveOpenNotes() -> [Effect] {
    func isToStore(_ draft: UnsavedNote) -> Bool {
      draft.subject != nil && draft.rescued == nil && draft.kind.purpose == nil
    }
    var notes = article.notes.drafts.filter(isToStore)
    article.notes.drafts.removeAll(where: isToStore)
    if let editor = modes.first(NoteEditor.self) { notes.append(editor.note) }
    modes.close(NoteEditor.self)
    return notes.flatMap { save($0) }
  }

  /// Lets go of what could not be stored, as the person says.
  package mutating func discardUnsaved() {
    article.notes.drafts.removeAll { $0.rescued == nil }
    article.notes.unconfirmedNotes = []
  }

  /// Takes over what an earlier reader has left of this article, to be offered.
  package mutating func offer(
    _ rescued: [RescuedNote], contentHash: @autoclosure () -> String
  ) {
    guard !rescued.isEmpty else { return }
    let text = AnchoredText(self.text, contentHash: contentHash())
    article.notes.drafts += rescued.map { UnsavedNote($0, in: text) }
    forgetStoredDrafts()
  }

  /// Lets go of what an earlier reader has left and the store has after all: it was ended between
  /// storing and tidying up.
  mutating func forgetStoredDrafts() {
    guard article.notes.isLoaded else { return }
    let stored = article.notes.items
    article.notes.drafts.removeAll { draft in
      guard let rescued = draft.rescued else { return false }
      return stored.contains { item in
        let annotation = item.annotation
        let isThere = item.span.map { draft.subject == .passage($0) } ?? false
        guard isThere || annotation.id == rescued.known?.id else { return false }
        return draft.isSaid(by: annotation)
      }
    }
  }
}

extension UnsavedNote {
  /// The tags that were typed.
  var tags: [String] { text.typedTags }

  /// Whether `annotation` says what was written.
  fileprivate func isSaid(by annotation: Annotation) -> Bool {
    switch kind {
    case .note: annotation.note == text
    case .tags: !tags.isEmpty && Set(tags).isSubset(of: annotation.tags)
    case .highlight: annotation.color?.rawValue == text
    case .correction: correction.map { $0 == (annotation.correction, annotation.scope) } ?? false
    case .rename, .merge, .split, .speaker: false
    }
  }

  /// What was written, as a person reads it.
  fileprivate func shown(in state: ReaderState) -> String {
    switch kind {
    case .highlight:
      HighlightColor(rawValue: text).map {
        state.string(.changeHighlighted) + ": " + state.string($0.name)
      } ?? text
    case .correction: correction.map { state.string($0.0.phrase) } ?? text
    case .note, .tags, .rename, .merge, .split, .speaker: text
    }
  }
}

extension String {
  /// The tags of a line, separated by commas, none twice.
  var typedTags: [String] {
    var tags: [String] = []
    for part in split(whereSeparator: { ",،;؛".contains($0) }) {
      let tag = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    return tags
  }
}
