import Dispatch
import Synchronization

/// Work beside the screen that can be cancelled, and waited for when the program ends.
///
/// What computes for long or waits for the disk runs on threads of its own, not on those that Swift's
/// concurrency shares among all tasks.
final class WorkerPool: Sendable {
  private let running = DispatchGroup()

  /// Starts `body` on a thread of its own.
  ///
  /// - Parameters:
  ///   - priority: how urgent it is.
  ///   - body: the work; it asks from time to time whether it is still wanted.
  /// - Returns: what cancels it.
  func start(
    _ priority: DispatchQoS,
    _ body: @escaping @Sendable (_ isCancelled: @Sendable () -> Bool) -> Void
  ) -> Cancellation {
    let cancellation = Cancellation()
    DispatchQueue(label: "rawi.worker", qos: priority).async(group: running) {
      body { cancellation.isCancelled }
    }
    return cancellation
  }

  /// Starts a task that does `body`, which asks the task from time to time whether it is wanted.
  func start(
    _ priority: TaskPriority, _ body: @escaping @Sendable () async -> Void
  ) -> Task<Void, Never> {
    running.enter()
    return Task.detached(priority: priority) { [running] in
      await body()
      running.leave()
    }
  }

  /// Waits for all that was started to end.
  ///
  /// - Returns: whether it did within `limit`.
  func wait(atMost limit: Duration) -> Bool {
    running.wait(timeout: .now() + limit.dispatchInterval) == .success
  }
}

/// A wish that work should end.
final class Cancellation: Sendable {
  private let wish = Atomic(false)

  /// Whether the work should end.
  var isCancelled: Bool { wish.load(ordering: .relaxed) }

  /// Asks the work to end.
  func cancel() { wish.store(true, ordering: .relaxed) }
}

extension Duration {
  /// The same for Dispatch, to the nanosecond; for spans of less than a century.
  var dispatchInterval: DispatchTimeInterval {
    let (seconds, attoseconds) = components
    return .nanoseconds(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
  }
}
