import ArabicAnalysis
import Interface
import Screen

extension Reading {
  /// The keys that matter while the article or the pane is read, the most useful first.
  func hints(_ state: ReaderState) -> [Hint] {
    let hints: [Hint?] =
      switch (focus, state.article.selection) {
      case (.pane, _): paneHints(state)
      case (.article, nil):
        [
          state.hint(.help, .hintKeys), liftHint(state),
          state.article.pane.speaker.flatMap { _ in state.hint(.speakerOnly, .hintSaidByAll) },
          state.hint(.nextEntity, .hintName),
          state.hint(.nextQuotation, .hintQuotation), state.hint(.search, .hintSearch),
          state.hint(.switchPane, .hintPane), state.hint(.selectPassage, .hintSelect),
        ]
      case (.article, .mention):
        [
          state.hint(.jump, .hintCard), state.hint(.nextMention, .hintNextMention),
          state.isQuoted(state.selectedEntity) ? state.hint(.speakerOnly, said(state)) : nil,
          state.hint(.highlight, .hintHighlight), state.hint(.writeNote, .hintNote),
          state.hint(.correct, .hintCorrect),
        ]
      case (.article, .quotation(let span)):
        [
          state.article.results.quotation(at: span)?.speaker
            .flatMap { _ in state.hint(.jump, .hintSpeaker) },
          state.hint(.nextMention, .hintSameSpeaker),
          state.hint(.highlight, .hintHighlight), state.hint(.writeNote, .hintNote),
          state.hint(.copy, .hintCopy), state.hint(.correct, .hintCorrect),
        ]
      case (.article, .match):
        [
          state.hint(.searchNext, .hintNextHit), state.hint(.highlight, .hintHighlight),
          state.hint(.writeNote, .hintNote), state.hint(.selectPassage, .hintExtend),
          state.hint(.clearSelection, .hintClear),
        ]
      case (.article, .passage):
        [
          state.hint(.highlight, .hintHighlight), state.hint(.writeNote, .hintNote),
          state.hint(.tag, .hintTags), state.hint(.correct, .hintCorrect),
          state.hint(.copy, .hintCopy), state.hint(.clearSelection, .hintClear),
        ]
      }
    var told: Set<[Key]> = []
    return (hintsAfterChange(state) + hints).compactMap(\.self)
      .filter { told.insert($0.keys).inserted }
  }

  /// What goes on from a change that has just been stored: how it is taken back, and the next colour.
  private func hintsAfterChange(_ state: ReaderState) -> [Hint?] {
    switch state.notice?.phrase.key {
    case .noteHighlighted: [state.hint(.highlight, .hintNextColor), state.hint(.undo, .hintUndo)]
    case .noteSaved, .noteTagged, .noteCorrected, .noteRemoved, .noteAccepted, .noteRejected,
      .noteRedone, .noteRedoneElsewhere:
      [state.hint(.undo, .hintUndo)]
    default: []
    }
  }

  /// How all paragraphs are listed again, where only some are: an empty line.
  private func liftHint(_ state: ReaderState) -> Hint? {
    guard state.article.filter != nil, let key = state.keymap.keys(of: .filter).first else {
      return nil
    }
    return Hint([key, .enter], .hintAllParagraphs)
  }

  /// What the key for a speaker's quotations does: where they are listed alone, it lists all again.
  private func said(_ state: ReaderState) -> PhraseKey {
    state.article.pane.speaker == nil ? .hintSaid : .hintSaidByAll
  }

  private func paneHints(_ state: ReaderState) -> [Hint?] {
    let about: [Hint?] =
      switch state.article.pane.selected {
      case .entity, .mention:
        [state.hint(.expandEntity, .hintMentions), state.hint(.speakerOnly, said(state))]
      case .speaker, .quotation: [state.hint(.expandEntity, .hintFold)]
      case .section: [state.hint(.foldSection, .hintFold)]
      case .note, nil: []
      }
    return [state.hint(.jump, .hintGo), state.hint(.search, .hintFilter)] + about
      + [state.hint(.switchPane, .hintArticle)]
  }
}
