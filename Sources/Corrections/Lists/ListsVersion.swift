import Annotations
import Glibc
import Platform

/// What tells the lists on disk from what they are after somebody has written to them.
///
/// By what the file system tells of their files: a list is replaced whole, so that another version of it
/// is another file, and one that is written to by hand has another time or length.
package struct ListsVersion: Hashable, Sendable {
  private struct File: Hashable {
    var number: UInt64
    var size: Int64
    var seconds: Int
    var nanoseconds: Int
  }

  /// Those of all lists, in their order; `nil` where there is no file.
  private var files: [File?]

  /// Where there are no lists at all.
  package static let none = ListsVersion(files: [])

  private init(files: [File?]) { self.files = files }

  /// The lists in `folder` as they are now.
  ///
  /// - Complexity: O(1), no list is read.
  package init(in folder: DataFolder) {
    files = UserList.allCases.map { list in
      PathCalls.status(of: UserListFile(list, in: folder).path).map { status in
        File(
          number: UInt64(status.st_ino), size: Int64(status.st_size),
          seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
      }
    }
  }
}
