import Glibc

/// Writing to descriptors that were there before the program.
enum DescriptorWriting {
  /// Writes all of `bytes`, in as many pieces as it takes.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 { try wait(for: descriptor, after: errno) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Waits until more can be written, or tells why it never can.
  private static func wait(for descriptor: Int32, after number: Int32) throws(OutputError) {
    switch number {
    case EINTR: return
    case EAGAIN:
      var writable = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&writable, 1, -1)
    default: throw OutputError(number: number)
    }
  }
}

/// The three descriptors that every program is given.
package enum StandardDescriptors {
  /// Gives a descriptor that is closed to a file that can neither be read nor written.
  ///
  /// Else the next file that is opened would take its number, and what is printed would go into it.
  package static func hold() {
    for descriptor in STDIN_FILENO...STDERR_FILENO {
      guard fcntl(descriptor, F_GETFD) < 0, errno == EBADF else { continue }
      // The lowest number that is free: those below it are taken.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
