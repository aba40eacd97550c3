import ArabicText

/// UTF-8 whose bytes were taken for those of another charset and made UTF-8 once more: `Ø§Ù„` for `ال`.
struct RepeatedUTF8 {
  /// The charset that the bytes were taken for.
  let outer: String
  private let bytes: [UInt16: UInt8]

  /// The charsets that it is done with: Windows's for Western Europe, which most call Latin-1, and
  /// Windows's for Arabic (`ط§ظ„`).
  private static let usual = ["windows-1252", "windows-1256"].compactMap(RepeatedUTF8.init)

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
    guard mayHaveLeadBytes(sample) else { return nil }
    return usual.first { repeated in
      let (once, strange) = repeated.undone(sample)
      let statistics = once.withUnsafeBufferPointer { UTF8Statistics($0) }
      // The lead bytes of U+0600 to U+06FF.
      let arabic = once.count { (0xD8...0xDB).contains($0) }
      return statistics.wellFormed >= 2 && arabic * 2 >= statistics.wellFormed
        && (statistics.illFormed + strange) * 20 <= statistics.wellFormed
    }
  }

  /// Whether so many scalars of `sample` stand for the lead bytes of U+0600 to U+06FF that it may be such a text.
  ///
  /// That is one in 12 of those that are not ASCII. In Arabic itself the four letters among them are one in 17.
  /// Of `detect`'s conditions it follows from each sequence having four bytes at most.
  private static func mayHaveLeadBytes(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    var (scalars, leads, last) = (0, 0, UInt8(0))
    for byte in sample {
      if byte >= 0xC0 { scalars += 1 }
      // `Ø` to `Û` and `ط` to `غ`.
      let isLead =
        last == 0xC3 ? (0x98...0x9B).contains(byte) : last == 0xD8 && (0xB7...0xBA).contains(byte)
      if isLead { leads += 1 }
      last = byte
    }
    return leads > 0 && leads * 12 >= scalars
  }

  /// `text` as it was before; what has no byte stays as it is.
  ///
  /// - Complexity: O(*n*).
  func once(_ text: UnsafeBufferPointer<UInt8>) -> ByteBuffer {
    ByteBuffer(copying: undone(text).bytes)
  }

  /// The bytes of `text` before, and how many scalars have none.
  private func undone(_ text: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], strange: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var (position, strange) = (0, 0)
    while position < text.count {
      let (value, length) = decodeScalar(text, at: position)
      let isCut = value == 0xFFFD && position + length == text.count
      if value < 0x80 {
        result.append(UInt8(value))
      } else if let byte = UInt16(exactly: value).flatMap({ bytes[$0] }) {
        result.append(byte)
      } else if value <= 0xFF {
        // What the charset leaves undefined is a control character for most programs.
        result.append(UInt8(value))
      } else {
        if !isCut { strange += 1 }
        result += text[position..<position + length]
      }
      position += length
    }
    return (result, strange)
  }
}
