import ArabicText
import Dispatch
import Documents
import Glibc
import Synchronization

/// An article that is piped into the program, shown as it comes.
///
/// A thread of its own reads and decodes; the loop is woken where there is more to show. Who writes may
/// take any time, and the program ends without waiting for them. Of a page or another format there is
/// nothing to show before it has come whole.
package final class ArrivingArticle: Sendable {
  /// What has come so far.
  struct Part: Sendable {
    /// The article, or why it cannot be read.
    var result: Result<Document, DocumentError>
    /// Whether that is all.
    var isWhole: Bool
  }

  /// How long nothing comes before what is there is shown.
  private static let pause: Int32 = 200
  /// How long a stream without a pause is read before what is there is shown.
  private static let longestSilence = Duration.seconds(1)
  /// How much is read at a time, in bytes.
  private static let step = 64 * 1024
  /// So much is decoded anew each second without being felt, in bytes.
  private static let cheap = 1 << 20
  /// How much is taken at most, in bytes.
  private static let limit = 512 << 20

  private struct State {
    var latest: Part?
    var wakeUp: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())
  private let hasCome = DispatchSemaphore(value: 0)
  private let wasTaken = DispatchSemaphore(value: 0)

  /// An article that is read from `descriptor` from now on.
  ///
  /// - Parameters:
  ///   - descriptor: where to read; nobody else may.
  ///   - encoding: the name of its charset; `nil` where it is to be recognised.
  ///   - key: what tells its annotations, while it grows, from those of others.
  ///   - extent: what of it is to be read, where it is in another format than plain text.
  ///   - wrapped: whether lines that were broken at one width are joined.
  package init(
    descriptor: Int32 = STDIN_FILENO, encoding: String?, key: String, extent: Extent = .article,
    wrapped: HardWrap.Choice = .no
  ) {
    DispatchQueue(label: "rawi.arriving", qos: .userInitiated).async {
      Self.read(descriptor, encoding, key, extent, wrapped) { [weak self] in
        self?.post($0)
      } waitUntilTaken: { [weak self] in
        self?.waitUntilTaken()
      }
    }
  }

  /// Waits until there is something to show, or nothing will come.
  ///
  /// - Parameter tell: called once where nothing has come for a second.
  /// - Returns: the article as far as it has come, and whether that is all.
  package func first(
    whenSlow tell: () -> Void = {}
  ) -> (result: Result<Document, DocumentError>, isWhole: Bool) {
    if hasCome.wait(timeout: .now() + .seconds(1)) == .success { hasCome.signal() } else { tell() }
    while true {
      hasCome.wait()
      if let part = take() { return (part.result, part.isWhole) }
    }
  }

  /// Wakes the loop by `wakeUp` from now on where there is more.
  func wake(by wakeUp: @escaping @Sendable () -> Void) {
    let isWaiting = state.withLock { state in
      state.wakeUp = wakeUp
      return state.latest != nil
    }
    if isWaiting { wakeUp() }
  }

  /// What has come, where that is more than was taken before.
  func take() -> Part? {
    let part = state.withLock { $0.latest.take() }
    if part != nil { wasTaken.signal() }
    return part
  }

  /// Waits until nothing is left that was posted and not taken: who writes without end is not read faster than
  /// it can be shown.
  private func waitUntilTaken() {
    while state.withLock({ $0.latest != nil }) { wasTaken.wait() }
  }

  private func post(_ part: Part) {
    let wakeUp = state.withLock { state in
      state.latest = part
      return state.wakeUp
    }
    hasCome.signal()
    wakeUp?()
  }

  /// Reads to the end and posts what has come, each time that nothing comes for a while.
  ///
  /// Of a stream that never pauses the beginning is shown at once; then each second, a long one each time that it
  /// has grown by a quarter: all of it together costs a few times its length. No more of it is read than that
  /// before it has been taken.
  private static func read(
    _ descriptor: Int32, _ encoding: String?, _ key: String, _ extent: Extent,
    _ wrapped: HardWrap.Choice, post: (Part) -> Void, waitUntilTaken: () -> Void
  ) {
    var (bytes, limit) = ([UInt8](), Self.limit)
    var (posted, time) = (0, ContinuousClock.now)
    // How much there was when it was last made an article, which may have failed.
    var tried = 0
    // How long nothing comes before it is shown, in milliseconds: ten times what showing takes.
    var silence = Self.pause
    var isChecked = false
    func document(isWhole: Bool) -> Result<Document, DocumentError> {
      Result { () throws(DocumentError) in
        try DocumentLoader.document(
          ofStream: bytes, isWhole: isWhole, encoding: encoding, extent: extent, wrapped: wrapped)
      }
    }
    /// Whether what comes is in a format of which a part says nothing.
    func isReadWhole() -> Bool {
      guard let longest = DocumentLoader.longestExtraction(bytes, extent) else { return false }
      (limit, tried, time) = (longest, bytes.count, .now)
      return true
    }
    func show(isWhole: Bool) {
      if !isWhole, isReadWhole() { return }
      let isFirst = posted == 0
      (posted, tried, time) = (bytes.count, bytes.count, .now)
      defer { silence = max(Self.pause, 10 * Int32(time.duration(to: .now) / .milliseconds(1))) }
      let result = document(isWhole: isWhole).map { found in
        var found = found
        if !(isFirst && isWhole) { found.path = key }
        return found
      }
      // A beginning that cannot be read yet may be when there is more of it.
      if case .failure = result, !isWhole, bytes.count < step {
        posted = isFirst ? 0 : posted
        return
      }
      post(Part(result: result, isWhole: isWhole))
    }
    while true {
      var readable = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if posted > 0, bytes.count - posted > max(Self.cheap, posted / 4) { waitUntilTaken() }
      let hasMore = bytes.count > tried
      if poll(&readable, 1, hasMore ? silence : -1) == 0 {
        show(isWhole: false)
        continue
      }
      let count = append(to: &bytes, from: descriptor)
      if count < 0 {
        let number = errno
        guard number == EINTR || number == EAGAIN else {
          return post(Part(result: .failure(.failed("standard input", number)), isWhole: true))
        }
      } else if count == 0 {
        return show(isWhole: true)
      } else if !isChecked, bytes.count >= step {
        isChecked = true
        // A device without an end that gives no text is not read until memory is full.
        if !isReadWhole() {
          if case .failure(let error) = document(isWhole: false) {
            return post(Part(result: .failure(error), isWhole: true))
          }
          if posted == 0 { show(isWhole: false) }
        }
      } else if bytes.count > limit {
        return post(Part(result: .failure(.tooLong("standard input")), isWhole: true))
      } else if bytes.count - posted > posted / 4 || posted < cheap,
        time.duration(to: .now) > longestSilence
      {
        show(isWhole: false)
      }
    }
  }

  private static func append(to bytes: inout [UInt8], from descriptor: Int32) -> Int {
    var found = 0
    bytes += [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
      found = Glibc.read(descriptor, buffer.baseAddress, step)
      count = max(0, found)
    }
    return found
  }
}
