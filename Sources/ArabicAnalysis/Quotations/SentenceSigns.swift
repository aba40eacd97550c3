/// Signs that end sentences.
enum SentenceSigns {
  static func isTerminator(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x2E, 0x21, 0x3F, 0x61F, 0x2026, 0x6D4: true
    default: false
    }
  }

  static func isLineEnd(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  static func isComma(_ sign: UInt32) -> Bool { sign == 0x60C || sign == 0x2C || sign == 0x61B }
}
