import Annotations
import Glibc
import Interface
import Platform

extension StoreError: UserFacingError {
  /// What is wrong and what to do, in no language yet: the reason first, as a line may be cut.
  package var phrase: Phrase {
    switch self {
    case .noHome: Phrase(.storeNoHome)
    case .cannotMakeFolder(let path, let number):
      Phrase(.storeNoFolder, .path(path), Self.reason(number))
    case .cannotOpen(let path, let number):
      Phrase(.storeUnopened, .path(path), Self.reason(number))
    case .tooLong(let path, let limit):
      FileError(path: path, reason: .tooLong(limit: limit)).phrase
    case .readOnly(let path): Phrase(.storeReadOnly, .path(path))
    case .diskFull(let path): Phrase(.storeDiskFull, .path(path))
    case .damaged(let path): Phrase(.storeDamaged, .path(path))
    case .newerSchema(let path, let found, let known):
      Phrase(.storeNewer, .path(path), .number(found), .number(known))
    case .busy(let path): Phrase(.storeBusy, .path(path))
    case .unknownChange(let path): Phrase(.storeUnknownChange, .path(path))
    case .unknownAnnotation(let path): Phrase(.storeUnknownAnnotation, .path(path))
    case .notInText: Phrase(.storeNotInText)
    case .noStore(let path): Phrase(.storeIsNone, .path(path))
    case .exists(let path): Phrase(.storeExists, .path(path))
    case .failed(let path, let code, let message):
      Phrase(.storeFailed, .path(path), .word(message), .number(Int(code)))
    }
  }

  /// 65 for a store that cannot be understood, 75 for one that others use for too long, else 73: no
  /// place to read or write.
  package var exitCode: Int32 {
    switch self {
    case .damaged, .newerSchema, .unknownChange, .unknownAnnotation, .notInText, .tooLong,
      .noStore:
      EX_DATAERR
    case .busy: EX_TEMPFAIL
    case .noHome, .cannotMakeFolder, .cannotOpen, .readOnly, .diskFull, .exists, .failed:
      EX_CANTCREAT
    }
  }

  private static func reason(_ number: Int32) -> Phrase.Argument {
    number == 0 ? .phrase(Phrase(.reasonUnknown)) : .system(number)
  }
}
