import Annotations
import ArabicText
import CursesTerminal
import Documents
import Glibc
import Interface
import Platform
import Reader
import Synchronization

/// Keeps annotations in the store, beside the screen: one job after the other, in the order in which
/// they were asked for.
///
/// Looks once a second whether another program has changed the store.
final class NotesWorker: Sendable {
  private enum Job: Sendable {
    case load
    case request(NotesRequest)
    case look
    case close
  }

  private let jobs: AsyncStream<Job>.Continuation
  private let unfinished = Counter()

  /// A worker for `document` that tells what it has done by `post`.
  init(document: Document, post: @escaping @Sendable (StoreAnswer) -> Void) {
    let (stream, jobs) = AsyncStream.makeStream(of: Job.self)
    self.jobs = jobs
    let keeper = Keeper(document: document, post: post)
    Task.detached(priority: .userInitiated) { [unfinished] in
      var keeper = keeper
      for await job in stream {
        switch job {
        case .load: keeper.load()
        case .look: keeper.look()
        case .close:
          keeper.close()
          unfinished.value.withLock { $0 -= 1 }
        case .request(let request):
          keeper.perform(request)
          unfinished.value.withLock { $0 -= 1 }
        }
      }
    }
    Task.detached(priority: .utility) {
      while (try? await Task.sleep(for: .seconds(1))) != nil {
        if case .terminated = jobs.yield(.look) { return }
      }
    }
  }

  deinit { jobs.finish() }

  /// Tells what annotations there are: behind the first screen, which does not need them.
  func begin() { jobs.yield(.load) }

  /// Asks for a change.
  func start(_ request: NotesRequest) {
    unfinished.value.withLock { $0 += 1 }
    jobs.yield(.request(request))
  }

  /// Waits until all that was asked for is done and the store is closed, ten seconds at most: the store
  /// gives up earlier.
  func finish() {
    unfinished.value.withLock { $0 += 1 }
    jobs.yield(.close)
    let start = ContinuousClock.now
    while unfinished.value.withLock({ $0 > 0 }), start.duration(to: .now) < .seconds(10) {
      usleep(500)
    }
  }
}

/// A number that two sides change.
private final class Counter: Sendable {
  let value = Mutex(0)
}

/// The store and the text, used by one job at a time.
private struct Keeper {
  let document: Document
  let post: @Sendable (StoreAnswer) -> Void
  private var text: AnchoredText?
  private var annotations: DocumentAnnotations?
  /// The annotations where they can only be read.
  private var readable: DocumentAnnotations?
  private var version: Int64?

  init(document: Document, post: @escaping @Sendable (StoreAnswer) -> Void) {
    self.document = document
    self.post = post
  }

  /// The annotations of the document; opened anew as long as that fails.
  private mutating func open() throws(StoreError) -> DocumentAnnotations {
    if let annotations { return annotations }
    let opened = annotations(in: try AnnotationStore(in: Self.folder()))
    annotations = opened
    return opened
  }

  /// The annotations, to read where they cannot be changed, and why they cannot.
  private mutating func openToRead() throws(StoreError) -> (DocumentAnnotations, StoreError?) {
    let store = try AnnotationStore(toRead: Self.folder())
    let opened = annotations(in: store)
    if store.refusal == nil { annotations = opened } else { readable = opened }
    return (opened, store.refusal)
  }

  private mutating func annotations(in store: AnnotationStore) -> DocumentAnnotations {
    let hash = document.contentHash ?? DocumentLoader.contentHash(of: document.text)
    let text = self.text ?? AnchoredText(document.text, contentHash: hash)
    self.text = text
    return store.annotations(of: text, path: document.path.map { FilePath.real($0) ?? $0 })
  }

  private static func folder() throws(StoreError) -> DataFolder {
    try DataFolder(environment: ProcessEnvironment.variables)
  }

  mutating func load() {
    guard annotations == nil, readable == nil else { return }
    do throws(StoreError) {
      let (annotations, refusal) = try openToRead()
      let all = try annotations.all()
      version = try annotations.version()
      post(.all(all, isFirst: true))
      if let refusal { post(.unavailable(refusal.phrase)) }
    } catch {
      post(.unavailable(error.phrase))
    }
  }

  /// Closes the store: one that was not is looked through for damage when it is opened next.
  mutating func close() { (annotations, readable) = (nil, nil) }

  /// Tells what there is where another program has changed it.
  mutating func look() {
    guard let annotations = annotations ?? readable, let now = try? annotations.version(),
      now != version
    else { return }
    version = now
    if let all = try? annotations.all() { post(.all(all, isFirst: false)) }
  }

  mutating func perform(_ request: NotesRequest) {
    do throws(StoreError) {
      let annotations = try open()
      switch request {
      case .change(let edits, let action):
        let made = edits.map { $0.edit(in: annotations.text) }
        let outcome = try annotations.perform(made, summary: action.rawValue)
        learn(outcome)
        post(.done(action, outcome))
      case .undo:
        let outcome = try annotations.undo()
        if let outcome { learn(outcome) }
        post(.undone(outcome, isRedo: false))
      case .redo:
        let outcome = try annotations.redo()
        if let outcome { learn(outcome) }
        post(.undone(outcome, isRedo: true))
      }
    } catch {
      post(.failed(request.action, error.phrase))
    }
  }

  /// Lets the person's own lists learn; the correction itself is safe whether or not that succeeds.
  private func learn(_ outcome: AnnotationOutcome) {
    guard outcome.items.contains(where: { ($0.after ?? $0.before)?.correction != nil }),
      let folder = try? Self.folder()
    else { return }
    try? PersonalNamesFile(in: folder).learn(from: outcome.items)
    try? PersonalListFile<PersonalSpeakers>(in: folder).learn(from: outcome.items)
  }
}
