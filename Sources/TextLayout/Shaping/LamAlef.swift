import ArabicText

/// The obligatory ligature of lam and alef: two letters of the source in one cell.
enum LamAlef {
  static let lam: UInt32 = 0x644

  /// The ligature of lam with `alef`, or `nil` where `alef` is no alef that ligates.
  ///
  /// - Parameter isJoined: Whether the lam joins the letter before it.
  static func ligature(with alef: UInt32, isJoined: Bool) -> UInt32? {
    let isolated: UInt32? =
      switch alef {
      case 0x622: 0xFEF5
      case 0x623: 0xFEF7
      case 0x625: 0xFEF9
      case 0x627: 0xFEFB
      default: nil
      }
    return isolated.map { isJoined ? $0 + 1 : $0 }
  }
}
