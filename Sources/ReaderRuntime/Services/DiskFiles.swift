import ArabicText
import Dispatch
import Documents
import Glibc
import Library
import Platform

/// The articles on disk.
///
/// Every file is read on a thread of its own: of what the system calls a regular file, too, nobody knows
/// how long that takes, as of a network that has gone or of a log of the kernel.
package struct DiskFiles: ArticleFiles {
  typealias Read =
    @Sendable (ArticleSource, String?, Extent, DocumentLoader.Kinds) ->
    Result<Document, DocumentError>
  typealias Status = @Sendable (_ path: String) -> stat?

  /// How long a key waits for a file, before it is shown when it has come.
  private let keyWait: Duration
  private let read: Read
  private let pending = PendingLoads()
  private let statuses: StatusCalls

  /// The file system of this machine, from which texts come with the lines of a paragraph joined where
  /// `wrapped` says so.
  package init(wrapped: HardWrap.Choice = .no) {
    self.init(keyWait: .milliseconds(200)) { DiskFiles.read($0, $1, $2, $3, wrapped) }
  }

  /// The file system of this machine, or what `read` gives for it.
  init(
    keyWait: Duration, read: @escaping Read = { DiskFiles.read($0, $1, $2, $3, .no) },
    status: @escaping Status = { PathCalls.status(of: $0) }
  ) {
    self.keyWait = keyWait
    self.read = read
    statuses = StatusCalls(wait: keyWait, status)
  }

  package func load(
    _ source: ArticleSource, encoding: String?, extent: Extent
  ) -> Result<Document, DocumentError> {
    guard let path = source.path else { return read(source, encoding, extent, .regular) }
    let load = begin(source, encoding, extent, .regular)
    if let result = load.wait(atMost: keyWait) { return result }
    pending.keep(load, of: source)
    return .failure(.slow(path))
  }

  /// Loads the article of `source`, which may be a stream, and waits for all of it.
  package func loadWaiting(
    _ source: ArticleSource, encoding: String?, extent: Extent = .article
  ) -> Result<Document, DocumentError> {
    read(source, encoding, extent, .anyStream)
  }

  package func beginLoading(
    _ source: ArticleSource, encoding: String?, extent: Extent,
    then take: @escaping @Sendable (Result<Document, DocumentError>) -> Void
  ) {
    (pending.take(source) ?? begin(source, encoding, extent, .anyStream)).give(to: take)
  }

  /// Reads on a thread of its own, which may wait for ever and does not keep the program from ending.
  private func begin(
    _ source: ArticleSource, _ encoding: String?, _ extent: Extent, _ kinds: DocumentLoader.Kinds
  ) -> PendingLoad {
    let load = PendingLoad()
    DispatchQueue(label: "rawi.file", qos: .userInitiated).async { [read] in
      load.end(read(source, encoding, extent, kinds))
    }
    return load
  }

  private static func read(
    _ source: ArticleSource, _ encoding: String?, _ extent: Extent, _ kinds: DocumentLoader.Kinds,
    _ wrapped: HardWrap.Choice
  ) -> Result<Document, DocumentError> {
    Result { () throws(DocumentError) in
      switch source {
      case .file(let path):
        try DocumentLoader.load(
          path: path, encoding: encoding, extent: extent, kinds: kinds, wrapped: wrapped)
      case .item(let number, let path, let hash):
        try item(number, of: path, hash, encoding, extent, wrapped)
      case .standardInput:
        try DocumentLoader.load(
          encoding: encoding, extent: extent, wrapped: wrapped)
      case .sample: .sample
      case .room(let name): throw .missing(name)
      }
    }
  }

  private static func item(
    _ number: Int, of path: String, _ hash: String?, _ encoding: String?, _ extent: Extent,
    _ wrapped: HardWrap.Choice
  ) throws(DocumentError) -> Document {
    let whole = try DocumentLoader.load(
      path: path, encoding: encoding, extent: extent, kinds: .regular, wrapped: wrapped)
    let listed = FolderFiles.article(number + 1, in: whole, at: path)
    if let listed, hash == nil || listed.contentHash == hash { return listed }
    // The file may be another by now: articles have come before this one, or it has gone.
    let place = FolderFiles.articles(in: whole).firstIndex { $0.contentHash == hash }
    guard let place, let article = FolderFiles.article(place + 1, in: whole, at: path) else {
      throw .gone(path)
    }
    return article
  }

  package func isStream(_ source: ArticleSource) -> Bool {
    var status = stat()
    switch source {
    case .file(let path):
      guard let answer = statuses.answer(path) else { return true }
      guard let named = answer.status else { return false }
      status = named
    case .standardInput: guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    case .item, .sample, .room: return false
    }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  package func condition(ofFile path: String) -> FileCondition {
    guard let answer = statuses.answer(path) else { return .unknown }
    guard let status = answer.status, status.st_mode & S_IFMT == S_IFREG else { return .gone }
    return .there(
      FileIdentity(
        device: UInt64(status.st_dev), number: UInt64(status.st_ino), size: Int64(status.st_size),
        modified: .seconds(status.st_mtim.tv_sec) + .nanoseconds(status.st_mtim.tv_nsec)))
  }
}
