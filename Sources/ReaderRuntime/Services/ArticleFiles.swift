import ArabicText
import Documents

/// The file system, as far as articles lie in it.
package protocol ArticleFiles {
  /// Loads the article of `source`, without waiting for anybody: of files, regular ones alone.
  ///
  /// - Parameters:
  ///   - source: where it comes from.
  ///   - encoding: the name of its charset; `nil` where it is to be recognised.
  ///   - extent: the article in it, or the whole page.
  /// - Returns: the article, or why it cannot be loaded: `DocumentError.slow` where that takes longer
  ///   than a key may wait, and ``beginLoading(_:encoding:extent:then:)`` goes on with it.
  func load(
    _ source: ArticleSource, encoding: String?, extent: Extent
  ) -> Result<Document, DocumentError>
  /// Whether `source` is a stream, for which ``beginLoading(_:encoding:extent:then:)`` is made: a pipe,
  /// a device, or what lies in a file system that does not say in time what it is.
  func isStream(_ source: ArticleSource) -> Bool
  /// Loads the article of `source` beside the program, however long somebody takes to write it.
  ///
  /// - Parameters:
  ///   - source: where it comes from.
  ///   - encoding: as for ``load(_:encoding:extent:)``.
  ///   - extent: likewise.
  ///   - take: gets the article, or why it cannot be loaded, on whatever thread; never called where the
  ///     stream does not end.
  func beginLoading(
    _ source: ArticleSource, encoding: String?, extent: Extent,
    then take: @escaping @Sendable (Result<Document, DocumentError>) -> Void)
  /// How the file at `path` is now; waits no longer than a key may.
  func condition(ofFile path: String) -> FileCondition
}

/// How a file is found.
package enum FileCondition: Hashable, Sendable {
  /// It is a regular file.
  case there(FileIdentity)
  /// There is no regular file of that name.
  case gone
  /// The file system has not said so far, as one of a network that is away.
  case unknown
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
