import Glibc

/// Why a file or folder cannot be read or written.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is in the way.
  package enum Reason: Hashable, Sendable {
    /// There is no file of that name.
    case missing
    /// There is something of that name that is no file: a folder, a pipe, a device.
    case notAFile
    /// The file has more than `limit` bytes.
    case tooLong(limit: Int)
    /// A system call failed with this `errno`.
    case system(Int32)
  }

  /// The path of the file or folder.
  package var path: String
  /// What is in the way.
  package var reason: Reason

  /// A failure with `path`.
  package init(path: String, reason: Reason) {
    (self.path, self.reason) = (path, reason)
  }

  /// The failure of a system call on `path`, by its `errno`.
  package init(path: String, errno number: Int32) {
    self.init(
      path: path, reason: number == ENOENT || number == ENOTDIR ? .missing : .system(number))
  }

  /// The `errno` that says the same.
  package var number: Int32 {
    switch reason {
    case .missing: ENOENT
    case .notAFile: EINVAL
    case .tooLong: EFBIG
    case .system(let number): number
    }
  }

  /// Whether the disk or the quota is full.
  package var isDiskFull: Bool { number == ENOSPC || number == EDQUOT }

  /// What is in the way, in English, as the end of a sentence.
  package var problem: String {
    switch reason {
    case .missing: "there is no such file"
    case .notAFile: "it is no file, but a folder, a pipe or a device"
    case .tooLong(let limit): "it has more than \(limit >> 10) KiB"
    case .system(let number): String(cString: strerror(number))
    }
  }

  /// The path and what is in the way, in English.
  package var description: String { "\(FilePath.shown(path)): \(problem)" }
}
