import Glibc

/// A private file that belongs to one process as long as that lives, so that what is left without a
/// holder is known to be left.
///
/// The hold is an advisory lock on the file itself (flock(2)): it ends with the object and with the
/// process, however that ends. On file systems without locks everybody gets hold of everything.
package final class HeldFile: Sendable {
  /// Where it lies.
  package let path: String
  private let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    (self.path, self.descriptor) = (path, descriptor)
  }

  /// Unlocked by name: a child that is just being started has a copy of the descriptor, which would keep
  /// the lock until it has become another program.
  deinit {
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Puts `bytes` in the place of what the file at `path` holds, at once or not at all, and takes hold
  /// of it; they are on disk when this returns, and may be read by their owner only (mode 0600).
  ///
  /// - Parameters:
  ///   - bytes: the new content.
  ///   - path: the file; its folder must be there.
  /// - Returns: the file.
  /// - Throws: ``FileError``; the file is then as it was.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) -> HeldFile {
    let (descriptor, temporary) = try FileReplacement.makeTemporary(beside: path)
    // Before it has its name, so that nobody finds it without a holder.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    do throws(FileError) {
      try FileReplacement.write(bytes, to: descriptor, temporary)
      guard fsync(descriptor) == 0, PathCalls.rename(temporary, to: path) == 0 else {
        throw FileError(path: path, errno: errno)
      }
    } catch {
      PathCalls.unlink(temporary)
      close(descriptor)
      throw FileError(path: path, reason: error.reason)
    }
    Folder.sync(FilePath.folder(of: path))
    return HeldFile(path: path, descriptor: descriptor)
  }

  /// Takes hold of the file at `path`.
  ///
  /// - Returns: `nil` where it is gone, or another process or object has hold of it.
  /// - Throws: ``FileError``; also for what is no file of this user's own, as a link.
  package static func claim(_ path: String) throws(FileError) -> HeldFile? {
    // Opening a pipe would wait for who writes to it.
    let descriptor = PathCalls.open(
      path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw FileError(path: path, errno: errno)
    }
    let file = HeldFile(path: path, descriptor: descriptor)
    var held = stat()
    guard fstat(descriptor, &held) == 0, held.st_mode & S_IFMT == S_IFREG,
      held.st_uid == geteuid()
    else { throw FileError(path: path, reason: .notAFile) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return nil }
    // Who had hold of it may have put another in its place meanwhile.
    guard let named = PathCalls.linkStatus(of: path), named.st_dev == held.st_dev,
      named.st_ino == held.st_ino
    else { return nil }
    return file
  }

  /// What the file holds.
  ///
  /// - Parameter limit: the most bytes that it may have.
  /// - Returns: all of its bytes.
  /// - Throws: ``FileError``.
  package func bytes(limit: Int) throws(FileError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, errno: errno) }
    let size = Int(status.st_size)
    guard size <= limit else { throw FileError(path: path, reason: .tooLong(limit: limit)) }
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + filled }, size - filled, off_t(filled))
      }
      guard count != 0 else { break }
      if count > 0 {
        filled += count
      } else if errno != EINTR {
        throw FileError(path: path, errno: errno)
      }
    }
    bytes.removeLast(size - filled)
    return bytes
  }

  /// Takes the file away.
  package func remove() {
    PathCalls.unlink(path)
    Folder.sync(FilePath.folder(of: path))
  }
}
