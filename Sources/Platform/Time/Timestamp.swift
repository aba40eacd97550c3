import Glibc
import Synchronization

/// A moment in time, in the years 1 to 9999: those that RFC 3339 can write.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01 00:00 UTC, without leap seconds; in ``range``.
  package let milliseconds: Int64

  /// From 0001-01-01T00:00:00.000Z to 9999-12-31T23:59:59.999Z.
  package static let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

  /// The moment `milliseconds` after 1970-01-01 00:00 UTC; of what lies outside ``range``, its nearer
  /// end, so that no number can make a moment that cannot be written.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
  }

  /// The moment `milliseconds` after 1970-01-01 00:00 UTC, or `nil` outside ``range``: for numbers that
  /// others have written.
  package init?(exactly milliseconds: Int64) {
    guard Self.range.contains(milliseconds) else { return nil }
    self.milliseconds = milliseconds
  }

  /// The moment of the call, and later than every moment that was taken before in this program, by a
  /// millisecond at least: what is done later has a later time, even where the clock was set back.
  ///
  /// Between programs only the clock decides.
  package static func next() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let milliseconds = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    return latest.withLock { latest in
      latest = max(milliseconds, latest + 1)
      return Timestamp(milliseconds: latest)
    }
  }

  private static let latest = Mutex<Int64>(0)

  /// Whether `left` was before `right`.
  package static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
