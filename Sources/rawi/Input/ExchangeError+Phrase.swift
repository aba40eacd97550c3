import Annotations
import Glibc
import Interface

extension ExchangeError: UserFacingError {
  /// What is wrong and what to do, in no language yet.
  package var phrase: Phrase {
    switch self {
    case .notOfFormat(let format, let reason):
      Phrase(.formatDiffers, .word(format.rawValue), .word(reason))
    case .notReadable(let format): Phrase(.formatIsForPeople, .word(format.rawValue))
    }
  }

  /// 65: the data are wrong.
  package var exitCode: Int32 { EX_DATAERR }
}

extension AnnotationFile.UnknownFormat: UserFacingError {
  /// What is wrong and what to do, in no language yet.
  var phrase: Phrase { Phrase(.formatUnknown, .path(path)) }

  /// 65: the data are wrong.
  var exitCode: Int32 { EX_DATAERR }
}
