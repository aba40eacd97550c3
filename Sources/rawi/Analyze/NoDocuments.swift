import Glibc
import Interface
import ReaderRuntime

/// Folders without a file to analyse.
struct NoDocuments: UserFacingError {
  /// What was named.
  var places: [String]

  /// What is wrong and what to do, in no language yet.
  var phrase: Phrase { Phrase(.folderWithoutFiles, .path(places.joined(separator: " "))) }

  /// 66: there is nothing to read.
  var exitCode: Int32 { EX_NOINPUT }
}
