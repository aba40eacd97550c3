import Documents
import Interface

extension SilenceNotice {
  /// Says on standard error that the file at `path` gives nothing.
  static func told(of path: String) -> SilenceNotice {
    SilenceNotice { Failure.tell(Phrase(.waitingForFile, .path(path))) }
  }
}
