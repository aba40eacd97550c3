/// When a screen is drawn: at once, or where more input is there already, from time to time.
///
/// A held key, a wheel that is turned and a text that is pasted as keys come faster than a terminal can
/// show what each of them does.
struct FrameTimes {
  /// A screen is drawn so often at least, however much input there is.
  static let longestPause = Duration.milliseconds(50)

  /// Whether the screen does not show how things stand.
  var isStale = false
  private var last: ContinuousClock.Instant

  /// The screen was drawn at `now`.
  init(now: ContinuousClock.Instant) { last = now }

  /// Whether the screen is to be drawn at `now`, before the next event; with `hasInput` that is there
  /// already.
  func isDue(at now: ContinuousClock.Instant, hasInput: Bool) -> Bool {
    isStale && (!hasInput || now - last >= Self.longestPause)
  }

  /// Takes note that the screen was drawn at `now`.
  mutating func drawn(at now: ContinuousClock.Instant) {
    last = now
    isStale = false
  }
}
