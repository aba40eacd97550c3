import CSQLite
import Glibc
import Platform

extension Database {
  /// SQLITE_IOERR_WRITE, as of a file that may not grow.
  private static let writeFailed = SQLITE_IOERR | 3 << 8

  /// Writes a copy into the new file `path` (SQLite, `VACUUM INTO`).
  func copy(to path: String) throws(StoreError) {
    // Made here first, so that nothing is ever written over, and only the owner may read it.
    let descriptor = PathCalls.open(
      path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? .exists(path: path) : .cannotOpen(path: path, errno: errno)
    }
    defer { close(descriptor) }
    do {
      try run("VACUUM INTO ?", [.path(path)])
    } catch {
      PathCalls.unlink(path)
      // Of the two files it is the new one that is written.
      switch error {
      case .diskFull: throw .diskFull(path: path)
      case .failed(_, let code, _) where code == Self.writeFailed: throw .diskFull(path: path)
      default: throw error
      }
    }
    guard fsync(descriptor) == 0 else { throw .cannotOpen(path: path, errno: errno) }
  }

  /// A number that differs from that of an earlier call if another connection has changed the file in
  /// between.
  var dataVersion: Int64 {
    get throws(StoreError) { try rows("PRAGMA data_version") { $0.integer(0) }.first ?? 0 }
  }
}
