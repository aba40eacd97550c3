import ArabicText
import Glibc
import Platform

/// Makes documents of files and streams of bytes.
///
/// Text of up to 1 MiB, and all that comes from a pipe or has to be converted, is held in memory;
/// a longer file in UTF-8 is mapped, so that its first screen costs no more than that of a short one.
package enum DocumentLoader {
  /// What may be read besides regular files.
  package enum Kinds: Hashable, Sendable {
    /// Nothing: whatever else has the name is refused without being waited for.
    case regular
    /// Whatever ends, as a FIFO or what a shell gives for `<(command)`; waits for who writes there.
    case anyStream
  }

  /// The document in the file at `path`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - encoding: the charset by a name that `iconv` knows; without it, the charset is detected from the
  ///     bytes. With it, bytes that look binary are accepted.
  ///   - extent: what of it is to be read, where it is in another format than plain text.
  ///   - kinds: what it may be besides a regular file.
  ///   - limit: the most bytes that it may have; `nil` for an article, which may be of any length.
  ///   - wrapped: whether lines that were broken at one width are joined.
  ///   - silence: whom to tell where a stream gives nothing.
  /// - Returns: the document; ``Document/contentHash`` is set unless the file is mapped.
  /// - Throws: ``DocumentError``.
  package static func load(
    path: String, encoding: String? = nil, extent: Extent = .article, kinds: Kinds = .anyStream,
    limit: Int? = nil, wrapped: HardWrap.Choice = .no, silence: SilenceNotice? = nil
  ) throws(DocumentError) -> Document {
    let file = try ReadFile(
      path, encoding: encoding, extent: extent, kinds: kinds, limit: limit, silence: silence)
    return try file.document(wrapped: wrapped)
  }

  /// The name of the file at `path` as it is shown; one that is no UTF-8 is read in the charset that its
  /// bytes tell.
  package static func shownName(ofFile path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard FilePath.hasEscapes(name) else { return name }
    return FilePath.bytes(of: name).withUnsafeBufferPointer { bytes in
      do {
        let converted = try CharsetConverter.convert(bytes, from: ArabicCharset.detect(bytes))
        return String(decoding: converted.bytes, as: UTF8.self)
      } catch {
        return FilePath.shown(name)
      }
    }
  }

  /// The document that is piped into the program.
  ///
  /// - Parameters:
  ///   - descriptor: where to read.
  ///   - encoding: as for a file.
  ///   - extent: as for a file.
  ///   - wrapped: as for a file.
  ///   - begun: what was read of it already.
  /// - Returns: the document, called "standard input".
  /// - Throws: ``DocumentError``; ``DocumentError/terminal`` where it is the keyboard.
  package static func load(
    standardInput descriptor: Int32 = STDIN_FILENO, encoding: String? = nil,
    extent: Extent = .article, wrapped: HardWrap.Choice = .no, begun: [UInt8] = []
  ) throws(DocumentError) -> Document {
    let file = try ReadFile(
      standardInput: descriptor, encoding: encoding, extent: extent, begun: begun)
    return try file.document(wrapped: wrapped)
  }

  /// The document of all that `source` holds.
  static func document(
    of source: consuming ByteSource, name: String, _ encoding: String?,
    _ extent: Extent = .article, _ wrapped: HardWrap.Choice
  ) throws(DocumentError) -> Document {
    let extracted = try source.withBytes { bytes throws(DocumentError) -> Document? in
      guard extent.part != .plainText,
        let format = SourceFormat(bytes, name: name, field: extent.field)
      else { return nil }
      return try extract(bytes, format, name: name, encoding: encoding, extent, wrapped)
    }
    if let extracted { return extracted }
    let charset = try source.withBytes { bytes throws(DocumentError) in
      try self.charset(of: bytes, name, encoding)
    }
    let isMapped = source.isMapped && charset.isUTF8
    let text = try decode(source, charset)
    guard text.utf8Count > 0 else { throw .empty(name) }
    // What is mapped is long, and joined only where that is asked for.
    let wrap: HardWrap? =
      switch wrapped {
      case .no: nil
      case .auto: isMapped ? nil : HardWrap(of: text)
      case .yes: HardWrap(of: text, isCertain: true)
      }
    // The hash is that of the file, so that what is kept of it is found whatever the choice.
    let joined = wrap?.joined(text)
    var document = Document(
      text: joined?.text ?? text, name: name, charset: charset.name,
      contentHash: isMapped && wrap == nil ? nil : contentHash(of: text))
    document.joints = joined?.joints ?? []
    if let quotations = joined?.quotations, !quotations.isEmpty {
      var structure = DocumentStructure(format: "text", extractor: HardWrap.extractor)
      structure.blocks = quotations.map { .init(.quotation, $0) }
      document.structure = structure
    }
    return document
  }

  /// The charset that is asked for, or that the bytes tell.
  static func charset(
    of bytes: UnsafeBufferPointer<UInt8>, _ name: String, _ encoding: String?
  ) throws(DocumentError) -> Charset {
    guard !bytes.isEmpty else { throw .empty(name) }
    if let encoding {
      var charset = Charset(encoding)
      if charset.isUTF8 { charset = .utf8 }
      // A mark is no text, whoever named the charset; "UTF-16" needs it to know its byte order.
      if let marked = Charset.marked(bytes), charset.isUTF8 == marked.isUTF8,
        charset.unitLength == marked.unitLength
      {
        charset = marked
      }
      return charset
    }
    switch CharsetDetector.detect(bytes) {
    case .text(let charset): return charset
    case .binary:
      if FileFormat.isLockedOffice(bytes) { throw .encrypted(name) }
      throw .binary(name, format: FileFormat(bytes))
    }
  }

  private static func decode(
    _ source: consuming ByteSource, _ charset: Charset
  ) throws(DocumentError) -> DecodedText {
    if charset.isUTF8 { return source.text(from: charset.byteOrderMarkLength) }
    let converted = try source.withBytes { bytes throws(DocumentError) in
      try CharsetConverter.convert(
        UnsafeBufferPointer(rebasing: bytes.dropFirst(charset.byteOrderMarkLength)), from: charset)
    }
    return converted.text(from: 0)
  }
}
