import Glibc
import Platform

/// The files of one database, as the file system has them.
struct StoreFile {
  /// The path of the database file, symbolic links followed.
  let path: String
  /// Which file lies there; `nil` where there is none.
  private let identity: Identity?
  /// Whether the last process to use the file did not close it, or another has it open now.
  let isInUse: Bool

  /// What SQLite puts beside the file while it is open: write-ahead log, rollback journal, and the
  /// shared index of the log.
  private static let logs = ["-wal", "-journal"]
  private static let index = "-shm"

  /// Looks at the file `path`.
  init(_ path: String) {
    self.path = FilePath.real(path) ?? path
    identity = Identity(self.path)
    isInUse = identity != nil && Self.logs.contains { [path = self.path] in Self.exists(path + $0) }
  }

  /// Whether a log holds changes that are not in the file itself.
  var hasLog: Bool {
    Self.logs.contains { name in
      var status = stat()
      return stat(path + name, &status) == 0 && status.st_size > 0
    }
  }

  /// The path of its write-ahead log.
  var log: String { path + Self.logs[0] }

  /// Whether there is a rollback journal.
  var hasJournal: Bool { Self.exists(path + Self.logs[1]) }

  /// Whether the shared index of a log lies beside it.
  var hasIndex: Bool { Self.exists(path + Self.index) }

  /// Renames the damaged file, with its logs, to `PATH.damaged-N` with the first number that is free.
  ///
  /// Where several processes find the damage at once, the first to come here renames the file and the
  /// others leave the new one alone.
  ///
  /// - Returns: the new path, or `nil` where another process has put a new file in its place already.
  func setAside() throws(StoreError) -> String? {
    try FolderLock.held(.exclusive, folderOf: path) { () throws(StoreError) in
      guard identity == Identity(path) else { return nil }
      return try rename(toFreeNameAfter: path + ".damaged-")
    }
  }

  private func rename(toFreeNameAfter prefix: String) throws(StoreError) -> String {
    // The file itself last: while it has its name, none of its logs is taken for another's.
    let names = Self.logs + [Self.index, ""]
    var number = 1
    while names.contains(where: { Self.exists("\(prefix)\(number)\($0)") }) { number += 1 }
    let target = "\(prefix)\(number)"
    for name in names where Self.exists(path + name) {
      guard Glibc.rename(path + name, target + name) == 0 else {
        throw .cannotOpen(path: path + name, errno: errno)
      }
    }
    return target
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// What tells one file from another of the same name.
  private struct Identity: Hashable {
    let device: dev_t
    let number: ino_t

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, number) = (status.st_dev, status.st_ino)
    }
  }
}
