import Glibc
import Platform

/// A note in a file of its own, for an editor, in TMPDIR or `/tmp`; only its owner may read it.
struct NoteFile {
  /// Where it lies.
  let path: String

  /// Writes `text` into a new file.
  ///
  /// - Throws: `FileError`.
  init(_ text: String) throws(FileError) {
    var folder = ProcessEnvironment.variables["TMPDIR"] ?? ""
    if !folder.hasPrefix("/") || access(folder, W_OK | X_OK) != 0 { folder = "/tmp" }
    let file: Int32
    (file, path) = try Descriptor.temporaryFile(in: folder, prefix: "rawi-note-")
    defer { close(file) }
    do throws(FileError) {
      try FileReplacement.write(Array(text.utf8), to: file, path)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// What the file holds now.
  ///
  /// - Throws: `FileError` where it cannot be read, or is no note because of its size.
  func text() throws(FileError) -> String { try WholeFile.text(of: path, limit: 16 << 20) }

  /// Removes the file.
  func remove() { unlink(path) }
}
