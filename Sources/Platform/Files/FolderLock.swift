import Glibc

/// A lock on a folder, by which processes agree on who may change the files in it.
///
/// Advisory (flock(2)): it binds those who ask for it. It ends with ``release()``, and with the process.
package struct FolderLock: Sendable {
  /// Who may hold the lock at the same time.
  package enum Kind: Hashable, Sendable {
    /// Others who share it.
    case shared
    /// Nobody else.
    case exclusive
  }

  private let descriptor: Int32

  /// Takes the lock on the folder in which `path` lies, and waits for it as long as others hold it.
  ///
  /// - Throws: ``FileError`` where there is no such folder, or, for an exclusive lock, where its file
  ///   system has no locks; a shared one is taken for granted there.
  package init(_ kind: Kind, folderOf path: String) throws(FileError) {
    descriptor = PathCalls.open(
      FilePath.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
    let isTaken = kind == .shared ? flock(descriptor, LOCK_SH) : flock(descriptor, LOCK_EX)
    guard isTaken == 0 || kind == .shared else {
      let number = errno
      close(descriptor)
      throw FileError(path: path, errno: number)
    }
  }

  /// Gives the lock back.
  package func release() {
    // By name, as a child that is just being started has a copy of the descriptor.
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Puts the names in the folder on disk, where its file system can.
  package func sync() { fsync(descriptor) }
}
