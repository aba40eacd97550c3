/// The signs that mark quotations in Arabic print.
package enum QuotationSigns {
  /// How a sign may be used.
  enum Use: Hashable, Sendable {
    /// Opens: « “ ‹ ‘ in most papers.
    case opening
    /// Closes: » ” › ’.
    case closing
    /// Both: the straight mark and the double prime.
    case either
  }

  /// Which signs go together.
  enum Family: Hashable, Sendable {
    case straight, guillemets, curly, singleGuillemets, singleCurly, singleStraight
  }

  /// The use and the family of a sign, or `nil` where it is no quotation mark.
  static func role(of sign: UInt32) -> (use: Use, family: Family)? {
    switch sign {
    case 0x22, 0x2033, 0xFF02: (.either, .straight)
    case 0xAB: (.opening, .guillemets)
    case 0xBB: (.closing, .guillemets)
    case 0x201C, 0x201E, 0x201F: (.opening, .curly)
    case 0x201D: (.closing, .curly)
    case 0x2039: (.opening, .singleGuillemets)
    case 0x203A: (.closing, .singleGuillemets)
    case 0x2018, 0x201A, 0x201B: (.opening, .singleCurly)
    case 0x2019: (.closing, .singleCurly)
    case 0x27: (.either, .singleStraight)
    default: nil
    }
  }

  static func isMark(_ sign: UInt32) -> Bool { sign != 0 && role(of: sign) != nil }

  /// Whether a quotation may begin with `sign`.
  package static func isOpening(_ sign: UInt32) -> Bool {
    guard sign != 0, let role = role(of: sign) else { return false }
    return role.use != .closing
  }

  /// Whether a quotation may end with `sign`.
  package static func isClosing(_ sign: UInt32) -> Bool {
    guard sign != 0, let role = role(of: sign) else { return false }
    return role.use != .opening
  }
}
