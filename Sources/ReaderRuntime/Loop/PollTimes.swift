/// When the file on the screen and the store are polled.
struct PollTimes {
  /// The store is polled so often for what other programs have changed.
  private static let storeInterval = Duration.seconds(1)

  /// How long to wait between two polls of the files; `nil` where there are none.
  var fileInterval: Duration?
  private var lastFiles: ContinuousClock.Instant
  private var lastStore: ContinuousClock.Instant

  /// Nothing was polled before `now`.
  init(now: ContinuousClock.Instant) { (lastFiles, lastStore) = (now, now) }

  /// How long to wait from `now` for the next poll.
  func timeout(from now: ContinuousClock.Instant) -> Duration {
    let store = lastStore + Self.storeInterval
    let files = fileInterval.map { lastFiles + $0 } ?? store
    return max(.zero, min(store, files) - now)
  }

  /// What is to be polled now; what is, counts as polled.
  mutating func due(at now: ContinuousClock.Instant) -> (files: Bool, store: Bool) {
    let isFiles = fileInterval.map { now - lastFiles >= $0 } ?? false
    let isStore = now - lastStore >= Self.storeInterval
    if isFiles { lastFiles = now }
    if isStore { lastStore = now }
    return (isFiles, isStore)
  }
}
