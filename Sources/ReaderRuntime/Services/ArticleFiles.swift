import ArabicText
import Dispatch
import Documents
import Glibc
import Platform

/// The file system, as far as articles lie in it.
package protocol ArticleFiles {
  /// Loads the article of `source`, without waiting for anybody: of files, regular ones alone.
  ///
  /// - Parameters:
  ///   - source: where it comes from.
  ///   - encoding: the name of its charset; `nil` where it is to be recognised.
  /// - Returns: the article, or why it cannot be loaded.
  func load(_ source: ArticleSource, encoding: String?) -> Result<Document, DocumentError>
  /// Whether `source` is a stream, for which ``beginLoading(_:encoding:then:)`` is made: a pipe, a device.
  func isStream(_ source: ArticleSource) -> Bool
  /// Loads the article of `source` beside the program, however long somebody takes to write it.
  ///
  /// - Parameters:
  ///   - source: where it comes from.
  ///   - encoding: as for ``load(_:encoding:)``.
  ///   - take: gets the article, or why it cannot be loaded, on whatever thread; never called where the
  ///     stream does not end.
  func beginLoading(
    _ source: ArticleSource, encoding: String?,
    then take: @escaping @Sendable (Result<Document, DocumentError>) -> Void)
  /// The regular file at `path` as it is now; `nil` where there is none.
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
    load(source, encoding, .regular)
  }

  /// Loads the article of `source`, which may be a stream, and waits for all of it.
  package func loadWaiting(
    _ source: ArticleSource, encoding: String?
  ) -> Result<Document, DocumentError> {
    load(source, encoding, .anyStream)
  }

  private func load(
    _ source: ArticleSource, _ encoding: String?, _ kinds: DocumentLoader.Kinds
  ) -> Result<Document, DocumentError> {
    Result { () throws(DocumentError) in
      switch source {
      case .file(let path):
        try DocumentLoader.load(path: path, encoding: encoding, kinds: kinds)
      case .standardInput: try DocumentLoader.load(encoding: encoding)
      case .sample: .sample
      }
    }
  }

  package func isStream(_ source: ArticleSource) -> Bool {
    var status = stat()
    switch source {
    case .file(let path):
      guard FilePath.withBytes(of: path, { stat($0, &status) }) == 0 else { return false }
    case .standardInput: guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    case .sample: return false
    }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  package func beginLoading(
    _ source: ArticleSource, encoding: String?,
    then take: @escaping @Sendable (Result<Document, DocumentError>) -> Void
  ) {
    // A thread of its own, which may wait for ever and does not keep the program from ending.
    DispatchQueue(label: "rawi.stream", qos: .userInitiated).async {
      take(loadWaiting(source, encoding: encoding))
    }
  }

  package func identity(ofFile path: String) -> FileIdentity? {
    var status = stat()
    guard FilePath.withBytes(of: path, { stat($0, &status) }) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return FileIdentity(
      device: UInt64(status.st_dev), number: UInt64(status.st_ino), size: Int64(status.st_size),
      modified: .seconds(status.st_mtim.tv_sec) + .nanoseconds(status.st_mtim.tv_nsec))
  }
}
