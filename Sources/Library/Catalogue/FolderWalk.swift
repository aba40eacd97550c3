import Dispatch
import Synchronization

/// A look through a folder beside other work: asking the system for thousands of files takes as long as a query.
package final class FolderWalk: Sendable {
  private let found = Mutex<[FolderScan.File]>([])
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins to look through `root`.
  package init(_ root: String) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let files = FolderScan(root).files
      found.withLock { $0 = files }
      isDone.signal()
    }
  }

  /// The files, which are waited for.
  var files: [FolderScan.File] {
    isDone.wait()
    isDone.signal()
    return found.withLock { $0 }
  }
}
