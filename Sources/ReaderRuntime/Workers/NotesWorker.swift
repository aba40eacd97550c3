import Dispatch
import Reader
import Synchronization

/// Does what is asked of the stores of all documents, beside the screen: one job after the other, in
/// the order in which they were asked for.
final class StoreQueue: Sendable {
  private let queue = DispatchQueue(label: "rawi.store", qos: .userInitiated)
  private let end = Mutex<ContinuousClock.Instant?>(nil)

  /// Adds a job.
  func add(_ job: @escaping @Sendable () -> Void) { queue.async(execute: job) }

  /// Waits until all jobs are done.
  ///
  /// - Returns: whether they were within `limit`.
  func wait(atMost limit: Duration) -> Bool {
    let done = DispatchSemaphore(value: 0)
    queue.async { done.signal() }
    return done.wait(timeout: .now() + limit.dispatchInterval) == .success
  }

  /// Lets go of steps back and forth in the journal that are not begun within `limit`, since the reader
  /// ends; what was written is kept all the same.
  func hurry(within limit: Duration) { end.withLock { $0 = .now + limit } }

  /// Whether steps in the journal are let go.
  var isHurried: Bool { end.withLock { end in end.map { $0 <= .now } ?? false } }
}

/// Asks the store for what concerns the notes of one document.
struct NotesWorker {
  /// The most changes that are one change of the file, so that none waits for long.
  private static let most = 256

  private let store: any NoteStore
  private let queue: StoreQueue
  private let waiting = WaitingRequests()
  private let checkLists: @Sendable () -> Void
  private let post: @Sendable (StoreAnswer) -> Void

  /// A worker for the notes in `store`, which is used by `queue` alone; answers come by `post`.
  ///
  /// What is stored may have taught the person's lists something: `checkLists` looks at these afterwards.
  init(
    _ store: any NoteStore, queue: StoreQueue, checkLists: @escaping @Sendable () -> Void,
    post: @escaping @Sendable (StoreAnswer) -> Void
  ) {
    (self.store, self.queue, self.checkLists, self.post) = (store, queue, checkLists, post)
  }

  /// Asks for the annotations that there are.
  func load() { queue.add { [store, post] in store.load().forEach(post) } }

  /// Asks whether another program has changed them, or the person's lists.
  func poll() {
    queue.add { [store, checkLists, post] in
      if let answer = store.reloadIfChanged() { post(answer) }
      checkLists()
    }
  }

  /// Asks for a change; those that wait for the store are done together.
  func start(_ request: NotesRequest) {
    waiting.add(request)
    queue.add { [store, queue, waiting, checkLists, post] in
      let requests = waiting.dequeue(atMost: Self.most).filter { request in
        request.action != nil || !queue.isHurried
      }
      let answers = requests.isEmpty ? [] : store.perform(requests)
      // Before the answer: who waits for it knows whether the analysis is to be waited for, too.
      checkLists()
      if answers.count == 1 {
        post(answers[0])
      } else if !answers.isEmpty {
        post(.several(answers))
      }
    }
  }

  /// Closes the store when all is done.
  func close() { queue.add { [store] in store.close() } }
}

/// What is asked of a store and has not been begun.
private final class WaitingRequests: Sendable {
  private let requests = Mutex<[NotesRequest]>([])

  func add(_ request: NotesRequest) { requests.withLock { $0.append(request) } }

  /// Takes the oldest out.
  func dequeue(atMost count: Int) -> [NotesRequest] {
    requests.withLock { requests in
      let taken = Array(requests.prefix(count))
      requests.removeFirst(taken.count)
      return taken
    }
  }
}
