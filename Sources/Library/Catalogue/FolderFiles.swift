import Glibc
import Platform

/// The files of a folder of articles.
package enum FolderFiles {
  /// Whether `path` is a folder, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    PathCalls.status(of: path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  /// The paths of the files in the folder `root` and in those below, the one that was changed last first.
  ///
  /// What begins with a dot and links to folders are left out.
  ///
  /// - Complexity: O(*n* log *n*) in the files.
  package static func newestFirst(in root: String) -> [String] {
    FolderScan(root).files.sorted { ($0.changed, $1.path) > ($1.changed, $0.path) }
      .map { FilePath.join(root, $0.path) }
  }
}
