import Dispatch
import Synchronization

/// A look through a folder beside other work: asking the system for thousands of files takes as long as a query.
package final class FolderWalk: Sendable {
  private let found = Mutex<FolderScan?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins to look through `root`.
  package init(_ root: String) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let scan = FolderScan(root)
      found.withLock { $0 = scan }
      isDone.signal()
    }
  }

  /// What was found, which is waited for.
  var scan: FolderScan? {
    isDone.wait()
    isDone.signal()
    return found.withLock { $0 }
  }
}
