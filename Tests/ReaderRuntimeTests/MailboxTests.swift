import ReaderRuntime
import Synchronization
import Testing

/// Messages reach the loop, in order and without loss.
@Suite struct MailboxTests {
  @Test func `messages are taken in the order in which they were posted`() {
    let mailbox = Mailbox<Int> {}
    for number in 0..<5 { mailbox.post(number) }
    #expect(mailbox.takeAll() == [0, 1, 2, 3, 4])
    #expect(mailbox.takeAll().isEmpty)
    mailbox.post(5)
    #expect(mailbox.takeAll() == [5])
  }

  @Test func `many posters lose nothing`() async {
    let mailbox = Mailbox<Int> {}
    await withTaskGroup(of: Void.self) { group in
      for poster in 0..<8 {
        group.addTask { for number in 0..<500 { mailbox.post(poster * 500 + number) } }
      }
    }
    #expect(mailbox.takeAll().sorted() == Array(0..<4000))
  }

  @Test func `the loop is woken once for all that it has not taken yet`() {
    let count = Count()
    let mailbox = Mailbox<Int> { count.value.add(1, ordering: .relaxed) }
    mailbox.post(1)
    mailbox.post(2)
    #expect(count.value.load(ordering: .relaxed) == 1)
    _ = mailbox.takeAll()
    mailbox.post(3)
    #expect(count.value.load(ordering: .relaxed) == 2)
  }

  private final class Count: Sendable {
    let value = Atomic(0)
  }
}
