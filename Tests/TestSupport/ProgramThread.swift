import Dispatch

/// A thread for tests that run programs and wait for them.
///
/// Tests share the few threads of the cooperative pool: one that blocks there keeps others, which
/// cannot even start, from their turn. All work given to this thread is done one after the other.
public enum ProgramThread {
  private static let queue = DispatchQueue(label: "programs")

  /// Does `work` on the thread and gives what came of it.
  public static func run<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result(catching: work)) }
    }
  }
}
