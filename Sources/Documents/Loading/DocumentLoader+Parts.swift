import ArabicText

extension DocumentLoader {
  /// The document of the bytes that have come of a stream so far.
  ///
  /// - Parameters:
  ///   - bytes: what has come.
  ///   - isWhole: whether that is all; else a letter of UTF-8 that is cut at the end is left for later.
  ///   - name: what to call it.
  ///   - encoding: as for a file.
  ///   - extent: as for a file.
  ///   - wrapped: as for a file.
  /// - Returns: the document, with its hash.
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*) in the bytes.
  package static func document(
    ofStream bytes: [UInt8], isWhole: Bool, name: String = "standard input",
    encoding: String? = nil, extent: Extent = .article, wrapped: HardWrap.Choice = .no
  ) throws(DocumentError) -> Document {
    let kept = isWhole ? bytes.count : lengthWithoutCutLetter(bytes)
    return try document(
      of: .owned(ByteBuffer(copying: bytes[..<kept])), name: name, encoding, extent, wrapped)
  }

  /// How many bytes from 0x80 on tell a charset.
  private static let leastTelling = 8

  /// `line`, one of many, in UTF-8: as it is where it is well-formed, else from the charset that is named or that
  /// its bytes tell, where there are enough of them; as it is where nothing is known.
  ///
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*).
  package static func utf8(
    ofLine line: [UInt8], encoding: String?
  ) throws(DocumentError) -> [UInt8] {
    guard String(validating: line, as: UTF8.self) == nil else { return line }
    return try line.withUnsafeBufferPointer { bytes throws(DocumentError) in
      if encoding == nil, bytes.count(where: { $0 >= 0x80 }) < leastTelling { return line }
      let charset = try charset(of: bytes, "", encoding)
      return charset.isUTF8 ? line : try CharsetConverter.convert(bytes, from: charset).copied()
    }
  }

  /// Whether a stream that begins with `bytes` is in a charset of more than a byte a letter, as UTF-16, so that its
  /// lines do not end in one byte.
  ///
  /// - Complexity: O(*n*).
  package static func isWide(_ bytes: some Sequence<UInt8>, encoding: String?) -> Bool {
    if let encoding { return Charset(encoding).unitLength > 1 }
    return Array(bytes).withUnsafeBufferPointer { bytes in
      (Charset.marked(bytes) ?? WideCharset.detect(bytes)).map { $0.unitLength > 1 } ?? false
    }
  }

  /// How many bytes a stream may have that begins with `bytes`, where they are in a format that an article
  /// is extracted from; `nil` where they are text, which can be read as far as it has come.
  ///
  /// - Complexity: O(1).
  package static func longestExtraction(_ bytes: [UInt8], _ extent: Extent) -> Int? {
    guard extent.part != .plainText else { return nil }
    return bytes.withUnsafeBufferPointer {
      SourceFormat($0, name: "", field: extent.field)?.longest
    }
  }

  /// How many of `bytes` there are before a scalar of UTF-8 of which only the beginning is there.
  static func lengthWithoutCutLetter(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? bytes.count - back : bytes.count
    }
    return bytes.count
  }
}
