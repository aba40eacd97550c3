import Dispatch
import Synchronization

/// Does the same work on many items, several at a time, and gives the results in the order of the items.
///
/// Items are taken only while there is room: those that wait, those that are worked on and the results that
/// wait for an earlier one are never more than a few for each job, however many items come and however long
/// one of them takes. A result is there as soon as it is its turn, whatever is still to come.
package final class OrderedWork<Item: Sendable, Output: Sendable>: Sendable {
  private struct State {
    var results: [Int: Output] = [:]
    var next = 0
    /// How many items there are; `nil` while there may be more.
    var count: Int?
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let arrived = DispatchSemaphore(value: 0)
  private let slots = DispatchSemaphore(value: 0)
  private let jobs: Int
  private let isStopped = Atomic(false)

  /// Begins to work.
  ///
  /// - Parameters:
  ///   - jobs: how many items are worked on at a time; at least one.
  ///   - give: hands over one item after the other, on a thread of its own, and waits where there is no
  ///     room; it stops where it is told `false`.
  ///   - work: what is done with an item, on whatever thread.
  package init(
    jobs: Int, give: @escaping @Sendable (_ take: (Item) -> Bool) -> Void,
    work: @escaping @Sendable (Item) -> Output
  ) {
    self.jobs = jobs
    for _ in 0..<jobs { slots.signal() }
    for _ in 0..<(3 * jobs) { room.signal() }
    let workers = DispatchQueue(label: "rawi.corpus.work", attributes: .concurrent)
    DispatchQueue(label: "rawi.corpus.items").async { [self] in
      var count = 0
      give { item in
        room.wait()
        slots.wait()
        // Asked behind the wait: what `stop` has waited for must not begin again.
        if isStopped.load(ordering: .relaxed) {
          slots.signal()
          return false
        }
        let number = count
        count += 1
        workers.async { [self] in
          let result = work(item)
          state.withLock { $0.results[number] = result }
          arrived.signal()
          slots.signal()
        }
        return true
      }
      state.withLock { $0.count = count }
      arrived.signal()
    }
  }

  /// The next result, which is waited for; `nil` when all are given.
  package func next() -> Output? {
    while true {
      let (result, isDone) = state.withLock { state -> (Output?, Bool) in
        if let result = state.results.removeValue(forKey: state.next) {
          state.next += 1
          return (result, false)
        }
        return (nil, state.next == state.count)
      }
      if let result {
        room.signal()
        return result
      }
      if isDone { return nil }
      arrived.wait()
    }
  }

  /// Lets no more items in, and returns when nothing is worked on any more: a program must not end while the
  /// tagger is at work.
  package func stop() {
    isStopped.store(true, ordering: .relaxed)
    room.signal()
    for _ in 0..<jobs { slots.wait() }
    // The item that waits for a slot is refused, too.
    for _ in 0..<jobs { slots.signal() }
  }
}
