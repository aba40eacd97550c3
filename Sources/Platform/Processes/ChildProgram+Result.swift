import CPlatform
import Glibc

extension ChildProgram {
  /// What a program has come to.
  package struct Result: Hashable, Sendable {
    /// Why it was ended before its end.
    package enum Limit: Hashable, Sendable {
      /// Its time was over.
      case time
      /// It wrote more than is taken.
      case output
    }

    /// What it has written to standard output.
    package var output: [UInt8]
    /// The last line that it has written to standard error.
    package var lastError: String
    /// Its exit status, or 128 and the number of the signal that ended it.
    package var status: Int32
    /// The limit that it has run into; it was killed then.
    package var limit: Limit?
  }

  /// What a program may take.
  package struct Allowance: Hashable, Sendable {
    /// How long it may run.
    package var time: Duration
    /// The most bytes that it may write.
    package var output: Int
    /// The most bytes of memory that it may ask for.
    package var memory: Int

    /// An allowance.
    package init(time: Duration, output: Int, memory: Int) {
      (self.time, self.output, self.memory) = (time, output, memory)
    }
  }

  /// Runs the program to its end, or to the end of what it may take.
  ///
  /// - Throws: ``FileError`` where it cannot be started: `.missing` where there is no such program.
  package func run(within allowance: Allowance) throws(FileError) -> Result {
    let deadline = ContinuousClock.now + allowance.time
    guard let (outReading, outWriting) = Descriptor.pipe() else {
      throw FileError(path: command.first ?? "", errno: errno)
    }
    defer { close(outReading) }
    guard let (errorReading, errorWriting) = Descriptor.pipe() else {
      close(outWriting)
      throw FileError(path: command.first ?? "", errno: errno)
    }
    defer { close(errorReading) }
    var program = self
    program.output = .descriptor(outWriting)
    program.errors = .descriptor(errorWriting)
    let started = Swift.Result { () throws(FileError) in try program.start() }
    close(outWriting)
    close(errorWriting)
    let child = try started.get()
    rawi_limit_memory(child.id, allowance.memory)
    var streams = ChildStreams(output: outReading, errors: errorReading)
    let limit = streams.read(until: deadline, most: allowance.output)
    // What it has started itself ends with it.
    if limit != nil { kill(hasOwnGroup ? -child.id : child.id, SIGKILL) }
    // One that has closed its streams may go on all the same.
    let status = child.waitForEnd(until: limit == nil ? deadline : .now + .seconds(1))
    if status == nil, hasOwnGroup { kill(-child.id, SIGKILL) }
    return Result(
      output: streams.output, lastError: streams.lastError, status: status ?? 128 + SIGKILL,
      limit: limit ?? (status == nil ? .time : nil))
  }
}

/// The two streams that a program writes, read as they come.
private struct ChildStreams {
  private let descriptors: [Int32]
  private(set) var output: [UInt8] = []
  private var errors: [UInt8] = []

  init(output: Int32, errors: Int32) { descriptors = [output, errors] }

  /// The last line of standard error that is not empty.
  var lastError: String {
    errors.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).last.map {
      String(decoding: $0, as: UTF8.self)
    } ?? ""
  }

  /// Reads both until the program has closed them.
  ///
  /// - Returns: the limit that was come to before.
  mutating func read(
    until deadline: ContinuousClock.Instant, most: Int
  ) -> ChildProgram.Result.Limit? {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while polled.contains(where: { $0.fd >= 0 }) {
      let left = deadline - .now
      guard left > .zero else { return .time }
      let milliseconds = min(left / .milliseconds(1) + 1, 1e6)
      guard poll(&polled, nfds_t(polled.count), Int32(milliseconds)) > 0 else { continue }
      for index in polled.indices where polled[index].revents != 0 {
        let count = Glibc.read(polled[index].fd, &buffer, buffer.count)
        if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN {
          polled[index].fd = -1
        } else if count > 0, index == 0 {
          output += buffer.prefix(count)
        } else if count > 0 {
          // Only the end is wanted.
          errors = (errors + buffer.prefix(count)).suffix(4096)
        }
      }
      if output.count > most { return .output }
    }
    return nil
  }
}
