import Glibc
import Platform

/// A file of what is convenient to find again and lost without harm.
struct StateFile {
  /// The most bytes that it may have, far more than is ever kept.
  private static let limit = 4 << 20

  /// The path of the file, in the user's folder for such things; `nil` without a home.
  let path: String?

  /// The file called `name`.
  init(_ name: String, environment: [String: String] = ProcessEnvironment.variables) {
    path = UserFolder.state.path(of: name, environment)
  }

  /// Its lines; none where there is no file.
  ///
  /// - Throws: `FileError` where it cannot be read or is too long.
  func lines() throws(FileError) -> [Substring] {
    guard let path else { return [] }
    do {
      return try WholeFile.text(of: path, limit: Self.limit).split(separator: "\n")
    } catch  where error.reason == .missing {
      return []
    }
  }

  /// Adds a line; programs that run at the same time do not hurt each other's lines.
  func append(_ line: String) {
    guard let path, (try? Folder.make(FilePath.folder(of: path))) != nil else { return }
    // A pipe in its place would wait for a reader.
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK
    let file = PathCalls.open(path, flags, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    try? FileReplacement.write(Array((line + "\n").utf8), to: file, path)
  }

  /// Puts `text` in the place of what it holds, at once or not at all.
  func replace(with text: String) {
    guard let path, (try? Folder.make(FilePath.folder(of: path))) != nil else { return }
    try? FileReplacement.replace(path, with: text, isDurable: false)
  }
}
