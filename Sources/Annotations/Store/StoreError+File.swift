import Platform

extension StoreError {
  /// The failure of a file or folder beside the database.
  package init(_ error: FileError) {
    if case .tooLong(let limit) = error.reason {
      self = .tooLong(path: error.path, limit: limit)
    } else {
      self =
        error.isDiskFull
        ? .diskFull(path: error.path) : .cannotOpen(path: error.path, errno: error.number)
    }
  }
}

extension FolderLock {
  /// Runs `body` under a lock on the folder in which `path` lies; the names in it are on disk after
  /// work that nobody else could see.
  package static func held<Result>(
    _ kind: Kind, folderOf path: String, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let lock: FolderLock
    do throws(FileError) { lock = try FolderLock(kind, folderOf: path) } catch {
      throw StoreError(error)
    }
    defer {
      if kind == .exclusive { lock.sync() }
      lock.release()
    }
    return try body()
  }
}
