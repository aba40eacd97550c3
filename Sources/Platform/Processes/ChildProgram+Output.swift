import Glibc

extension ChildProgram {
  /// Runs the program and takes what it writes to standard output.
  ///
  /// - Parameters:
  ///   - timeout: how long it may run; it is killed then.
  ///   - limit: the most bytes that it may write.
  /// - Returns: `nil` where it cannot be run, fails, runs for longer or writes more.
  package func output(within timeout: Duration, limit: Int = 1 << 16) -> [UInt8]? {
    let deadline = ContinuousClock.now + timeout
    guard let (reading, writing) = Descriptor.pipe() else { return nil }
    defer { close(reading) }
    var program = self
    program.output = .descriptor(writing)
    let child = try? program.start()
    close(writing)
    guard let child else { return nil }
    let bytes = Self.read(reading, until: deadline, limit: limit)
    let status = child.waitForEnd(until: bytes == nil ? .now : deadline)
    return status == 0 ? bytes : nil
  }

  /// All that is written until the other end is closed.
  private static func read(
    _ descriptor: Int32, until deadline: ContinuousClock.Instant, limit: Int
  ) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let left = deadline - .now
      guard left > .zero, bytes.count <= limit else { return nil }
      var readable = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      // A millisecond more than is left, since parts of one are not waited for.
      let milliseconds = min(left.components.seconds, 3600) * 1000
      let rest = left.components.attoseconds / 1_000_000_000_000_000 + 1
      guard poll(&readable, 1, Int32(milliseconds + rest)) == 1 else { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 { bytes += buffer.prefix(count) }
    }
  }
}
