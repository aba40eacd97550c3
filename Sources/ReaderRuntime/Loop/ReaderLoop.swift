import ArabicText
import Documents
import Interface
import Platform
import Reader
import Screen

/// The loop of the reader: events in, effects run, screens out.
///
/// All that is slow runs in workers that post to mailboxes; a key never waits for them.
package final class ReaderLoop {
  let services: ReaderServices
  let encoding: String?
  let extent: Extent
  var sources: [ArticleSource]
  /// The article that is read.
  var session: FileSession
  /// The other articles that were opened, by their number among the sources.
  var others: [Int: FileSession] = [:]
  /// The number of the article out of sight that was looked at last.
  var lastPolled = -1
  /// Why articles could not be opened.
  var failures: [Int: Phrase]
  /// Streams that are read beside the program.
  var streams: AwaitedStreams
  /// The number of the article that is still piped into the program, and where it comes from.
  var arriving: (number: Int, article: ArrivingArticle)?
  let shared = SharedWork()
  /// The work on the reading room; `nil` where there is none.
  var room: RoomWorker?
  /// The questions to the library.
  let library: LibraryWorker
  /// How the reader comes to its end.
  var ending = Ending.forced
  /// What is to be told on standard error after ``run()``.
  package internal(set) var lastWords: [LastWords] = []
  var pane: PaneFile
  private var polls: PollTimes
  private var frames: FrameTimes
  /// An event that was taken out of the terminal before its turn.
  var waiting: TerminalEvent?

  /// A loop that reads `document`.
  ///
  /// - Parameters:
  ///   - document: the article to begin with.
  ///   - first: its number among `sources`.
  ///   - sources: where all articles come from.
  ///   - failures: why those before it could not be opened.
  ///   - encoding: the charset of all; `nil` where it is to be recognised.
  ///   - extent: what of each file is read first.
  ///   - preferences: what the person has chosen.
  ///   - services: the world.
  ///   - arriving: where more of `document` comes from; `nil` where it is whole.
  ///   - follows: whether its end is shown as it grows.
  package init(
    _ document: Document, first: Int, of sources: [ArticleSource],
    failures: [Int: Phrase] = [:], encoding: String? = nil, extent: Extent = .article,
    preferences: Preferences, services: ReaderServices, arriving: ArrivingArticle? = nil,
    follows: Bool = false
  ) {
    self.services = services
    library = LibraryWorker(pool: shared.pool)
    self.sources = sources
    self.encoding = encoding
    self.extent = extent
    self.failures = failures
    polls = PollTimes(now: services.now())
    frames = FrameTimes(now: services.now())
    pane = services.pane
    streams = AwaitedStreams(wakeUp: services.terminal.wakeUp)
    session = FileSession(
      sources[first], number: first,
      state: ReaderState(
        document: document, size: services.terminal.size, preferences: preferences),
      services: services, shared: shared, extent: extent)
    self.arriving = arriving.map { (first, $0) }
    session.isFollowing = follows
  }

  /// A loop that begins with the list of a reading room.
  ///
  /// - Parameters:
  ///   - shelf: what finds out what is in it.
  ///   - name: what it is called.
  ///   - encoding: as for ``init(_:first:of:failures:encoding:extent:preferences:services:arriving:follows:)``.
  ///   - extent: likewise.
  ///   - preferences: likewise.
  ///   - services: likewise.
  package init(
    room shelf: any RoomShelf, named name: String, encoding: String? = nil,
    extent: Extent = .article, preferences: Preferences, services: ReaderServices
  ) {
    self.services = services
    library = LibraryWorker(pool: shared.pool)
    self.encoding = encoding
    self.extent = extent
    sources = []
    failures = [:]
    polls = PollTimes(now: services.now())
    frames = FrameTimes(now: services.now())
    pane = services.pane
    streams = AwaitedStreams(wakeUp: services.terminal.wakeUp)
    session = FileSession(
      .room(name), number: Self.roomNumber,
      state: ReaderState(
        roomNamed: name, size: services.terminal.size, preferences: preferences),
      services: services, shared: shared)
    room = RoomWorker(shelf, pool: shared.pool, mailbox: session.mailbox)
  }

  /// The number of the list of a reading room, which is no source.
  static let roomNumber = -1

  /// All articles that are open, in the order of the sources.
  var sessions: [FileSession] {
    ([session] + others.values).sorted { $0.number < $1.number }
  }

  /// Reads until the person quits or the program is asked to end.
  ///
  /// - Returns: The exit status; what was written is in the store. Work on texts may still run: see
  ///   ``waitForWork(atMost:)``.
  package func run() -> Int32 {
    pane.restore(&session.state)
    defer { end() }
    listFiles()
    if room == nil {
      tellCharset(of: session)
      tellWarnings(of: session)
    }
    if let problem = failures.min(by: { $0.key < $1.key })?.value {
      session.state.notify(Notice(.notOpened, .phrase(problem), isError: true))
    }
    if arriving != nil { session.state.notify(Notice(.moreAwaited)) }
    if session.isFollowing { session.state.showEnd(Notice(.following)) }
    // Text first: the analysis starts when the first screen is drawn.
    draw()
    if !run(room == nil ? session.state.start() : [.fillRoom], of: session) { return 0 }
    // Behind the first screen: neither is needed for it.
    do throws(FileError) {
      session.state.preferences.history = try services.history.read()
    } catch {
      session.state.notify(Notice(.historyUnread, .phrase(error.phrase), isError: true))
    }
    session.state.preferences.themeNames = services.themes.names
    arriving?.article.wake(by: services.terminal.wakeUp)
    draw()
    while true {
      switch handle(nextEvent()) {
      case .redraw: frames.isStale = true
      case .keepScreen: break
      case .end(let status): return status
      }
      if frames.isDue(at: services.now(), hasInput: waiting != nil || services.terminal.hasInput) {
        draw()
      }
    }
  }

  /// Waits, after ``run()``, until nothing works on texts any more.
  ///
  /// - Returns: whether that was so within `limit`.
  package func waitForWork(atMost limit: Duration) -> Bool { shared.pool.wait(atMost: limit) }

  func draw() {
    services.terminal.draw(screen(of: session.state))
    frames.drawn(at: services.now())
  }

  /// Waits for an event, no longer than until something is to be polled.
  private func nextEvent() -> TerminalEvent {
    if let event = waiting.take() { return event }
    polls.fileInterval = session.pollInterval
    return services.terminal.nextEvent(timeout: polls.timeout(from: services.now()))
  }

  /// What an event leads to.
  private enum Outcome {
    case redraw, keepScreen, end(Int32)
  }

  private func handle(_ event: TerminalEvent) -> Outcome {
    var goesOn = true
    var isChanged = true
    switch event {
    // As in less: it ends what is under way before it ends the program.
    case .key(.control("c")) where session.isFollowing: stopFollowing()
    case .key(.control("c")) where !session.state.isWritingNote:
      // Pressed again, it leaves without an answer: then nothing is let go.
      goesOn = session.state.isLeaving ? keepUnsaved() : leave()
    case .key(.escape) where !session.state.takesText && stopAwaiting(): break
    case .key(let key):
      stopFollowing()
      goesOn = press(key)
    case .mouse(let event):
      stopFollowing()
      goesOn = send(.mouse(event))
    case .paste(let text): goesOn = send(.paste(text))
    case .resize(let size): goesOn = send(.resize(size))
    case .signal(let signal): return .end(signal.exitStatus)
    case .posted:
      goesOn = handlePosted() && showStreams() && showArrived()
      if goesOn, session.state.isLeaving { goesOn = ask() }
    case .timeout: isChanged = false
    }
    guard goesOn else { return .end(0) }
    session.takeRescued()
    for session in sessions { session.recordDrafts() }
    room?.visible = session.state.visibleRoomDocuments
    if poll() { isChanged = true }
    return isChanged ? .redraw : .keepScreen
  }

  /// Sends a message to the article that is read; `false` where that ends the program.
  @discardableResult
  func send(_ message: Message) -> Bool {
    run(update(&session.state, message), of: session)
  }

  private func handlePosted() -> Bool {
    sessions.allSatisfy { session in
      session.handlePosted().map { run($0, of: session) } ?? true
    }
  }

  /// Polls the file and the store of the article on the screen, where it is time.
  ///
  /// - Returns: whether there may be something new to be drawn.
  private func poll() -> Bool {
    let due = polls.due(at: services.now())
    if due.store {
      session.work.notes.poll()
      pollNextOther()
      pollJoinedNames()
    }
    return due.files && pollFile()
  }
}
