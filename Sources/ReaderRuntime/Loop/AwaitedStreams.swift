import ArabicText
import Documents

/// Articles that are read beside the program: streams, as who writes them may take any time, and files that
/// a key does not wait for any longer.
struct AwaitedStreams {
  /// The number of the stream that is shown as soon as it has come.
  var wanted: Int?
  private var running: Set<Int> = []
  /// Those of which what is being read is no longer the newest.
  private var stale: Set<Int> = []
  private var documents: [Int: Document] = [:]
  private let mailbox: Mailbox<End>

  /// What has become of the stream `number`.
  private struct End: Sendable {
    var number: Int
    var result: Result<Document, DocumentError>
  }

  /// No streams; the loop is woken by `wakeUp` where one has come.
  init(wakeUp: @escaping @Sendable () -> Void) { mailbox = Mailbox(wakeUp: wakeUp) }

  /// Notes that the stream `number` is read from now on.
  ///
  /// - Returns: what is to get it; `nil` where it is read already.
  mutating func begin(_ number: Int) -> (@Sendable (Result<Document, DocumentError>) -> Void)? {
    guard running.insert(number).inserted else { return nil }
    return { [mailbox] in mailbox.post(End(number: number, result: $0)) }
  }

  /// Whether the stream `number` is being read.
  func isRunning(_ number: Int) -> Bool { running.contains(number) }

  /// Notes that `number`, which is being read, has changed meanwhile: what comes of it is not taken.
  mutating func markStale(_ number: Int) { stale.insert(number) }

  /// Takes note of what has come.
  ///
  /// - Returns: the numbers of those that cannot be read, and why; none of them is wanted any more. And
  ///   those that are to be read once more.
  mutating func takeAll() -> (failures: [(number: Int, error: DocumentError)], again: [Int]) {
    var failures: [(number: Int, error: DocumentError)] = []
    var again: [Int] = []
    for end in mailbox.takeAll() {
      running.remove(end.number)
      if stale.remove(end.number) != nil {
        again.append(end.number)
        continue
      }
      switch end.result {
      case .success(let document): documents[end.number] = document
      case .failure(let error):
        if wanted == end.number { wanted = nil }
        failures.append((end.number, error))
      }
    }
    return (failures, again)
  }

  /// The stream `number`, where it has come.
  func document(_ number: Int) -> Document? { documents[number] }

  /// Takes the stream `number` out, where it has come.
  mutating func take(_ number: Int) -> Document? { documents.removeValue(forKey: number) }
}
