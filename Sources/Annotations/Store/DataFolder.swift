import Glibc
import Platform

/// The folder in which the program keeps what it must not lose.
///
/// Lies in ``Platform/UserFolder/data``.
package struct DataFolder: Hashable, Sendable {
  /// The absolute path of the folder, without a slash at its end.
  package let path: String

  /// The folder `rawi` in the user's data folder, which nothing is looked up or made in.
  ///
  /// That is XDG_DATA_HOME, or HOME with `/.local/share` where the former is not set, empty or not an
  /// absolute path.
  ///
  /// - Parameter environment: the variables XDG_DATA_HOME and HOME.
  /// - Throws: ``StoreError/noHome``.
  package init(environment: [String: String]) throws(StoreError) {
    guard let data = UserFolder.data.path(environment) else { throw .noHome }
    path = data + "/rawi"
  }

  /// The folder `path`, as it is.
  package init(path: String) {
    self.path = path
  }

  /// The path of the annotation store.
  package var annotations: String { path + "/annotations.sqlite" }

  /// Makes the folder, and those above it, where they are missing, for their owner only (mode 0700).
  ///
  /// - Throws: ``StoreError/cannotMakeFolder(path:errno:)``, or ``StoreError/readOnly(path:)`` where
  ///   it is there and may not be written.
  package func make() throws(StoreError) {
    do throws(FileError) { try Folder.make(path) } catch {
      throw .cannotMakeFolder(path: error.path, errno: error.number)
    }
    guard PathCalls.allows(path, W_OK | X_OK) else { throw .readOnly(path: path) }
  }
}
