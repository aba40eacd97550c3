import Glibc
import Synchronization

/// A moment in time.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01 00:00 UTC, without leap seconds.
  package var milliseconds: Int64

  /// The moment `milliseconds` after 1970-01-01 00:00 UTC.
  package init(milliseconds: Int64) {
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
