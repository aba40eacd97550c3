import ArabicText
import Dispatch
import Documents
import Synchronization

/// An article that is being read on another thread.
final class PendingLoad: Sendable {
  typealias End = Result<Document, DocumentError>

  private struct State {
    var end: End?
    var take: (@Sendable (End) -> Void)?
  }

  private let state = Mutex(State())
  private let ended = DispatchSemaphore(value: 0)

  /// Notes what has come of it.
  func end(_ end: End) {
    let take = state.withLock { state in
      state.end = end
      return state.take.take()
    }
    take?(end)
    ended.signal()
  }

  /// What has come of it; `nil` where that takes longer than `limit`.
  func wait(atMost limit: Duration) -> End? {
    let wait = DispatchTimeInterval.microseconds(Int(limit / .microseconds(1)))
    _ = ended.wait(timeout: .now() + wait)
    return state.withLock { $0.end }
  }

  /// Gives to `take` what comes of it, at once or from the other thread.
  func give(to take: @escaping @Sendable (End) -> Void) {
    let end = state.withLock { state in
      if state.end == nil { state.take = take }
      return state.end
    }
    end.map(take)
  }
}

/// Articles that nobody waits for any more, but whose reading goes on.
final class PendingLoads: Sendable {
  private let loads = Mutex<[ArticleSource: PendingLoad]>([:])

  /// Keeps `load`, so that the article need not be read twice.
  func keep(_ load: PendingLoad, of source: ArticleSource) {
    loads.withLock { $0[source] = load }
  }

  /// Takes the load of `source` out, where there is one.
  func take(_ source: ArticleSource) -> PendingLoad? {
    loads.withLock { $0.removeValue(forKey: source) }
  }
}
