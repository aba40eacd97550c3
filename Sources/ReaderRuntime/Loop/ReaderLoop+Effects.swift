import ArabicText
import Interface
import Reader

extension ReaderLoop {
  /// Does what `session` asks for, in this order.
  ///
  /// - Returns: `false` where that ends the program; what follows is then not done.
  func run(_ effects: [Effect], of session: FileSession) -> Bool {
    effects.allSatisfy { run($0, of: session) }
  }

  private func run(_ effect: Effect, of session: FileSession) -> Bool {
    switch effect {
    case .quit: return leave()
    case .keepUnsaved: return keepUnsaved()
    case .discardUnsaved:
      ending = .discarded
      return false
    case .suspend:
      session.remember()
      services.terminal.suspend()
    case .redraw: services.terminal.redraw()
    case .analyze(let first):
      session.work.notes.load()
      session.work.analysis.start(first: first)
    case .search(let request): session.work.search.start(request)
    case .cancelSearch: session.work.search.cancel()
    case .countHits(let count): session.work.search.start(count)
    case .filter(let request): session.work.filter.start(request)
    case .cancelFilter: session.work.filter.cancel()
    case .loadTheme(let name, let isPreview): return load(theme: name, isPreview: isPreview)
    case .listThemes: return send(.themes(services.themes.all))
    case .keepHistory(let entry): services.history.add(entry)
    case .exportPage(let path):
      session.state.notify(ArticlePage(state: session.state).write(to: path))
    case .copy(let text): copy(text)
    case .openLink(let address): open(address: address)
    case .lookUp(let word): session.lookUp(word)
    case .openFile(let number): return open(number)
    case .openRoom: return openRoom()
    case .openListed(let id): return open(listed: id)
    case .openInRoom(let count): return openInRoom(by: count)
    case .ask(let question): ask(question, of: session)
    case .cancelQuestion: library.cancel()
    case .say(let lesson): say(lesson, of: session)
    case .takeBackLesson: say(nil, of: session)
    case .openLibrary(let question): return openLibrary(question, from: session)
    case .openFound(let id, let passage): return open(found: id, passage)
    case .fillRoom: room?.fill()
    case .stopFillingRoom: room?.stop()
    case .reload: return reload(isAsked: true)
    case .follow: follow()
    case .read(let whole): read(whole: whole, of: session)
    case .edit(let offset): return edit(at: offset)
    case .keepLetterMarks(let marks): session.work.memory.keep(marks)
    case .recall(let hash): session.recall(hash: hash)
    case .notes(let request): session.work.notes.start(request)
    case .editText(let text): return edit(text)
    }
    return true
  }

  private func copy(_ text: String) {
    services.terminal.copy(text)
    services.copyToDesktop(text)
  }

  private func open(address: String) {
    let shown = Phrase.Argument.text(String(address.prefix(300)))
    guard services.links.isConfigured else {
      copy(address)
      session.state.notify(Notice(.linkCopied, shown, .text(Configuration.exampleLinks)))
      return
    }
    if let problem = services.links.open(address) {
      session.state.notify(Notice(problem, isError: true))
    } else {
      session.state.notify(Notice(.linkOpened, shown))
    }
  }

  // MARK: Themes

  private func load(theme name: String, isPreview: Bool) -> Bool {
    do throws(ThemeError) {
      return send(.themeLoaded(try services.themes.theme(name), isPreview: isPreview))
    } catch {
      let message = error.message(in: session.state.appearance.language)
      return isPreview || send(.themeRefused(message))
    }
  }

  // MARK: Editing

  private func edit(at offset: TextOffset) -> Bool {
    guard let path = session.source.path else {
      session.state.notify(Notice(.noFileToEdit))
      return true
    }
    session.remember()
    let problem = services.editor.edit(
      path, at: offset, of: session.state.article.document.text, in: services.terminal)
    var goesOn = send(.resize(services.terminal.size))
    // What the editor has written is read now and not at the next poll.
    if session.catchUpWithFile() == .changed { goesOn = reload(isAsked: false) && goesOn }
    if let problem { notify(problem) }
    return goesOn
  }

  /// Lets the person edit a note in their editor.
  private func edit(_ note: String) -> Bool {
    let session = session
    let edited = services.editor.edit(note, in: services.terminal) { file in
      // However this program ends meanwhile, the next one finds what was written.
      try? session.keepUnsaved(inEditor: file)
    }
    var goesOn = send(.resize(services.terminal.size))
    if let text = edited.text { goesOn = send(.textEdited(text)) && goesOn }
    if let file = edited.file { session.leaveInEditor(file) }
    try? session.keepUnsaved()
    if let problem = edited.problem {
      notify(problem, edited.text == nil ? .editorFailed : .editorSavedLast)
    }
    return goesOn
  }

  private func notify(_ problem: TextEditorProblem, _ key: PhraseKey = .editorFailed) {
    session.state.notify(Notice(key, .phrase(problem.reason), isError: true))
  }
}
