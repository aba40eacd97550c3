import Glibc

/// Reading of small files whole, into memory.
///
/// For files that the program or its user wrote. Articles, which may be of any size and come from
/// anywhere, are loaded by `Documents`.
package enum WholeFile {
  /// What may be read besides regular files.
  package enum Kinds: Hashable, Sendable {
    /// Nothing: a pipe or a device is refused without being waited for.
    case regular
    /// Whatever ends: pipes too, as a shell gives them for `<(command)`. Waits for who writes there.
    case anyStream
  }

  /// The content of the file at `path`.
  ///
  /// - Parameters:
  ///   - path: where the file lies; symbolic links are followed.
  ///   - limit: the most bytes that it may have. Nothing is ever cut: a longer file is an error.
  ///   - kinds: what may be read besides regular files.
  /// - Returns: all of its bytes.
  /// - Throws: ``FileError``; a missing file has an error of its own.
  /// - Complexity: O(*n*) in the bytes of the file, at most `limit`.
  package static func bytes(
    of path: String, limit: Int, kinds: Kinds = .regular
  ) throws(FileError) -> [UInt8] {
    let file = try open(path, kinds)
    defer { close(file.descriptor) }
    guard file.size <= limit else {
      throw FileError(path: path, reason: .tooLong(limit: limit))
    }
    // One byte more than it should have, so that its end is met without a further buffer.
    var bytes = [UInt8](repeating: 0, count: min(max(file.size, 4095), limit) + 1)
    var count = 0
    while let added = try read(file.descriptor, into: &bytes, from: count, path, kinds), added > 0 {
      count += added
      guard count <= limit else { throw FileError(path: path, reason: .tooLong(limit: limit)) }
      if count == bytes.count {
        let room = min(bytes.count, limit + 1 - count)
        bytes.append(contentsOf: repeatElement(0, count: room))
      }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// The content of the file at `path` as text; what is no UTF-8 becomes U+FFFD.
  ///
  /// - Throws: ``FileError``, as ``bytes(of:limit:kinds:)``.
  package static func text(
    of path: String, limit: Int, kinds: Kinds = .regular
  ) throws(FileError) -> String {
    String(decoding: try bytes(of: path, limit: limit, kinds: kinds), as: UTF8.self)
  }

  /// The first bytes of the regular file at `path`, `count` of them or all where it has fewer.
  ///
  /// - Throws: ``FileError``.
  package static func start(of path: String, count: Int) throws(FileError) -> [UInt8] {
    let file = try open(path, .regular)
    defer { close(file.descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count,
      let added = try read(file.descriptor, into: &bytes, from: filled, path, .regular), added > 0
    {
      filled += added
    }
    return Array(bytes.prefix(filled))
  }

  private static func open(
    _ path: String, _ kinds: Kinds
  ) throws(FileError) -> (descriptor: Int32, size: Int) {
    // Opening a pipe that nobody writes to would wait for ever.
    let descriptor = FilePath.withBytes(of: path) {
      Glibc.open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    }
    guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    let isRegular = isKnown && status.st_mode & S_IFMT == S_IFREG
    let isFolder = isKnown && status.st_mode & S_IFMT == S_IFDIR
    guard isRegular || kinds == .anyStream && !isFolder && isatty(descriptor) == 0 else {
      close(descriptor)
      throw FileError(path: path, reason: .notAFile)
    }
    return (descriptor, isRegular ? max(0, Int(status.st_size)) : 0)
  }

  /// Reads into `bytes` behind `start`; how many bytes came, 0 at the end.
  private static func read(
    _ descriptor: Int32, into bytes: inout [UInt8], from start: Int, _ path: String,
    _ kinds: Kinds
  ) throws(FileError) -> Int? {
    while true {
      let count = bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
        return Glibc.read(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // Logs of the kernel call themselves regular files, and make their readers wait.
        guard kinds == .anyStream else { throw FileError(path: path, reason: .notAFile) }
        var readable = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&readable, 1, -1)
      default: throw FileError(path: path, errno: errno)
      }
    }
  }
}
