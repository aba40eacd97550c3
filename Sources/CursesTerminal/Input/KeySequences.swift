import Screen

/// The sequences by which terminals tell keys.
///
/// As in xterm's ctlseqs, "PC-Style Function Keys", with those of rxvt and the Linux console where
/// they differ. Shift, Control and Alt on such keys are not distinguished.
enum KeySequences {
  /// The key of ESC O and `final`.
  static func singleShift(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final) - 0x4F)
    // The digits and signs of the numeric pad.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(final - 0x40)))
    default: letter(final)
    }
  }

  /// The key of ESC [ and `body`, whose last byte is the final one.
  static func control(_ body: String) -> Key? {
    guard let final = body.utf8.last else { return nil }
    let parameters = body.dropLast().split(separator: ";")
    if final == UInt8(ascii: "~"), let number = parameters.first.flatMap({ Int($0) }) {
      return tilde(number)
    }
    // "1;5A" is Up with a modifier; anything else before the letter is no key.
    guard parameters.isEmpty || parameters.first == "1" else { return nil }
    if (UInt8(ascii: "P")...UInt8(ascii: "S")).contains(final) {
      return .function(Int(final) - 0x4F)
    }
    return letter(final)
  }

  private static func letter(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "Z"): .backTab
    default: nil
    }
  }

  private static func tilde(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// The capabilities of terminfo that name keys.
  static let capabilities: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("kpp", .pageUp), ("knp", .pageDown), ("khome", .home), ("kend", .end),
      ("kbs", .backspace), ("kdch1", .delete), ("kich1", .insert), ("kcbt", .backTab),
      ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
