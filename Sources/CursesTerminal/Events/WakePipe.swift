import Glibc
import Platform

/// A pipe that one thread writes to in order to wake another that sleeps in `poll`.
package final class WakePipe: Sendable {
  /// The end that becomes readable.
  let reading: Int32
  private let writing: Int32

  /// A pipe that wakes nobody yet.
  ///
  /// - Throws: ``TerminalError/system(_:)`` when the process has no descriptors left.
  package init() throws(TerminalError) {
    guard let ends = Descriptor.pipe(blocks: false) else { throw .system(errno) }
    (reading, writing) = ends
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// Wakes the sleeper; once is enough until the pipe was drained.
  package func signal() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Makes the pipe unreadable again.
  package func drain() {
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(reading, &buffer, buffer.count) > 0 {}
  }
}
