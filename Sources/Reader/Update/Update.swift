import ArabicText
import Interface
import Screen

/// Takes a message in: changes the state and tells what the program has to do.
///
/// Pure but for the layout cache, which nobody sees. Every key path of the reader can be tried by
/// feeding messages.
package func update(_ state: inout ReaderState, _ message: Message) -> [Effect] {
  switch message {
  case .resize(let size):
    state.resize(to: size)
    return []
  case .analysis(let analysis, let progress):
    state.take(analysis, progress)
    return []
  case .searchEnded(let request, let hit):
    let effects = state.endSearch(request, at: hit)
    return effects + state.effectsOfView()
  case .hashed(let hash):
    state.document.contentHash = hash
    return [.recall(hash: hash)]
  case .themes(let themes):
    state.openThemeList(themes)
    return []
  case .themeLoaded(let theme, let isPreview):
    state.take(theme, isPreview: isPreview)
    return []
  case .themeRefused(let message):
    state.tell(Notice(.themeRefused, .text(message), isError: true))
    return []
  case .filtered(let request, let paragraphs):
    state.take(paragraphs, of: request)
    return state.effectsOfView()
  case .hitsCounted(let count, let order):
    state.take(order, of: count)
    return []
  case .notes(let news):
    return state.take(news)
  case .textEdited(let text):
    state.takeEditedText(text)
    return []
  case .mouse(let event):
    let effects = state.take(event)
    return effects + state.effectsOfView()
  case .key(let key):
    let effects = state.press(key)
    return effects + state.effectsOfView()
  }
}

extension ReaderState {
  /// What the program has to do before the first key.
  package mutating func start() -> [Effect] {
    progress = .running(done: 0, total: document.text.utf8Count)
    return [.analyze(first: visibleSpan)]
  }

  fileprivate mutating func resize(to size: Size) {
    keepingPlace { $0.size = size }
  }

  fileprivate mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    if notes.editor != nil { return pressInNoteEditor(key) }
    if notes.question != nil { return pressInQuestion(key) }
    if let effects = pressWhileSelecting(key) { return effects }
    if notes.reviewed != nil, let effects = pressInReview(key) { return effects }
    if prompt != nil { return type(key) }
    if palette != nil { return pressInPalette(key) }
    if helpTop != nil { return pressInHelp(key) }
    if chooser != nil { return pressInChooser(key) }
    if card != nil { return pressInCard(key) }
    if pane.isFiltering {
      typeFilter(key)
      return []
    }
    if let pending { return finish(pending, with: key) }
    if let digit = digit(of: key) {
      count = min((count ?? 0) * 10 + digit, 1_000_000)
      return []
    }
    let times = count
    count = nil
    guard let command = keymap.command(for: key, in: focus == .pane ? .pane : .everywhere) else {
      notice = Notice(.keyUnknown, .key(key), .call(of: .help, in: keymap))
      return []
    }
    return perform(command, times: times)
  }

  private func digit(of key: Key) -> Int? {
    let latin = ArabicKeyboard.latinKey(for: key) ?? key
    guard case .character(let character) = latin, character.isASCII,
      let digit = character.wholeNumberValue
    else { return nil }
    return digit
  }

  /// Does what `command` says, as often as the number typed before it.
  package mutating func perform(_ command: Command, times: Int? = nil) -> [Effect] {
    if focus == .pane, performInPane(command, times: times) { return [] }
    switch command {
    case .lineDown: scroll(by: times ?? 1)
    case .jump: if !jumpToSpeaker() { scroll(by: times ?? 1) }
    case .card: openCard()
    case .copy: return copySelection()
    case .speakerOnly: toggleSpeakerFilter()
    case .lineUp: scroll(by: -(times ?? 1))
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
      if focus != .pane { switchPane() }
      if focus == .pane { openFilter() }
    case .setMark: pending = .setMark
    // With a number it can only mean the way back.
    case .goToMark: if let times { goBack(times) } else { pending = .goToMark }
    case .nextFile: return openFile(by: times ?? 1)
    case .previousFile: return openFile(by: -(times ?? 1))
    case .listFiles: openFileList()
    case .edit: return [.edit(placeToEdit)]
    case .reload: return [.reload]
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
    case .switchPane: switchPane()
    case .clearSelection:
      clearSelection()
      return [.cancelSearch]
    case .search: openPrompt(.search)
    case .commandLine: openPrompt(.command)
    case .palette: openPalette()
    case .searchNext: return searchAgain(.forward, times)
    case .searchPrevious: return searchAgain(.backward, times)
    case .searchName: return searchForName()
    case .cycleMatching: return cycleMatching()
    case .filter: openPrompt(.filter)
    case .forward: goForward(times)
    case .selectPassage: beginSelecting()
    case .highlight: return highlight(times)
    case .writeNote: openNoteEditor()
    case .tag: askForTags()
    case .nextNote: stepNote(.forward)
    case .previousNote: stepNote(.backward)
    case .removeNote: return removeAnnotations()
    case .filterNotes: openNotesFilter()
    case .correct: askForCorrection()
    case .review: beginReview()
    case .undo:
      notes.unconfirmed += 1
      return [.notes(.undo)]
    case .redo:
      notes.unconfirmed += 1
      return [.notes(.redo)]
    case .justify: toggleJustification()
    case .help: helpTop = 0
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    }
    return []
  }

  private mutating func clearSelection() {
    selection = nil
    search = nil
    focus = .article
  }

  /// Asks for the analysis of what came into view, where a large document is analysed in part.
  fileprivate mutating func effectsOfView() -> [Effect] {
    guard case .finished(let analysed) = progress, analysed != document.text.span else { return [] }
    // Between paragraphs that are shown alone may lie more than is ever analysed.
    let visible = filter == nil ? visibleSpan : top.paragraph.content
    guard !analysed.contains(visible) else { return [] }
    progress = .running(done: 0, total: document.text.utf8Count)
    return [.analyze(first: visible)]
  }
}
