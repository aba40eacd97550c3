import Glibc
import Platform

/// A note in a file of its own, for an editor, in TMPDIR or `/tmp`; only its owner may read it.
struct NoteFile {
  /// Where it lies.
  let path: String

  private static let prefix = "rawi-note-"

  /// The file at `path`, which another reader has written; `nil` for what has no name of a note, since the
  /// file is taken away once it was read.
  init?(at path: String) {
    guard path.split(separator: "/").last?.hasPrefix(Self.prefix) == true else { return nil }
    self.path = path
  }

  /// Writes `text` into a new file.
  ///
  /// - Throws: `FileError`.
  init(_ text: String) throws(FileError) {
    var folder = ProcessEnvironment.variables["TMPDIR"] ?? ""
    if !folder.hasPrefix("/") || !PathCalls.allows(folder, W_OK | X_OK) { folder = "/tmp" }
    let file: Int32
    (file, path) = try Descriptor.temporaryFile(in: folder, prefix: Self.prefix)
    defer { close(file) }
    do throws(FileError) {
      try FileReplacement.write(Array(text.utf8), to: file, path)
    } catch {
      PathCalls.unlink(path)
      throw error
    }
  }

  /// What the file holds now.
  ///
  /// - Throws: `FileError` where it cannot be read, or is no note because of its size.
  func text() throws(FileError) -> String { try WholeFile.text(of: path, limit: 16 << 20) }

  /// What an editor that did not end as it should has saved last; `nil` where that is nothing.
  ///
  /// Without the line break that editors put at the end.
  var saved: String? {
    guard let text = try? text(), !text.isEmpty else { return nil }
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Whether a process has the file on its command line.
  var isOpenInEditor: Bool {
    guard PathCalls.allows(path, F_OK) else { return false }
    return Folder.names(in: "/proc").contains { process in
      guard process.first?.isNumber == true,
        let command = try? WholeFile.bytes(of: "/proc/\(process)/cmdline", limit: 1 << 20)
      else { return false }
      return command.split(separator: 0).contains { $0.elementsEqual(path.utf8) }
    }
  }

  /// Removes the file.
  func remove() { PathCalls.unlink(path) }
}
