import CSQLite
import Glibc

extension StoreError {
  /// The error that SQLite's result `code` stands for, extended or not.
  ///
  /// `errno` is that of the system call that failed, 0 where none did; SQLite's `message` serves for
  /// what has no case of its own. The codes are explained at <https://www.sqlite.org/rescode.html>.
  init(code: Int32, errno: Int32, message: String, path: String) {
    switch (code & 0xFF, errno) {
    // Of the reasons why a write can fail SQLite knows only ENOSPC, and not for every file.
    case (SQLITE_FULL, _), (SQLITE_IOERR, ENOSPC), (SQLITE_IOERR, EDQUOT), (SQLITE_IOERR, EFBIG),
      (SQLITE_CANTOPEN, ENOSPC), (SQLITE_CANTOPEN, EDQUOT):
      self = .diskFull(path: path)
    case (SQLITE_READONLY, _), (SQLITE_IOERR, EROFS),
      (SQLITE_CANTOPEN, EROFS), (SQLITE_CANTOPEN, EACCES), (SQLITE_CANTOPEN, EPERM):
      self = .readOnly(path: path)
    case (SQLITE_CANTOPEN, _):
      self = .cannotOpen(path: path, errno: errno)
    case (SQLITE_CORRUPT, _), (SQLITE_NOTADB, _):
      self = .damaged(path: path)
    case (SQLITE_BUSY, _), (SQLITE_LOCKED, _):
      self = .busy(path: path)
    default:
      self = .failed(path: path, code: code, message: message)
    }
  }
}

extension StoreError {
  /// Whether it may be the content of the file that is not what was written.
  package var isOfContent: Bool { if case .damaged = self { true } else { isOfStatement } }

  /// Whether a statement was refused, which is wrong itself, or asks for tables that are not there any more, or
  /// met values in them that cannot be.
  package var isOfStatement: Bool {
    guard case .failed(_, let code, _) = self else { return false }
    return [SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_FORMAT, SQLITE_TOOBIG]
      .contains(code & 0xFF)
  }
}
