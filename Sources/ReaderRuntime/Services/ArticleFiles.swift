import ArabicText
import Documents
import Glibc
import Platform

/// The file system, as far as articles lie in it.
package protocol ArticleFiles {
  /// Loads the article of `source`.
  ///
  /// - Parameters:
  ///   - source: where it comes from.
  ///   - encoding: the name of its charset; `nil` where it is to be recognised.
  /// - Returns: the article, or why it cannot be loaded.
  func load(_ source: ArticleSource, encoding: String?) -> Result<Document, DocumentError>
  /// The file at `path` as it is now; `nil` where there is none.
  func identity(ofFile path: String) -> FileIdentity?
}

/// What tells a file from another, and from itself after it was written to.
///
/// By what `stat` tells rather than by inotify: that works on every file system, and tells of a file
/// that was put in its place under the same name as well.
package struct FileIdentity: Hashable, Sendable {
  /// The device and the number of the file on it.
  package var device: UInt64
  package var number: UInt64
  /// Its length in bytes.
  package var size: Int64
  /// When it was written to last, since 1970.
  package var modified: Duration

  /// The file `number` of `device`.
  package init(device: UInt64 = 0, number: UInt64, size: Int64, modified: Duration = .zero) {
    (self.device, self.number, self.size, self.modified) = (device, number, size, modified)
  }
}

/// The articles on disk.
package struct DiskFiles: ArticleFiles {
  /// The file system of this machine.
  package init() {}

  package func load(
    _ source: ArticleSource, encoding: String?
  ) -> Result<Document, DocumentError> {
    Result { () throws(DocumentError) in
      switch source {
      case .file(let path): try DocumentLoader.load(path: path, encoding: encoding)
      case .standardInput: try DocumentLoader.load(encoding: encoding)
      case .sample: .sample
      }
    }
  }

  package func identity(ofFile path: String) -> FileIdentity? {
    var status = stat()
    guard FilePath.withBytes(of: path, { stat($0, &status) }) == 0 else { return nil }
    return FileIdentity(
      device: UInt64(status.st_dev), number: UInt64(status.st_ino), size: Int64(status.st_size),
      modified: .seconds(status.st_mtim.tv_sec) + .nanoseconds(status.st_mtim.tv_nsec))
  }
}
