import ArabicText
import Documents
import ReaderRuntime

/// Files that exist in a test alone and change when it says so.
final class FakeFiles: ArticleFiles {
  private struct File {
    var text: String
    var identity: FileIdentity
  }

  /// Whether hashes are left out when files are loaded, as of very large ones.
  var leavesHashesOut = false
  private var files: [String: File] = [:]
  private var writes: UInt64 = 0

  /// Puts `text` into the file at `path`.
  func write(_ text: String, to path: String) {
    writes += 1
    files[path] = File(
      text: text, identity: FileIdentity(number: writes, size: Int64(text.utf8.count)))
  }

  /// Writes the same text once more.
  func touch(_ path: String) { if let file = files[path] { write(file.text, to: path) } }

  /// Takes the file away.
  func remove(_ path: String) { files[path] = nil }

  func load(_ source: ArticleSource, encoding: String?) -> Result<Document, DocumentError> {
    guard let path = source.path else { return .success(.sample) }
    guard let file = files[path] else { return .failure(.missing(path)) }
    guard !file.text.isEmpty else { return .failure(.empty(path)) }
    let text = DecodedText(file.text)
    return .success(
      Document(
        text: text, name: source.name, path: path,
        contentHash: leavesHashesOut ? nil : DocumentLoader.contentHash(of: text)))
  }

  func identity(ofFile path: String) -> FileIdentity? { files[path]?.identity }
}
