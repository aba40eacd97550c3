import ArabicText
import Glibc
import Platform

/// A file or stream as it was read, of which a document is to be made, or a list of articles.
package struct ReadFile: ~Copyable {
  private enum Content: ~Copyable {
    case bytes(ByteSource)
    /// By a person's own program.
    case converted(Document)
  }

  private let content: Content
  private let name: String
  private let path: String?
  private let encoding: String?
  private let extent: Extent

  /// Reads the file at `path`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - encoding: the charset by a name that `iconv` knows; without it, the charset is detected from the
  ///     bytes. With it, bytes that look binary are accepted.
  ///   - extent: what of it is to be read, where it is in another format than plain text.
  ///   - kinds: what it may be besides a regular file.
  ///   - limit: the most bytes that it may have; `nil` for an article, which may be of any length.
  ///   - silence: whom to tell where a stream gives nothing.
  /// - Throws: ``DocumentError``.
  package init(
    _ path: String, encoding: String? = nil, extent: Extent = .article,
    kinds: DocumentLoader.Kinds = .anyStream, limit: Int? = nil, silence: SilenceNotice? = nil
  ) throws(DocumentError) {
    content = try Self.content(path, encoding, extent, kinds, limit: limit, silence)
    (name, self.path, self.encoding, self.extent) = (path, path, encoding, extent)
  }

  private static func content(
    _ path: String, _ encoding: String?, _ extent: Extent, _ kinds: DocumentLoader.Kinds,
    limit: Int?, _ silence: SilenceNotice?
  ) throws(DocumentError) -> Content {
    try check(encoding)
    // Opening a FIFO that nobody writes to would wait for ever.
    let descriptor = FilePath.withBytes(of: path) {
      open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    }
    guard descriptor >= 0 else { throw DocumentError(opening: path, errno) }
    defer { close(descriptor) }
    var status = stat()
    if fstat(descriptor, &status) == 0 {
      let type = status.st_mode & S_IFMT
      if kinds == .regular, type != S_IFREG, type != S_IFDIR { throw .notAFile(path) }
      if let limit, type == S_IFREG, status.st_size > limit {
        throw .overLimit(path, limit: limit)
      }
      if type == S_IFIFO || type == S_IFCHR {
        SilenceNotice.wait(for: descriptor, telling: silence)
      }
    }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    if isRegular, let converter = extent.converter(of: path) {
      return .converted(try ConvertedDocument.read(path, by: converter, extent))
    }
    return .bytes(
      try ByteSource(
        descriptor: descriptor, name: path, limit: limit, refusesBinary: encoding == nil,
        extent: extent, waits: !isRegular))
  }

  /// Reads what is piped into the program.
  ///
  /// - Parameters:
  ///   - descriptor: where to read.
  ///   - encoding: as for a file.
  ///   - extent: as for a file.
  ///   - begun: what was read of it already.
  /// - Throws: ``DocumentError``; ``DocumentError/terminal`` where it is the keyboard.
  package init(
    standardInput descriptor: Int32, encoding: String? = nil, extent: Extent = .article,
    begun: [UInt8] = []
  ) throws(DocumentError) {
    try Self.check(encoding)
    let name = "standard input"
    // Of a file it is read once more.
    let isAgain = !begun.isEmpty && lseek(descriptor, off_t(-begun.count), SEEK_CUR) >= 0
    content = .bytes(
      try ByteSource(
        descriptor: descriptor, name: name, refusesBinary: encoding == nil, extent: extent,
        begun: isAgain ? [] : begun))
    (self.name, path, self.encoding, self.extent) = (name, nil, encoding, extent)
  }

  private static func check(_ encoding: String?) throws(DocumentError) {
    if let encoding, !Charset(encoding).isKnown { throw .unknownEncoding(encoding) }
  }

  /// The document of all that it holds.
  ///
  /// - Parameter wrapped: whether lines that were broken at one width are joined.
  /// - Returns: the document; `Document.contentHash` is set unless the file is mapped.
  /// - Throws: ``DocumentError``.
  package consuming func document(
    wrapped: HardWrap.Choice = .no
  ) throws(DocumentError) -> Document {
    let (name, path, encoding, extent) = (name, path, encoding, extent)
    var document: Document
    switch consume content {
    case .converted(let converted): document = converted
    case .bytes(let source):
      document = try DocumentLoader.document(of: source, name: name, encoding, extent, wrapped)
    }
    if let path {
      document.name = DocumentLoader.shownName(ofFile: path)
      document.path = path
    }
    return document
  }

  /// The articles in JSON that it holds, packed or not, in any charset; `nil` where it holds no list of them, and
  /// where one stands alone, in no array.
  ///
  /// - Parameter isLines: whether it is known to be JSON Lines.
  /// - Returns: the articles.
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*) where it holds any, O(1) else.
  package borrowing func list(isLines: Bool = false) throws(DocumentError) -> ArticleText? {
    guard extent.part != .plainText else { return nil }
    switch content {
    case .converted: return nil
    case .bytes(let source):
      return try source.withBytes { bytes throws(DocumentError) in
        try ArticleText.read(
          bytes, name: name, encoding: encoding, field: extent.field, isLines: isLines)
      }
    }
  }
}
