import CSQLite
import Glibc
import Platform

extension Database {
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
      throw error
    }
    guard fsync(descriptor) == 0 else { throw .cannotOpen(path: path, errno: errno) }
  }

  /// A number that differs from that of an earlier call if another connection has changed the file in
  /// between.
  var dataVersion: Int64 {
    get throws(StoreError) { try rows("PRAGMA data_version") { $0.integer(0) }.first ?? 0 }
  }
}
