import Annotations
import ArabicText
import Dispatch
import Documents
import Interface
import Platform
import Reader

/// One article that is open: how it stands on the screen, and the work beside it.
final class FileSession {
  /// Where it comes from.
  let source: ArticleSource
  /// Its number among all sources.
  let number: Int
  /// What of the file is read.
  var extent: Extent
  /// How it stands on the screen.
  var state: ReaderState
  /// The work on the text that it shows now.
  var work: DocumentWork

  /// The files in which what is not stored outlives the reader.
  private(set) var record: RescueRecord

  /// Where work beside the screen tells what it has come to.
  let mailbox: Mailbox<Message>
  private let services: ReaderServices
  private let shared: SharedWork
  private var watch: FileWatch?
  /// What was set aside when ``record`` was written.
  private var recorded: Identity
  /// Whether what earlier readers have left was looked for.
  private var hasTakenRescued = false
  /// A note that an editor has which goes on when the reader ends.
  private var leftInEditor: RescuedNote?

  /// Opens what `state` shows of `source`, which is number `number`.
  init(
    _ source: ArticleSource, number: Int, state: ReaderState, services: ReaderServices,
    shared: SharedWork, extent: Extent = .article
  ) {
    self.extent = extent
    (self.source, self.number, self.state) = (source, number, state)
    (self.services, self.shared) = (services, shared)
    mailbox = Mailbox(wakeUp: services.terminal.wakeUp)
    record = RescueRecord(of: state.article.document, in: services.rescue)
    recorded = state.draftsIdentity
    work = DocumentWork(on: state, services: services, shared: shared, mailbox: mailbox)
    watch = source.path.map { FileWatch(path: $0, in: services.files) }
    if !state.isRoom { work.memory.restore(&self.state) }
  }

  // MARK: Messages

  /// Applies all that workers have posted.
  ///
  /// - Returns: what is to be done now; `nil` where nothing was posted.
  func handlePosted() -> [Effect]? {
    let messages = mailbox.takeAll()
    return messages.isEmpty ? nil : messages.flatMap { update(&state, $0) }
  }

  /// Takes over what workers have posted when the program ends: nothing is to be done any more.
  ///
  /// - Returns: why the store has refused what no words were written for.
  func takeLastAnswers() -> [Phrase] {
    mailbox.takeAll().flatMap { message in
      _ = update(&state, message)
      guard case .answer(.notes(let answer), _) = message else { return [Phrase]() }
      return answer.lostChanges
    }
  }

  /// Goes on with what is remembered of the text of this hash.
  func recall(hash: String) {
    work.memory.use(hash: hash)
    work.memory.restore(&state)
  }

  /// Asks the person's dictionary; its answer comes to the mailbox.
  func lookUp(_ word: String) {
    let (lookup, mailbox) = (services.lookup, mailbox)
    // A thread of its own, which does not keep the program from ending.
    DispatchQueue(label: "rawi.lookup", qos: .userInitiated).async {
      mailbox.post(.lookedUp(lookup.answer(to: word), of: word))
    }
  }

  // MARK: The file

  /// How long to wait before the file is polled again; `nil` where there is none.
  var pollInterval: Duration? { watch?.interval }

  /// Whether the file is as it was at the poll before the last.
  var isFileSettled: Bool { watch.map { $0.interval >= .seconds(1) } ?? true }

  /// What has happened to the file since the last poll.
  func pollFile() -> FileWatch.Change? { watch?.poll() }

  /// What has happened to the file while it was not polled; told at once, and not when it has lasted.
  func catchUpWithFile() -> FileWatch.Change? { watch?.poll() ?? watch?.poll() }

  /// Whether the end of the text is shown as it grows, until a key is pressed.
  var isFollowing = false { didSet { watch?.isEager = isFollowing } }

  /// Goes on with `document`, which the file holds now; work on the text before is over, but for what
  /// the store was asked for.
  ///
  /// - Parameters:
  ///   - document: the text now.
  ///   - remembers: whether it is kept where the text before was left; not of one that has not come
  ///     whole, which nobody opens again.
  /// - Returns: what is to be done now.
  func change(to document: Document, remembers: Bool = true) -> [Effect] {
    if remembers { remember() }
    work.end()
    let effects = update(&state, .documentChanged(document))
    if isFollowing { state.showEnd(Notice(.following)) }
    let earlier = record.contentHash
    record.move(to: document)
    work = DocumentWork(
      on: state, after: earlier, services: services, shared: shared, mailbox: mailbox)
    return effects
  }

  // MARK: What is not stored

  /// Takes over what earlier readers have left of this article, and tells of it, once the store has
  /// said what there is: what was left may be there after all.
  func takeRescued() {
    guard !hasTakenRescued, state.hasStoreAnswered else { return }
    hasTakenRescued = true
    let findings = record.claim()
    state.offer(findings.notes, contentHash: record.contentHash)
    state.offerRescued(others: findings.others, problems: findings.problems)
  }

  /// Writes what was set aside into its file, where that has changed and nothing is on its way.
  func recordDrafts() {
    guard state.draftsIdentity != recorded, state.isSettled else { return }
    recorded = state.draftsIdentity
    // A failure is told when the reader ends.
    try? keepUnsaved()
  }

  /// Writes all that was written and is not stored into a file.
  ///
  /// - Parameter file: the file in which an editor has the note that is open.
  /// - Throws: `FileError` where it can be written nowhere.
  func keepUnsaved(inEditor file: String? = nil) throws(FileError) {
    try record.keep(unsaved(inEditor: file))
  }

  /// All that was written and is not stored.
  func unsaved(inEditor file: String? = nil) -> [RescuedNote] {
    let notes = state.notesToRescue(contentHash: record.contentHash, inEditor: file)
    return notes + [leftInEditor].compactMap(\.self)
  }

  /// Lets the note that is open be taken up again from `file`, which an editor still has.
  func leaveInEditor(_ file: String) {
    leftInEditor = unsaved(inEditor: file).last { $0.file == file }
  }

  /// Remembers where the document is left.
  func remember() {
    if !state.isRoom { work.memory.remember(state) }
  }
}
