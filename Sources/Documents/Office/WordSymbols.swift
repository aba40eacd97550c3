/// Signs of fonts whose letters are pictures.
enum WordSymbols {
  /// The sign with this number in hexadecimal, in the private area or not; "" for one that nothing is known of.
  static func sign(_ number: String) -> String {
    guard let value = UInt32(number, radix: 16), let scalar = Unicode.Scalar(value) else {
      return ""
    }
    guard (0xE000...0xF8FF).contains(value) else { return value > 0x20 ? String(scalar) : "" }
    return known[value & 0xFF] ?? ""
  }

  /// Those of Symbol and Wingdings that stand in texts.
  private static let known: [UInt32: String] = [
    0x28: "(", 0x29: ")", 0x2A: "*", 0x2B: "+", 0x2D: "-", 0x2F: "/", 0x3D: "=", 0x6C: "●",
    0x6E: "■", 0xA7: "▪", 0xA8: "◻", 0xB0: "°", 0xB1: "±", 0xB7: "•", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFE: "☑",
  ]
}
