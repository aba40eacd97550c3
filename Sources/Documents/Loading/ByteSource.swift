import ArabicText
import Glibc

/// The undecoded bytes of a document.
enum ByteSource: ~Copyable {
  /// Read into memory.
  case owned(ByteBuffer)
  /// Mapped from a file.
  case mapped(MappedFile)

  /// Files up to this many bytes are read, since a mapped file must not be made shorter while it is
  /// shown, and editors do that to files of the usual sizes; longer ones are mapped.
  static let longestOwned = 1 << 20

  /// How much is taken from a pipe or a device, in bytes.
  static let longestStream = 512 << 20

  /// How much of a stream is looked at before the rest is read, in bytes.
  private static let step = 64 * 1024

  /// The bytes of the open file `descriptor`, called `name` in errors.
  ///
  /// - Parameters:
  ///   - descriptor: the file; the caller closes it.
  ///   - name: what to call it.
  ///   - limit: how much is taken of what has no length of its own; without it, ``longestStream``.
  ///   - refusesBinary: whether a stream ends as soon as its beginning proves not to be text, so that
  ///     a device without an end is not read until memory is full.
  ///   - extent: what is to be read; of a format that has a limit of its own, a stream is taken no longer
  ///     than up to it.
  ///   - waits: whether what has nothing to read yet is waited for; else it is no file.
  ///   - begun: what was read of it before.
  /// - Throws: ``DocumentError``.
  init(
    descriptor: Int32, name: String, limit: Int? = nil, refusesBinary: Bool,
    extent: Extent = .plainText, waits: Bool = true, begun: [UInt8] = []
  ) throws(DocumentError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .failed(name, errno) }
    let type = status.st_mode & S_IFMT
    guard type != S_IFDIR else { throw .folder(name) }
    guard isatty(descriptor) != 1 else { throw .terminal }
    let size = Int(status.st_size)
    let isAtStart = lseek(descriptor, 0, SEEK_CUR) == 0
    if type == S_IFREG, isAtStart, size > Self.longestOwned {
      self = .mapped(try MappedFile(descriptor: descriptor, size: size, name: name))
    } else {
      // Files of /proc say that they have no bytes, so all of the others are read to their end.
      let expected = type == S_IFREG ? min(size, Self.longestOwned) : 0
      let looksFirst = refusesBinary && type != S_IFREG
      self = try Self.read(descriptor, expected, name, limit, looksFirst, extent, waits, begun)
    }
  }

  private static func read(
    _ descriptor: Int32, _ expected: Int, _ name: String, _ limit: Int?, _ refusesBinary: Bool,
    _ extent: Extent, _ waits: Bool, _ begun: [UInt8]
  ) throws(DocumentError) -> ByteSource {
    // One byte more, so that the end is found without growing.
    var buffer = ByteBuffer(capacity: max(expected + 1, step))
    begun.withUnsafeBufferPointer { buffer.append($0) }
    var limit = limit
    var isChecked = false
    while true {
      let before = buffer.count
      try buffer.append(room: 1) { room throws(DocumentError) in
        while true {
          let count = Glibc.read(descriptor, room.baseAddress, room.count)
          if count >= 0 { return count }
          guard errno == EINTR || errno == EAGAIN else { throw .failed(name, errno) }
          // Logs of the kernel call themselves regular files, and make their readers wait.
          if errno == EAGAIN {
            guard waits else { throw .notAFile(name) }
            Self.wait(descriptor)
          }
        }
      }
      if buffer.count == before { return .owned(buffer) }
      if let limit, buffer.count > limit { throw .overLimit(name, limit: limit) }
      if buffer.count > longestStream { throw .tooLong(name) }
      if !isChecked, buffer.count >= step {
        isChecked = true
        if extent.part != .plainText,
          let format = SourceFormat(buffer.bytes, name: name, field: extent.field)
        {
          limit = min(limit ?? .max, format.longest)
        } else if refusesBinary, CharsetDetector.detect(buffer.bytes) == .binary {
          throw .binary(name, format: FileFormat(buffer.bytes))
        }
      }
    }
  }

  /// Waits until a descriptor that someone has made non-blocking has something to read.
  private static func wait(_ descriptor: Int32) {
    var readable = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&readable, 1, -1)
  }

  /// Whether the bytes stand in a file.
  var isMapped: Bool {
    switch self {
    case .owned: false
    case .mapped: true
    }
  }

  /// Calls `body` with the bytes.
  borrowing func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch self {
    case .owned(let buffer): try body(buffer.bytes)
    case .mapped(let file): try body(file.bytes)
    }
  }

  /// The bytes from `start` on, which are UTF-8, as a text that keeps them.
  consuming func text(from start: Int) -> DecodedText {
    switch consume self {
    case .owned(let buffer): buffer.text(from: start)
    case .mapped(let file): file.text(from: start)
    }
  }
}
