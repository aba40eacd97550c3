import Annotations
import ArabicText
import CursesTerminal
import Documents
import Interface
import Reader
import Screen

/// One article that is open: how it stands on the screen, and the work beside it.
struct FileSession {
  /// Where it comes from.
  let source: ArticleSource
  /// How it stands on the screen.
  var state: ReaderState
  /// Where the workers post to.
  let mailbox: Mailbox<Message>
  let memory: ReadingMemory
  let notes: NotesWorker
  private var analysis: AnalysisWorker
  private var search: SearchWorker
  private var filter: SearchWorker
  private var watch: FileWatch?
  private var own: OwnLists
  private let finding: NameFinding

  /// Opens what `state` shows, heeding what the person has taught; workers wake the loop by `wake`.
  init(
    source: ArticleSource, state: ReaderState, own: OwnLists, finding: NameFinding, wake: WakePipe
  ) {
    self.own = own
    self.finding = finding
    self.source = source
    self.state = state
    mailbox = Mailbox(wake: wake)
    let document = state.article.document
    let post = Self.posting(to: mailbox, of: state)
    analysis = AnalysisWorker(
      document: document, names: own.names, finding: finding, post: post)
    search = SearchWorker(text: document.text, post: post)
    filter = SearchWorker(text: document.text, post: post)
    memory = ReadingMemory(document: document, post: post)
    notes = NotesWorker(document: document) { post(.notes($0)) }
    watch = source.path.map(FileWatch.init)
  }

  /// Posts answers about the text that `state` shows now.
  private static func posting(
    to mailbox: Mailbox<Message>, of state: ReaderState
  ) -> @Sendable (Answer) -> Void {
    let revision = state.article.revision
    return { mailbox.post(.answer($0, of: revision)) }
  }

  /// How long to wait before the file is looked at again; `nil` where there is none.
  var patience: Duration? { watch?.patience }

  /// What has happened to the file since the last look.
  mutating func change() -> FileWatch.Change? { watch?.change() }

  /// Takes all messages of the workers in.
  ///
  /// - Returns: what is to be done by the program.
  mutating func takeMessages(_ messages: [Message]) -> [Effect] {
    messages.flatMap { message in
      let effects = perform(update(&state, attributed(message)))
      return message.takesLessonBack ? effects + analyzeAnew() : effects
    }
  }

  /// Analyses the article with what the person has taught by now.
  private mutating func analyzeAnew() -> [Effect] {
    guard own != OwnLists() else { return [] }
    own = .read()
    analysis.cancel()
    analysis = AnalysisWorker(
      document: state.article.document, names: own.names, finding: finding,
      post: Self.posting(to: mailbox, of: state))
    return perform(state.start())
  }

  /// `message`, an analysis with the speakers that the person has taught.
  private func attributed(_ message: Message) -> Message {
    guard case .answer(.analysis(let analysis, let progress), let revision) = message,
      revision == state.article.revision
    else { return message }
    let text = state.article.document.text
    return .answer(.analysis(analysis.attributing(own.speakers, in: text), progress), of: revision)
  }

  /// Does what of `effects` concerns this article alone.
  ///
  /// - Returns: the rest, which the program has to do.
  mutating func perform(_ effects: [Effect]) -> [Effect] {
    effects.filter { effect in
      switch effect {
      case .analyze(let first):
        notes.begin()
        analysis.start(first: first)
      case .search(let request): search.start(request)
      case .countHits(let count): search.start(count)
      case .cancelSearch: search.cancel()
      case .filter(let request): filter.start(request)
      case .cancelFilter: filter.cancel()
      case .notes(let request): notes.start(request)
      case .keepLetterMarks(let marks): memory.keep(marks)
      case .recall(let hash):
        memory.take(hash: hash)
        memory.restore(&state)
      default: return true
      }
      return false
    }
  }

  /// Stops the work beside the screen, when the article is loaded anew.
  func stop() {
    analysis.cancel()
    search.cancel()
    filter.cancel()
  }
}

extension Message {
  /// Whether it tells that something is undone, or done again, from which the person's own lists have
  /// learnt: what the analysis found by them is old.
  fileprivate var takesLessonBack: Bool {
    guard case .answer(.notes(.undone(let outcome?, _)), _) = self else { return false }
    return outcome.items.contains { item in
      [item.before, item.after].contains { $0?.correction != nil && $0?.scope == .everywhere }
    }
  }
}
