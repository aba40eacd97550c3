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
      Self.size(of: path + name) > 0
    }
  }

  /// The empty file beside a store that says that there is one, so that a store of which nothing is left
  /// is told from a new one: to SQLite a file without a byte, or with one, is a new database.
  private var mark: String { path + ".made" }

  /// Says that the file is a store from now on.
  func markAsMade() {
    guard !Self.exists(mark) else { return }
    let descriptor = PathCalls.open(
      mark, O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)
    // Without the mark, only such a loss goes unseen.
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether nothing is left of a store: the file is empty, and has a mark, or a log that is not.
  ///
  /// A file that another process is just making is waited for.
  ///
  /// - Throws: ``StoreError`` where that cannot be seen.
  func isEmptied() throws(StoreError) -> Bool {
    guard looksEmptied else { return false }
    // Who makes a store shares this lock until it has its tables.
    return try FolderLock.held(.exclusive, folderOf: path) { looksEmptied }
  }

  private var looksEmptied: Bool {
    guard let status = PathCalls.status(of: path), status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= 1
    else { return false }
    // A database has its first page before it has a write-ahead log.
    return status.st_size == 1 || Self.exists(mark) || Self.size(of: log) > 0
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
      guard PathCalls.rename(path + name, to: target + name) == 0 else {
        throw .cannotOpen(path: path + name, errno: errno)
      }
    }
    return target
  }

  private static func exists(_ path: String) -> Bool {
    PathCalls.linkStatus(of: path) != nil
  }

  private static func size(of path: String) -> Int {
    PathCalls.status(of: path).map { Int($0.st_size) } ?? 0
  }

  /// What tells one file from another of the same name.
  private struct Identity: Hashable {
    let device: dev_t
    let number: ino_t

    init?(_ path: String) {
      guard let status = PathCalls.status(of: path) else { return nil }
      (device, number) = (status.st_dev, status.st_ino)
    }
  }
}
