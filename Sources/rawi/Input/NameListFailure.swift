import ArabicAnalysis
import ArabicText
import Glibc
import Interface
import Platform

/// Why the list that `--names` gives cannot be used.
enum NameListFailure: Error {
  /// The file cannot be read.
  case unreadable(FileError)
  /// A line of the file at `path` cannot be used.
  case line(path: String, UserNamesError)
}

extension NameListFailure: UserFacingError {
  /// What is wrong and what to do, in no language yet.
  var phrase: Phrase {
    switch self {
    case .unreadable(let error): Phrase(.namesUnread, .path(error.path), error.reason.argument)
    case .line(let path, let error) where error.kind.isEmpty:
      Phrase(.namesWithoutKind, .path(path), .number(error.line))
    case .line(let path, let error):
      Phrase(.namesUnknownKind, .path(path), .number(error.line), .path(error.kind))
    }
  }

  /// 66 for a file that cannot be read, 65 for a mistake in it.
  var exitCode: Int32 {
    if case .unreadable = self { EX_NOINPUT } else { EX_DATAERR }
  }
}
