import ArabicText

/// What is drawn in place of scalars that a terminal must not get, or draws with a width of its own.
enum Substitutes {
  /// The scalar drawn in place of `scalar`, or `nil` where it may be drawn as it is.
  ///
  /// - C0 controls and DEL: the control pictures U+2400–U+2421. C1 controls, ill-formed bytes,
  ///   unassigned scalars: U+FFFD.
  /// - Signs that open a number (U+0600–0605, 0890, 0891): terminals disagree about their width, so
  ///   a number sign stands for them.
  static func substitute(for scalar: UInt32, _ properties: ScalarProperties) -> UInt32? {
    switch scalar {
    case 0..<0x20: 0x2400 + scalar
    case 0x7F: 0x2421
    case 0x600...0x605, 0x70F, 0x890, 0x891, 0x110BD, 0x110CD: 0x23
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: nil
    default: properties.scalarClass == .other || properties.scalarClass == .control ? 0xFFFD : nil
    }
  }

  /// The signs that enclose the number of an ayah: U+06DD and the "disputed" U+08E2.
  static func enclosesNumber(_ scalar: UInt32) -> Bool {
    scalar == 0x6DD || scalar == 0x8E2
  }

  /// Drawn before and after the number of an ayah; neither is mirrored.
  static let ayahOpening: UInt32 = 0xFD3F
  static let ayahClosing: UInt32 = 0xFD3E

  /// Carries a mark that has no letter.
  static let dottedCircle: UInt32 = 0x25CC
}
