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
  /// How often it was asked which file lies at a path.
  var identities = 0
  private var files: [String: File] = [:]
  private var writes: UInt64 = 0

  /// Puts `text` into the file at `path`.
  func write(_ text: String, to path: String) {
    writes += 1
    files[path] = File(
      text: text, identity: FileIdentity(number: writes, size: Int64(text.utf8.count)))
  }

  /// Writes `text` behind what the file at `path` holds.
  func append(_ text: String, to path: String) {
    guard let file = files[path] else { return }
    let whole = file.text + text
    let identity = FileIdentity(number: file.identity.number, size: Int64(whole.utf8.count))
    files[path] = File(text: whole, identity: identity)
  }

  /// Writes the same text once more.
  func touch(_ path: String) { if let file = files[path] { write(file.text, to: path) } }

  /// Takes the file away.
  func remove(_ path: String) { files[path] = nil }

  func load(
    _ source: ArticleSource, encoding: String?, extent: Extent
  ) -> Result<Document, DocumentError> {
    guard let path = source.path else { return .success(.sample) }
    if slow.contains(path) { return .failure(.slow(path)) }
    guard let file = files[path] else { return .failure(.missing(path)) }
    guard !file.text.isEmpty else { return .failure(.empty(path)) }
    let text = DecodedText(file.text)
    return .success(
      Document(
        text: text, name: source.name, path: path,
        contentHash: leavesHashesOut ? nil : DocumentLoader.contentHash(of: text)))
  }

  /// The paths of files that are not read in time; they come as pipes do.
  var slow: Set<String> = []
  /// The paths of pipes, which give their text when it is written.
  var pipes: Set<String> = []
  private var waiting: [(path: String, take: @Sendable (Result<Document, DocumentError>) -> Void)] =
    []

  func isStream(_ source: ArticleSource) -> Bool { source.path.map(pipes.contains) ?? false }

  func beginLoading(
    _ source: ArticleSource, encoding: String?, extent: Extent,
    then take: @escaping @Sendable (Result<Document, DocumentError>) -> Void
  ) {
    waiting.append((source.path ?? "", take))
  }

  /// How many pipes are waited for.
  var awaited: Int { waiting.count }

  /// Writes `text` into the pipe at `path`, which ends then; `nil` where nothing is readable in it.
  func finishPipe(_ path: String, with text: String?) {
    for pipe in waiting where pipe.path == path {
      pipe.take(
        text.map {
          .success(Document(text: DecodedText($0), name: String(path.dropFirst()), path: path))
        } ?? .failure(.binary(path, format: nil)))
    }
    waiting.removeAll { $0.path == path }
  }

  /// The paths that lie in a file system which does not answer.
  var silent: Set<String> = []

  func condition(ofFile path: String) -> FileCondition {
    identities += 1
    if silent.contains(path) { return .unknown }
    return files[path].map { .there($0.identity) } ?? .gone
  }
}
