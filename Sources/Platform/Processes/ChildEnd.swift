import Dispatch
import Glibc
import Synchronization

/// The end of a process as something that can be waited for beside other things.
package final class ChildEnd: Sendable {
  /// Readable (poll(2)) once the process has ended.
  package let descriptor: Int32
  private let child: RunningChild
  private let status = Mutex<Int32?>(nil)

  /// The end of `child`, for which nobody else waits.
  ///
  /// - Throws: ``FileError`` where there is no descriptor left; then the process is to be waited for.
  package init(of child: RunningChild) throws(FileError) {
    guard let (reading, writing) = Descriptor.pipe() else {
      throw FileError(path: "", reason: .system(errno))
    }
    (descriptor, self.child) = (reading, child)
    DispatchQueue(label: "rawi.child").async { [self] in
      var end = siginfo_t()
      while waitid(P_PID, id_t(child.id), &end, WEXITED | WNOWAIT) < 0, errno == EINTR {}
      // Only now is its number given up, while nobody sends it a signal.
      status.withLock { $0 = child.waitForEnd() }
      close(writing)
    }
  }

  deinit { close(descriptor) }

  /// Kills the process, where it still runs.
  package func kill() {
    status.withLock { if $0 == nil { _ = Glibc.kill(child.id, SIGKILL) } }
  }

  /// Waits for the end, no longer than `limit`.
  ///
  /// - Returns: as ``RunningChild/waitForEnd()``, or `nil` where it still runs.
  package func wait(atMost limit: Duration) -> Int32? {
    let deadline = ContinuousClock.now + limit
    var ended = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    repeat {
      let left = max(.zero, deadline - .now) / .milliseconds(1)
      if poll(&ended, 1, Int32(min(left, 1e6))) > 0 { break }
    } while ContinuousClock.now < deadline
    return status.withLock { $0 }
  }
}
