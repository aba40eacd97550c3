/// Tells UTF-16 without a byte order mark.
///
/// Text of one or two scripts has few different high bytes, and those of Arabic and ASCII (06 and 00)
/// are controls that hardly stand in 8-bit text.
enum WideCharset {
  /// The least that is judged, in code units; of fewer than ``fewUnits`` all must be letters or spaces.
  private static let leastUnits = 2
  private static let fewUnits = 4

  /// UTF-16LE or UTF-16BE, or `nil` where `sample` is neither.
  static func detect(_ sample: UnsafeBufferPointer<UInt8>) -> Charset? {
    if isHigh(1, sample) && !isHigh(0, sample) { return Charset("UTF-16LE") }
    if isHigh(0, sample) && !isHigh(1, sample) { return Charset("UTF-16BE") }
    return nil
  }

  /// Whether the bytes at `parity` are the high bytes of Arabic or ASCII text in UTF-16.
  private static func isHigh(_ parity: Int, _ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    let units = sample.count / 2
    guard units >= leastUnits else { return false }
    if units < fewUnits { return sample.count % 2 == 0 && isShortText(parity, sample) }
    var (core, possible, controls) = (0, 0, 0)
    for unit in 0..<units {
      let high = sample[2 * unit + parity]
      let low = sample[2 * unit + 1 - parity]
      switch high {
      case 0x00:
        core += 1
        // NUL, and what is no text, in ASCII: many of them are binary numbers of 16 bits.
        if low < 0x09 || (0x0E..<0x20).contains(low) { controls += 1 }
      case 0x06: core += 1
      // Arabic supplement, punctuation, presentation forms.
      case 0x07, 0x20, 0x22, 0xFB...0xFE: possible += 1
      default: break
      }
    }
    return core * 10 >= units * 6 && (core + possible) * 20 >= units * 19 && controls * 50 <= units
  }

  /// Whether all units are Arabic letters, two at least, and blanks, with the high bytes at `parity`.
  private static func isShortText(_ parity: Int, _ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    var letters = 0
    for unit in 0..<sample.count / 2 {
      let (high, low) = (sample[2 * unit + parity], sample[2 * unit + 1 - parity])
      switch (high, low) {
      case (0x06, 0x21...0x4A): letters += 1
      case (0x00, 0x20), (0x00, 0x0A), (0x00, 0x0D): break
      default: return false
      }
    }
    return letters >= 2
  }
}
