import Annotations
import Dispatch
import Interface
import Reader
import Synchronization

/// What finds out what is in a reading room.
package protocol RoomShelf: Sendable {
  /// Finds out all that there is to know of the documents, and tells it as it comes.
  ///
  /// It may take hours; it is called on a thread of its own, by one at a time.
  ///
  /// - Parameters:
  ///   - visible: asked between documents which ones are on the screen: these come first.
  ///   - isCancelled: asked likewise; `true` ends the work, which a later call goes on with.
  ///   - post: gets what there is to tell.
  func fill(
    visible: @escaping @Sendable () -> [RoomDocument.ID],
    isCancelled: @escaping @Sendable () -> Bool, post: @escaping @Sendable (RoomAnswer) -> Void)
  /// Analyses what the person has corrected since, and tells all documents again where there was anything.
  func refresh(
    isCancelled: @escaping @Sendable () -> Bool, post: @escaping @Sendable (RoomAnswer) -> Void)
  /// What was done with documents, by the hashes of their texts.
  func readings() -> [String: DocumentReading]
  /// Why `question` cannot be asked; `nil` where it can.
  func problem(with question: LibraryQuestion) -> Phrase?
  /// The answer to `question` by what is known so far.
  ///
  /// It takes up to some seconds; `isCancelled` is asked meanwhile whether anybody still waits for it. `post` is
  /// told where what was known turns out to be lost.
  func answer(
    _ question: LibraryQuestion, isCancelled: @escaping @Sendable () -> Bool,
    post: (RoomAnswer) -> Void
  ) -> LibraryAnswer
  /// What tells the state of what was said of names from others.
  var joinedNames: String { get }
  /// Says it of names in all articles, and keeps it.
  func say(_ lesson: NameLesson) -> NameLessonAnswer
  /// Takes it back.
  func takeBack(_ lesson: NameLesson) -> NameLessonAnswer
}

extension RoomShelf {
  func refresh(
    isCancelled: @escaping @Sendable () -> Bool, post: @escaping @Sendable (RoomAnswer) -> Void
  ) {}
  var joinedNames: String { "" }
  func say(_ lesson: NameLesson) -> NameLessonAnswer { .failed(Phrase(.sameOff)) }
  func takeBack(_ lesson: NameLesson) -> NameLessonAnswer { .nothing }
}

/// The shelf of a library that an article is in, and what that is called.
package struct FoundShelf {
  /// The shelf.
  package var shelf: any RoomShelf
  /// The name of the library.
  package var name: String

  /// The shelf of the library `name`.
  package init(shelf: any RoomShelf, name: String) { (self.shelf, self.name) = (shelf, name) }
}

/// The work on a reading room, beside the screen.
final class RoomWorker {
  let shelf: any RoomShelf
  private let pool: WorkerPool
  private let mailbox: Mailbox<Message>
  private let shown = ShownDocuments()
  private let turn = WorkTurn()
  private var work: Cancellation?
  private var refreshing: Cancellation?

  /// Work on `shelf`; what it comes to is posted to `mailbox`.
  init(_ shelf: any RoomShelf, pool: WorkerPool, mailbox: Mailbox<Message>) {
    (self.shelf, self.pool, self.mailbox) = (shelf, pool, mailbox)
  }

  /// The documents on the screen.
  var visible: [RoomDocument.ID] {
    get { shown.ids.withLock { $0 } }
    set { shown.ids.withLock { $0 = newValue } }
  }

  /// Begins to find out what there is; work that runs is ended before.
  func fill() {
    stop()
    let cancellation = Cancellation()
    work = cancellation
    _ = pool.start(.utility) { [shelf, shown, turn, mailbox] _ in
      turn.held.withLock { _ in
        guard !cancellation.isCancelled else { return }
        shelf.fill(
          visible: { shown.ids.withLock { $0 } }, isCancelled: { cancellation.isCancelled }
        ) { answer in
          if !cancellation.isCancelled { mailbox.post(.room(answer)) }
        }
        if !cancellation.isCancelled { mailbox.post(.room(.progress(nil))) }
      }
    }
  }

  /// Ends the work as soon as it can be.
  func stop() {
    work?.cancel()
    refreshing?.cancel()
  }

  /// Asks what was done with documents meanwhile, and analyses those anew that the person has corrected.
  func lookForReadings() {
    refreshing?.cancel()
    let cancellation = Cancellation()
    refreshing = cancellation
    let isStopped = work?.isCancelled ?? true
    _ = pool.start(.userInitiated) { [shelf, turn, mailbox] _ in
      mailbox.post(.room(.readings(shelf.readings())))
      // Work that runs heeds them itself, and what was stopped stays so.
      if isStopped { return }
      _ = turn.held.withLockIfAvailable { _ in
        shelf.refresh(isCancelled: { cancellation.isCancelled }) { answer in
          if !cancellation.isCancelled { mailbox.post(.room(answer)) }
        }
        if !cancellation.isCancelled { mailbox.post(.room(.progress(nil))) }
      }
    }
  }
}

/// The documents on the screen, for another thread.
private final class ShownDocuments: Sendable {
  let ids = Mutex<[RoomDocument.ID]>([])
}

/// Lets one work begin when the one before has ended.
private final class WorkTurn: Sendable {
  let held = Mutex(())
}
