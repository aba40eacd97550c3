import Dispatch
import Reader

/// Puts questions to a library, beside the screen, one at a time.
final class LibraryWorker {
  private let pool: WorkerPool
  private var work: Cancellation?

  init(pool: WorkerPool) { self.pool = pool }

  /// Puts `question` to `shelf`, and posts the answer to `mailbox`.
  ///
  /// A question before is given up.
  func ask(_ question: LibraryQuestion, _ shelf: any RoomShelf, mailbox: Mailbox<Message>) {
    cancel()
    let cancellation = Cancellation()
    work = cancellation
    _ = pool.start(.userInitiated) { _ in
      let answer = shelf.answer(
        question, isCancelled: { cancellation.isCancelled }, post: { mailbox.post(.room($0)) })
      if !cancellation.isCancelled { mailbox.post(.library(answer, to: question)) }
    }
  }

  /// Gives up the question.
  func cancel() { work?.cancel() }
}
