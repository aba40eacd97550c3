import Annotations
import ArabicText
import CursesTerminal
import Reader
import Screen

/// The loop of the reader: events in, effects run, screens out.
///
/// All that is slow runs in workers that post to the mailbox; a key never waits for them.
struct ReaderProgram {
  private let terminal: CursesTerminal
  private let mailbox: Mailbox<Message>
  private var state: ReaderState
  private var analysis: AnalysisWorker
  private var search: SearchWorker
  private let notes: NotesWorker
  private var filter: SearchWorker
  private let memory: ReadingMemory
  private let wardrobe: Wardrobe
  private let historyFile = HistoryFile()
  private let clipboard = ClipboardTool()

  init(
    document: Document, terminal: CursesTerminal, appearance: Appearance, keymap: Keymap,
    names: PersonalNames, wardrobe: Wardrobe
  ) throws {
    self.terminal = terminal
    mailbox = try Mailbox()
    state = ReaderState(
      document: document, size: terminal.size, appearance: appearance, keymap: keymap)
    analysis = AnalysisWorker(document: document, names: names, mailbox: mailbox)
    search = SearchWorker(text: document.text, mailbox: mailbox)
    filter = SearchWorker(text: document.text, mailbox: mailbox)
    memory = ReadingMemory(document: document)
    notes = NotesWorker(document: document, post: mailbox.post)
    self.wardrobe = wardrobe
  }

  /// Reads until the person quits or the program is asked to end.
  ///
  /// - Returns: The exit status.
  mutating func run() -> Int32 {
    memory.restore(&state)
    defer {
      // A note that is being written is kept however the program ends, but for a crash.
      _ = perform(state.keepNote())
      notes.finish()
      memory.remember(state)
    }
    defer { historyFile.shorten() }
    // Text first: the analysis starts when the first screen is drawn.
    terminal.draw(screen(of: state))
    if !perform(state.start()) { return 0 }
    // Behind the first screen: neither is needed for it.
    state.history = historyFile.read()
    state.themeNames = wardrobe.files.names
    while true {
      terminal.draw(screen(of: state))
      switch terminal.nextEvent(wake: mailbox.wake) {
      case .key(.control("c")) where !state.isWriting: return 0
      case .key(let key): if !perform(update(&state, .key(key))) { return 0 }
      case .mouse(let event): if !perform(update(&state, .mouse(event))) { return 0 }
      case .resize(let size): if !perform(update(&state, .resize(size))) { return 0 }
      case .signal(let signal): return signal.exitStatus
      case .posted:
        for message in mailbox.take() where !perform(update(&state, message)) { return 0 }
      case .timeout: break
      }
    }
  }

  /// Runs `effects`; `false` where one of them ends the program.
  private mutating func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return false
      case .suspend:
        memory.remember(state)
        terminal.suspend()
      case .redraw: terminal.redraw()
      case .analyze(let first): analysis.start(first: first)
      case .copy(let text):
        terminal.copy(text)
        clipboard?.copy(text)
      case .keepHistory(let entry): historyFile.add(entry)
      case .loadTheme(let name, let isPreview): load(theme: name, isPreview: isPreview)
      case .search(let request): search.start(request)
      case .countHits(let count): search.start(count)
      case .cancelSearch: search.cancel()
      case .notes(let request): notes.start(request)
      case .editText: break
      case .filter(let request): filter.start(request)
      case .cancelFilter: filter.cancel()
      }
    }
    return true
  }

  private mutating func load(theme name: String, isPreview: Bool) {
    do throws(ThemeError) {
      let theme = try wardrobe.theme(name)
      _ = update(&state, .themeLoaded(theme, isPreview: isPreview))
    } catch {
      if !isPreview { _ = update(&state, .themeRefused("\(error)")) }
    }
  }
}
