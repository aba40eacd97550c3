import ArabicText
import Corrections
import Interface
import Screen

/// Takes a message in: changes the state and tells what the program has to do.
///
/// Pure but for what is remembered of layouts and of the rows of the pane, which nobody sees. Every
/// key path of the reader can be tried by feeding messages.
package func update(_ state: inout ReaderState, _ message: Message) -> [Effect] {
  let effects = state.take(message) + state.goOnWithKeys()
  state.leaveUnseenPane()
  state.tellNews()
  return effects
}

extension ReaderState {
  fileprivate mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key):
      let effects = press(key)
      uncoverSelection()
      return effects + effectsOfView()
    case .paste(let text):
      return paste(text)
    case .mouse(let event):
      let effects = handle(event)
      uncoverSelection()
      return effects + effectsOfView()
    case .resize(let size):
      resize(to: size)
      return []
    case .documentChanged(let document):
      return change(to: document)
    case .answer(let answer, let revision):
      guard revision == article.revision else {
        handleLate(answer)
        return []
      }
      return handle(answer)
    case .themes(let themes):
      if let chooser = Chooser(themes: themes, of: self) { modes.push(chooser) }
      return []
    case .themeLoaded(let theme, let isPreview):
      handle(theme, isPreview: isPreview)
      return []
    case .themeRefused(let message):
      notify(Notice(.themeRefused, .text(message), isError: true))
      return []
    case .lookedUp(let answer, let word):
      modes.modify(Lookup.self) { $0.take(answer, of: word) }
      return []
    case .textEdited(let text):
      if let text { modes.modify(NoteEditor.self) { $0.replace(with: text) } }
      return []
    case .room(let answer):
      return take(answer)
    case .libraryOpened(let question, let origin):
      return show(question, from: origin)
    case .library(let answer, let question):
      take(answer, to: question)
      return []
    case .lesson(let answer):
      return take(answer)
    case .namesJoined:
      return askAnew()
    case .found(let passage):
      select(passage)
      return effectsOfView()
    }
  }
}

extension ReaderState {
  /// What the program has to do before the first key, and with a text that has changed: of one that has
  /// grown, what is found stays until more is.
  package mutating func start() -> [Effect] {
    article.progress = .running(done: article.progress.done, total: text.utf8Count)
    return [.analyze(first: visibleSpan)]
  }

  // MARK: Keys and pastes

  /// Handles a key: first what is open, then the article and what is around it.
  mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    if opens(.help, by: key), !(modes.open.last is Help) {
      modes.push(Help(in: self))
      return []
    }
    if modes.open.last?.opensPalette == true, opens(.palette, by: key) {
      modes.push(Palette())
      return []
    }
    if awaitsResults, modes.open.last?.decides(by: key) == true {
      modes.push(AwaitingResults(key))
      return []
    }
    return dispatch { mode, state in
      mode.press(key, in: &state)
    } below: { state in
      state.pressWhileReading(key)
    }
  }

  /// Whether `key` opens what `command` shows over what is open: it closes back into it.
  private func opens(_ command: Command, by key: Key) -> Bool {
    guard let top = modes.open.last, keymap.command(for: key) == command else { return false }
    if case .character = key { return !top.takesText }
    return true
  }

  /// Pasted text is text for whatever takes text, never commands.
  fileprivate mutating func paste(_ text: String) -> [Effect] {
    guard !text.isEmpty else { return [] }
    notice = nil
    guard takesText else {
      // Nor for what is typed into below, where nobody sees it.
      tellOfPaste()
      return []
    }
    return dispatch { mode, state in
      mode.paste(text, in: &state)
    } below: { state in
      state.tellOfPaste()
      return []
    }
  }

  /// Tells what pasted text is for.
  mutating func tellOfPaste() {
    notice = Notice(
      .pasteIsNoCommand, .call(of: .search, in: keymap), .call(of: .writeNote, in: keymap))
  }

  // MARK: Answers

  fileprivate mutating func handle(_ answer: Answer) -> [Effect] {
    switch answer {
    case .analysis(let analysis, let progress):
      handle(analysis, progress)
      return []
    case .searchEnded(let request, let hit):
      let effects = endSearch(request, at: hit)
      return effects + effectsOfView()
    case .hitsCounted(let count, let order):
      handle(order, of: count)
      return []
    case .filtered(let request, let paragraphs):
      handle(paragraphs, of: request)
      return effectsOfView()
    case .hashed(let hash):
      article.document.contentHash = hash
      return [.recall(hash: hash)]
    case .listProblem(let problem):
      tell(problem)
      return []
    // What is shown stays until all is found anew.
    case .listsChanged:
      if !article.notes.onlyTeaches { article.awaitsLists = true }
      return [.analyze(first: visibleSpan)]
    case .notes(let answer):
      handle(answer)
      return []
    }
  }

  /// Of work on a text that has changed since, only what was stored is still of interest, and what is
  /// wrong with lists.
  fileprivate mutating func handleLate(_ answer: Answer) {
    switch answer {
    case .notes(let answer): handleLate(answer)
    case .listProblem(let problem): tell(problem)
    case .analysis, .searchEnded, .hitsCounted, .filtered, .hashed, .listsChanged: break
    }
  }

  /// Tells once what is wrong with a list, which is read with each analysis.
  private mutating func tell(_ problem: UserListProblem) {
    guard preferences.toldProblems.insert(problem).inserted else { return }
    notify(Notice(problem.phrase, isError: true))
  }

  /// Asks for the analysis of what came into view, where a large document is analysed in part.
  mutating func effectsOfView() -> [Effect] {
    guard case .finished(let analysed) = article.progress, analysed != text.span else { return [] }
    // Between paragraphs that are shown alone may lie more than is ever analysed.
    let visible = article.filter == nil ? visibleSpan : article.top.paragraph.content
    guard !analysed.contains(visible) else { return [] }
    article.progress = .running(done: 0, total: text.utf8Count)
    return [.analyze(first: visible)]
  }
}
