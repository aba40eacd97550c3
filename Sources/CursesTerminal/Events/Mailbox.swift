import Synchronization

/// Messages from workers to the program's loop.
///
/// Workers post from any thread and never wait; the loop, which sleeps in
/// ``CursesTerminal/nextEvent(wake:timeout:)``, is woken and takes all messages at once, in the order
/// in which they were posted.
package final class Mailbox<Message: Sendable>: Sendable {
  /// What wakes the loop.
  package let wake: WakePipe
  private let messages = Mutex<[Message]>([])

  /// An empty mailbox.
  ///
  /// - Throws: ``TerminalError/system(_:)`` when no pipe can be made.
  package init() throws(TerminalError) {
    wake = try WakePipe()
  }

  /// An empty mailbox that wakes the loop by `wake`, which others share.
  package init(wake: WakePipe) {
    self.wake = wake
  }

  /// Adds `message` and wakes the loop.
  package func post(_ message: Message) {
    let isFirst = messages.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    if isFirst { wake.ring() }
  }

  /// Takes all messages out, oldest first.
  package func take() -> [Message] {
    wake.silence()
    return takeAll()
  }

  /// Takes all messages out, oldest first, and leaves the pipe alone; whoever shares it among several
  /// mailboxes silences it before the first is emptied.
  package func takeAll() -> [Message] {
    messages.withLock { messages in
      defer { messages.removeAll() }
      return messages
    }
  }
}
