import Glibc
import Interface
import Platform

extension OutputError: UserFacingError {
  /// What is wrong, in no language yet.
  package var phrase: Phrase { Phrase(.outputFailed, .system(number)) }

  /// 74: writing failed.
  package var exitCode: Int32 { EX_IOERR }
}
