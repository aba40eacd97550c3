import Documents
import Glibc
import Platform

/// The lines of a stream, as they come: no more of it is read than the next line needs.
package struct LineReader: Sendable {
  /// A line, or that there was one which nobody can take.
  package enum Line: Hashable, Sendable {
    /// Its bytes, without what ends it.
    case bytes([UInt8])
    /// It is longer than ``LineReader/longest``, and was read over.
    case tooLong
  }

  /// The most bytes of a line that are kept.
  package static let longest = 64 << 20

  private static let step = 64 * 1024
  private let descriptor: Int32
  private let longest: Int
  private var buffer: [UInt8] = []
  private var start = 0
  /// Where the buffer begins in the stream, in bytes.
  private var base = 0
  private var isAtEnd = false
  /// Whether the last line that was given has no end: it is the stream's last, or was cut.
  package private(set) var isCut = false
  /// How many bytes there are up to the end of the last line that has one.
  package private(set) var lengthOfWholeLines = 0

  /// The lines that `descriptor` gives from now on; `longest` is the most bytes of one that are kept.
  package init(_ descriptor: Int32, longest: Int = LineReader.longest) {
    self.descriptor = descriptor
    self.longest = longest
  }

  /// The next line; `nil` at the end.
  ///
  /// - Throws: the number of the system's error where the stream cannot be read.
  /// - Complexity: O(*n*) in the line.
  package mutating func next() throws(ReadingFailure) -> Line? {
    var isLost = false
    var looked = start
    while true {
      if let end = buffer[looked...].firstIndex(of: 0x0A) {
        lengthOfWholeLines = base + end + 1
        defer { start = end + 1 }
        if isLost || end - start > longest { return .tooLong }
        return .bytes(Self.trimmed(buffer[start..<end]))
      }
      if buffer.count - start > longest {
        // Only that it goes on is kept of it.
        isLost = true
        start = buffer.count
      }
      looked = buffer.count
      guard try fill(&looked) else {
        defer { start = buffer.count }
        let isLeft = isLost || start < buffer.count
        isCut = isCut || isLeft
        if isLost { return .tooLong }
        return isLeft ? .bytes(Self.trimmed(buffer[start...])) : nil
      }
    }
  }

  /// How many bytes are read for that where they do not look like JSON.
  private static let judgedBytes = 1 << 20

  /// Whether the first lines that are not white space are articles of their own.
  ///
  /// Then the stream is JSON Lines. One bad line is no reason to take all for one text: of the lines up to some
  /// place near the beginning half have to be articles. So it is where one begins as an object that is longer than
  /// any that is kept. What was looked at is given all the same. To be asked before any line is.
  ///
  /// - Parameter field: the member that holds the text; `nil` for the usual names.
  /// - Returns: whether it is one.
  /// - Throws: ``ReadingFailure``.
  /// - Complexity: O(*n*) in the lines that are looked at, the first of JSON Lines, else 16 at most.
  package mutating func beginsWithRecord(field: String? = nil) throws(ReadingFailure) -> Bool {
    var (lines, records) = (0, 0)
    /// Whether that is known with this line.
    func judge(_ line: ArraySlice<UInt8>) -> Bool? {
      guard let first = line.first(where: { $0 > 0x20 }) else { return nil }
      // An array over several lines is one value.
      if lines == 0, first == 0x5B, line.count(where: { $0 > 0x20 }) == 1 { return false }
      lines += 1
      if first == 0x7B, (try? CorpusLine(line: Array(line), field: field)) != nil { records += 1 }
      if records > 0, records * 2 >= lines { return true }
      return lines < ListedArticles.judgedLines ? nil : false
    }
    var (next, looked) = (start, start)
    while true {
      if let end = buffer[looked...].firstIndex(of: 0x0A) {
        if let verdict = judge(buffer[next..<end]) { return verdict }
        (next, looked) = (end + 1, end + 1)
        continue
      }
      let isObject = buffer[next...].first { $0 > 0x20 } == 0x7B
      if buffer.count - next > (isObject ? longest : min(longest, Self.judgedBytes)) {
        return isObject
      }
      looked = buffer.count
      // What was given, and the mark of UTF-8, is let go of with the reading, at the end of the stream, too.
      let kept = start
      let isMore = try fill(&looked)
      next -= kept - start
      guard isMore else { return judge(buffer[next...]) ?? false }
    }
  }

  /// What was read and has not been given yet.
  package var pending: [UInt8] { Array(buffer[start...]) }

  /// Reads some more, unless this is the end.
  ///
  /// What was given is let go of, and `place` moves with the rest.
  private mutating func fill(_ place: inout Int) throws(ReadingFailure) -> Bool {
    guard !isAtEnd else { return false }
    if start > 0 {
      buffer.removeFirst(start)
      place -= start
      base += start
      start = 0
    }
    let descriptor = descriptor
    while true {
      var count = 0
      buffer += [UInt8](unsafeUninitializedCapacity: Self.step) { bytes, filled in
        count = read(descriptor, bytes.baseAddress, Self.step)
        filled = max(0, count)
      }
      if count > 0 {
        skipMark()
        return true
      }
      if count == 0 {
        isAtEnd = true
        return false
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var readable = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&readable, 1, -1)
      default: throw ReadingFailure(number: errno)
      }
    }
  }

  /// Passes over the mark of UTF-8 at the beginning of the stream.
  private mutating func skipMark() {
    if base == 0, start == 0, buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
  }

  /// `line` without the carriage return of an end of line of two signs.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    Array(line.last == 0x0D ? line.dropLast() : line)
  }
}

/// A stream that cannot be read any further.
package struct ReadingFailure: Error, Hashable, Sendable {
  /// The number of the system's error.
  package var number: Int32
}
