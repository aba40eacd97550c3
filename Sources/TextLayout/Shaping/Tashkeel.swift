/// The marks of Arabic that a text can be read without: vowel signs, shadda, Qur'anic signs.
///
/// Not among them are madda and hamza above or below (U+0653 to U+0655), which make another letter.
enum Tashkeel {
  /// Whether the mark `scalar` is one of them.
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x610...0x61A, 0x64B...0x652, 0x656...0x65F, 0x670, 0x6D6...0x6ED, 0x898...0x89F,
      0x8CA...0x8FF:
      true
    default: false
    }
  }
}
