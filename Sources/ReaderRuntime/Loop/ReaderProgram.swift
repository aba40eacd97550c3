import Annotations
import ArabicText
import CursesTerminal
import Documents
import Glibc
import Interface
import Reader
import Screen

/// The loop of the reader: events in, effects run, screens out.
///
/// All that is slow runs in workers that post to mailboxes; a key never waits for them.
package struct ReaderProgram {
  private let terminal: CursesTerminal
  private let wake: WakePipe
  private let wardrobe: Wardrobe
  private let historyFile = HistoryFile()
  private var paneFile = PaneFile()
  private let clipboard = ClipboardTool()
  private let encoding: String?
  /// Whether what the person has taught is heeded.
  private let heedsOwnLists: Bool
  /// What looks for names.
  private let finding: NameFinding
  private let sources: [ArticleSource]
  /// The article that is read.
  private var session: FileSession
  /// Its number among the sources.
  private var current: Int
  /// The other articles that were opened.
  private var others: [Int: FileSession] = [:]
  /// Why articles could not be opened.
  private var failures: [Int: Phrase] = [:]
  private var lastLook = ContinuousClock.now

  /// A program that reads `document`, which is number `first` of `sources`; `failed` tells why those
  /// before it could not be opened.
  package init(
    _ document: Document, first: Int, of sources: [ArticleSource], failed: [Int: Phrase] = [:],
    encoding: String?, terminal: CursesTerminal, appearance: Appearance,
    keymap: Keymap, heedsOwnLists: Bool, finding: NameFinding, wardrobe: Wardrobe
  ) throws {
    self.terminal = terminal
    self.heedsOwnLists = heedsOwnLists
    self.finding = finding
    self.sources = sources
    self.encoding = encoding
    self.wardrobe = wardrobe
    wake = try WakePipe()
    current = first
    failures = failed
    let state = ReaderState(
      document: document, size: terminal.size,
      preferences: Preferences(appearance: appearance, keymap: keymap))
    session = FileSession(
      source: sources[first], state: state, own: heedsOwnLists ? .read() : OwnLists(),
      finding: finding, wake: wake)
  }

  /// Reads until the person quits or the program is asked to end.
  ///
  /// - Returns: The exit status.
  package mutating func run() -> Int32 {
    session.memory.restore(&session.state)
    paneFile.restore(&session.state)
    defer {
      // A note that is being written is kept however the program ends, but for a crash.
      _ = perform(session.state.saveOpenNotes())
      for open in [session] + others.values {
        open.notes.finish()
        open.memory.remember(open.state)
      }
    }
    defer {
      historyFile.shorten()
      paneFile.keep(session.state)
    }
    tellFiles()
    if let problem = failures.min(by: { $0.key < $1.key })?.value {
      session.state.notify(Notice(.notOpened, .phrase(problem), isError: true))
    }
    // Text first: the analysis starts when the first screen is drawn.
    terminal.draw(screen(of: session.state))
    if !perform(session.state.start()) { return 0 }
    // Behind the first screen: neither is needed for it.
    session.state.preferences.history = historyFile.read()
    session.state.preferences.themeNames = wardrobe.files.names
    var isDrawn = false
    while true {
      if !isDrawn { terminal.draw(screen(of: session.state)) }
      isDrawn = false
      switch terminal.nextEvent(wake: wake, timeout: patience) {
      case .key(.control("c")) where !session.state.isWritingNote: return 0
      case .key(let key): if !perform(update(&session.state, .key(key))) { return 0 }
      case .resize(let size): if !perform(update(&session.state, .resize(size))) { return 0 }
      case .mouse(let event): if !perform(update(&session.state, .mouse(event))) { return 0 }
      case .paste(let text): if !perform(update(&session.state, .paste(text))) { return 0 }
      case .signal(let signal): return signal.exitStatus
      case .posted: takeMessages()
      case .timeout: isDrawn = true
      }
      if look() { isDrawn = false }
    }
  }

  private mutating func takeMessages() {
    // First silence, then look everywhere: what is posted meanwhile rings again.
    wake.silence()
    _ = session.takeMessages(session.mailbox.takeAll())
    for (number, other) in others {
      let messages = other.mailbox.takeAll()
      if !messages.isEmpty { _ = others[number]?.takeMessages(messages) }
    }
  }

  /// Runs `effects`; `false` where one of them ends the program.
  private mutating func perform(_ effects: [Effect]) -> Bool {
    for effect in session.perform(effects) {
      switch effect {
      case .quit: return false
      case .suspend:
        session.memory.remember(session.state)
        terminal.suspend()
      case .redraw: terminal.redraw()
      case .copy(let text):
        terminal.copy(text)
        clipboard?.copy(text)
      case .openFile(let number): open(number)
      case .edit(let offset): edit(at: offset)
      case .reload: reload(isAsked: true)
      case .listThemes: if !perform(update(&session.state, .themes(wardrobe.all))) { return false }
      case .keepHistory(let entry): historyFile.add(entry)
      case .loadTheme(let name, let isPreview): load(theme: name, isPreview: isPreview)
      case .editText(let text): edit(text)
      default: break
      }
    }
    return true
  }

  /// What the person has taught by now.
  private var own: OwnLists { heedsOwnLists ? .read() : OwnLists() }

  // MARK: Several files

  /// Goes to the article `number`; one that cannot be opened is told and passed over.
  private mutating func open(_ number: Int) {
    session.memory.remember(session.state)
    let step = number >= current ? 1 : -1
    var number = number
    var problem: Phrase?
    var next: FileSession?
    while next == nil, sources.indices.contains(number), number != current {
      switch article(number) {
      case .success(let session):
        next = session
      case .failure(let error):
        failures[number] = error.phrase
        if problem == nil { problem = error.phrase }
        number += step
      }
    }
    if var next {
      next.state.adoptChoices(of: session.state)
      others[current] = session
      session = next
      current = number
    }
    tellFiles()
    if let problem { session.state.notify(Notice(.notOpened, .phrase(problem), isError: true)) }
  }

  /// The article `number`, taken from those that are open or loaded now; its analysis begins.
  private mutating func article(_ number: Int) -> Result<FileSession, DocumentError> {
    if let open = others.removeValue(forKey: number) { return .success(open) }
    switch sources[number].loaded(encoding: encoding) {
    case .failure(let error): return .failure(error)
    case .success(let document):
      failures[number] = nil
      let state = ReaderState(
        document: document, size: session.state.size, preferences: session.state.preferences)
      var new = FileSession(
        source: sources[number], state: state, own: own, finding: finding, wake: wake)
      new.memory.restore(&new.state)
      _ = new.perform(new.state.start())
      return .success(new)
    }
  }

  /// Tells the reader what is open, for its list.
  private mutating func tellFiles() {
    let files = sources.enumerated().map { number, source in
      let open = number == current ? session : others[number]
      let percent = open.map { OpenFile.Condition.read(percent: $0.state.percent) }
      let failed = failures[number] == nil ? OpenFile.Condition.unread : .failed
      return OpenFile(
        name: open?.state.article.document.name ?? source.name, condition: percent ?? failed)
    }
    session.state.list(OpenFiles(files: files, current: current))
  }

  // MARK: Changes on disk

  /// How long to wait before files are looked at again; `nil` where there are none.
  private var patience: Duration? {
    ([session.patience] + others.values.map(\.patience)).compactMap(\.self).min()
  }

  /// Looks whether files were changed, once in a while.
  ///
  /// - Returns: whether there is something new to be drawn.
  private mutating func look() -> Bool {
    guard let patience, ContinuousClock.now - lastLook >= patience else { return false }
    lastLook = .now
    for number in others.keys.sorted() { lookBehind(number) }
    switch session.change() {
    case nil: return false
    case .gone: session.state.notify(Notice(.fileGone))
    case .changed: reload(isAsked: false)
    }
    return true
  }

  /// Looks whether an article was changed that is open and not on the screen.
  private mutating func lookBehind(_ number: Int) {
    switch others[number]?.change() {
    case nil: return
    case .gone: others[number]?.state.notify(Notice(.fileGone))
    case .changed:
      guard let old = others[number], case .success(let new?) = reloaded(old) else { return }
      others[number] = new
      tellFiles()
    }
  }

  /// `old` with what its file holds now; `nil` where that is the same.
  private func reloaded(_ old: FileSession) -> Result<FileSession?, DocumentError> {
    old.source.loaded(encoding: encoding).map { document in
      if let hash = document.contentHash, hash == old.state.article.document.contentHash {
        return nil
      }
      old.memory.remember(old.state)
      old.stop()
      var state = old.state
      let effects = update(&state, .documentChanged(document))
      var new = FileSession(
        source: old.source, state: state, own: own, finding: finding, wake: wake)
      _ = new.perform(effects)
      return new
    }
  }

  /// Loads the article anew and keeps the place.
  private mutating func reload(isAsked: Bool) {
    guard session.source.path != nil else {
      session.state.notify(Notice(.noFileToReload))
      return
    }
    switch reloaded(session) {
    case .failure(let error):
      session.state.notify(Notice(.notReloaded, .phrase(error.phrase), isError: true))
    case .success(nil):
      if isAsked { session.state.notify(Notice(.fileUnchanged)) }
    case .success(let new?):
      session = new
      tellFiles()
    }
  }

  private mutating func edit(at offset: TextOffset) {
    guard let path = session.source.path else {
      session.state.notify(Notice(.noFileToEdit))
      return
    }
    session.memory.remember(session.state)
    let text = session.state.article.document.text
    let problem = Editor().edit(path, at: offset, of: text, in: terminal)
    _ = update(&session.state, .resize(terminal.size))
    // What the editor has written is looked at now and not at the next look.
    _ = session.change()
    if session.change() == .changed { reload(isAsked: false) }
    if let problem { session.state.notify(Notice(.editorFailed, .text(problem), isError: true)) }
  }

  /// Lets the person edit a note in their editor.
  private mutating func edit(_ note: String) {
    guard let file = NoteFile(note) else {
      let reason = String(cString: strerror(errno))
      session.state.notify(Notice(.editorFailed, .text(reason), isError: true))
      return
    }
    defer { file.remove() }
    let problem = Editor().edit(
      file.path, at: .zero, of: DecodedText(note), in: terminal)
    _ = update(&session.state, .resize(terminal.size))
    // An editor that failed, or was told to, leaves the note as it was.
    if problem == nil { _ = update(&session.state, .textEdited(file.text)) }
    if let problem { session.state.notify(Notice(.editorFailed, .text(problem), isError: true)) }
  }

  // MARK: Themes

  private mutating func load(theme name: String, isPreview: Bool) {
    do throws(ThemeError) {
      let theme = try wardrobe.theme(name)
      _ = update(&session.state, .themeLoaded(theme, isPreview: isPreview))
    } catch {
      if !isPreview {
        let message = error.message(in: session.state.appearance.language)
        _ = update(&session.state, .themeRefused(message))
      }
    }
  }
}
