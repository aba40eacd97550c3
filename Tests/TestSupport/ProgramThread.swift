import Dispatch

/// A thread for tests that run programs and wait for them.
///
/// Tests share the few threads of the cooperative pool: one that blocks there keeps others, which
/// cannot even start, from their turn. All work given to this thread is done one after the other.
package final class ProgramThread: TaskExecutor {
  private static let only = ProgramThread()
  private let queue = DispatchQueue(label: "programs")

  /// Does `work` on the thread, as part of the test that asks for it.
  package static func run(_ work: @Sendable () throws -> Void) async throws {
    try await withTaskExecutorPreference(only) { try work() }
  }

  /// Runs a job on the thread.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
