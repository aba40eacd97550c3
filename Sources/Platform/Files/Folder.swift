import Glibc

/// Making and listing of folders.
package enum Folder {
  /// Makes the folder `path` and those above it where they are missing, for their owner only
  /// (mode 0700), and puts their names on disk.
  ///
  /// - Throws: ``FileError``; with `ENOTDIR` where something else has that name.
  package static func make(_ path: String) throws(FileError) {
    if let status = PathCalls.status(of: path) {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw FileError(path: path, reason: .system(ENOTDIR))
      }
      return
    }
    guard errno == ENOENT else { throw FileError(path: path, reason: .system(errno)) }
    let parent = FilePath.folder(of: path)
    if parent != path { try make(parent) }
    // Another process may have been faster.
    guard PathCalls.makeFolder(path, S_IRWXU) == 0 || errno == EEXIST else {
      throw FileError(path: path, reason: .system(errno))
    }
    sync(parent)
  }

  /// Whether the names of what lies in the folder `path` may be read; `errno` tells why not.
  package static func canBeListed(_ path: String) -> Bool {
    let descriptor = PathCalls.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }

  /// The names of what lies in the folder `path`, in no order; none where it cannot be read.
  package static func names(in path: String) -> [String] {
    guard let folder = FilePath.withBytes(of: path, { opendir($0) }) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        FilePath.string(Array($0.prefix { $0 != 0 }))
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// Puts the names in the folder `path` on disk, where its file system can.
  package static func sync(_ path: String) {
    let descriptor = PathCalls.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
