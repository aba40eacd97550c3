import Dispatch
import Reader

/// Does what is asked of the stores of all documents, beside the screen: one job after the other, in
/// the order in which they were asked for.
final class StoreQueue: Sendable {
  private let queue = DispatchQueue(label: "rawi.store", qos: .userInitiated)

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
}

/// Asks the store for what concerns the notes of one document.
struct NotesWorker {
  private let store: any NoteStore
  private let queue: StoreQueue
  private let post: @Sendable (StoreAnswer) -> Void

  /// A worker for the notes in `store`, which is used by `queue` alone; answers come by `post`.
  init(
    _ store: any NoteStore, queue: StoreQueue, post: @escaping @Sendable (StoreAnswer) -> Void
  ) {
    (self.store, self.queue, self.post) = (store, queue, post)
  }

  /// Asks for the annotations that there are.
  func load() { queue.add { [store, post] in store.load().forEach(post) } }

  /// Asks whether another program has changed them.
  func poll() {
    queue.add { [store, post] in if let answer = store.reloadIfChanged() { post(answer) } }
  }

  /// Asks for a change.
  func start(_ request: NotesRequest) {
    queue.add { [store, post] in post(store.perform(request)) }
  }

  /// Closes the store when all is done.
  func close() { queue.add { [store] in store.close() } }
}
