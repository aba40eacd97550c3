import Annotations
import ArabicText
import Interface

extension ReaderState {
  /// Takes over what the store tells of the text at hand.
  mutating func handle(_ answer: StoreAnswer) {
    switch answer {
    case .all(let items, let isFirst):
      article.notes.items = items
      article.notes.isLoaded = true
      forgetStoredDrafts()
      if isFirst { tellOfPlaces() }
    case .done, .undone, .failed, .several:
      article.notes.apply(answer.outcomes)
      handleLate(answer)
      if case .undone(let outcome?, _) = answer.last, let span = outcome.changed.first?.span {
        reveal(span)
      }
    case .unavailable(let reason):
      article.notes.unconfirmed = 0
      article.notes.isUnavailable = true
      notice = Notice(.notesUnavailable, .phrase(reason), isError: true)
    }
    refreshCorrections()
    keepPaneRowVisible()
  }

  /// Takes over what the store tells of a text that has changed since.
  ///
  /// What is done is done, but its places are those of the old text: where everything stands now, the
  /// store tells anew.
  mutating func handleLate(_ answer: StoreAnswer) {
    switch answer {
    case .done(let action, let outcome): confirm(action, outcome)
    case .undone(let outcome, let isRedo): confirmUndone(outcome, isRedo: isRedo)
    case .failed(let action, let reason): refuse(action, reason)
    case .several(let answers): for answer in answers { handleLate(answer) }
    case .all, .unavailable: break
    }
  }

  private mutating func confirm(_ action: NoteAction?, _ outcome: AnnotationOutcome) {
    article.notes.confirmOne()
    var written: UnsavedNote?
    if action?.isWritten == true, !article.notes.unconfirmedNotes.isEmpty {
      written = article.notes.unconfirmedNotes.removeFirst()
    }
    if outcome.keptBeside {
      notice = Notice(.noteKeptBeside)
    } else if let action {
      notice = saved(action, written)
    }
  }

  /// What is told of `action`, which is stored.
  private func saved(_ action: NoteAction, _ written: UnsavedNote?) -> Notice {
    guard action == .highlighted else { return Notice(action.phrase) }
    let color = written.flatMap { HighlightColor(rawValue: $0.text) } ?? preferences.highlightColor
    return Notice(action.phrase, .phrase(Phrase(color.name)))
  }

  private mutating func confirmUndone(_ outcome: AnnotationOutcome?, isRedo: Bool) {
    article.notes.confirmOne()
    guard let outcome else {
      notice = Notice(isRedo ? .nothingToRedo : .nothingToUndo)
      return
    }
    let action = NoteAction.name(ofSummary: outcome.summary).map { Phrase($0) }
    let key: PhraseKey =
      switch (isRedo, outcome.isOfOthers) {
      case (false, false): .noteUndone
      case (false, true): .noteUndoneElsewhere
      case (true, false): .noteRedone
      case (true, true): .noteRedoneElsewhere
      }
    notice = Notice(key, action.map { .phrase($0) } ?? .text(outcome.summary))
  }

  /// What the store has refused to keep is there to be taken up again.
  private mutating func refuse(_ action: NoteAction?, _ reason: Phrase) {
    article.notes.confirmOne()
    article.notes.refusal = reason
    if action?.isWritten == true, !article.notes.unconfirmedNotes.isEmpty {
      let note = article.notes.unconfirmedNotes.removeFirst()
      // Of a highlight whose colour was chosen again and again the last one counts.
      article.notes.drafts.removeAll {
        note.kind == .highlight && $0.kind == .highlight && $0.subject == note.subject
      }
      if note.hasChanges { article.notes.drafts.append(note) }
    }
    notice = Notice(.noteNotSaved, .phrase(reason), isError: true)
  }

  private mutating func tellOfPlaces() {
    let items = article.notes.items
    let moved =
      article.hasGrown || article.showsOtherPart
      ? 0 : items.count { if case .moved = $0.placement { true } else { false } }
    let likely = items.count { if case .likely = $0.placement { true } else { false } }
    let lost = items.count { $0.placement == .orphan }
    guard moved + likely + lost > 0 else { return }
    let review = Phrase.Argument.call(of: .review, in: keymap)
    notice =
      article.showsOtherPart
      ? Notice(.notesInPart, .number(likely), .number(lost), review)
      : Notice(.notesMoved, .number(moved), .number(likely), .number(lost), review)
  }
}
