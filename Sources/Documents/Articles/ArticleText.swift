import ArabicText

/// The text of a file with several articles in JSON.
package struct ArticleText: Sendable {
  /// The JSON.
  package var text: String
  /// Whether what was packed is cut or damaged, so that some are missing or wrong.
  package var isDamaged: Bool
  private let field: String?
  /// Whether each line is known to be an article.
  private let isLines: Bool

  /// The articles, one after the other.
  package var articles: ListedArticles {
    ListedArticles(text, field: field, areLines: isLines)
  }

  /// The text in `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: a file, packed or not.
  ///   - name: what it is called.
  ///   - encoding: its charset; `nil` where that is to be recognised.
  ///   - field: the member that holds the text of an article; `nil` for one of the usual names.
  ///   - isLines: whether they are known to be JSON Lines.
  /// - Returns: the text; `nil` where they hold no list of articles.
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*) where it is packed or a list, O(1) else.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, encoding: String?, field: String?,
    isLines: Bool = false
  ) throws(DocumentError) -> ArticleText? {
    let told = SourceFormat(bytes, name: name, field: field)
    guard let format = isLines && told != .packed && told != .container ? .jsonl : told else {
      return nil
    }
    guard bytes.count <= format.longest else { throw .overLimit(name, limit: format.longest) }
    switch format {
    case .jsonl:
      let text = try text(of: bytes, name, encoding)
      let list = ArticleText(text: text, isDamaged: false, field: field, isLines: isLines)
      return isLines || list.articles.areList ? list : nil
    case .packed:
      if !isLines, try !holdsList(packed: bytes, name, field) { return nil }
      var isCut = false
      let inside = try PackedFile.unpacked(bytes, name: name, isCut: &isCut)
      let isWrong = isCut || PackedFile.hasWrongSum(bytes, of: inside)
      var list = try read(
        inside.bytes, name: name, encoding: encoding, field: field, isLines: isLines)
      list?.isDamaged = isWrong
      return list
    case .container:
      guard let file = try Container.onlyFile(in: bytes, name: name) else { return nil }
      let inside = ByteBuffer(copying: file.bytes)
      return try read(
        inside.bytes, name: file.name, encoding: encoding, field: field, isLines: isLines)
    default: return nil
    }
  }

  /// How much of what is packed tells its format, in bytes.
  private static let judgedBytes = 1 << 16

  /// Whether what is packed in `bytes` begins as a list does.
  private static func holdsList(
    packed bytes: UnsafeBufferPointer<UInt8>, _ name: String, _ field: String?
  ) throws(DocumentError) -> Bool {
    var isCut = false
    let start = try PackedFile.unpacked(bytes, name: name, most: judgedBytes, isCut: &isCut)
    return SourceFormat(start.bytes, name: name, field: field) == .jsonl
  }

  private static func text(
    of bytes: UnsafeBufferPointer<UInt8>, _ name: String, _ encoding: String?
  ) throws(DocumentError) -> String {
    let charset = try DocumentLoader.charset(of: bytes, name, encoding)
    let body = UnsafeBufferPointer(rebasing: bytes.dropFirst(charset.byteOrderMarkLength))
    if charset.isUTF8 { return String(decoding: body, as: UTF8.self) }
    let converted = try CharsetConverter.convert(body, from: charset)
    return String(decoding: converted.bytes, as: UTF8.self)
  }
}
