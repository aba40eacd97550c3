import Glibc

/// The folder in which the program keeps what it must not lose.
///
/// Follows the XDG Base Directory Specification, version 0.8.
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
    if let data = Self.absolutePath(environment["XDG_DATA_HOME"]) {
      path = data + "/rawi"
    } else if let home = Self.absolutePath(environment["HOME"]) {
      path = home + "/.local/share/rawi"
    } else {
      throw .noHome
    }
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
    try Self.makeFolder(path)
    guard access(path, W_OK | X_OK) == 0 else { throw .readOnly(path: path) }
  }

  private static func makeFolder(_ path: String) throws(StoreError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .cannotMakeFolder(path: path, errno: ENOTDIR)
      }
      return
    }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/") else {
      throw .cannotMakeFolder(path: path, errno: errno)
    }
    let parent = String(path[..<slash])
    if !parent.isEmpty { try makeFolder(parent) }
    // Another process may have been faster.
    guard mkdir(path, S_IRWXU) == 0 || errno == EEXIST else {
      throw .cannotMakeFolder(path: path, errno: errno)
    }
    sync(folder: parent.isEmpty ? "/" : parent)
  }

  /// Puts the names in the folder `path` on disk; where the file system cannot, that is its matter.
  private static func sync(folder path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// `value` without slashes at its end, or `nil` unless it is an absolute path.
  private static func absolutePath(_ value: String?) -> Substring? {
    guard var path = value?[...], path.hasPrefix("/") else { return nil }
    while path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
