import Glibc

/// A disk of a few bytes over a folder, which the superuser may mount.
package struct Volume {
  private let path: String

  /// Whether this process may mount one.
  package static var isAvailable: Bool {
    guard getuid() == 0, let folder = try? TemporaryFolder(),
      let volume = try? Volume(on: folder, bytes: 65536)
    else { return false }
    volume.unmount()
    return true
  }

  /// A disk of `bytes` over `folder`.
  package init(on folder: TemporaryFolder, bytes: Int) throws {
    path = folder.path
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(bytes)") == 0 else {
      throw FileProblem(call: "mount", number: errno)
    }
  }

  /// Lets nothing be written on it, or lets it again.
  package func setReadOnly(_ isReadOnly: Bool) throws {
    let flags = UInt(MS_REMOUNT) | (isReadOnly ? UInt(MS_RDONLY) : 0)
    guard mount("tmpfs", path, "tmpfs", flags, nil) == 0 else {
      throw FileProblem(call: "mount", number: errno)
    }
  }

  /// Writes into `name` until there is no room left.
  package func fill(_ name: String) {
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    var block = [UInt8](repeating: 1, count: 4096)
    while write(file, &block, block.count) > 0 {}
  }

  /// Takes it away with all that is on it.
  package func unmount() { umount2(path, Int32(MNT_DETACH)) }
}
