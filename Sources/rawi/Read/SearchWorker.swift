import ArabicText
import CursesTerminal
import Reader

/// Searches the text, counts hits, and finds the paragraphs to show, beside the screen.
struct SearchWorker {
  private let text: DecodedText
  private let mailbox: Mailbox<Message>
  private var task: Task<Void, Never>?

  init(text: DecodedText, mailbox: Mailbox<Message>) {
    self.text = text
    self.mailbox = mailbox
  }

  /// Runs `request`; a search or a count that runs is stopped.
  mutating func start(_ request: SearchRequest) {
    run { text in
      let hit = request.run(in: text) { Task.isCancelled }
      return .searchEnded(request, hit)
    }
  }

  /// Counts the hits of a search that has ended.
  mutating func start(_ count: HitCount) {
    run { text in
      count.run(in: text) { Task.isCancelled }.map { .hitsCounted(count, $0) }
    }
  }

  /// Looks for the paragraphs to show.
  mutating func start(_ request: FilterRequest) {
    run { text in
      request.run(in: text) { Task.isCancelled }.map { .filtered(request, $0) }
    }
  }

  /// Stops what runs.
  func cancel() { task?.cancel() }

  private mutating func run(_ work: @escaping @Sendable (DecodedText) -> Message?) {
    cancel()
    let (text, mailbox) = (text, mailbox)
    task = Task.detached(priority: .userInitiated) {
      let message = work(text)
      if let message, !Task.isCancelled { mailbox.post(message) }
    }
  }
}
