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
    case .notInText: Phrase(.storeNotInText)
    case .exists(let path): Phrase(.storeExists, .path(path))
    case .failed(let path, let code, let message):
      Phrase(.storeFailed, .path(path), .word(message), .number(Int(code)))
    }
  }

  /// 73: no place to write.
  package var exitCode: Int32 { EX_CANTCREAT }

  private static func reason(_ number: Int32) -> Phrase.Argument {
    number == 0 ? .phrase(Phrase(.reasonUnknown)) : .system(number)
  }
}
