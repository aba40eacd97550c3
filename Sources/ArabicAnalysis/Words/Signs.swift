/// Signs that rules look at one by one, by their scalars.
enum Signs {
  /// The Arabic semicolon.
  static let semicolon: UInt32 = 0x61B
  static let colon: UInt32 = 0x3A
  static let fullStop: UInt32 = 0x2E
  /// Stands here for the full stop between spelt letters (إن.تي.سي) and behind an abbreviated title.
  static let middleDot: UInt32 = 0xB7
  static let comma: UInt32 = 0x60C
  static let hyphen: UInt32 = 0x2D
  static let enDash: UInt32 = 0x2013
  static let emDash: UInt32 = 0x2014
  static let ellipsis: UInt32 = 0x2026
  static let slash: UInt32 = 0x2F
  static let hash: UInt32 = 0x23
  static let at: UInt32 = 0x40
  static let underscore: UInt32 = 0x5F
  static let openBracket: UInt32 = 0x28
  static let closeBracket: UInt32 = 0x29
  static let openSquareBracket: UInt32 = 0x5B
  static let openGuillemet: UInt32 = 0xAB
  static let closeGuillemet: UInt32 = 0xBB
  static let less: UInt32 = 0x3C
  static let greater: UInt32 = 0x3E
  static let apostrophe: UInt32 = 0x27
  static let openCurlyMark: UInt32 = 0x201C
  static let straightMark: UInt32 = 0x22
  /// All that joins two halves of a name: - _ ‐ ‑.
  static let hyphens: [UInt32] = [0x2D, 0x5F, 0x2010, 0x2011]
}

/// Letters that rules look at one by one, by their scalars.
enum Letters {
  static let alef: UInt32 = 0x627
  static let alefAbove: UInt32 = 0x623
  static let alefBelow: UInt32 = 0x625
  static let alefMaqsura: UInt32 = 0x649
  static let lam: UInt32 = 0x644
  static let yaa: UInt32 = 0x64A
  static let taa: UInt32 = 0x62A
  static let haa: UInt32 = 0x647
  static let waw: UInt32 = 0x648
  static let baa: UInt32 = 0x628
  static let noon: UInt32 = 0x646
  static let miim: UInt32 = 0x645
  static let faa: UInt32 = 0x641
  static let kaf: UInt32 = 0x643
  static let qaf: UInt32 = 0x642
  static let ghayn: UInt32 = 0x63A
  static let jeem: UInt32 = 0x62C
  static let seen: UInt32 = 0x633
  static let sheen: UInt32 = 0x634
  static let saad: UInt32 = 0x635
  static let tah: UInt32 = 0x637
  static let thaa: UInt32 = 0x62B
  static let raa: UInt32 = 0x631
  static let shadda: UInt32 = 0x651
  static let damma: UInt32 = 0x64F
  static let tatweel: UInt32 = 0x640
}
