import Glibc

/// System calls on paths.
///
/// Each takes its path to the system by its bytes (``FilePath/withBytes(of:_:)``), and returns and sets
/// `errno` as the call of its name does.
package enum PathCalls {
  /// open(2).
  package static func open(_ path: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
    FilePath.withBytes(of: path) { Glibc.open($0, flags, mode) }
  }

  /// stat(2); `nil` where it fails.
  package static func status(of path: String) -> stat? {
    var status = stat()
    return FilePath.withBytes(of: path) { stat($0, &status) } == 0 ? status : nil
  }

  /// lstat(2), which follows no link; `nil` where it fails.
  package static func linkStatus(of path: String) -> stat? {
    var status = stat()
    return FilePath.withBytes(of: path) { lstat($0, &status) } == 0 ? status : nil
  }

  /// access(2), as whether it succeeds.
  package static func allows(_ path: String, _ mode: Int32) -> Bool {
    FilePath.withBytes(of: path) { access($0, mode) } == 0
  }

  /// rename(2).
  package static func rename(_ path: String, to target: String) -> Int32 {
    FilePath.withBytes(of: path) { path in
      FilePath.withBytes(of: target) { Glibc.rename(path, $0) }
    }
  }

  /// unlink(2).
  @discardableResult
  package static func unlink(_ path: String) -> Int32 {
    FilePath.withBytes(of: path) { Glibc.unlink($0) }
  }

  /// mkdir(2).
  package static func makeFolder(_ path: String, _ mode: mode_t) -> Int32 {
    FilePath.withBytes(of: path) { mkdir($0, mode) }
  }

  /// rmdir(2).
  @discardableResult
  package static func removeFolder(_ path: String) -> Int32 {
    FilePath.withBytes(of: path) { rmdir($0) }
  }
}
