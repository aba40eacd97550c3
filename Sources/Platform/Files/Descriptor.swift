import CPlatform
import Glibc

/// New descriptors that no child process gets, not even one that another thread starts at that moment.
package enum Descriptor {
  /// A pipe.
  ///
  /// - Parameter blocks: whether reading waits for something to be there, and writing for room.
  /// - Returns: its ends; `nil` with `errno` set where the process has no descriptors left.
  package static func pipe(blocks: Bool = true) -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard rawi_pipe(&ends, blocks ? 0 : O_NONBLOCK) == 0 else { return nil }
    return (ends[0], ends[1])
  }

  /// A file in memory that has no name.
  ///
  /// - Throws: ``FileError``.
  package static func unnamedFile() throws(FileError) -> Int32 {
    let file = rawi_unnamed_file()
    guard file >= 0 else { throw FileError(path: "", errno: errno) }
    return file
  }

  /// A new file in `folder` whose name begins with `prefix`; only its owner may read it.
  ///
  /// - Throws: ``FileError``.
  package static func temporaryFile(
    in folder: String, prefix: String
  ) throws(FileError) -> (descriptor: Int32, path: String) {
    var template = (FilePath.bytes(of: "\(folder)/\(prefix)XXXXXX") + [0]).map(CChar.init)
    let file = rawi_temporary_file(&template)
    guard file >= 0 else { throw FileError(path: folder, errno: errno) }
    let path = template.dropLast().map { UInt8(bitPattern: $0) }
    return (file, FilePath.string(path))
  }
}
