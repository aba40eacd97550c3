import ArabicText

extension ExchangeFormat {
  /// Reads annotations of `text` from the content of a file, of what kind it ever is; what does not fit
  /// is refused item by item.
  ///
  /// - Parameters:
  ///   - content: the content of the file.
  ///   - text: the article.
  ///   - unit: what offsets count, where a person says so.
  /// - Returns: what fits, and what does not.
  /// - Throws: ``ExchangeError``.
  package static func readAny(
    _ content: String, of text: AnchoredText, unit: OffsetUnit? = nil
  ) throws(ExchangeError) -> ImportResult {
    try read(content, of: text, as: nil, unit: unit)
  }

  /// As ``readAny(_:of:unit:)``, of a file that is to be of this format.
  ///
  /// - Throws: ``ExchangeError``; ``ExchangeError/looksLike(_:asked:)`` for one of another format.
  package func read(
    _ content: String, of text: AnchoredText, unit: OffsetUnit? = nil
  ) throws(ExchangeError) -> ImportResult {
    guard isReadable else { throw .notReadable(self) }
    return try Self.read(content, of: text, as: self, unit: unit)
  }

  private static func read(
    _ content: String, of text: AnchoredText, as asked: ExchangeFormat?, unit: OffsetUnit?
  ) throws(ExchangeError) -> ImportResult {
    let source = try ImportSource(content)
    if let asked, source.kind.format != asked { throw .looksLike(source.kind, asked: asked) }
    let file = source.file(of: text)
    let placer = ItemPlacer(
      text, texts: file.texts, unit: unit ?? source.kind.unit, isCertain: unit != nil)
    let bound = ImportBound(
      bytes: content.utf8.count, items: file.entries.count, of: text)
    return ImportResult(file, of: text, by: placer, within: bound)
  }
}
