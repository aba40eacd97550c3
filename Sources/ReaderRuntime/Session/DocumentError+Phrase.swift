import Documents
import Glibc
import Interface

extension DocumentError {
  /// What is wrong and what to do, in no language yet.
  package var phrase: Phrase {
    let name = Phrase.Argument.word(shownName ?? "")
    return switch self {
    case .missing: Phrase(.fileMissing, name)
    case .folder: Phrase(.fileIsFolder, name)
    case .notPermitted: Phrase(.fileNotPermitted, name)
    case .unreadable(_, let number): Phrase(.fileUnopened, name, .reason(number))
    case .empty: Phrase(.fileEmpty, name)
    case .binary(_, let format?): Phrase(.fileHasFormat, name, .word(format))
    case .binary(_, nil): Phrase(.fileIsBinary, name)
    case .tooLong: Phrase(.fileTooLong, name, .number(DocumentError.longestStream >> 20))
    case .unknownEncoding: Phrase(.charsetUnknown, name)
    case .terminal: Phrase(.noInput)
    case .failed(_, let number): Phrase(.readFailed, name, .reason(number))
    }
  }
}

extension Phrase.Argument {
  /// What the system says of an `errno`.
  package static func reason(_ number: Int32) -> Self {
    .word(String(cString: strerror(number)))
  }
}
