import CursesTerminal
import Testing

/// Messages reach the loop, in order and without loss.
@Suite struct MailboxTests {
  @Test func `messages are taken in the order in which they were posted`() throws {
    let mailbox = try Mailbox<Int>()
    for number in 0..<5 { mailbox.post(number) }
    #expect(mailbox.take() == [0, 1, 2, 3, 4])
    #expect(mailbox.take().isEmpty)
    mailbox.post(5)
    #expect(mailbox.take() == [5])
  }

  @Test func `many posters lose nothing`() async throws {
    let mailbox = try Mailbox<Int>()
    await withTaskGroup(of: Void.self) { group in
      for poster in 0..<8 {
        group.addTask { for number in 0..<500 { mailbox.post(poster * 500 + number) } }
      }
    }
    #expect(mailbox.take().sorted() == Array(0..<4000))
  }
}
