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
  private let memory: ReadingMemory

  init(document: Document, terminal: CursesTerminal, appearance: Appearance) throws {
    self.terminal = terminal
    mailbox = try Mailbox()
    state = ReaderState(document: document, size: terminal.size, appearance: appearance)
    analysis = AnalysisWorker(document: document, mailbox: mailbox)
    search = SearchWorker(text: document.text, mailbox: mailbox)
    memory = ReadingMemory(document: document)
    notes = NotesWorker(document: document, post: mailbox.post)
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
    // Text first: the analysis starts when the first screen is drawn.
    terminal.draw(screen(of: state))
    if !perform(state.start()) { return 0 }
    while true {
      terminal.draw(screen(of: state))
      switch terminal.nextEvent(wake: mailbox.wake) {
      case .key(.control("c")) where !state.isWriting: return 0
      case .key(let key): if !perform(update(&state, .key(key))) { return 0 }
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
      case .copy(let text): terminal.copy(text)
      case .search(let request): search.start(request)
      case .countHits(let count): search.start(count)
      case .cancelSearch: search.cancel()
      case .notes(let request): notes.start(request)
      case .editText: break
      }
    }
    return true
  }
}
