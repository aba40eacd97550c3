import Annotations
import ArabicText
import Reader

/// One article that is open: how it stands on the screen, and the work beside it.
final class FileSession {
  /// Where it comes from.
  let source: ArticleSource
  /// Its number among all sources.
  let number: Int
  /// How it stands on the screen.
  var state: ReaderState
  /// The work on the text that it shows now.
  var work: DocumentWork

  private let mailbox: Mailbox<Message>
  private let services: ReaderServices
  private let shared: SharedWork
  private var watch: FileWatch?
  /// Whether the person's lists had something to say when the analysis began.
  private var hadLists: Bool

  /// Opens what `state` shows of `source`, which is number `number`.
  init(
    _ source: ArticleSource, number: Int, state: ReaderState, services: ReaderServices,
    shared: SharedWork
  ) {
    (self.source, self.number, self.state) = (source, number, state)
    (self.services, self.shared) = (services, shared)
    mailbox = Mailbox(wakeUp: services.terminal.wakeUp)
    hadLists = services.analyzer.hasLists
    work = DocumentWork(on: state, services: services, shared: shared, mailbox: mailbox)
    watch = source.path.map { FileWatch(path: $0, in: services.files) }
    work.memory.restore(&self.state)
  }

  // MARK: Messages

  /// Applies all that workers have posted.
  ///
  /// - Returns: what is to be done now; `nil` where nothing was posted.
  func handlePosted() -> [Effect]? {
    let messages = mailbox.takeAll()
    return messages.isEmpty ? nil : messages.flatMap(handle)
  }

  private func handle(_ message: Message) -> [Effect] {
    let effects = update(&state, message)
    guard message.takesLessonBack, hadLists else { return effects }
    hadLists = services.analyzer.hasLists
    return effects + state.start()
  }

  /// Goes on with what is remembered of the text of this hash.
  func recall(hash: String) {
    work.memory.use(hash: hash)
    work.memory.restore(&state)
  }

  // MARK: The file

  /// How long to wait before the file is polled again; `nil` where there is none.
  var pollInterval: Duration? { watch?.interval }

  /// What has happened to the file since the last poll.
  func pollFile() -> FileWatch.Change? { watch?.poll() }

  /// What has happened to the file while it was not polled; told at once, and not when it has lasted.
  func catchUpWithFile() -> FileWatch.Change? { watch?.poll() ?? watch?.poll() }

  /// Goes on with `document`, which the file holds now; work on the text before is over, but for what
  /// the store was asked for.
  ///
  /// - Returns: what is to be done now.
  func change(to document: Document) -> [Effect] {
    remember()
    work.end()
    let effects = update(&state, .documentChanged(document))
    work = DocumentWork(on: state, services: services, shared: shared, mailbox: mailbox)
    hadLists = services.analyzer.hasLists
    return effects
  }

  /// Remembers where the document is left.
  func remember() { work.memory.remember(state) }
}

extension Message {
  /// Whether it tells that something is undone, or done again, from which the person's lists have
  /// learnt: what the analysis found by them is old.
  fileprivate var takesLessonBack: Bool {
    guard case .answer(.notes(let answer), _) = self else { return false }
    return answer.undone.flatMap(\.items).contains { item in
      [item.before, item.after].contains { $0?.correction != nil && $0?.scope == .everywhere }
    }
  }
}
