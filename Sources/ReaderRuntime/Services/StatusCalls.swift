import Dispatch
import Glibc
import Synchronization

/// Asks the file system about files, on threads that may wait for ever: a network that has gone does not
/// answer, and nobody knows of which path that is so before it is asked.
///
/// A path about which an answer is due is not asked about again, so that what hangs takes one thread for
/// each of its paths, and ``most`` of them in all.
final class StatusCalls: Sendable {
  /// What the file system has said.
  struct Answer: Sendable {
    /// What `stat` tells; `nil` where it fails.
    var status: stat?
  }

  /// The most threads that wait at the same time.
  static let most = 16

  private let wait: Duration
  private let status: @Sendable (_ path: String) -> stat?
  /// What is asked, and what was answered since it was asked about last.
  private let calls = Mutex<[String: Call]>([:])

  private final class Call: Sendable {
    let answer = Mutex<Answer?>(nil)
    let ended = DispatchSemaphore(value: 0)
  }

  /// Calls of `status`, for which a key waits so long at most.
  init(wait: Duration, _ status: @escaping @Sendable (_ path: String) -> stat?) {
    (self.wait, self.status) = (wait, status)
  }

  /// What the file system says of `path`; `nil` where it has not answered.
  ///
  /// Only the first to ask waits; whoever asks while the answer is due gets it, or `nil`, at once.
  func answer(_ path: String) -> Answer? {
    if let call = calls.withLock({ $0[path] }) {
      guard let answer = call.answer.withLock(\.self) else { return nil }
      calls.withLock { $0[path] = nil }
      return answer
    }
    let call = Call()
    let isTaken = calls.withLock { calls in
      let due = calls.values.count { $0.answer.withLock { $0 == nil } }
      guard due < Self.most else { return false }
      calls[path] = call
      return true
    }
    guard isTaken else { return nil }
    DispatchQueue(label: "rawi.status", qos: .userInitiated).async { [status] in
      let found = Answer(status: status(path))
      call.answer.withLock { $0 = found }
      call.ended.signal()
    }
    guard call.ended.wait(timeout: .now() + wait.dispatchInterval) == .success else { return nil }
    calls.withLock { $0[path] = nil }
    return call.answer.withLock(\.self)
  }
}
