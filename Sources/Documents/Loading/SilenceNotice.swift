import Glibc

/// Whom to tell that a stream gives nothing: a pipe that nobody writes is waited for, but not without a
/// word.
package struct SilenceNotice {
  /// After how many milliseconds without a byte.
  let milliseconds: Int32
  /// Tells it; called at most once.
  let tell: () -> Void

  /// A notice after a second, or after as many `milliseconds`.
  package init(after milliseconds: Int32 = 1000, _ tell: @escaping () -> Void) {
    (self.milliseconds, self.tell) = (milliseconds, tell)
  }

  /// Waits until there is something to read, or an end.
  static func wait(for descriptor: Int32, telling notice: SilenceNotice?) {
    var readable = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    if let notice, poll(&readable, 1, notice.milliseconds) == 0 { notice.tell() }
    while poll(&readable, 1, -1) < 0, errno == EINTR {}
  }
}
