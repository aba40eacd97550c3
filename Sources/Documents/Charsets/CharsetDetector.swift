import CUchardet

/// Tells the charset of bytes by what they look like.
///
/// A byte order mark decides; then, in this order, UTF-16 without one, UTF-8, and the two 8-bit
/// charsets of Arabic. UTF-16 comes before UTF-8 because Arabic letters in it are pairs of ASCII
/// bytes (27 06), which are well-formed UTF-8.
enum CharsetDetector {
  /// What bytes are.
  enum Verdict: Hashable {
    case text(Charset)
    case binary
  }

  /// How much of the beginning is looked at, in bytes.
  static let sampleLength = 64 * 1024

  /// How many well-formed sequences outweigh one that is ill-formed: damaged UTF-8 stays UTF-8, and
  /// 8-bit Arabic, where one pair in a hundred looks like UTF-8, does not become it.
  private static let weightOfIllFormed = 10

  /// The verdict on a document of `bytes`.
  ///
  /// - Complexity: O(1): of a long document only ``sampleLength`` bytes are read, or four times that
  ///   where they are all ASCII.
  static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    if let marked = Charset.marked(bytes) { return .text(marked) }
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(sampleLength))
    if let wide = WideCharset.detect(sample) { return .text(wide) }
    if FileFormat.isBinary(sample) { return .binary }
    var statistics = UTF8Statistics(sample)
    if statistics.isASCII, bytes.count > sample.count {
      for quarter in 1..<4 {
        let rest = UnsafeBufferPointer(rebasing: bytes.dropFirst(bytes.count / 4 * quarter))
        statistics.add(UnsafeBufferPointer(rebasing: rest.prefix(sampleLength)), isCutBefore: true)
      }
    }
    if statistics.wellFormed >= statistics.illFormed * weightOfIllFormed { return .text(.utf8) }
    return .text(arabic(sample))
  }

  /// windows-1256 or ISO-8859-6.
  ///
  /// uchardet tells them apart by how often letters follow each other; but what ISO-8859-6 leaves
  /// undefined it cannot be, and any other answer means that it does not know.
  private static func arabic(_ sample: UnsafeBufferPointer<UInt8>) -> Charset {
    guard sample.allSatisfy(isDefinedInISO), uchardetName(sample) == "ISO-8859-6" else {
      return .windows1256
    }
    return .iso8859Arabic
  }

  /// Whether ISO-8859-6 has a character for `byte`; its C1 controls do not count.
  private static func isDefinedInISO(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00..<0x80, 0xA0, 0xA4, 0xAC, 0xAD, 0xBB, 0xBF, 0xC1...0xDA, 0xE0...0xF2: true
    default: false
    }
  }

  /// What uchardet makes of `sample`; empty where it does not know.
  private static func uchardetName(_ sample: UnsafeBufferPointer<UInt8>) -> String {
    guard let detector = uchardet_new() else { return "" }
    defer { uchardet_delete(detector) }
    let isRead = sample.withMemoryRebound(to: CChar.self) {
      uchardet_handle_data(detector, $0.baseAddress, $0.count) == 0
    }
    uchardet_data_end(detector)
    guard isRead, let name = uchardet_get_charset(detector) else { return "" }
    return String(cString: name).uppercased()
  }
}
