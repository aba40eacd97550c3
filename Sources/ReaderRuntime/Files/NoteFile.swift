import CursesTerminal
import Glibc

/// A note in a file of its own, for an editor, in TMPDIR or `/tmp`; only its owner may read it.
struct NoteFile {
  /// Where it lies.
  let path: String

  /// Writes `text` into a new file; `nil` where that cannot be done.
  init?(_ text: String) {
    var folder = ProcessEnvironment.variables["TMPDIR"] ?? ""
    if !folder.hasPrefix("/") || access(folder, W_OK | X_OK) != 0 { folder = "/tmp" }
    var template = Array("\(folder)/rawi-note-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    defer { close(file) }
    path = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    let bytes = Array(text.utf8)
    guard write(file, bytes, bytes.count) == bytes.count else {
      unlink(path)
      return nil
    }
  }

  /// What the file holds now; `nil` where it cannot be read.
  var text: String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Removes the file.
  func remove() { unlink(path) }
}
