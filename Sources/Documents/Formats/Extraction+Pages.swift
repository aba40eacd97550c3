import ArabicText

extension DocumentLoader {
  /// The text of a page or a feed, whose charset is told by itself, or by what it came in: `outer`.
  ///
  /// - Throws: ``DocumentError``.
  static func page(
    _ bytes: UnsafeBufferPointer<UInt8>, _ format: SourceFormat, _ name: String,
    _ encoding: String?, outer: String?, _ extent: Extent
  ) throws(DocumentError) -> ExtractedText {
    let verdict =
      if let encoding {
        HTMLCharset.Verdict(charset: try charset(of: bytes, name, encoding))
      } else {
        HTMLCharset.detect(bytes, outer: outer)
      }
    let charset = verdict.charset
    let body = UnsafeBufferPointer(rebasing: bytes.dropFirst(charset.byteOrderMarkLength))
    var text: ExtractedText
    if charset.isUTF8 {
      text = try read(body, format, name, extent)
    } else {
      // Of lines that are stored as they are seen the words are turned, and not the markup.
      let converted = try CharsetConverter.convert(body, from: Charset(charset.storedName))
      text = try read(converted, format, name, extent)
      if charset.isVisual { text.turnLines() }
    }
    text.charset = charset
    if format != .feed, isCut(bytes, charset) { text.warn([.endsEarly]) }
    if let refuted = verdict.refuted {
      text.structure.warnings.append(.charset(declared: refuted, used: charset.name))
    }
    return text
  }

  /// Whether a page ends inside of a tag, or of a letter of UTF-8.
  private static func isCut(_ page: UnsafeBufferPointer<UInt8>, _ charset: Charset) -> Bool {
    guard charset.unitLength == 1 else { return page.count % charset.unitLength != 0 }
    let end = Array(page.suffix(2048))
    if charset.isUTF8, lengthWithoutCutLetter(end) < end.count { return true }
    guard let open = end.lastIndex(of: 0x3C), let next = end[open...].dropFirst().first else {
      return false
    }
    return !end[open...].contains(0x3E) && (next == 0x2F || (0x61...0x7A).contains(next | 0x20))
  }

  /// Reads a page that stays as it is until it is read.
  private static func read(
    _ page: borrowing ByteBuffer, _ format: SourceFormat, _ name: String, _ extent: Extent
  ) throws(DocumentError) -> ExtractedText {
    try read(page.bytes, format, name, extent)
  }

  private static func read(
    _ page: UnsafeBufferPointer<UInt8>, _ format: SourceFormat, _ name: String, _ extent: Extent
  ) throws(DocumentError) -> ExtractedText {
    do throws(MarkupParser.Failure) {
      return try format == .feed
        ? FeedDocument.read(page) : HTMLDocument.read(page, format: format, extent)
    } catch {
      throw DocumentError(error, name)
    }
  }
}
