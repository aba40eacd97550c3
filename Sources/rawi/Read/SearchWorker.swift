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
      let pages = PageWatch(text)
      let hit = request.run(in: text, isCancelled: pages.step)
      return .searchEnded(request, hit)
    }
  }

  /// Counts the hits of a search that has ended.
  mutating func start(_ count: HitCount) {
    run { text in
      let pages = PageWatch(text)
      return count.run(in: text, isCancelled: pages.step).map { .hitsCounted(count, $0) }
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

/// Keeps the memory small that a mapped file takes while all of it is read.
private final class PageWatch {
  /// How many paragraphs are read before their pages are given back: about four megabytes of news.
  private static let stride = 1 << 14

  private let text: DecodedText
  private var paragraphs = 0

  init(_ text: DecodedText) { self.text = text }

  deinit { text.unloadPages() }

  /// Counts a paragraph, and tells whether the work is to be stopped.
  func step() -> Bool {
    paragraphs += 1
    if paragraphs % Self.stride == 0 { text.unloadPages() }
    return Task.isCancelled
  }
}
