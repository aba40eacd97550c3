import EntityModel
import Glibc
import Interface

extension ModelError: UserFacingError {
  /// What is wrong and what helps, as part of a sentence that names the file.
  package var phrase: Phrase {
    switch self {
    case .wrongMagic: Phrase(.modelIsNone)
    case .unsupportedVersion(let version): Phrase(.modelVersion, .number(Int(version)))
    case .wrongShape: Phrase(.modelShape)
    case .wrongLength(let expected, let found):
      Phrase(.modelLength, .number(found), .number(expected))
    case .wrongChecksum: Phrase(.modelChecksum)
    case .wrongTeacher(let expected, let found):
      Phrase(.modelTeacher, .text(found.checksumText), .text(expected.checksumText))
    }
  }

  /// 65: the data are wrong.
  package var exitCode: Int32 { EX_DATAERR }
}
