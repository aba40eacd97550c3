import Glibc
import Platform

/// The files in a folder and in those below, with what tells whether they have changed.
///
/// What begins with a dot is left out, and so are links to folders and to files that are there by themselves. What
/// is no file, as a pipe, a link to nowhere or a folder that may not be looked into, is one that cannot be read.
struct FolderScan: Sendable {
  /// A file.
  struct File: Hashable, Sendable {
    /// Its path from the folder that is looked through.
    var path: String
    /// How many bytes it has.
    var size: Int64
    /// When it was changed last, in nanoseconds since 1970.
    var changed: Int64
  }

  /// A file, whose path ends in `paths` at `end` and begins where that of the file before ends.
  private struct Entry {
    var end: Int
    var size: Int64
    var changed: Int64
  }

  /// The path of the folder itself, where it may not be looked into.
  static let itself = "."

  private let root: String
  private var paths: [UInt8] = []
  private var entries: [Entry] = []
  /// What tells these files, as they are, from others, in whichever order they came.
  private(set) var listing = Listing()

  /// The files, folder by folder.
  ///
  /// - Complexity: O(*n*): each path is made a string.
  var files: [File] {
    var start = 0
    return entries.map { entry in
      defer { start = entry.end }
      return File(
        path: FilePath.string(paths[start..<entry.end]), size: entry.size, changed: entry.changed)
    }
  }

  /// Looks through `root`; a folder that may not be looked into is there as a file that cannot be read.
  ///
  /// - Complexity: O(*n*) in the files, a system call each: 10,000 take 20 ms where they are in memory.
  init(_ root: String) {
    self.root = root
    let descriptor = PathCalls.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 {
      look(into: descriptor, below: [])
    } else if let status = PathCalls.status(of: root) {
      add([], Self.itself.utf8, status)
    }
  }

  /// The files `names` of the folder `root`; one that is not there cannot be read, and what else is no file is left
  /// out.
  ///
  /// - Complexity: O(*n*) in the names.
  init(_ root: String, only names: [String]) {
    self.root = root
    for name in names {
      let status = PathCalls.status(of: FilePath.join(root, name))
      if let status, status.st_mode & S_IFMT != S_IFREG { continue }
      add([], FilePath.bytes(of: name), status ?? stat())
    }
  }

  private mutating func add(
    _ prefix: [UInt8], _ name: some Collection<UInt8>, _ status: stat
  ) {
    let (size, time) = (Int64(status.st_size), status.st_mtim)
    let changed = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    let start = paths.count
    paths += prefix
    paths += name
    entries.append(Entry(end: paths.count, size: size, changed: changed))
    listing.add(paths[start...], size, changed)
  }

  /// Looks into the folder open at `descriptor`, which is closed.
  private mutating func look(into descriptor: Int32, below prefix: [UInt8]) {
    guard let folder = fdopendir(descriptor) else {
      close(descriptor)
      return
    }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          if name[0] != 0x2E { take(name, in: descriptor, below: prefix) }
        }
      }
    }
  }

  private mutating func take(
    _ name: UnsafePointer<CChar>, in folder: Int32, below prefix: [UInt8]
  ) {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    // Of a link to nowhere its own stays.
    if isLink { _ = fstatat(folder, name, &status, 0) }
    let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name))
    switch status.st_mode & S_IFMT {
    case S_IFDIR where !isLink:
      let inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      if inner >= 0 {
        look(into: inner, below: prefix + bytes + [0x2F])
      } else {
        add(prefix, bytes, status)
      }
    case S_IFDIR: break
    default:
      if isLink, leadsInside(prefix + bytes) { return }
      add(prefix, bytes, status)
    }
  }

  /// Whether the link at `path` leads to what is looked through by itself.
  private func leadsInside(_ path: [UInt8]) -> Bool {
    guard let place = FilePath.real(FilePath.join(root, FilePath.string(path[...]))),
      let folder = FilePath.real(root), place.hasPrefix(folder == "/" ? folder : folder + "/")
    else { return false }
    return !place.dropFirst(folder.count).split(separator: "/").contains { $0.hasPrefix(".") }
  }
}
