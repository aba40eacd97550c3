import Glibc
import Platform

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
  /// The file `path` has more than `limit` bytes, the most that is read of it.
  case tooLong(path: String, limit: Int)
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
  /// A change in the journal of `path` is not in a form that this version knows; nothing was undone or
  /// done again.
  case unknownChange(path: String)
  /// An annotation in `path` is not in a form that this version knows; none was changed.
  case unknownAnnotation(path: String)
  /// The passage of an annotation does not lie in its text, or cuts a letter; nothing was changed.
  case notInText
  /// There is a file `path` already, which is not written over.
  case exists(path: String)
  /// The file `path` is no store of annotations.
  case noStore(path: String)
  /// Another failure: SQLite's extended result code and message.
  case failed(path: String, code: Int32, message: String)

  /// What is wrong, in English, for logs; the message for a person says more.
  package var description: String {
    switch self {
    case .noHome: "no home: neither XDG_DATA_HOME nor HOME names a folder"
    case .cannotMakeFolder(let path, let number):
      "\(path): the folder cannot be made: \(Self.reason(number))"
    case .cannotOpen(let path, let number): "\(path): cannot be opened: \(Self.reason(number))"
    case .tooLong(let path, let limit):
      FileError(path: path, reason: .tooLong(limit: limit)).description
    case .readOnly(let path): "\(path): may not be written"
    case .diskFull(let path): "\(path): no room left"
    case .damaged(let path): "\(path): damaged"
    case .newerSchema(let path, let found, let known):
      "\(path): format \(found), the newest known is \(known)"
    case .busy(let path): "\(path): in use by another program"
    case .unknownChange(let path): "\(path): the record of the last change cannot be read"
    case .unknownAnnotation(let path): "\(path): an annotation cannot be read"
    case .notInText: "the passage is not in the text"
    case .noStore(let path): "\(path): is no store of annotations"
    case .exists(let path): "\(path): is there already"
    case .failed(let path, let code, let message): "\(path): \(message) (SQLite code \(code))"
    }
  }

  /// The file or folder that it is about; `nil` where it is about none.
  package var path: String? {
    switch self {
    case .noHome, .notInText: nil
    case .cannotMakeFolder(let path, _), .cannotOpen(let path, _), .tooLong(let path, _),
      .readOnly(let path), .diskFull(let path), .damaged(let path), .newerSchema(let path, _, _),
      .busy(let path), .unknownChange(let path), .unknownAnnotation(let path), .exists(let path),
      .noStore(let path), .failed(let path, _, _):
      path
    }
  }

  private static func reason(_ number: Int32) -> String {
    number == 0 ? "unknown reason" : String(cString: strerror(number))
  }
}
