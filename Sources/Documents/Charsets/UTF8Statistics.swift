import ArabicText

/// How much of some bytes is UTF-8.
struct UTF8Statistics {
  /// Sequences of two to four bytes that are well-formed.
  private(set) var wellFormed = 0
  /// Ill-formed sequences (maximal subparts, Unicode 15 §3.9).
  private(set) var illFormed = 0

  /// Whether all bytes are below 0x80.
  var isASCII: Bool { wellFormed == 0 && illFormed == 0 }

  /// The statistics of `bytes`; a sequence that is cut at their end does not count.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    add(bytes, isCutBefore: false)
  }

  /// Counts `bytes` too, where `isCutBefore` without the rest of a sequence at their beginning.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, isCutBefore: Bool) {
    var position = isCutBefore ? bytes.prefix(3).prefix { $0 & 0xC0 == 0x80 }.count : 0
    while position < bytes.count {
      if bytes[position] < 0x80 {
        position += 1
        continue
      }
      let (value, length) = decodeScalar(bytes, at: position)
      // U+FFFD of three bytes may be one that is written: EF BF BD.
      if value != 0xFFFD || length == 3 && bytes[position] == 0xEF && bytes[position + 2] == 0xBD {
        wellFormed += 1
      } else if position + length < bytes.count || bytes[position] & 0xC0 == 0x80 {
        illFormed += 1
      }
      position += length
    }
  }
}
