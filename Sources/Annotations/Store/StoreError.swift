import Glibc

/// Why annotations cannot be read or kept.
///
/// After any of these a document can still be read; what was confirmed before is still on disk.
package enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Neither XDG_DATA_HOME nor HOME names a folder.
  case noHome
  /// The folder `path` cannot be made; `errno` says why.
  case cannotMakeFolder(path: String, errno: Int32)
  /// The file `path` cannot be opened; `errno` says why, 0 where the system gave no reason.
  case cannotOpen(path: String, errno: Int32)
  /// The file or folder `path` may not be written.
  case readOnly(path: String)
  /// The disk or the quota that holds `path` is full; the change was not made.
  case diskFull(path: String)
  /// The content of `path` is not what was written; the next opening will set the file aside.
  case damaged(path: String)
  /// `path` was written by a later version of the program; it was not touched.
  case newerSchema(path: String, found: Int, known: Int)
  /// Another process kept `path` locked for longer than a change may wait; the change was not made.
  case busy(path: String)
  /// There is a file `path` already, which is not written over.
  case exists(path: String)
  /// Another failure: SQLite's extended result code and message.
  case failed(path: String, code: Int32, message: String)

  /// What is wrong and what to do, in one line: the reason first, as a line may be cut.
  package var description: String {
    switch self {
    case .noHome:
      "no place to keep annotations: set HOME or XDG_DATA_HOME to a folder of yours"
    case .cannotMakeFolder(let path, let number):
      "cannot make a folder (\(Self.reason(number))): \(path); make it yourself, "
        + "or set XDG_DATA_HOME to a folder that you can write"
    case .cannotOpen(let path, let number):
      "cannot open it (\(Self.reason(number))): \(path); check that it is a file of yours"
    case .readOnly(let path):
      "cannot write \(path): make it and its folder writable, "
        + "or set XDG_DATA_HOME to a folder that you can write"
    case .diskFull(let path):
      "no room left to write \(path): free some space and try again"
    case .damaged(let path):
      "damaged: \(path); start again, and the file will be set aside"
    case .newerSchema(let path, let found, let known):
      "written by a later version (format \(found), this one knows \(known)): \(path); install that "
        + "version, or set XDG_DATA_HOME to another folder"
    case .busy(let path):
      "in use by another program: \(path); close it and try again"
    case .exists(let path):
      "there is a file \(path) already: give another name, or move it away"
    case .failed(let path, let code, let message):
      "\(message) (SQLite code \(code)): \(path)"
    }
  }

  private static func reason(_ number: Int32) -> String {
    number == 0 ? "unknown reason" : String(cString: strerror(number))
  }
}
