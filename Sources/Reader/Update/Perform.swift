import ArabicAnalysis
import ArabicText
import Interface
import Screen

extension ReaderState {
  /// Does what `command` says, as often as the number typed before it.
  package mutating func perform(_ command: Command, times: Int? = nil) -> [Effect] {
    if let effects = performInLibrary(command, times: times) { return effects }
    if let effects = performInRoom(command, times: times) { return effects }
    let hasJustEntered = modes.reading.hasJustEntered
    modes.reading.hasJustEntered = false
    if awaitsResults(for: command) {
      modes.push(AwaitingResults(command, times: times))
      return []
    }
    if modes.reading.focus == .pane, performInPane(command, times: times) { return [] }
    switch command {
    case .lineDown: scroll(by: times ?? 1)
    case .jump:
      if jumpToSpeaker() { return [] }
      if let effects = openCardOfName() { return effects }
      scroll(by: times ?? 1)
    case .card: return openCard()
    case .lookUp: return lookUp()
    case .copy: return copySelection()
    case .speakerOnly: toggleSpeakerFilter()
    case .lineUp: scroll(by: -(times ?? 1))
    case .caretLeft: moveCaret(to: .left, by: times ?? 1)
    case .caretRight: moveCaret(to: .right, by: times ?? 1)
    case .pageDown: scroll(by: (times ?? 1) * pageRows)
    case .pageUp: scroll(by: -(times ?? 1) * pageRows)
    case .halfPageDown: scroll(by: times ?? max(1, pageRows / 2))
    case .halfPageUp: scroll(by: -(times ?? max(1, pageRows / 2)))
    case .goToStart: if let times { jump(toParagraph: times) } else { jump(toPercent: 0) }
    case .goToEnd: if let times { jump(toParagraph: times) } else { jump(toPercent: 100) }
    case .goToPercent: jump(toPercent: min(100, times ?? 0))
    case .back: goBack(times)
    case .widenPane: resizePane(by: 2 * (times ?? 1))
    case .narrowPane: resizePane(by: -2 * (times ?? 1))
    case .sortPane: sortPane()
    case .foldSection: foldSection()
    case .expandEntity: expandEntity()
    case .filterPane:
      if modes.reading.focus != .pane { switchPane() }
      if modes.reading.focus == .pane { openFilter() }
    case .setMark: modes.push(LetterMarkPrompt(purpose: .set))
    // With a number it can only mean the way back.
    case .goToMark:
      if let times { goBack(times) } else { modes.push(LetterMarkPrompt(purpose: .go)) }
    case .nextFile: return openFile(by: times ?? 1)
    case .previousFile: return openFile(by: -(times ?? 1))
    case .listFiles:
      if files.isRoom { return [.openRoom] }
      modes.push(Chooser(filesOf: self))
    case .edit: return [.edit(placeToEdit)]
    case .reload: return [.reload]
    case .follow: return [.follow]
    case .facts: modes.push(Facts())
    case .contents: openContents()
    case .links: openLinks()
    case .wholePage: return toggleWholePage()
    case .exportPage: modes.push(Prompt(.command, "\(LineVerb.export.rawValue) ", in: self))
    case .chooseTheme: return [.listThemes]
    case .nextEntity: step(.forward, times)
    case .previousEntity: step(.backward, times)
    case .nextMention: stepWithinEntity(.forward, times)
    case .previousMention: stepWithinEntity(.backward, times)
    case .nextPerson: step(.forward, times, kind: .person)
    case .previousPerson: step(.backward, times, kind: .person)
    case .nextOrganisation: step(.forward, times, kind: .organisation)
    case .previousOrganisation: step(.backward, times, kind: .organisation)
    case .nextPlace: step(.forward, times, kind: .place)
    case .previousPlace: step(.backward, times, kind: .place)
    case .nextQuotation: stepQuotation(.forward, times)
    case .previousQuotation: stepQuotation(.backward, times)
    case .togglePane: togglePane()
    case .switchPane: if !hasJustEntered { switchPane() }
    case .clearSelection:
      clearSelection()
      return [.cancelSearch]
    case .search: modes.push(Prompt(.search, in: self))
    case .commandLine: modes.push(Prompt(.command, in: self))
    case .palette: modes.push(Palette())
    case .findInLibrary: modes.push(Prompt(.command, "\(LineVerb.find.rawValue) ", in: self))
    case .speakers: return askWhoSpeaks()
    case .searchNext: return searchAgain(.forward, times)
    case .searchPrevious: return searchAgain(.backward, times)
    case .searchName: return searchForName()
    case .cycleMatching: return cycleMatching()
    case .filter: modes.push(Prompt(.filter, in: self))
    case .forward: goForward(times)
    case .selectPassage: beginSelecting()
    case .highlight: return highlight(times)
    case .writeNote: return openNoteEditor()
    case .tag: askForTags()
    case .nextNote: stepNote(.forward)
    case .previousNote: stepNote(.backward)
    case .removeNote: return removeAnnotations()
    case .filterNotes: openNotesFilter()
    case .correct: askForCorrection()
    case .review: beginReview()
    case .undo: return takeStep(.undo)
    case .redo: return takeStep(.redo)
    case .justify: toggleJustification()
    case .help: modes.push(Help(in: self))
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return [files.isRoom ? .openRoom : .quit]
    }
    return []
  }

  /// Asks the store for a step in its journal.
  private mutating func takeStep(_ request: NotesRequest) -> [Effect] {
    article.notes.unconfirmed += 1
    article.notes.takesBack = true
    return [.notes(request)]
  }

  private mutating func clearSelection() {
    article.selection = nil
    article.endedSearch = article.search ?? article.endedSearch
    article.search = nil
    modes.reading.focus = .article
  }

  /// Where an editor is to be opened: at what is selected or the caret, else at the top.
  private var placeToEdit: TextOffset { caretOnScreen ?? visibleSpan.lower }
}
