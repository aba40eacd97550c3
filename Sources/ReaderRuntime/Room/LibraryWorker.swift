import Dispatch
import Reader
import Synchronization

/// Puts questions to a library, beside the screen, one at a time.
final class LibraryWorker {
  private let pool: WorkerPool
  private var work: Cancellation?
  private let said = SaidLessons()
  /// The state of what was said of names when the last question was put.
  private var joinedNames: String?

  init(pool: WorkerPool) { self.pool = pool }

  /// Puts `question` to `shelf`, and posts the answer to `mailbox`.
  ///
  /// A question before is given up.
  func ask(_ question: LibraryQuestion, _ shelf: any RoomShelf, mailbox: Mailbox<Message>) {
    cancel()
    joinedNames = shelf.joinedNames
    let cancellation = Cancellation()
    work = cancellation
    _ = pool.start(.userInitiated) { _ in
      let answer = shelf.answer(
        question, isCancelled: { cancellation.isCancelled }, post: { mailbox.post(.room($0)) })
      if !cancellation.isCancelled { mailbox.post(.library(answer, to: question)) }
    }
  }

  /// Whether something was said of names in `shelf` since the last question was put.
  func isOutdated(_ shelf: any RoomShelf) -> Bool {
    joinedNames.map { $0 != shelf.joinedNames } ?? false
  }

  /// Says `lesson`, or takes back what was said last; posts what has become of it to `mailbox`.
  func say(_ lesson: NameLesson?, _ shelf: any RoomShelf, mailbox: Mailbox<Message>) {
    _ = pool.start(.userInitiated) { [said] _ in
      let answer = said.held.withLock { said -> NameLessonAnswer in
        if let lesson {
          let answer = shelf.say(lesson)
          if case .said = answer { said.append(lesson) }
          return answer
        }
        return said.popLast().map(shelf.takeBack) ?? .nothing
      }
      mailbox.post(.lesson(answer))
    }
  }

  /// Gives up the question.
  func cancel() { work?.cancel() }
}

/// What this program has said of names, the last at the end: what others have said it does not take back.
private final class SaidLessons: Sendable {
  let held = Mutex<[NameLesson]>([])
}
