import Glibc

/// Writing of files whole: a reader finds the old content or the new one, never a part.
package enum FileReplacement {
  /// Puts `bytes` in the place of what the file at `path` holds, at once or not at all.
  ///
  /// They are written to a new file of a name that no other program has, in the same folder, which
  /// then takes the name `path` (rename(2)). Where `path` is a symbolic link the file that it leads to
  /// is replaced and the link stays. The permissions of a file that was there are kept; a new one may
  /// be read by its owner only.
  ///
  /// Of two programs that replace a file at once the later wins. What is read, changed and written
  /// back needs a ``FolderLock`` around all three.
  ///
  /// - Parameters:
  ///   - path: the file; its folder must be there.
  ///   - bytes: the new content.
  ///   - isDurable: whether the content and the name are on disk before this returns, so that a loss
  ///     of power cannot take them back.
  /// - Throws: ``FileError``; the file is then as it was.
  package static func replace(
    _ path: String, with bytes: [UInt8], isDurable: Bool
  ) throws(FileError) {
    let target = FilePath.real(path) ?? path
    let (descriptor, temporary) = try makeTemporary(beside: target)
    do throws(FileError) {
      defer { close(descriptor) }
      try keepPermissions(of: target, descriptor)
      try write(bytes, to: descriptor, temporary)
      guard !isDurable || fsync(descriptor) == 0 else { throw FileError(path: path, errno: errno) }
    } catch {
      PathCalls.unlink(temporary)
      throw FileError(path: path, reason: error.reason)
    }
    guard PathCalls.rename(temporary, to: target) == 0 else {
      let number = errno
      PathCalls.unlink(temporary)
      throw FileError(path: path, errno: number)
    }
    if isDurable { Folder.sync(FilePath.folder(of: target)) }
  }

  /// Puts `text` in the place of what the file at `path` holds, as ``replace(_:with:isDurable:)``.
  ///
  /// - Throws: ``FileError``; the file is then as it was.
  package static func replace(
    _ path: String, with text: String, isDurable: Bool
  ) throws(FileError) {
    try replace(path, with: Array(text.utf8), isDurable: isDurable)
  }

  /// Writes all of `bytes` to an open file, which an error calls `path`.
  ///
  /// - Throws: ``FileError``; a part may have been written then.
  package static func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw FileError(path: path, errno: errno)
      }
    }
  }

  /// A new empty file beside `path`: `.NAME.` and twelve random letters.
  static func makeTemporary(
    beside path: String
  ) throws(FileError) -> (descriptor: Int32, path: String) {
    let folder = FilePath.folder(of: path)
    let name = FilePath.name(of: path)
    while true {
      let letters = String(UInt64.random(in: 0..<1 << 60) | 1 << 60, radix: 32).dropFirst()
      let temporary = FilePath.join(folder, ".\(name).\(letters)")
      let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC
      let descriptor = PathCalls.open(temporary, flags, S_IRUSR | S_IWUSR)
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST || errno == EINTR else { throw FileError(path: path, errno: errno) }
    }
  }

  private static func keepPermissions(
    of path: String, _ descriptor: Int32
  ) throws(FileError) {
    guard let status = PathCalls.status(of: path) else { return }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, reason: .notAFile) }
    guard fchmod(descriptor, status.st_mode & 0o777) == 0 else {
      throw FileError(path: path, errno: errno)
    }
  }
}
