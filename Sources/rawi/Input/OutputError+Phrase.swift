import Glibc
import Interface

extension OutputError: UserFacingError {
  /// What is wrong, in no language yet.
  var phrase: Phrase { Phrase(.outputFailed, .system(number)) }

  /// 74: writing failed.
  var exitCode: Int32 { EX_IOERR }
}
