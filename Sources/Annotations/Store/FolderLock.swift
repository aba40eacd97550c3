import Glibc

/// A lock on a folder, by which processes agree on who may rename the files in it.
///
/// Advisory: it binds those who ask for it. It ends with `body`, and with the process.
enum FolderLock {
  /// Runs `body` while no process runs one that holds the lock alone.
  ///
  /// On a file system without such locks it is taken for granted.
  static func shared<Result>(
    folderOf path: String, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let folder = try open(folderOf: path)
    defer { close(folder) }
    flock(folder, LOCK_SH)
    return try body()
  }

  /// Runs `body` while no process runs another under this lock, and puts the folder's names on disk.
  static func exclusive<Result>(
    folderOf path: String, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let folder = try open(folderOf: path)
    defer { close(folder) }
    guard flock(folder, LOCK_EX) == 0 else { throw .cannotOpen(path: path, errno: errno) }
    defer { fsync(folder) }
    return try body()
  }

  private static func open(folderOf path: String) throws(StoreError) -> Int32 {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, errno: errno) }
    return descriptor
  }
}
