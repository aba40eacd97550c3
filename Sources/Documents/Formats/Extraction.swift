import ArabicText
import Glibc

extension DocumentLoader {
  /// The document that is made of `bytes`, which are in `format`.
  ///
  /// - Throws: ``DocumentError``.
  static func extract(
    _ bytes: UnsafeBufferPointer<UInt8>, _ format: SourceFormat, name: String, encoding: String?,
    _ extent: Extent, _ wrapped: HardWrap.Choice
  ) throws(DocumentError) -> Document {
    if format == .packed {
      guard bytes.count <= format.longest else { throw .overLimit(name, limit: format.longest) }
      return try packed(bytes, name: name, encoding, extent, wrapped)
    }
    guard format == .container else {
      return try finished(
        try text(of: bytes, format, name: name, encoding: encoding, extent), format, name)
    }
    guard bytes.count <= format.longest else { throw .overLimit(name, limit: format.longest) }
    switch try Container.read(bytes, name: name) {
    case .document(let text): return try finished(text, format, name)
    case .file(let member, let content):
      return try document(
        of: .owned(ByteBuffer(copying: content)), name: "\(name)/\(member)", encoding, extent,
        wrapped)
    }
  }

  /// The document in a file that is packed; of one that is cut or damaged what there is, with a warning.
  private static func packed(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, _ encoding: String?, _ extent: Extent,
    _ wrapped: HardWrap.Choice
  ) throws(DocumentError) -> Document {
    var isCut = false
    let inside = try PackedFile.unpacked(bytes, name: name, isCut: &isCut)
    let isWrong = !isCut && PackedFile.hasWrongSum(bytes, of: inside)
    guard isCut || isWrong else {
      return try document(of: .owned(inside), name: name, encoding, extent, wrapped)
    }
    let warning: DocumentStructure.Warning = isCut ? .endsEarly : .damaged(reason: "gzip: CRC-32")
    do throws(DocumentError) {
      var document = try document(of: .owned(inside), name: name, encoding, extent, wrapped)
      var structure =
        document.structure
        ?? DocumentStructure(format: "text", extractor: .init("text", version: 1))
      if !structure.warnings.contains(warning) { structure.warnings.append(warning) }
      document.structure = structure
      return document
    } catch {
      // What is in it needs its end.
      throw .damaged(name)
    }
  }

  /// The document of `text`, where it has words.
  private static func finished(
    _ text: ExtractedText, _ format: SourceFormat, _ name: String
  ) throws(DocumentError) -> Document {
    guard text.bytes.isEmpty else {
      var text = text
      if text.isGlued { text.warn([.gluedWords]) }
      return text.document(name: name)
    }
    for case .deep(let levels) in text.structure.warnings { throw .tooDeep(name, levels: levels) }
    switch format {
    case .html, .mhtml, .warc: throw .noWords(name)
    case .feed: throw .noItems(name)
    default: throw .wordless(name)
    }
  }

  /// The text in `bytes`, which are in `format`, and neither packed nor in an archive.
  ///
  /// - Throws: ``DocumentError``.
  static func text(
    of bytes: UnsafeBufferPointer<UInt8>, _ format: SourceFormat, name: String, encoding: String?,
    _ extent: Extent
  ) throws(DocumentError) -> ExtractedText {
    guard bytes.count <= format.longest else { throw .overLimit(name, limit: format.longest) }
    var text: ExtractedText
    switch format {
    case .feed where bytes.first { $0 > 0x20 && $0 < 0x80 } == 0x7B:
      text = try decoded(bytes, name, encoding) { feed throws(DocumentError) in
        try JSONFeed.read(feed, name: name)
      }
    case .html, .feed: text = try page(bytes, format, name, encoding, outer: nil, extent)
    case .jsonl:
      text = try decoded(bytes, name, encoding) { lines throws(DocumentError) in
        try ArticleList.read(lines, name: name, field: extent.field)
      }
    case .markdown:
      text = try decoded(bytes, name, encoding) { markdown throws(DocumentError) in
        do throws(MarkupParser.Failure) { return try MarkdownDocument.read(markdown) } catch {
          throw DocumentError(error, name)
        }
      }
    case .openiti:
      text = try decoded(bytes, name, encoding) { book throws(DocumentError) in
        OpenITIDocument.read(book)
      }
    case .subtitles:
      text = try decoded(bytes, name, encoding) { lines throws(DocumentError) in
        SubtitleDocument.read(lines)
      }
    case .flatODT: text = try OpenDocument.read(flat: Array(bytes), name: name)
    case .mail: text = try MailDocument.read(bytes, name: name, encoding: encoding)
    case .mhtml:
      guard let message = MHTMLMessage(bytes) else { throw .noPage(name) }
      text = try message.page.withUnsafeBufferPointer { page throws(DocumentError) in
        try self.page(page, format, name, encoding, outer: message.charset, extent)
      }
      if message.endsEarly { text.warn([.endsEarly]) }
    case .warc:
      guard let answer = try WebArchive(bytes, name: name) else { throw .noPage(name) }
      text = try answer.page.withUnsafeBufferPointer { page throws(DocumentError) in
        try self.page(page, format, name, encoding, outer: answer.charset, extent)
      }
      text.structure.address = text.structure.address ?? answer.address
      text.structure.date = text.structure.date ?? answer.date
      if answer.endsEarly { text.warn([.endsEarly]) }
      if answer.otherPages > 0 { text.warn([.otherPages(count: answer.otherPages)]) }
    case .sitemap: throw .sitemap(name)
    case .packed, .container: throw .binary(name, format: FileFormat(bytes))
    case .pdf: text = try PDFDocument.read(bytes, name: name)
    }
    return text
  }

  /// What `read` makes of `bytes`, which are brought into UTF-8 first.
  static func decoded(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String, _ encoding: String?,
    _ read: (UnsafeBufferPointer<UInt8>) throws(DocumentError) -> ExtractedText
  ) throws(DocumentError) -> ExtractedText {
    let charset = try charset(of: bytes, name, encoding)
    let body = UnsafeBufferPointer(rebasing: bytes.dropFirst(charset.byteOrderMarkLength))
    var text: ExtractedText
    if charset.isUTF8 {
      text = try read(body)
    } else {
      text = try Self.text(of: try CharsetConverter.convert(body, from: charset), by: read)
    }
    text.charset = charset
    return text
  }

  /// What `read` makes of bytes that stay as they are until it is done.
  private static func text(
    of converted: borrowing ByteBuffer,
    by read: (UnsafeBufferPointer<UInt8>) throws(DocumentError) -> ExtractedText
  ) throws(DocumentError) -> ExtractedText {
    try read(converted.bytes)
  }
}

extension DocumentError {
  /// The error of a parser that could not be asked, or has failed.
  init(_ failure: MarkupParser.Failure, _ name: String) {
    self =
      switch failure {
      case .noLibrary: .missingPackage(name, "libxml2")
      case .noMemory: .failed(name, ENOMEM)
      }
  }
}
