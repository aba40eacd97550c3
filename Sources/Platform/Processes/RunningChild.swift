import Glibc

/// A process that this program has started.
package struct RunningChild: Hashable, Sendable {
  /// Its number.
  package let id: pid_t

  /// Waits for its end.
  ///
  /// - Returns: its exit status, or 128 and the number of the signal that ended it, as in a shell.
  @discardableResult
  package func waitForEnd() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return Self.exitStatus(status)
  }

  /// Waits for its end until `deadline`, and kills it then.
  ///
  /// - Returns: as ``waitForEnd()``, or `nil` where it was killed.
  package func waitForEnd(until deadline: ContinuousClock.Instant) -> Int32? {
    if let end = try? ChildEnd(of: self) {
      if let status = end.wait(atMost: deadline - .now) { return status }
      end.kill()
    } else {
      // Without a descriptor left nobody can wait for a while.
      kill(id, SIGKILL)
      waitForEnd()
    }
    return nil
  }

  /// Sends it a signal, also where it was stopped.
  package func signal(_ number: Int32) {
    kill(id, number)
    kill(id, SIGCONT)
  }

  private static func exitStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
