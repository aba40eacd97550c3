/// Tells the charset of bytes by what they look like.
///
/// A byte order mark decides; then, in this order, UTF-16 without one, UTF-8, and the 8-bit charsets of
/// Arabic. UTF-16 comes before UTF-8 because Arabic letters in it are pairs of ASCII
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
  static let weightOfIllFormed = 10

  /// How many well-formed sequences may be words of another charset by chance.
  private static let mostDoubtful = 3

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
    var judged = sample
    if statistics.isASCII, bytes.count > sample.count {
      for quarter in 1..<4 where statistics.isASCII {
        let rest = UnsafeBufferPointer(rebasing: bytes.dropFirst(bytes.count / 4 * quarter))
        judged = UnsafeBufferPointer(rebasing: rest.prefix(sampleLength))
        statistics.add(judged, isCutBefore: true)
      }
    }
    // Nothing but the beginning of a sequence at the end is no UTF-8.
    let isCutOnly = statistics.isASCII && judged.contains { $0 >= 0x80 }
    guard statistics.wellFormed >= statistics.illFormed * weightOfIllFormed, !isCutOnly else {
      return .text(ArabicCharset.detect(judged))
    }
    if (1...mostDoubtful).contains(statistics.wellFormed),
      let charset = ArabicCharset.ofWords(judged)
    {
      return .text(charset)
    }
    if !statistics.isASCII, let repeated = RepeatedUTF8.detect(judged) {
      return .text(.mistaken(for: repeated.outer))
    }
    return .text(.utf8)
  }
}
