import Platform

/// How far a long run is, in the last line of a terminal: `1,204 / 20,000 · 180/s · 3 ✗ · 1:44`.
struct CorpusProgress {
  private static let pause = Duration.milliseconds(200)
  private let total: Int?
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var told = ContinuousClock.now
  private var done = 0
  private var hasLine = false

  /// The progress of a run over `total` documents, where that is known.
  init(of total: Int?, isShown: Bool) {
    self.total = total
    self.isShown = isShown
  }

  /// One more document is done.
  mutating func step(failures: Int) {
    done += 1
    let now = ContinuousClock.now
    guard isShown, told.duration(to: now) > Self.pause else { return }
    told = now
    hasLine = true
    StandardError.showStatus(
      Self.line(done: done, of: total, failures: failures, after: start.duration(to: now)))
  }

  /// Leaves the line empty.
  mutating func end() {
    if hasLine { StandardError.showStatus("") }
    hasLine = false
  }

  /// What the line says.
  static func line(done: Int, of total: Int?, failures: Int, after time: Duration) -> String {
    let seconds = max(time / .seconds(1), 0.001)
    let rate = Double(done) / seconds
    var parts = [total.map { "\(done) / \($0)" } ?? "\(done)"]
    parts.append(rate >= 10 ? "\(Int(rate.rounded()))/s" : "\((rate * 10).rounded() / 10)/s")
    if failures > 0 { parts.append("\(failures) ✗") }
    if let total, rate > 0 {
      let left = Int((Double(max(0, total - done)) / rate).rounded())
      parts.append("\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)")
    }
    return parts.joined(separator: " · ")
  }
}
