import Glibc

/// Looks from time to time whether a file has been changed by another program.
///
/// By what `stat` tells rather than by inotify: that works on every file system, and tells of a file
/// that was put in its place under the same name as well.
struct FileWatch {
  /// What has happened to the file.
  enum Change {
    /// Its content may be another.
    case changed
    /// There is no file of that name any more.
    case gone
  }

  private struct Identity: Equatable {
    var device: dev_t
    var number: ino_t
    var size: off_t
    var seconds: Int
    var nanoseconds: Int

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, number, size) = (status.st_dev, status.st_ino, status.st_size)
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
  }

  private let path: String
  private var known: Identity?
  /// What was found at the last look, where it is another.
  private var candidate: (file: Identity?, isSet: Bool) = (nil, false)

  /// Watches the file at `path`, as it is now.
  init(path: String) {
    self.path = path
    known = Identity(path)
  }

  /// How long to wait before the next look: shorter while the file is being written.
  var patience: Duration { candidate.isSet ? .milliseconds(150) : .seconds(1) }

  /// What has happened since the last change that was told; told once it has lasted from one look to
  /// the next, so that a file is not read while it is being written.
  mutating func change() -> Change? {
    let now = Identity(path)
    guard now != known else {
      candidate = (nil, false)
      return nil
    }
    guard candidate.isSet, candidate.file == now else {
      candidate = (now, true)
      return nil
    }
    candidate = (nil, false)
    known = now
    return now == nil ? .gone : .changed
  }
}
