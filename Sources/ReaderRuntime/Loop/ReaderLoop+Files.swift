import ArabicText
import Documents
import Interface
import Reader

extension ReaderLoop {
  // MARK: Several files

  /// Goes to the article `number`; one that cannot be opened is reported and skipped.
  ///
  /// - Returns: `false` where that ends the program.
  func open(_ number: Int) -> Bool {
    session.remember()
    let step = number >= session.number ? 1 : -1
    var number = number
    var problem: Phrase?
    var goesOn = true
    streams.wanted = nil
    search: while sources.indices.contains(number), number != session.number {
      if others[number] == nil, streams.document(number) == nil,
        streams.isRunning(number) || services.files.isStream(sources[number])
      {
        awaitStream(number, .fileAwaited)
        return true
      }
      switch article(number) {
      case .success(let (next, effects)):
        next.state.adoptChoices(of: session.state)
        others[session.number] = session
        session = next
        goesOn = run(effects, of: next)
        catchUp()
        break search
      case .failure(.slow):
        awaitStream(number, .fileIsSlow)
        return true
      case .failure(let error):
        failures[number] = error.phrase
        problem = problem ?? error.phrase
        // In a reading room one stays where one is.
        if room != nil { break search }
        number += step
      }
    }
    listFiles()
    if let problem { session.state.notify(Notice(.notOpened, .phrase(problem), isError: true)) }
    return goesOn
  }

  /// The article `number`, taken from those that are open or loaded now, and what is to be done for it.
  private func article(_ number: Int) -> Result<(FileSession, [Effect]), DocumentError> {
    if let open = others.removeValue(forKey: number) { return .success((open, [])) }
    let loaded: Result<Document, DocumentError> =
      if let document = streams.take(number) {
        .success(document)
      } else {
        services.files.load(sources[number], encoding: encoding, extent: extent)
      }
    return loaded.map { document in
      failures[number] = nil
      let state = ReaderState(
        document: document, size: session.state.size, preferences: session.state.preferences)
      let new = FileSession(
        sources[number], number: number, state: state, services: services, shared: shared,
        extent: extent)
      tellCharset(of: new)
      tellWarnings(of: new)
      return (new, new.state.start())
    }
  }

  /// Tells that an article was read in a charset that few are in, which may be a wrong guess.
  func tellCharset(of session: FileSession) {
    let charset = Charset(session.state.article.document.charset)
    guard encoding == nil, !charset.isUsual else { return }
    session.state.notify(Notice(.readAs, .text(charset.name)))
  }

  /// Tells the first thing that has to be known of how an article was read; the facts tell all.
  func tellWarnings(of session: FileSession) {
    guard let warning = session.state.structure?.warnings.first else { return }
    session.state.notify(Notice(warning.phrase))
  }

  /// Shows all words of the page that `session` reads, or the article in it.
  func read(whole: Bool, of session: FileSession) {
    guard session.source.path != nil else {
      session.state.notify(Notice(.noFileToReload))
      return
    }
    let before = session.extent
    session.extent.part = whole ? .wholePage : .article
    switch reload(session) {
    case .failure(.slow): session.state.notify(Notice(.reloadIsSlow))
    case .failure(let error):
      session.extent = before
      session.state.notify(Notice(.notReloaded, .phrase(error.phrase), isError: true))
    case .success(false): session.state.notify(Notice(.noMoreToShow))
    case .success(true):
      listFiles()
      let key = Phrase.Argument.call(of: .wholePage, in: session.state.preferences.keymap)
      session.state.notify(Notice(whole ? .wholePageShown : .articleShown, key))
    }
  }

  // MARK: The list of files

  /// Tells the reader what is open, for its list.
  func listFiles() {
    if room != nil { return session.state.list(OpenFiles(isRoom: true)) }
    let files = sources.enumerated().map { number, source in
      let open = number == session.number ? session : others[number]
      let percent = open.map { OpenFile.Condition.read(percent: $0.state.percent) }
      let failed = failures[number] == nil ? OpenFile.Condition.unread : .failed
      return OpenFile(
        name: open?.state.article.document.name ?? source.name, condition: percent ?? failed)
    }
    session.state.list(OpenFiles(files: files, current: session.number))
  }

  // MARK: Changes on disk

  /// Looks whether the file on the screen was changed; each of the others is, when it is shown.
  ///
  /// - Returns: whether there is something new to be drawn.
  func pollFile() -> Bool { handle(session.pollFile()) }

  /// Looks at the next of the articles out of sight, so that the list of files tells how they are: one at
  /// a time, as there may be hundreds.
  func pollNextOther() {
    let numbers = others.keys
    guard let number = numbers.filter({ $0 > lastPolled }).min() ?? numbers.min(),
      let other = others[number]
    else { return }
    switch other.pollFile() {
    // One that has changed is looked at again first: it may still be written.
    case nil: lastPolled = other.isFileSettled ? number : number - 1
    case .gone: other.state.notify(Notice(.fileGone))
    case .changed: if case .success(true) = reload(other) { listFiles() }
    }
  }

  /// Looks at what has happened to the article that is shown now while it was out of sight.
  private func catchUp() {
    _ = handle(session.catchUpWithFile())
    session.work.notes.poll()
  }

  private func handle(_ change: FileWatch.Change?) -> Bool {
    switch change {
    case nil: return false
    case .gone: session.state.notify(Notice(.fileGone))
    case .changed: _ = reload(isAsked: false)
    }
    return true
  }

  /// Loads an article anew.
  ///
  /// - Returns: whether its text is another now, or why it cannot be loaded; one that is slow is shown when
  ///   it has come.
  private func reload(_ session: FileSession) -> Result<Bool, DocumentError> {
    if streams.isRunning(session.number), let path = session.source.path {
      streams.markStale(session.number)
      return .failure(.slow(path))
    }
    let loaded = services.files.load(session.source, encoding: encoding, extent: session.extent)
    if case .failure(.slow) = loaded { begin(session.number) }
    return loaded.map { show($0, in: session) }
  }

  /// Shows what the file of `session` holds now.
  ///
  /// - Returns: whether that is another text.
  func show(_ document: Document, in session: FileSession) -> Bool {
    if let hash = document.contentHash, hash == session.state.article.document.contentHash {
      return false
    }
    // Of a text that grows no version before is come back to.
    _ = run(session.change(to: document, remembers: !session.isFollowing), of: session)
    return true
  }

  /// Loads the article anew that is read, and keeps the place.
  ///
  /// - Returns: `false` where that ends the program.
  func reload(isAsked: Bool) -> Bool {
    guard session.source.path != nil else {
      session.state.notify(Notice(.noFileToReload))
      return true
    }
    switch reload(session) {
    case .failure(.slow):
      if isAsked { session.state.notify(Notice(.reloadIsSlow)) }
    case .failure(let error):
      session.state.notify(Notice(.notReloaded, .phrase(error.phrase), isError: true))
    case .success(false): if isAsked { session.state.notify(Notice(.fileUnchanged)) }
    case .success(true): listFiles()
    }
    return true
  }
}
