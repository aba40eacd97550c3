import Synchronization

/// Messages from workers to the program's loop.
///
/// Workers post from any thread and never wait; the loop is woken and takes all messages at once, in
/// the order in which they were posted.
package final class Mailbox<Message: Sendable>: Sendable {
  private let wakeUp: @Sendable () -> Void
  private let messages = Mutex<[Message]>([])

  /// An empty mailbox that wakes the loop by `wakeUp`, which other mailboxes may share.
  package init(wakeUp: @escaping @Sendable () -> Void) { self.wakeUp = wakeUp }

  /// Adds `message` and wakes the loop.
  package func post(_ message: Message) {
    let isFirst = messages.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    if isFirst { wakeUp() }
  }

  /// Takes all messages out, oldest first.
  package func takeAll() -> [Message] {
    messages.withLock { messages in
      defer { messages.removeAll() }
      return messages
    }
  }
}
