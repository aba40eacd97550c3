import ArabicText
import CursesTerminal
import Reader

/// Searches the text beside the screen.
struct SearchWorker {
  private let text: DecodedText
  private let mailbox: Mailbox<Message>
  private var task: Task<Void, Never>?

  init(text: DecodedText, mailbox: Mailbox<Message>) {
    self.text = text
    self.mailbox = mailbox
  }

  /// Runs `request`; a search that runs is stopped.
  mutating func start(_ request: SearchRequest) {
    cancel()
    let (text, mailbox) = (text, mailbox)
    task = Task.detached(priority: .userInitiated) {
      let hit = request.run(in: text) { Task.isCancelled }
      if !Task.isCancelled { mailbox.post(.searchEnded(request, hit)) }
    }
  }

  /// Stops the search that runs.
  func cancel() { task?.cancel() }
}
