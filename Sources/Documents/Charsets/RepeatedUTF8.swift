import ArabicText

/// UTF-8 whose bytes were taken for those of another charset and made UTF-8 once more: `Ø§Ù„` for `ال`.
struct RepeatedUTF8 {
  /// The charset that the bytes were taken for.
  let outer: String
  private let bytes: [UInt16: UInt8]

  /// The charsets that it is done with: Windows's for Western Europe, which most call Latin-1, and
  /// Windows's for Arabic (`ط§ظ„`).
  private static let usual = ["windows-1252", "windows-1256"]

  /// Text that was taken for `outer`, a charset of one byte a character; `nil` where nobody knows it.
  init?(_ outer: String) {
    guard let table = ByteTable(outer) else { return nil }
    self.outer = outer
    bytes = table.bytes
  }

  /// What was done to `sample`, which is well-formed UTF-8; `nil` where nothing was.
  ///
  /// That is so where the letters of another charset are, byte by byte, UTF-8 of Arabic; of a real
  /// text in them they hardly ever are.
  static func detect(_ sample: UnsafeBufferPointer<UInt8>) -> RepeatedUTF8? {
    usual.lazy.compactMap(RepeatedUTF8.init).first { repeated in
      let once = repeated.once(sample)
      let statistics = UTF8Statistics(once.bytes)
      // The lead bytes of U+0600 to U+06FF.
      let arabic = once.bytes.count { (0xD8...0xDB).contains($0) }
      return statistics.wellFormed >= 2 && statistics.illFormed * 20 <= statistics.wellFormed
        && arabic * 2 >= statistics.wellFormed
    }
  }

  /// `text` as it was before; what has no byte stays as it is.
  ///
  /// - Complexity: O(*n*).
  func once(_ text: UnsafeBufferPointer<UInt8>) -> ByteBuffer {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var position = 0
    while position < text.count {
      let (value, length) = decodeScalar(text, at: position)
      if value < 0x80 {
        result.append(UInt8(value))
      } else if let byte = UInt16(exactly: value).flatMap({ bytes[$0] }) {
        result.append(byte)
      } else if value <= 0xFF {
        // What the charset leaves undefined is a control character for most programs.
        result.append(UInt8(value))
      } else {
        result += text[position..<position + length]
      }
      position += length
    }
    return ByteBuffer(copying: result)
  }
}
